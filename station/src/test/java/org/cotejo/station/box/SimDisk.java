package org.cotejo.station.box;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A disk in memory that keeps only what it must, and forgets nothing that it should. After a loss of power each sector of a file that
 * was not forced holds any of the versions that were written since, its length too; names that were not forced are there or not, each
 * for itself. Beside that it remembers every version of every file that was ever written, as a disk under a microscope does, except in
 * the small memory of the keys, which forgets what is overwritten.
 */
public final class SimDisk implements Disk {
    private static final int SECTOR = 512;

    /** Bytes, and the versions that may stand on the disk for them after a loss of power, oldest first. */
    private static final class Bytes {
        private byte[] cached = new byte[0];
        private final List<byte[]> possible = new ArrayList<>(List.of(new byte[0]));

        void set(byte[] value) {
            cached = value;
            possible.add(value);
        }

        void force() {
            possible.clear();
            possible.add(cached);
        }

        void losePower(SplittableRandom random) {
            if (possible.size() > 1) {
                byte[] kept = new byte[any(random).length];
                for (int at = 0; at < kept.length; at += SECTOR) {
                    byte[] from = Arrays.copyOf(any(random), kept.length);
                    System.arraycopy(from, at, kept, at, Math.min(SECTOR, kept.length - at));
                }
                cached = kept;
                force();
            }
        }

        private byte[] any(SplittableRandom random) {
            return possible.get(random.nextInt(possible.size()));
        }
    }

    private final Faults faults;
    private final Map<Path, Bytes> files = new TreeMap<>();
    private final Map<Path, Bytes> forcedNames = new TreeMap<>();
    private final Set<Path> folders = new HashSet<>();
    private final Set<Path> locked = new HashSet<>();
    private final List<Leftover> leftovers = new ArrayList<>();
    private final List<String> operations = new ArrayList<>();
    private boolean keysAreForgotten = true;
    private long free = Long.MAX_VALUE;

    /** A version of a file that was there once. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record Leftover(Path file, byte[] bytes) {}

    public SimDisk(Faults faults, Path folder) {
        this.faults = faults;
        folders.add(folder);
    }

    /** From now on keys are remembered too, as on a disk that moves what is written over. */
    public void rememberKeys() {
        keysAreForgotten = false;
    }

    /** So many bytes are free. */
    public void setFree(long bytes) {
        free = bytes;
    }

    /** Every version of every file that was ever on this disk, the oldest first; of keys only what is there now. */
    public List<Leftover> everything() {
        List<Leftover> all = new ArrayList<>(leftovers);
        files.forEach((file, bytes) -> {
            if (isKey(file) && keysAreForgotten) {
                all.add(new Leftover(file, bytes.cached));
            }
        });
        return all;
    }

    /** What was done to the disk, by kind, file and length, in order: all that an onlooker sees who can't read sealed bytes. */
    public List<String> operations() {
        return List.copyOf(operations);
    }

    /** The process is gone, and all it did is still in the cache. */
    public void kill() {
        locked.clear();
    }

    /** The machine is gone: only what was forced is surely there. */
    public void losePower(SplittableRandom random) {
        locked.clear();
        files.keySet().removeIf(file -> !forcedNames.containsKey(file) && random.nextBoolean());
        forcedNames.clear();
        forcedNames.putAll(files);
        files.values().forEach(bytes -> bytes.losePower(random));
    }

    /** All files as they are now. */
    public Map<Path, byte[]> files() {
        Map<Path, byte[]> now = new TreeMap<>();
        files.forEach((file, bytes) -> now.put(file, bytes.cached.clone()));
        return now;
    }

    /** A file as it is now; throws where there is none. */
    public byte[] file(Path file) {
        return there(file).cached.clone();
    }

    /** Puts a file there durably, or takes it away: what somebody else does to the disk. */
    public void meddle(Path file, byte @Nullable [] content) {
        files.remove(file);
        forcedNames.remove(file);
        if (content != null) {
            Bytes bytes = new Bytes();
            bytes.set(content.clone());
            bytes.force();
            files.put(file, bytes);
            forcedNames.put(file, bytes);
        }
    }

    private static boolean isKey(Path file) {
        return file.toString().endsWith(".key");
    }

    private void written(String what, Path file, byte[] whole) {
        operations.add(what + " " + file + " " + whole.length);
        if (!isKey(file) || !keysAreForgotten) {
            leftovers.add(new Leftover(file, whole.clone()));
        }
    }

    private static UncheckedIOException failed(String what) {
        return new UncheckedIOException(what, new IOException(what));
    }

    private Bytes there(Path file) {
        Bytes bytes = files.get(file);
        if (bytes == null) {
            throw failed(file + " is not there");
        }
        return bytes;
    }

    @Override
    public Optional<byte[]> read(Path file, int most) {
        faults.step("read " + file, () -> {});
        return Optional.ofNullable(files.get(file))
                .map(bytes -> Arrays.copyOf(bytes.cached, Math.min(bytes.cached.length, most + 1)));
    }

    @Override
    public boolean exists(Path path) {
        return files.containsKey(path) || folders.contains(path);
    }

    @Override
    public void create(Path file, byte[] content) {
        if (exists(file) || !folders.contains(Objects.requireNonNull(file.getParent()))) {
            throw failed("making " + file);
        }
        Bytes bytes = new Bytes();
        faults.step("make " + file, () -> files.put(file, bytes));
        faults.step("write " + file, () -> {
            bytes.set(content.clone());
            written("create", file, content);
        });
        faults.step("force " + file, bytes::force);
    }

    @Override
    public void write(Path file, long offset, byte[] content) {
        Bytes bytes = there(file);
        int at = Math.toIntExact(offset);
        byte[] whole = Arrays.copyOf(bytes.cached, Math.max(bytes.cached.length, at + content.length));
        System.arraycopy(content, 0, whole, at, content.length);
        faults.step("write " + file, () -> {
            bytes.set(whole);
            written("write", file, whole);
        });
    }

    @Override
    public void truncate(Path file, long size) {
        Bytes bytes = there(file);
        byte[] whole = Arrays.copyOf(bytes.cached, Math.toIntExact(size));
        faults.step("cut " + file, () -> bytes.set(whole));
    }

    @Override
    public void force(Path file) {
        faults.step("force " + file, there(file)::force);
    }

    @Override
    public void makeFolder(Path folder) {
        if (exists(folder)) {
            throw failed(folder + " is there");
        }
        faults.step("folder " + folder, () -> folders.add(folder));
    }

    @Override
    public void forceFolder(Path folder) {
        faults.step(
                "force " + folder,
                () -> files.forEach((file, bytes) -> {
                    if (folder.equals(file.getParent())) {
                        forcedNames.put(file, bytes);
                    }
                }));
    }

    @Override
    public long free(Path folder) {
        return free;
    }

    @Override
    public Optional<Lock> lock(Path folder) {
        return locked.add(folder) ? Optional.of(() -> locked.remove(folder)) : Optional.empty();
    }
}
