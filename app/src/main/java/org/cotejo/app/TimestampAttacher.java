package org.cotejo.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.cotejo.base.Problem;
import org.cotejo.base.RefusedException;
import org.cotejo.base.Result;
import org.cotejo.base.Sentence;
import org.cotejo.crypto.Hash;
import org.cotejo.crypto.Sha256;
import org.cotejo.merkle.RightEdge;
import org.cotejo.merkle.TreeHash;
import org.cotejo.publication.SitePath;
import org.cotejo.publication.TimestampIndex;
import org.cotejo.publication.TimestampPath;
import org.cotejo.tlog.Checkpoint;
import org.cotejo.tlog.TileReader;
import org.cotejo.verify.Answer;
import org.cotejo.verify.time.TimeTrust;
import org.cotejo.verify.time.TimeVerdict;
import org.cotejo.verify.time.Timestamp;

/** Puts a timestamp into a publication, named by its own hash, with the number of entries that it turns out to be over. */
record TimestampAttacher(Path site) {
    /** Where it lies now, and what can be said of it without pinning anybody. */
    record Attached(TimestampPath path, Answer answer, Sentence evidence) {}

    Attached attach(String file) {
        Timestamp.Kind kind =
                Timestamp.Kind.of(file).orElseThrow(() -> new RefusedException(AppProblem.TIMESTAMP_KIND.at(file)));
        byte[] bytes = ClockFiles.bytes(file, Timestamp.SIZE_MOST);
        Timestamp timestamp = switch (Timestamp.read(kind, bytes)) {
            case Result.Ok<Timestamp>(Timestamp read) -> read;
            case Result.Refused<Timestamp>(Problem problem) -> throw new RefusedException(problem.in(file));
        };
        try (LogAt log = LogAt.open(site.toString())) {
            Checkpoint head = log.head().checkpoint();
            Checkpoint stamped = stamped(timestamp, head, log)
                    .orElseThrow(() -> new RefusedException(AppProblem.NOT_STAMPED.at(file, head.size())));
            TimeVerdict verdict = timestamp.judge(text(stamped), TimeTrust.NONE);
            if (verdict instanceof TimeVerdict.Refuted(Sentence why)) {
                throw new RefusedException(AppProblem.FALSE_TIMESTAMP.because(file, why));
            }
            TimestampPath path = new TimestampPath(stamped.size(), Sha256.of(bytes), kind.ending());
            keep(path, bytes, log);
            return new Attached(path, Answer.UNCHECKED, verdict.why());
        }
    }

    private static byte[] text(Checkpoint head) {
        return head.text().getBytes(StandardCharsets.UTF_8);
    }

    /** The head that it is over: this one, else an earlier one, whose roots are worked out one after the other. */
    private static Optional<Checkpoint> stamped(Timestamp timestamp, Checkpoint head, LogAt log) {
        if (timestamp.isOver(text(head))) {
            return Optional.of(head);
        }
        TileReader tiles = log.tiles().orThrow();
        RightEdge edge = RightEdge.of(0, List.of());
        Checkpoint earlier = new Checkpoint(head.origin(), 0, TreeHash.EMPTY);
        while (!timestamp.isOver(text(earlier))) {
            if (edge.size() == head.size()) {
                return Optional.empty();
            }
            Hash leaf = tiles.leaf(edge.size()).orThrow();
            edge.append(leaf);
            earlier = new Checkpoint(head.origin(), edge.size(), edge.root());
        }
        return Optional.of(earlier);
    }

    private void keep(TimestampPath path, byte[] bytes, LogAt log) {
        Path place = site.toAbsolutePath().normalize();
        // Aside is beside the site: what a crash leaves there is no file of the publication.
        Path aside = place.resolveSibling("." + place.getFileName() + ".timestamp.new");
        Path target = place.resolve(path.path());
        Folders.make(Objects.requireNonNull(target.getParent()));
        WrittenFile.write(target, aside, bytes);
        try {
            TimestampIndex index = TimestampIndex.of(log.files().list().orElseThrow());
            WrittenFile.write(place.resolve(SitePath.TIMESTAMP_INDEX), aside, index.bytes());
        } catch (IOException e) {
            throw new UncheckedIOException("listing " + place, e);
        }
    }
}
