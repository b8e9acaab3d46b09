package org.cotejo.node.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import org.cotejo.base.RefusedException;
import org.cotejo.tlog.Checkpoint;
import org.cotejo.tlog.SignedCheckpoint;
import org.jspecify.annotations.Nullable;

/**
 * A log on a simulated disk, and what must hold of it at every instant: what was acknowledged stays where it is, each batch is in
 * the log wholly or not at all, every head ever kept or public is continued by each later one, and whoever reads the public folder,
 * even before anything was repaired, finds all that its checkpoint promises.
 */
final class SimLog {
    static final Path ROOT = Path.of("/simulated");
    static final LogFolders FOLDERS = new LogFolders(ROOT.resolve("keys"), ROOT.resolve("site"));

    final Faults faults;
    final SimDisk disk;
    final SimStore store;
    private final SplittableRandom random;
    private final LogKeys keys;
    private final Disk used;
    private final List<byte[]> acknowledged = new ArrayList<>();
    private final List<Checkpoint> seen = new ArrayList<>();
    private List<byte[]> inDoubt = List.of();
    private @Nullable Sequencer sequencer;
    private boolean wasCreated;
    private long made;

    SimLog(long seed, LogKeys keys) {
        this(seed, keys, disk -> disk);
    }

    SimLog(long seed, LogKeys keys, UnaryOperator<Disk> disguise) {
        this.keys = keys;
        random = new SplittableRandom(seed);
        faults = new Faults(random.nextLong());
        disk = new SimDisk(faults, FOLDERS.state(), FOLDERS.site());
        store = new SimStore(faults);
        used = disguise.apply(disk);
    }

    /** Goes on until all batches are in the log, and through whatever was set to happen on the way. */
    void run(List<Integer> batches) {
        ArrayDeque<Integer> left = new ArrayDeque<>(batches);
        while (!left.isEmpty()) {
            try {
                if (sequencer == null) {
                    start();
                }
                commit(left.element());
                left.remove();
            } catch (Faults.Cut e) {
                end(random.nextBoolean());
            } catch (UncheckedIOException e) {
                mustTakeNothingMore();
                end(random.nextBoolean());
            }
        }
    }

    private void commit(int count) {
        List<byte[]> batch = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            batch.add(("entry " + made++ + " " + random.nextInt()).getBytes(StandardCharsets.UTF_8));
        }
        inDoubt = batch;
        SignedCheckpoint head = Objects.requireNonNull(sequencer).commit(batch);
        acknowledged.addAll(batch);
        inDoubt = List.of();
        assertEquals(acknowledged.size(), head.checkpoint().size());
        seen.add(head.checkpoint());
    }

    private void mustTakeNothingMore() {
        Sequencer failed = sequencer;
        if (failed != null) {
            long steps = faults.steps();
            assertThrows(IllegalStateException.class, () -> failed.commit(List.of(new byte[1])));
            assertEquals(steps, faults.steps(), "a writer that failed touched the disk again");
        }
    }

    private void start() {
        assertTrue(used.lock(FOLDERS.state()).isPresent());
        Opening opening = new Opening(used, store, new HeadSigner(keys, TestKeys.at(1_000)), FOLDERS);
        if (!wasCreated) {
            try {
                opening.create();
            } catch (RefusedException e) {
                assertEquals("LOG-101", e.problem().code());
                assertEquals(1, store.everKept().size(), "refused, and nothing was ever created");
            }
            wasCreated = true;
        }
        sequencer = opening.open();
        check();
    }

    /** The process ends, cleanly or not; with it the machine may end too. */
    void end(boolean isPowerLost) {
        sequencer = null;
        faults.begin();
        if (isPowerLost) {
            disk.losePower(random);
        } else {
            disk.kill();
        }
        readAsStranger();
    }

    private Optional<WholeSite> readAsStranger() {
        Map<String, byte[]> files = disk.files(FOLDERS.site());
        Optional<WholeSite> site = WholeSite.verified(files, keys);
        site.ifPresent(found -> {
            assertTrue(
                    store.everKept().stream()
                            .anyMatch(head -> head.size() == found.size()
                                    && head.root().equals(found.head().root())),
                    "a head is public that was never kept");
            seen.add(found.head());
        });
        return site;
    }

    /** Of a log that was just opened everything holds. */
    private void check() {
        WholeSite site = readAsStranger().orElseThrow();
        site.mustHoldNothingElse();
        seen.forEach(site::mustContinue);
        for (KeptHead head : store.everKept()) {
            site.mustContinue(new Checkpoint(TestKeys.ORIGIN, head.size(), head.root()));
        }
        if (!site.holds(acknowledged)) {
            acknowledged.addAll(inDoubt);
            assertTrue(
                    site.holds(acknowledged),
                    "the log holds neither what was acknowledged nor that and the last batch");
        }
        inDoubt = List.of();
        assertEquals(0, disk.files(FOLDERS.state().resolve("staging")).size());
    }

    /** The last test of all: the machine goes, and whatever was acknowledged is there. */
    void mustSurvive() {
        end(true);
        start();
        end(false);
    }

    long size() {
        return acknowledged.size();
    }
}
