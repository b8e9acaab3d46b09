package org.cotejo.node.log;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A disk in memory that keeps only what it must. Bytes that were not forced are lost, cut off or filled with zeros after a loss of
 * power; names that were not forced are there or not, each for itself and in any order, so that a file can be at its old name, at its new
 * one, at both or at neither. A seed decides. A killed process leaves what it did in the cache, unforced.
 *
 * <p>Every step is counted in {@link Faults}, which may cut the process off there or make the step fail. After a failed force of a file
 * the cache is clean and the disk is not: a later force of the same bytes does nothing, as on Linux. Names are kept by a
 * journal: what was not forced stays to be forced.
 */
final class SimDisk implements Disk {
    /** Bytes and what may stand on the disk for them after a loss of power, oldest first. */
    private static final class Bytes {
        private byte[] cached = new byte[0];
        private final List<byte[]> possible = new ArrayList<>(List.of(new byte[0]));
        private boolean isClean = true;

        void write(byte[] value) {
            cached = value.clone();
            possible.add(cached);
            isClean = false;
        }

        void force() {
            if (!isClean) {
                possible.clear();
                possible.add(cached);
                isClean = true;
            }
        }

        void losePower(SplittableRandom random) {
            byte[] kept = possible.get(random.nextInt(possible.size()));
            if (possible.size() > 1 && random.nextInt(2) == 0) {
                int whole = random.nextInt(kept.length + 1);
                boolean hasItsLength = random.nextBoolean();
                kept = Arrays.copyOf(Arrays.copyOf(kept, whole), hasItsLength ? kept.length : whole);
            }
            cached = kept;
            possible.clear();
            possible.add(kept);
            isClean = true;
        }
    }

    /** Names in a folder; each leads to {@link Bytes} or to another folder. */
    private static final class Names {
        private final Map<String, Object> cached = new TreeMap<>();
        private final Map<String, Object> forced = new TreeMap<>();
        private final Map<String, List<@Nullable Object>> unforced = new LinkedHashMap<>();

        void set(String name, @Nullable Object thing) {
            if (thing == null) {
                cached.remove(name);
            } else {
                cached.put(name, thing);
            }
            unforced.computeIfAbsent(name, _ -> new ArrayList<>()).add(thing);
        }

        void force() {
            forced.clear();
            forced.putAll(cached);
            unforced.clear();
        }

        void losePower(SplittableRandom random) {
            unforced.forEach((name, things) -> {
                int kept = random.nextInt(things.size() + 1);
                if (kept > 0) {
                    Object thing = things.get(kept - 1);
                    if (thing == null) {
                        forced.remove(name);
                    } else {
                        forced.put(name, thing);
                    }
                }
            });
            unforced.clear();
            cached.clear();
            cached.putAll(forced);
            for (Object thing : cached.values()) {
                switch (thing) {
                    case Bytes bytes -> bytes.losePower(random);
                    case Names names -> names.losePower(random);
                    default -> throw new IllegalStateException();
                }
            }
        }
    }

    private final Faults faults;
    private final Names root = new Names();
    private final Set<Path> locked = new HashSet<>();

    /** A disk on which these folders are, durably. */
    SimDisk(Faults faults, Path... folders) {
        this.faults = faults;
        for (Path folder : folders) {
            Names around = root;
            for (Path part : folder) {
                around = (Names) around.cached.computeIfAbsent(part.toString(), _ -> new Names());
            }
        }
        forceAll(root);
    }

    private static void forceAll(Names names) {
        names.force();
        for (Object thing : names.cached.values()) {
            switch (thing) {
                case Bytes bytes -> bytes.force();
                case Names below -> forceAll(below);
                default -> throw new IllegalStateException();
            }
        }
    }

    /** The process is gone, and all it did is still in the cache. */
    void kill() {
        locked.clear();
    }

    /** The machine is gone: only what was forced is surely there. */
    void losePower(SplittableRandom random) {
        locked.clear();
        root.losePower(random);
    }

    /** All files as a process sees them now, by their path. */
    Map<String, byte[]> files(Path folder) {
        Map<String, byte[]> found = new TreeMap<>();
        if (find(folder) instanceof Names names) {
            collect(names, "", found);
        }
        return found;
    }

    private static void collect(Names names, String before, Map<String, byte[]> found) {
        names.cached.forEach((name, thing) -> {
            switch (thing) {
                case Bytes bytes -> found.put(before + name, bytes.cached);
                case Names below -> collect(below, before + name + "/", found);
                default -> throw new IllegalStateException();
            }
        });
    }

    /** Puts a file there durably, or takes it away: what somebody else does to the disk. */
    void meddle(Path file, byte @Nullable [] content) {
        Names names = around(file);
        if (content == null) {
            names.set(name(file), null);
        } else {
            Bytes bytes = new Bytes();
            bytes.write(content);
            names.set(name(file), bytes);
        }
        forceAll(root);
    }

    /** Takes a folder away with all that is in it. */
    void meddleAway(Path folder) {
        meddle(folder, null);
    }

    private @Nullable Object find(Path path) {
        Object at = root;
        for (Path part : path) {
            at = at instanceof Names names ? names.cached.get(part.toString()) : null;
        }
        return at;
    }

    private Names around(Path file) {
        Path folder = Objects.requireNonNull(file.getParent());
        if (find(folder) instanceof Names names) {
            return names;
        }
        throw failed("no folder " + folder);
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }

    private static UncheckedIOException failed(String what) {
        return new UncheckedIOException(what, new IOException(what));
    }

    @Override
    public Optional<byte[]> read(Path file, int most) {
        faults.step("read " + file, () -> {});
        return switch (find(file)) {
            case Bytes bytes -> Optional.of(Arrays.copyOf(bytes.cached, Math.min(bytes.cached.length, most + 1)));
            case null -> Optional.empty();
            default -> throw failed(file + " is a folder");
        };
    }

    @Override
    public void create(Path file, byte[] content) {
        Names names = around(file);
        mustNotBe(file);
        Bytes bytes = new Bytes();
        faults.step("make " + file, () -> names.set(name(file), bytes));
        faults.step("write " + file, () -> bytes.write(content));
        faults.forceStep("force " + file, bytes::force, () -> bytes.isClean = true);
    }

    private void mustNotBe(Path file) {
        if (find(file) != null) {
            throw failed(file + " is there");
        }
    }

    @Override
    public void link(Path from, Path to) {
        Names names = around(to);
        mustNotBe(to);
        Object thing = find(from);
        if (thing == null) {
            throw failed(from + " is not there");
        }
        faults.step("link " + to, () -> names.set(name(to), thing));
    }

    @Override
    public void rename(Path from, Path to) {
        Names source = around(from);
        Names target = around(to);
        Object thing = find(from);
        if (thing == null) {
            throw failed(from + " is not there");
        }
        faults.step("rename " + to, () -> {
            source.set(name(from), null);
            target.set(name(to), thing);
        });
    }

    @Override
    public void delete(Path file) {
        if (find(file) != null) {
            faults.step("delete " + file, () -> around(file).set(name(file), null));
        }
    }

    @Override
    public void makeFolder(Path folder) {
        Names names = around(folder);
        switch (find(folder)) {
            case Names _ -> {}
            case null -> faults.step("folder " + folder, () -> names.set(name(folder), new Names()));
            default -> throw failed(folder + " is a file");
        }
    }

    @Override
    public void forceFolder(Path folder) {
        if (find(folder) instanceof Names names) {
            faults.forceStep("force " + folder, names::force, () -> {});
        } else {
            throw failed("no folder " + folder);
        }
    }

    @Override
    public List<String> list(Path folder) {
        faults.step("list " + folder, () -> {});
        return find(folder) instanceof Names names ? List.copyOf(names.cached.keySet()) : List.of();
    }

    @Override
    public Optional<Lock> lock(Path folder) {
        return locked.add(folder) ? Optional.of(() -> locked.remove(folder)) : Optional.empty();
    }

    /** What is in memory of this disk, to say what differs. */
    Map<String, Integer> sizes(Path folder) {
        Map<String, Integer> sizes = new HashMap<>();
        files(folder).forEach((name, bytes) -> sizes.put(name, bytes.length));
        return sizes;
    }
}
