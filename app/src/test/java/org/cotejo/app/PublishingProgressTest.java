package org.cotejo.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.cotejo.base.Progress;
import org.cotejo.base.RefusedException;
import org.cotejo.custody.Correction;
import org.cotejo.custody.Retraction;
import org.cotejo.custody.Source;
import org.cotejo.custody.SourceId;
import org.cotejo.custody.StationFigures;
import org.cotejo.definition.StationCode;
import org.cotejo.dossier.Frame;
import org.cotejo.entry.Entry;
import org.cotejo.folder.ElectionFolder;
import org.cotejo.reconcile.Standing;
import org.cotejo.tally.Cells;
import org.cotejo.tlog.Checkpoint;
import org.cotejo.tlog.Policy;
import org.cotejo.tlog.SignedCheckpoint;
import org.cotejo.verify.Answer;
import org.cotejo.verify.Verification;
import org.cotejo.verify.Verifier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A publication grows sheet by sheet; what was wrong is retracted or corrected by a new entry, and what was said before stays in view. */
class PublishingProgressTest {
    @TempDir
    private Path temporary;

    private TwoSides sides;
    private ElectionFolder folder;
    private Path site;
    private StationCode station;
    private SourceId delivered;

    @BeforeEach
    void publish() {
        sides = new TwoSides(temporary);
        folder = sides.part("paper", source -> source.kind() == Source.Kind.REGISTER);
        Frame frame = TwoSides.frame(folder);
        station = frame.register().code(0);
        delivered = deliver(100);
        site = sides.publish(folder, "paper", sides.one);
    }

    /** One more version of the copy of one body, with so many votes for the first candidate. */
    private SourceId deliver(int votes) {
        Frame frame = TwoSides.frame(folder);
        var contest = frame.definition().orElseThrow().contests().getFirst();
        var figures = contest.candidates().stream()
                .<org.cotejo.tally.Figure>map(candidate -> new org.cotejo.tally.Figure.OfCandidate(candidate.id()))
                .toList();
        SourceId id = frame.nextSource(sides.one);
        int[] cells = new int[figures.size()];
        cells[0] = votes;
        TwoSides.add(
                folder,
                new Entry.SourceOpened(new Source(
                        id,
                        Source.Kind.COPIES,
                        contest.id(),
                        org.cotejo.custody.Provenance.ACCREDITED,
                        figures,
                        null,
                        true,
                        org.cotejo.crypto.Sha256.of(new byte[] {(byte) votes}))),
                new Entry.FiguresGiven(new StationFigures(
                        id,
                        station,
                        StationFigures.Paper.FINAL,
                        StationFigures.Way.UNSTATED,
                        Cells.ofPacked(cells, cells.length))));
        return id;
    }

    private Checkpoint head() throws IOException {
        return SignedCheckpoint.parse(Files.readAllBytes(site.resolve("checkpoint")))
                .orThrow()
                .checkpoint();
    }

    /** Publishes again and proves that the log goes on from the head before. */
    private void publishAgain(Checkpoint before) throws IOException {
        sides.publish(folder, "paper");
        Policy policy = Policy.parse(Files.readAllBytes(sides.policy("paper"))).orThrow();
        Verification verification = Verifier.verify(
                        new DiskFiles(site), new Verifier.Trust(policy, before, true), Progress.NONE)
                .verification();
        assertEquals(Answer.PROVEN, verification.verdict(), verification.problems()::toString);
        assertTrue(head().size() > before.size());
    }

    private List<Standing> standings() {
        return TwoSides.reconciled(folder).station(0, 0).copies().stream()
                .map(copy -> copy.standing())
                .toList();
    }

    private List<String> rows() throws IOException {
        return Files.readAllLines(site.resolve("data/copies-1.csv")).stream()
                .skip(1)
                .toList();
    }

    @Test
    void aNewerVersionIsAppendedAndTheOlderOneStaysInView() throws IOException {
        Checkpoint before = head();
        deliver(120);
        publishAgain(before);
        assertEquals(List.of(Standing.COUNTS, Standing.OLDER_VERSION), standings());
        assertEquals(2, rows().size());
        assertTrue(rows().stream().anyMatch(row -> row.contains(",older_version,")), rows()::toString);
    }

    @Test
    void aCopyThatIsTakenBackStaysInViewAndNoLongerCounts() throws IOException {
        Checkpoint before = head();
        TwoSides.add(folder, new Entry.CopyRetracted(new Retraction(station, delivered, Retraction.Reason.MISREAD)));
        publishAgain(before);
        assertEquals(List.of(Standing.RETRACTED), standings());
        assertTrue(rows().getFirst().contains(",retracted,"), rows()::toString);
        assertTrue(Files.readString(site.resolve("data/feed.json")).contains("\"retraction\":1"));
    }

    @Test
    void aCorrectionIsAppendedAndTheSheetAsItWasStaysInView() throws IOException {
        Checkpoint before = head();
        SourceId corrected = deliver(90);
        TwoSides.add(
                folder,
                new Entry.CorrectionMade(new Correction(station, delivered, corrected, Correction.Reason.ARITHMETIC)));
        publishAgain(before);
        assertTrue(standings().contains(Standing.COUNTS));
        assertEquals(2, rows().size());
        assertTrue(Files.readString(site.resolve("data/feed.json")).contains("\"correction\":1"));
    }

    @Test
    void theFeedListsWhatEachPublicationAddedTheNewestFirst() throws IOException {
        for (int votes = 101; votes <= 103; votes++) {
            Checkpoint before = head();
            deliver(votes);
            publishAgain(before);
        }
        String feed = Files.readString(site.resolve("data/feed.json"));
        long entries = head().size() - 1;
        assertTrue(
                feed.contains(
                        "\"entries\":" + entries + ",\"older_publications\":0,\"items\":[{\"entries\":" + entries
                                + ",\"published_at\":null,\"manifest\":null,\"added\":{\"figures\":1,\"publication\":1,\"source\":1}}"),
                feed);
        assertEquals(3, feed.split("2030-03-01T20:00:00Z", -1).length - 1, feed);
        String atom = Files.readString(site.resolve("data/feed.xml"));
        assertEquals(4, atom.split("<entry>", -1).length - 1, atom);
    }

    @Test
    void twoThatPublishAtOnceNeverMeetAndWhoComesSecondIsToldToWait() throws Exception {
        deliver(130);
        CyclicBarrier together = new CyclicBarrier(2);
        Callable<String> publish = () -> {
            together.await();
            try {
                sides.publish(folder, "paper");
                return "published";
            } catch (RefusedException e) {
                return e.problem().code();
            }
        };
        List<String> answers = new ArrayList<>();
        try (ExecutorService both = Executors.newFixedThreadPool(2)) {
            List<Future<String>> started = List.of(both.submit(publish), both.submit(publish));
            for (Future<String> one : started) {
                answers.add(answer(one));
            }
        }
        assertTrue(answers.contains("published"), answers::toString);
        assertTrue(List.of("published", "APP-123").containsAll(answers), answers::toString);
        Policy policy = Policy.parse(Files.readAllBytes(sides.policy("paper"))).orThrow();
        assertEquals(
                Answer.PROVEN,
                Verifier.verify(new DiskFiles(site), new Verifier.Trust(policy, null, true), Progress.NONE)
                        .verification()
                        .verdict());
    }

    private static String answer(Future<String> one) throws InterruptedException, ExecutionException {
        return one.get();
    }

    @Test
    void whoIsPublishingKeepsTheNextOneOut() {
        try (PublishLock _ = PublishLock.of(folder.path())) {
            assertEquals(
                    "APP-123",
                    org.junit.jupiter.api.Assertions.assertThrows(
                                    RefusedException.class, () -> sides.publish(folder, "paper"))
                            .problem()
                            .code());
        }
        sides.publish(folder, "paper");
    }
}
