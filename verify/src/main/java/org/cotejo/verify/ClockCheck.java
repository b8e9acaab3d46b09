package org.cotejo.verify;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.function.Supplier;
import org.cotejo.base.Problem;
import org.cotejo.base.Result;
import org.cotejo.base.Sentence;
import org.cotejo.bulletin.Publication;
import org.cotejo.crypto.Hash;
import org.cotejo.crypto.Sha256;
import org.cotejo.merkle.TreeHash;
import org.cotejo.publication.SitePath;
import org.cotejo.publication.TimestampIndex;
import org.cotejo.publication.TimestampPath;
import org.cotejo.tlog.Checkpoint;
import org.cotejo.tlog.TileReader;
import org.cotejo.tlog.TileSource;
import org.cotejo.verify.time.TimeTrust;
import org.cotejo.verify.time.TimeVerdict;
import org.cotejo.verify.time.Timestamp;
import org.jspecify.annotations.Nullable;

/**
 * Holds every timestamp against the head that it is over, which is made again from the entries: origin, number of entries, root.
 * So a timestamp stays true when cosignatures are added and when the log has grown.
 */
final class ClockCheck {
    /** How far the publisher's clock may run ahead of the authority's before the two contradict each other. */
    private static final Duration CLOCKS_APART = Duration.ofMinutes(10);

    /** How far a publisher's clock may run ahead of the clock of whoever verifies. */
    private static final Duration AHEAD_MOST = Duration.ofDays(1);

    private final FileReader reader;
    private final Supplier<Optional<SortedSet<String>>> listing;
    private final TimeTrust trust;
    private final Findings findings;
    private final List<Timestamped> found = new ArrayList<>();
    private final List<Claim> claims = new ArrayList<>();

    /** {@code listing}: the paths of all files, or nothing where nobody can know. */
    ClockCheck(SiteFiles files, Supplier<Optional<SortedSet<String>>> listing, TimeTrust trust, Findings findings) {
        this.reader = new FileReader(files);
        this.listing = listing;
        this.trust = trust;
        this.findings = findings;
    }

    /** Judges all timestamps that are there, by a head of the log and what its entries say about their time. */
    void check(Checkpoint head, TileSource tiles, List<Publication> publications) {
        List<TimestampPath> paths = paths().paths();
        for (TimestampPath path : paths) {
            judge(path, head, tiles, publications);
        }
        boolean isProven = found.stream().anyMatch(one -> one.answer() == Answer.PROVEN);
        if (trust.isAsked() && !isProven) {
            findings.add(Level.SIGNATURES, PublicationProblem.NO_TIME.at(Spot.file(SitePath.TIMESTAMPS), paths.size()));
        }
    }

    /** Publications that say they were made after now, by more than clocks and time zones explain. */
    void future(List<Publication> publications, Instant now) {
        Instant latest = now.plus(AHEAD_MOST);
        for (Publication publication : publications) {
            if (publication.at().isAfter(latest)) {
                findings.add(
                        Level.SIGNATURES,
                        PublicationProblem.FUTURE.at(
                                new Spot("", publication.entries(), Spot.NONE), publication.at(), now));
            }
        }
    }

    List<Timestamped> found() {
        return found;
    }

    List<Claim> claims() {
        return claims;
    }

    private TimestampIndex paths() {
        Optional<byte[]> index = reader.bytes(SitePath.TIMESTAMP_INDEX, TimestampIndex.SIZE_MOST);
        Optional<TimestampIndex> read = index.flatMap(TimestampIndex::parse);
        if (index.isPresent() && read.isEmpty()) {
            findings.add(Level.BYTES, PublicationProblem.EXTRA_FILE.at(Spot.file(SitePath.TIMESTAMP_INDEX)));
        }
        Optional<SortedSet<String>> listed = listing.get();
        long there = listed.stream()
                .flatMap(Collection::stream)
                .filter(path -> TimestampPath.parse(path).isPresent())
                .count();
        if (there > TimestampIndex.COUNT_MOST) {
            claims.add(Claim.of(
                    new Sentence("all {0} timestamps", "los {0} sellos de tiempo").with(there),
                    Answer.UNCHECKED,
                    new Sentence("the first {0} were looked at", "se miraron los primeros {0}")
                            .with(TimestampIndex.COUNT_MOST)));
        }
        return listed.map(TimestampIndex::of).or(() -> read).orElseGet(() -> new TimestampIndex(List.of()));
    }

    private void judge(TimestampPath path, Checkpoint head, TileSource tiles, List<Publication> publications) {
        byte[] bytes = reader.bytes(path.path(), Timestamp.SIZE_MOST).orElse(null);
        if (bytes == null) {
            unchecked(path, null, new Sentence("the list names it, and it is missing", "la lista lo nombra, y falta"));
            return;
        }
        if (!Sha256.of(bytes).equals(path.file())) {
            refuted(path, new Sentence("it is not the file that its name says", "no es el archivo que dice su nombre"));
            return;
        }
        if (path.entries() > head.size()) {
            refuted(
                    path,
                    new Sentence(
                                    "it is over a head of {0} entries, and the log has {1}",
                                    "es de una cabeza de {0} asientos, y el registro tiene {1}")
                            .with(path.entries(), head.size()));
            return;
        }
        if (path.entries() == 0) {
            unchecked(
                    path,
                    null,
                    new Sentence(
                            "it is over a head without entries, which anybody can write for any log at any time: it says nothing",
                            "es de una cabeza sin asientos, que cualquiera puede escribir para cualquier registro en cualquier momento: no dice nada"));
            return;
        }
        Timestamp.Kind kind = Timestamp.Kind.of(path.ending()).orElseThrow();
        switch (Timestamp.read(kind, bytes)) {
            case Result.Refused<Timestamp>(Problem problem) -> {
                if (Timestamp.isAboveLimit(problem)) {
                    unchecked(path, null, problem.sentence());
                } else {
                    refuted(path, problem.sentence());
                }
            }
            case Result.Ok<Timestamp>(Timestamp timestamp) -> {
                switch (root(head, tiles, path.entries())) {
                    case Result.Refused<Hash>(Problem problem) -> unchecked(path, null, problem.sentence());
                    case Result.Ok<Hash>(Hash root) -> {
                        Checkpoint stamped = new Checkpoint(head.origin(), path.entries(), root);
                        TimeVerdict verdict = timestamp.judge(stamped.text().getBytes(StandardCharsets.UTF_8), trust);
                        take(path, verdict, publications);
                    }
                }
            }
        }
    }

    static Result<Hash> root(Checkpoint head, TileSource tiles, long entries) {
        if (entries == head.size()) {
            return Result.ok(head.root());
        }
        return entries == 0
                ? Result.ok(TreeHash.EMPTY)
                : TileReader.open(head, tiles).then(reader -> reader.root(entries));
    }

    private void take(TimestampPath path, TimeVerdict verdict, List<Publication> publications) {
        switch (verdict) {
            case TimeVerdict.Refuted(Sentence why) -> refuted(path, why);
            case TimeVerdict.Unchecked(@Nullable Instant claimed, Sentence why) -> unchecked(path, claimed, why);
            case TimeVerdict.Proven(Instant at, Duration give, Sentence why) -> {
                Instant latest = at.plus(give).plus(CLOCKS_APART);
                Optional<Instant> later = publications.stream()
                        .filter(publication -> publication.entries() < path.entries())
                        .map(Publication::at)
                        .filter(latest::isBefore)
                        .max(Instant::compareTo);
                if (later.isPresent()) {
                    Trouble trouble = PublicationProblem.CLOCKS.at(Spot.file(path.path()), at, later.get());
                    findings.add(Level.SIGNATURES, trouble);
                    add(path, Answer.REFUTED, at, trouble.sentence());
                } else {
                    add(path, Answer.PROVEN, at, why);
                }
            }
        }
    }

    private void unchecked(TimestampPath path, @Nullable Instant claimed, Sentence why) {
        add(path, Answer.UNCHECKED, claimed, why);
    }

    private void refuted(TimestampPath path, Sentence why) {
        findings.add(Level.SIGNATURES, PublicationProblem.TIMESTAMP.because(Spot.file(path.path()), why));
        add(path, Answer.REFUTED, null, why);
    }

    private void add(TimestampPath path, Answer answer, @Nullable Instant at, Sentence why) {
        found.add(new Timestamped(path.path(), path.entries(), answer, at, why));
        claims.add(Claim.of(
                new Sentence(
                                "a timestamp over the first {0} entries ({1})",
                                "un sello de tiempo de los primeros {0} asientos ({1})")
                        .with(path.entries(), path.ending().substring(1)),
                answer,
                why));
    }
}
