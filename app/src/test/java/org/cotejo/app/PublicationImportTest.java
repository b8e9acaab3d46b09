package org.cotejo.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cotejo.base.Progress;
import org.cotejo.base.RefusedException;
import org.cotejo.base.Result;
import org.cotejo.bulletin.TakenPublication;
import org.cotejo.crypto.Sha256;
import org.cotejo.custody.Incident;
import org.cotejo.custody.Provenance;
import org.cotejo.custody.Retraction;
import org.cotejo.custody.Source;
import org.cotejo.custody.SourceId;
import org.cotejo.custody.StationFigures;
import org.cotejo.definition.Candidate;
import org.cotejo.definition.Contest;
import org.cotejo.definition.ElectionDefinition;
import org.cotejo.definition.StationCode;
import org.cotejo.dossier.DefinitionHash;
import org.cotejo.dossier.Frame;
import org.cotejo.entry.Entry;
import org.cotejo.folder.ElectionFolder;
import org.cotejo.formats.importer.ImportSummary;
import org.cotejo.reconcile.StationState;
import org.cotejo.tally.Cells;
import org.cotejo.tally.Figure;
import org.cotejo.tlog.ForkEvidence;
import org.cotejo.tlog.Policy;
import org.cotejo.tlog.SignedCheckpoint;
import org.cotejo.verify.Answer;
import org.cotejo.verify.Verification;
import org.cotejo.verify.Verifier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What another side published is proven and then taken: all of it that is for its log to say, or nothing. */
class PublicationImportTest {
    @TempDir
    private Path temporary;

    private TwoSides sides;

    @BeforeEach
    void country() {
        sides = new TwoSides(temporary);
    }

    private static String refused(org.junit.jupiter.api.function.Executable work) {
        return assertThrows(RefusedException.class, work).problem().code();
    }

    private static Set<String> refuted(org.junit.jupiter.api.function.Executable work, Answer verdict) {
        Verification verification = assertThrows(NotProvenException.class, work).verification();
        assertEquals(verdict, verification.verdict());
        return verification.problems().stream()
                .map(problem -> problem.kind().code())
                .collect(Collectors.toSet());
    }

    private static Map<StationState, Integer> states(ElectionFolder folder) {
        return TwoSides.reconciled(folder).contests().getFirst().counts();
    }

    private static SourceId lastOf(ElectionFolder folder, org.cotejo.definition.CustodianId custodian) {
        return TwoSides.frame(folder).sources().stream()
                .filter(source -> source.kind() == Source.Kind.COPIES)
                .map(Source::id)
                .filter(id -> id.custodian().equals(custodian))
                .reduce((_, later) -> later)
                .orElseThrow();
    }

    @Test
    void eachOfTwoSidesTakesTheOthersPublicationAndBothComeToTheSameResult() throws IOException {
        Path siteA = sides.publish(sides.a, "a", sides.one);
        Path siteB = sides.publish(sides.b, "b", sides.other);
        ImportSummary summary = sides.take(siteB, "b", sides.a);
        sides.take(siteA, "a", sides.b);
        assertTrue(summary.count("sources") >= 1, summary::toString);
        assertEquals(
                TwoSides.reconciled(sides.a).contests().getFirst().totals(),
                TwoSides.reconciled(sides.b).contests().getFirst().totals());
        assertEquals(states(sides.a), states(sides.b));
        ElectionFolder both = sides.part(
                "both",
                source -> TwoSides.isShared(source)
                        || source.id().custodian().equals(sides.one)
                        || source.id().custodian().equals(sides.other));
        assertEquals(states(both), states(sides.a));
        TakenPublication taken = TwoSides.frame(sides.a).taken().getFirst();
        assertEquals("b.example/2027", taken.origin().value());
        assertEquals(
                SignedCheckpoint.parse(Files.readAllBytes(siteB.resolve("checkpoint")))
                        .orThrow()
                        .checkpoint(),
                SignedCheckpoint.parse(sides.a.blob(taken.checkpoint()))
                        .orThrow()
                        .checkpoint());
        sides.publish(sides.a, "a", sides.one);
        Policy policy = Policy.parse(Files.readAllBytes(sides.policy("a"))).orThrow();
        Verification again = Verifier.verify(
                        new DiskFiles(siteA), new Verifier.Trust(policy, null, true), Progress.NONE)
                .verification();
        assertEquals(Answer.PROVEN, again.verdict(), again.problems()::toString);
    }

    @Test
    void aPublicationThatWasTakenBringsNothingTwice() {
        Path siteB = sides.publish(sides.b, "b", sides.other);
        sides.take(siteB, "b", sides.a);
        long entries = sides.a.entries();
        sides.take(siteB, "b", sides.a);
        assertEquals(entries, sides.a.entries());
    }

    @Test
    void ofAPublicationThatGrewOnlyWhatIsNewIsTaken() {
        Path siteB = sides.publish(sides.b, "b", sides.other);
        sides.take(siteB, "b", sides.a);
        long entries = sides.a.entries();
        StationCode station = TwoSides.frame(sides.b).register().code(0);
        SourceId theirs = lastOf(sides.b, sides.other);
        TwoSides.add(
                sides.b,
                new Entry.IncidentReported(new Incident(station, Incident.Kind.LATE_OPENING, sides.other, null)),
                new Entry.CopyRetracted(new Retraction(station, theirs, Retraction.Reason.MISREAD)));
        sides.publish(sides.b, "b");
        ImportSummary summary = sides.take(siteB, "b", sides.a);
        assertEquals(1, summary.count("incident_reported"));
        assertEquals(1, summary.count("copy_retracted"));
        assertEquals(0, summary.count("stations"));
        assertEquals(entries + 3, sides.a.entries(), "incident, retraction and what was taken");
        List<Retraction> retractions =
                TwoSides.reconciled(sides.a).dossier().records(0).retractions();
        assertEquals(lastOf(sides.a, sides.other), retractions.getFirst().source());
        sides.take(siteB, "b", sides.a);
        assertEquals(entries + 3, sides.a.entries());
    }

    @Test
    void whatIsRefutedOrPinnedByNobodyIsNotTaken() throws IOException {
        Path siteB = sides.publish(sides.b, "b", sides.other);
        long entries = sides.a.entries();
        assertEquals(
                "TAKE-114",
                refused(() -> new PublicationImport(List.of(siteB.toString()), TwoSides.silent())
                        .run(new org.cotejo.formats.importer.ImportRequest(
                                List.of(siteB), null, sides.a, Map.of(), org.cotejo.formats.importer.Progress.NONE))));
        sides.publish(sides.a, "a", sides.one);
        assertEquals(Set.of("PUB-211"), refuted(() -> sides.take(siteB, "a", sides.whole), Answer.REFUTED));
        Path bundle;
        try (Stream<Path> all = Files.walk(siteB.resolve("tile/entries"))) {
            bundle = all.filter(Files::isRegularFile).findFirst().orElseThrow();
        }
        byte[] bytes = Files.readAllBytes(bundle);
        bytes[bytes.length / 2] ^= 1;
        Files.delete(bundle);
        Files.write(bundle, bytes);
        assertTrue(
                refuted(() -> sides.take(siteB, "b", sides.a), Answer.REFUTED).contains("PUB-206"));
        assertEquals(entries + 2, sides.a.entries(), "its own log and publication alone");
        assertFalse(Files.exists(sides.a.path().resolve("evidence")));
    }

    @Test
    void anEmptyFolderTakesTheElectionAsItIs() {
        Path siteB = sides.publish(sides.b, "b", sides.other);
        ElectionFolder empty = ElectionFolder.openOrCreate(temporary.resolve("empty"));
        sides.take(siteB, "b", empty);
        Frame here = TwoSides.frame(empty);
        Frame there = TwoSides.frame(sides.b);
        assertEquals(
                DefinitionHash.of(there, there.definition().orElseThrow()),
                DefinitionHash.of(here, here.definition().orElseThrow()));
        assertEquals(there.frozen(), here.frozen());
        assertEquals(states(sides.b), states(empty));
        assertTrue(here.log().isEmpty(), "the log of the other side is not this folder's");
        assertEquals("TAKE-102", refused(() -> sides.take(siteB, "b", sides.b)));
    }

    @Test
    void aLogThatForkedIsRefusedAndBothHeadsAreKeptAsProof() throws IOException {
        Path siteB = sides.publish(sides.b, "b", sides.other);
        ElectionFolder twin = ElectionFolder.open(twin(sides.b.path(), "twin"));
        Folders.copy(temporary.resolve("keys-b"), temporary.resolve("keys-twin"));
        StationCode station = TwoSides.frame(sides.b).register().code(0);
        TwoSides.add(
                sides.b,
                new Entry.IncidentReported(new Incident(station, Incident.Kind.LATE_OPENING, sides.other, null)));
        sides.publish(sides.b, "b");
        sides.take(siteB, "b", sides.a);
        long entries = sides.a.entries();
        TwoSides.add(
                twin,
                new Entry.IncidentReported(new Incident(station, Incident.Kind.VIOLENCE, sides.other, null)),
                new Entry.IncidentReported(new Incident(station, Incident.Kind.MACHINE_FAILED, sides.other, null)));
        Path siteTwin = temporary.resolve("twin-site");
        sides.publisher("keys-twin").publish(twin.path(), siteTwin, new Publisher.Wishes(null, null));
        assertEquals(Set.of("PUB-215"), refuted(() -> sides.take(siteTwin, "b", sides.a), Answer.REFUTED));
        assertEquals(entries, sides.a.entries());
        Path kept = kept();
        Policy policy = Policy.parse(Files.readAllBytes(sides.policy("b"))).orThrow();
        ForkEvidence fork =
                ForkEvidence.parse(Files.readAllBytes(kept.resolve("fork"))).orThrow();
        assertInstanceOf(
                Result.Ok.class,
                fork.verify(policy.logs().stream().map(Policy.Log::key).toList()));
        assertEquals(
                Files.readString(siteTwin.resolve("checkpoint")), Files.readString(kept.resolve("newer.checkpoint")));
    }

    private Path twin(Path from, String name) throws IOException {
        Folders.copy(from, temporary.resolve(name));
        return temporary.resolve(name);
    }

    private Path kept() throws IOException {
        try (Stream<Path> all = Files.list(sides.a.path().resolve("evidence"))) {
            List<Path> folders = all.toList();
            assertEquals(1, folders.size());
            return folders.getFirst();
        }
    }

    @Test
    void aLogThatWentBackIsRefusedAndBothHeadsAreKept() throws IOException {
        Path siteB = sides.publish(sides.b, "b", sides.other);
        Path older = twin(siteB, "older-site");
        StationCode station = TwoSides.frame(sides.b).register().code(0);
        TwoSides.add(
                sides.b,
                new Entry.IncidentReported(new Incident(station, Incident.Kind.LATE_OPENING, sides.other, null)));
        sides.publish(sides.b, "b");
        sides.take(siteB, "b", sides.a);
        assertEquals(Set.of("PUB-215"), refuted(() -> sides.take(older, "b", sides.a), Answer.REFUTED));
        SignedCheckpoint newer = SignedCheckpoint.parse(Files.readAllBytes(kept().resolve("newer.checkpoint")))
                .orThrow();
        SignedCheckpoint before = SignedCheckpoint.parse(Files.readAllBytes(kept().resolve("older.checkpoint")))
                .orThrow();
        assertTrue(newer.checkpoint().size() < before.checkpoint().size());
        assertFalse(Files.exists(kept().resolve("fork")), "an old copy proves no fork");
    }

    /** A delivery in the name of somebody, newer than what is there, with other figures. */
    static Entry[] forged(ElectionFolder in, org.cotejo.definition.CustodianId name, SourceId id) {
        Frame frame = TwoSides.frame(in);
        Contest contest = frame.definition().orElseThrow().contests().getFirst();
        List<Figure> figures = contest.candidates().stream()
                .<Figure>map(candidate -> new Figure.OfCandidate(candidate.id()))
                .toList();
        int[] cells = new int[figures.size()];
        cells[0] = 1;
        List<Entry> entries = new ArrayList<>();
        entries.add(new Entry.SourceOpened(new Source(
                id,
                Source.Kind.COPIES,
                contest.id(),
                Provenance.ACCREDITED,
                figures,
                Instant.parse("2030-01-01T00:00:00Z"),
                false,
                Sha256.of(new byte[] {7}))));
        entries.add(new Entry.FiguresGiven(new StationFigures(
                id,
                frame.register().code(0),
                StationFigures.Paper.FINAL,
                StationFigures.Way.UNSTATED,
                Cells.ofPacked(cells, cells.length))));
        assertEquals(name, id.custodian());
        return entries.toArray(new Entry[0]);
    }

    @Test
    void nobodysLogBringsANewerVersionOfWhatSomebodyElseDelivered() {
        TwoSides.add(sides.b, forged(sides.b, sides.one, TwoSides.frame(sides.b).nextSource(sides.one)));
        Path siteB = sides.publish(sides.b, "b", sides.other);
        ElectionFolder before = ElectionFolder.open(sides.a.path());
        int ours = before.frame(before.blocks()).sources().size();
        ImportSummary summary = sides.take(siteB, "b", sides.a);
        assertEquals(1, summary.count("left_out_second_hand"));
        assertEquals(
                1,
                TwoSides.frame(sides.a).sources().stream()
                        .filter(source -> source.id().custodian().equals(sides.one))
                        .count());
        assertEquals(
                ours + (int) summary.count("sources"),
                TwoSides.frame(sides.a).sources().size());
        ElectionFolder willing = sides.part(
                "willing",
                source -> TwoSides.isShared(source) || source.id().custodian().equals(sides.one));
        assertEquals(
                0,
                sides.take(siteB, "b", willing, Map.of("second-hand", "take")).count("left_out_second_hand"));
    }

    @Test
    void aCopyThatCameByFileAndComesAgainByItsPublicationWeighsOnce() {
        ElectionFolder both = sides.part(
                "both",
                source -> TwoSides.isShared(source)
                        || source.id().custodian().equals(sides.one)
                        || source.id().custodian().equals(sides.other));
        Map<StationState, Integer> before = states(both);
        int deliveries = TwoSides.frame(both).sources().size();
        Path siteB = sides.publish(sides.b, "b", sides.other);
        Map<String, String> whose = Map.of("whose", sides.other.value());
        ImportSummary summary = sides.take(siteB, "b", both, whose);
        assertTrue(summary.count("already_here") >= 1, summary::toString);
        assertEquals(0, summary.count("sources"));
        assertEquals(deliveries, TwoSides.frame(both).sources().size());
        assertEquals(before, states(both));
        TwoSides.add(
                sides.b, forged(sides.b, sides.other, TwoSides.frame(sides.b).nextSource(sides.other)));
        sides.publish(sides.b, "b");
        assertEquals(1, sides.take(siteB, "b", both, whose).count("sources"), "its own log brings its newer version");
        assertEquals(deliveries + 1, TwoSides.frame(both).sources().size());
    }

    @Test
    void stationsThatTheRegisterHereDoesNotListAreSetAside() {
        ElectionFolder paper = sides.part("paper", source -> source.kind() == Source.Kind.REGISTER);
        TwoSides.add(paper, forged(paper, sides.other, TwoSides.frame(paper).nextSource(sides.other)));
        Path site = sides.publish(paper, "paper", sides.other);
        Frame frame = TwoSides.frame(paper);
        SourceId register = new SourceId(sides.one, 1);
        ElectionFolder here = ElectionFolder.openOrCreate(temporary.resolve("here"));
        TwoSides.add(
                here,
                new Entry.DefinitionStated(frame.definition().orElseThrow()),
                new Entry.SourceOpened(new Source(
                        register,
                        Source.Kind.REGISTER,
                        null,
                        Provenance.OFFICIAL,
                        List.of(),
                        null,
                        false,
                        Sha256.of(new byte[] {1}))),
                new Entry.StationListed(register, frame.register().code(1), 0, 500));
        ImportSummary summary = sides.take(site, "paper", here);
        assertEquals(1, summary.count("quarantined"));
        assertEquals(1, TwoSides.frame(here).register().size());
        assertEquals(0, TwoSides.reconciled(here).contests().getFirst().stationsWithCopies());
        assertEquals("TAKE-110", refused(() -> sides.take(site, "paper", sides.a, Map.of("whose", "nobody"))));
    }

    private ElectionFolder restated(String name, UnaryOperator<ElectionDefinition> change) {
        ElectionFolder folder = sides.part(name, source -> TwoSides.isShared(source));
        TwoSides.add(
                folder,
                new Entry.DefinitionStated(
                        change.apply(TwoSides.frame(folder).definition().orElseThrow())));
        return folder;
    }

    private static ElectionDefinition with(ElectionDefinition of, List<Contest> contests) {
        return new ElectionDefinition(
                of.id(),
                of.title(),
                of.origin(),
                of.levels(),
                contests,
                of.sides(),
                of.custodians(),
                of.roll(),
                of.stations(),
                of.announcer());
    }

    private static List<Contest> renamed(ElectionDefinition of, UnaryOperator<Candidate> change) {
        Contest first = of.contests().getFirst();
        List<Candidate> candidates = new ArrayList<>(first.candidates());
        candidates.set(0, change.apply(candidates.getFirst()));
        return List.of(new Contest(first.id(), first.title(), candidates, List.of()));
    }

    @Test
    void aVoteForSomebodyThereIsNeverAVoteForSomebodyElseHere() {
        ElectionFolder paper = sides.part("paper", source -> source.kind() == Source.Kind.REGISTER);
        TwoSides.add(paper, forged(paper, sides.other, TwoSides.frame(paper).nextSource(sides.other)));
        Path site = sides.publish(paper, "paper", sides.other);
        ElectionFolder others = restated(
                "others",
                of -> with(
                        of,
                        renamed(
                                of,
                                candidate -> new Candidate(
                                        new org.cotejo.definition.CandidateId("X99"), candidate.name()))));
        assertEquals("TAKE-108", refused(() -> sides.take(site, "paper", others)));
        ElectionFolder names = restated(
                "names", of -> with(of, renamed(of, candidate -> new Candidate(candidate.id(), "Lista Distinta"))));
        assertEquals("TAKE-109", refused(() -> sides.take(site, "paper", names)));
        assertEquals(
                1,
                sides.take(site, "paper", names, Map.of("candidates", "by-id")).count("sources"));
        ElectionFolder another = restated(
                "another",
                of -> new ElectionDefinition(
                        "another-election",
                        of.title(),
                        of.origin(),
                        of.levels(),
                        of.contests(),
                        of.sides(),
                        of.custodians(),
                        of.roll(),
                        of.stations(),
                        of.announcer()));
        assertEquals("TAKE-104", refused(() -> sides.take(site, "paper", another)));
    }

    @Test
    void aBodyThatNobodyHereKnowsIsAskedForAndMayBeMapped() {
        Path siteB = sides.publish(sides.b, "b", sides.other);
        ElectionFolder strangers = ElectionFolder.openOrCreate(temporary.resolve("strangers"));
        ElectionDefinition of = TwoSides.frame(sides.b).definition().orElseThrow();
        TwoSides.add(
                strangers,
                new Entry.DefinitionStated(new ElectionDefinition(
                        of.id(),
                        of.title(),
                        of.origin(),
                        of.levels(),
                        of.contests(),
                        of.sides(),
                        of.custodians().stream()
                                .filter(custodian -> !custodian.id().equals(sides.other))
                                .toList(),
                        of.roll(),
                        of.stations(),
                        of.announcer())));
        RefusedException refused = assertThrows(RefusedException.class, () -> sides.take(siteB, "b", strangers));
        assertEquals("TAKE-105", refused.problem().code());
        assertTrue(String.valueOf(refused.getMessage()).contains(sides.other.value()), refused::getMessage);
        assertEquals(
                "TAKE-106",
                refused(() -> sides.take(siteB, "b", strangers, Map.of("custodian", sides.other + "=nobody"))));
        assertEquals(1, strangers.entries());
        sides.take(siteB, "b", strangers, Map.of("custodian", sides.other + "=" + sides.one));
        assertNotEquals(
                0,
                TwoSides.frame(strangers).sources().stream()
                        .filter(source -> source.id().custodian().equals(sides.one))
                        .count());
    }

    @Test
    void theCommandLineAnswersWithItsExitCodes() throws IOException {
        Path siteB = sides.publish(sides.b, "b", sides.other);
        String into = sides.a.path().toString();
        String policy = sides.policy("b").toString();
        assertEquals(2, run("import", "publication", siteB.toString(), "--into", into));
        assertEquals(0, run("import", "publication", siteB.toString(), "--policy", policy, "--into", into, "--json"));
        Files.delete(siteB.resolve("data/report.json"));
        ElectionFolder fresh = sides.part("fresh", TwoSides::isShared);
        assertEquals(
                1,
                run(
                        "import",
                        "publication",
                        siteB.toString(),
                        "--policy",
                        policy,
                        "--into",
                        fresh.path().toString()));
        Path none = temporary.resolve("none");
        assertEquals(1, run("import", "publication", siteB.toString(), "--policy", policy, "--into", none.toString()));
        assertFalse(Files.exists(none), "a folder that was made for nothing is taken back");
    }

    private static int run(String... args) {
        PrintStream nowhere = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
        return new Main(Verb.all(), nowhere, nowhere).run(args);
    }
}
