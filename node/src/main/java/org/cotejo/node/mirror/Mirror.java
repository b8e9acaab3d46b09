package org.cotejo.node.mirror;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.cotejo.node.web.Web;
import org.cotejo.publication.Succession;
import org.cotejo.tlog.Policy;
import org.cotejo.tlog.SignedCheckpoint;
import org.jspecify.annotations.Nullable;

/**
 * A mirror of one publication in one folder. Rounds are run by one thread; any number of threads may serve what is current. What it serves
 * was checked byte by byte, against a head that continues every head that this mirror ever saw.
 */
public final class Mirror implements AutoCloseable {
    /**
     * What to follow.
     *
     * @param url where the publication lies
     * @param policy whose keys are believed; null if nobody's are, and then nothing is ever proven
     * @param succession by which the log took over from another one, or was ended itself; null where none is known
     */
    public record Wishes(
            String url, @Nullable Policy policy, @Nullable Succession succession, Limits limits) {
        /** A log of which no succession is known. */
        public Wishes(String url, @Nullable Policy policy, Limits limits) {
            this(url, policy, null, limits);
        }
    }

    /**
     * How the mirror stands after a round.
     *
     * @param sightings all that is wrong or could not be checked now; empty where everything was checked and fits
     * @param entries of the version that is served; -1 before the first one
     * @param requests made in this round
     * @param bytes received in this round
     * @param answered when the source last answered; the epoch if never
     */
    public record Standing(
            List<Sighting> sightings, long entries, long requests, long bytes, Instant answered, boolean isNew) {
        public Standing {
            sightings = List.copyOf(sightings);
        }

        /** The worst of what was seen. */
        public Optional<Sighting.Weight> worst() {
            return sightings.stream()
                    .map(one -> one.kind().weight())
                    .filter(weight -> weight != Sighting.Weight.NOTE)
                    .min(java.util.Comparator.naturalOrder());
        }
    }

    /** All files are looked at again. */
    public static final int ALL = Integer.MAX_VALUE;

    private final Wishes wishes;
    private final MirrorFolder folder;
    private final Evidence evidence;
    private final Web web;
    private final InstantSource clock;
    private final AtomicReference<Optional<Path>> served = new AtomicReference<>(Optional.empty());
    private SourceMemory memory;
    private Stock.@Nullable Placed held;
    private int damaged;
    private List<Sighting.Kind> saidLast = List.of();

    private Mirror(Wishes wishes, MirrorFolder folder, Web web, InstantSource clock) {
        this.wishes = wishes;
        this.folder = folder;
        this.evidence = new Evidence(folder.evidence());
        this.web = web;
        this.clock = clock;
        this.memory = SourceMemory.read(folder.path(SourceMemory.file(wishes.url())));
    }

    /** Opens a mirror, or begins one in a new or empty folder; what lies there already is checked byte by byte. */
    public static Mirror open(Path dir, Wishes wishes, Web web, InstantSource clock) {
        MirrorFolder folder = MirrorFolder.open(dir);
        try {
            Mirror mirror = new Mirror(wishes, folder, web, clock);
            mirror.checkOwn();
            return mirror;
        } catch (RuntimeException e) {
            folder.close();
            throw e;
        }
    }

    private void checkOwn() {
        Optional<SignedCheckpoint> newest = folder.head("newest");
        Policy policy = wishes.policy();
        if (newest.isPresent() && policy != null) {
            String origin = newest.get().checkpoint().origin();
            if (policy.logs().stream().noneMatch(log -> log.key().name().equals(origin))) {
                throw MirrorProblem.OTHER_POLICY.at(folder.path(""), origin);
            }
        }
        Optional<Path> version = folder.current();
        Optional<SignedCheckpoint> head = version.flatMap(path -> folder.head(
                folder.path("").relativize(path).resolve("checkpoint").toString()));
        if (version.isEmpty() || head.isEmpty()) {
            return;
        }
        try {
            OwnCheck.Found found = OwnCheck.check(version.get(), head.get());
            damaged = found.damaged();
            held = new Stock.Placed(found.stock(), version.get());
            if (damaged == 0) {
                served.set(version);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("checking " + version.get(), e);
        }
    }

    /**
     * Looks at the source once.
     *
     * @param again how many files that are here already are looked at again, in turn; {@link #ALL} of them
     */
    public Standing round(int again) {
        long now = clock.instant().getEpochSecond();
        Source source = new Source(web, wishes.url());
        String origin =
                folder.head("newest").map(head -> head.checkpoint().origin()).orElse(null);
        HeadJudge judge = new HeadJudge(wishes.policy(), wishes.succession(), origin, evidence);
        Stock.Placed before = held;
        // What is damaged is made anew, even if the head is the same.
        Stock.Placed usable = before != null && damaged > 0 ? mending(before) : before;
        Round.Came came = new Round(source, folder, judge, evidence, wishes.limits(), memory, usable).run(now, again);
        memory = came.memory();
        List<Sighting> sightings = new java.util.ArrayList<>(came.sightings());
        if (damaged > 0) {
            sightings.add(Sighting.Kind.OWN_DAMAGED.at("", damaged));
        }
        Stock.Placed after = came.held();
        if (came.isNew() && after != null) {
            held = after;
            damaged = 0;
            served.set(Optional.of(after.folder()));
        }
        folder.keep(SourceMemory.file(wishes.url()), memory.bytes(wishes.url()));
        say(sightings);
        return new Standing(
                sightings,
                after == null || served.get().isEmpty()
                        ? -1
                        : after.stock().head().checkpoint().size(),
                source.requests(),
                source.bytes(),
                Instant.ofEpochSecond(memory.answered()),
                came.isNew());
    }

    /** The same files under a head of its own, so that it is never taken for whole. */
    private static Stock.Placed mending(Stock.Placed before) {
        SignedCheckpoint head = before.stock().head();
        Stock files = new Stock(
                new SignedCheckpoint(
                        new org.cotejo.tlog.Checkpoint(head.checkpoint().origin(), 0, org.cotejo.merkle.TreeHash.EMPTY),
                        new org.cotejo.tlog.Note(
                                new org.cotejo.tlog.Checkpoint(
                                                head.checkpoint().origin(), 0, org.cotejo.merkle.TreeHash.EMPTY)
                                        .text(),
                                head.note().signatures())),
                before.stock().named());
        before.stock()
                .paths()
                .forEach(path -> files.add(path, before.stock().hash(path).orElseThrow()));
        return new Stock.Placed(files, before.folder());
    }

    /** A line of the log of events whenever something begins or ends. */
    private void say(List<Sighting> sightings) {
        List<Sighting.Kind> now =
                sightings.stream().map(Sighting::kind).distinct().sorted().toList();
        if (!now.equals(saidLast)) {
            Instant at = clock.instant();
            sightings.forEach(one -> evidence.say(at, wishes.url() + " " + one.line("en")));
            if (now.isEmpty()) {
                evidence.say(at, wishes.url() + " everything fits");
            }
            saidLast = now;
        }
    }

    /** The folder with the version that may be served; empty before one is whole and checked. */
    public Optional<Path> current() {
        return served.get();
    }

    /** The newest head that was seen and continues all others. */
    public Optional<SignedCheckpoint> newest() {
        return folder.head("newest");
    }

    /** The folder with what was kept for ever, and how many files that are. */
    public Path evidence() {
        return folder.evidence();
    }

    /** How many files of evidence there are. */
    public long evidences() {
        return evidence.count();
    }

    @Override
    public void close() {
        folder.close();
    }
}
