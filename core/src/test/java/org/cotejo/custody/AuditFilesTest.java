package org.cotejo.custody;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import org.cotejo.base.Fraction;
import org.cotejo.base.Problem;
import org.cotejo.base.Result;
import org.cotejo.crypto.Hash;
import org.cotejo.crypto.Sha256;
import org.cotejo.definition.CandidateId;
import org.cotejo.definition.ContestId;
import org.cotejo.definition.CustodianId;
import org.cotejo.definition.StationCode;
import org.cotejo.tally.Cell;
import org.cotejo.tally.Figure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that audits commit to have one form each, which is read back to the same value; everything else is refused. */
class AuditFilesTest {
    private static final Hash HASH = Sha256.of(new byte[] {1});
    private static final StationCode FIRST = new StationCode("01.001");
    private static final StationCode SECOND = new StationCode("01.\"2\",b");
    private static final CandidateId ANA = new CandidateId("ana");
    private static final CandidateId BRUNO = new CandidateId("bruno,b");

    static StationResults results() {
        return StationResults.of(
                List.of(ANA, BRUNO),
                List.of(
                        new StationResults.Row(FIRST, new int[] {300, 120}),
                        new StationResults.Row(SECOND, new int[] {0, 7})));
    }

    static BallotManifest manifest() {
        return BallotManifest.of(List.of(
                new BallotManifest.Box(FIRST, 512, BallotManifest.Basis.REGISTER, "Distrito Capital / Caño, \"A\""),
                new BallotManifest.Box(SECOND, 40, BallotManifest.Basis.POLL_BOOK, "")));
    }

    static AuditPlan plan() {
        return new AuditPlan(
                "boxes-1",
                "e-2024",
                new ContestId("presidente"),
                new AuditClaim.Announced(new CustodianId("cne")),
                HASH,
                HASH,
                17,
                List.of(ANA),
                List.of(BRUNO, new CandidateId("c")),
                new BigDecimal("0.05"),
                AuditPlan.Test.KAPLAN_WALD,
                Fraction.of(1234, 567),
                62,
                List.of(new BigDecimal("0.04"), new BigDecimal("0")));
    }

    static AuditSeed seed() {
        return new AuditSeed("boxes-1", HASH, "31415926535897932384+drand-7=9f.0c");
    }

    static AuditDraw draw(boolean isFull) {
        return new AuditDraw("boxes-1", HASH, HASH, isFull, List.of(SECOND, FIRST, SECOND));
    }

    static BoxCounts counts() {
        return BoxCounts.of(
                "boxes-1",
                HASH,
                List.of(
                        new Figure.OfCandidate(ANA),
                        new Figure.OfCandidate(BRUNO),
                        Figure.Count.NULL,
                        Figure.Count.BLANK),
                List.of(
                        new BoxCount(SECOND, BoxCount.State.MISSING, List.of()),
                        new BoxCount(FIRST, BoxCount.State.COUNTED, List.of(299, 121, 3, 0))));
    }

    static EvidencePlan evidence() {
        return new EvidencePlan(
                "papers-1",
                "e-2024",
                new ContestId("presidente"),
                new AuditClaim.Sheets(),
                HASH,
                HASH,
                null,
                ANA,
                List.of(BRUNO, new CandidateId("c")),
                400,
                17_000,
                61,
                null,
                new BigDecimal("0.95"),
                2,
                List.of(
                        new EvidenceAsk(new CustodianId("cne"), EvidenceAsk.Paper.ORIGINAL),
                        new EvidenceAsk(new CustodianId("cne"), EvidenceAsk.Paper.CERTIFICATE),
                        new EvidenceAsk(new CustodianId("observers"), EvidenceAsk.Paper.ORIGINAL)),
                List.of(45, 90));
    }

    static EvidencePapers papers() {
        EvidenceAsk original = new EvidenceAsk(new CustodianId("cne"), EvidenceAsk.Paper.ORIGINAL);
        EvidenceAsk certificate = new EvidenceAsk(new CustodianId("observers"), EvidenceAsk.Paper.CERTIFICATE);
        return EvidencePapers.of(
                "papers-1",
                HASH,
                counts().figures(),
                List.of(
                        new EvidencePaper(SECOND, original, EvidencePaper.State.DENIED, List.of()),
                        new EvidencePaper(
                                FIRST,
                                certificate,
                                EvidencePaper.State.PRODUCED,
                                List.of(
                                        new Cell.Written(300),
                                        new Cell.Written(0),
                                        new Cell.Blank(),
                                        new Cell.Written(0))),
                        new EvidencePaper(FIRST, original, EvidencePaper.State.NO_ANSWER, List.of())));
    }

    /** Each file with the way back. */
    private static Map<byte[], Function<byte[], ? extends Result<?>>> files() {
        return Map.of(
                results().bytes(), StationResults::read,
                manifest().bytes(), BallotManifest::read,
                plan().bytes(), AuditPlan::read,
                seed().bytes(), AuditSeed::read,
                draw(true).bytes(), AuditDraw::read,
                counts().bytes(), BoxCounts::read,
                evidence().bytes(), EvidencePlan::read,
                papers().bytes(), EvidencePapers::read);
    }

    @Test
    void whatIsWrittenIsReadAgain() {
        StationResults results = StationResults.read(results().bytes()).orThrow();
        assertArrayEquals(results().bytes(), results.bytes());
        assertEquals(300, results.votes(results.find(FIRST), 0));
        assertEquals(127, results.total(1));
        assertEquals(-1, results.find(new StationCode("x")));
        assertEquals(manifest(), BallotManifest.read(manifest().bytes()).orThrow());
        assertEquals(0, manifest().find(SECOND) + manifest().find(FIRST) - 1);
        assertEquals(plan(), AuditPlan.read(plan().bytes()).orThrow());
        assertEquals(seed(), AuditSeed.read(seed().bytes()).orThrow());
        assertEquals(draw(false), AuditDraw.read(draw(false).bytes()).orThrow());
        assertEquals(draw(true), AuditDraw.read(draw(true).bytes()).orThrow());
        assertEquals(counts(), BoxCounts.read(counts().bytes()).orThrow());
        assertEquals(evidence(), EvidencePlan.read(evidence().bytes()).orThrow());
        assertEquals(papers(), EvidencePapers.read(papers().bytes()).orThrow());
        assertTrue(EvidencePlan.isOne(evidence().bytes()) && !EvidencePlan.isOne(plan().bytes()));
    }

    @Test
    void ballotPositionsAreReadAgainAsSuch() {
        List<Figure> figures =
                List.of(new Figure.OfOption(1), new Figure.OfOption(2), Figure.Count.NULL, Figure.Count.BLANK);
        BoxCounts counts = BoxCounts.of(
                "a", HASH, figures, List.of(new BoxCount(FIRST, BoxCount.State.COUNTED, List.of(1, 2, 3, 4))));
        assertEquals(figures, BoxCounts.read(counts.bytes()).orThrow().figures());
    }

    @Test
    void aChangedByteIsRefusedOrSaysSomethingElse() {
        Random random = new Random(1);
        files().forEach((bytes, read) -> {
            for (int i = 0; i < 400; i++) {
                byte[] changed = bytes.clone();
                changed[random.nextInt(changed.length)] = (byte) random.nextInt();
                Result<?> result = read.apply(changed);
                if (result instanceof Result.Ok<?>(Object value)) {
                    assertArrayEquals(changed, bytesOf(value));
                }
            }
        });
    }

    private static byte[] bytesOf(Object value) {
        return switch (value) {
            case StationResults results -> results.bytes();
            case BallotManifest manifest -> manifest.bytes();
            case AuditPlan plan -> plan.bytes();
            case AuditSeed seed -> seed.bytes();
            case AuditDraw draw -> draw.bytes();
            case BoxCounts counts -> counts.bytes();
            case EvidencePlan evidence -> evidence.bytes();
            case EvidencePapers papers -> papers.bytes();
            default -> throw new AssertionError(value);
        };
    }

    @Test
    void aCutFileIsRefusedWhereverItIsCut() {
        files().forEach((bytes, read) -> {
            for (int length = 0; length < bytes.length; length++) {
                byte[] cut = java.util.Arrays.copyOf(bytes, length);
                Result<?> result = read.apply(cut);
                if (result instanceof Result.Ok<?>(Object value)) {
                    assertArrayEquals(cut, bytesOf(value), "a shorter file says less, and says it whole");
                }
            }
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "station,ana,bruno\n01,1\n",
                "station,ana,bruno\n01,1,-2\n",
                "station,ana,bruno\n01,1,+2\n",
                "station,ana,bruno\n01,1,02\n",
                "station,ana,bruno\n01,1,9999999999\n",
                "station,ana,bruno\n01,1,99999999999999999999999\n",
                "station,ana,bruno\n02,1,2\n01,1,2\n",
                "station,ana,bruno\n01,1,2\n01,1,2\n",
                "station,ana,bruno\r\n01,1,2\r\n",
                "station,ana,ana b\n01,1,2\n",
                "station\n01\n",
                "mesa,ana\n01,2\n",
                "\"station\",ana\n01,2\n",
                "station,ana\n01,2",
                ""
            })
    void resultsOfAnotherFormAreRefused(String text) {
        Problem problem = refusal(StationResults.read(text.getBytes(StandardCharsets.UTF_8)));
        assertEquals("AUDIT-101", problem.code());
    }

    private static Problem refusal(Result<?> result) {
        return assertInstanceOf(Result.Refused.class, result).problem();
    }

    @Test
    void aRefusalNamesTheLine() {
        Problem problem = refusal(StationResults.read("station,ana\n01,5\n02,x\n".getBytes(StandardCharsets.UTF_8)));
        assertEquals(3, problem.where().line());
        assertTrue(problem.sentence().es().contains("número entero"), problem.sentence()::es);
    }

    @Test
    void bytesThatAreNoTextAreRefused() {
        files().values().forEach(read -> {
            assertEquals(
                    "AUDIT-101",
                    refusal(read.apply(new byte[] {(byte) 0xff, (byte) 0xfe})).code());
            assertEquals("AUDIT-101", refusal(read.apply(new byte[0])).code());
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1234567890123456789",
                "1234567890123456789x",
                "31415926535897932384 ",
                "12345678901234567890+x="
            })
    void aSeedThatIsTooShortOrNoSeedIsRefused(String text) {
        assertThrows(IllegalArgumentException.class, () -> new AuditSeed("a", HASH, text));
    }

    @Test
    void aRiskLimitLiesBetweenNothingAndAHalf() {
        AuditPlan plan = plan();
        for (String limit : List.of("0", "0.5", "1", "-0.1")) {
            assertThrows(
                    IllegalArgumentException.class,
                    () -> new AuditPlan(
                            plan.audit(),
                            plan.election(),
                            plan.contest(),
                            plan.claim(),
                            plan.results(),
                            plan.manifest(),
                            plan.unauditable(),
                            plan.winners(),
                            plan.losers(),
                            new BigDecimal(limit),
                            plan.test(),
                            plan.totalBound(),
                            plan.draws(),
                            plan.expected()),
                    limit);
        }
    }

    @Test
    void aBoxThatWasNotCountedHasNoCounts() {
        assertThrows(IllegalArgumentException.class, () -> new BoxCount(FIRST, BoxCount.State.COUNTED, List.of()));
        assertThrows(IllegalArgumentException.class, () -> new BoxCount(FIRST, BoxCount.State.DENIED, List.of(1)));
        assertThrows(IllegalArgumentException.class, () -> new BoxCount(FIRST, BoxCount.State.COUNTED, List.of(-1)));
        assertEquals(List.of(1), new BoxCount(FIRST, BoxCount.State.SEAL_BROKEN, List.of(1)).counts());
    }

    @Test
    void aPaperThatWasNotProducedHasNoFiguresAndOneThatWasHasAllItsVotes() {
        EvidenceAsk ask = new EvidenceAsk(new CustodianId("cne"), EvidenceAsk.Paper.ORIGINAL);
        assertThrows(
                IllegalArgumentException.class,
                () -> new EvidencePaper(FIRST, ask, EvidencePaper.State.DENIED, List.of(new Cell.Written(1))));
        assertThrows(
                IllegalArgumentException.class,
                () -> new EvidencePaper(FIRST, ask, EvidencePaper.State.PRODUCED, List.of()));
        assertThrows(
                IllegalArgumentException.class,
                () -> new EvidencePaper(FIRST, ask, EvidencePaper.State.PRODUCED, List.of(new Cell.Illegible())));
        List<Cell> voteless = List.of(new Cell.Blank(), new Cell.Written(1), new Cell.Blank(), new Cell.Blank());
        EvidencePaper paper = new EvidencePaper(FIRST, ask, EvidencePaper.State.PRODUCED, voteless);
        assertThrows(
                IllegalArgumentException.class, () -> EvidencePapers.of("a", HASH, counts().figures(), List.of(paper)));
        EvidencePaper denied = new EvidencePaper(FIRST, ask, EvidencePaper.State.DENIED, List.of());
        assertThrows(
                IllegalArgumentException.class,
                () -> EvidencePapers.of("a", HASH, counts().figures(), List.of(denied, denied)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "stage 45\n|stage 45\nstage 45\n",
                "stage 90\n|stage 500\n",
                "stage 45\nstage 90\n|",
                "ask original cne\n|ask original cne\nask original cne\n",
                "ask original cne|ask photo cne",
                "ask original cne|ask original",
                "confidence 0.95|confidence 1",
                "confidence 0.95|confidence 0.4",
                "sides 2|sides 0",
                "fewest 61|fewest 402",
                "fewest 61|fewest 0",
                "lead 17000|lead 0",
                "loser c\n|loser ana\n",
                "outside unknown|outside none"
            })
    void aPlanOfTheEvidenceThatCanNotBeIsRefused(String change) {
        String[] parts = change.split("\\|", -1);
        String text = new String(evidence().bytes(), StandardCharsets.UTF_8);
        assertTrue(text.contains(parts[0]), text);
        byte[] bent = text.replace(parts[0], parts[1]).getBytes(StandardCharsets.UTF_8);
        assertEquals("AUDIT-101", refusal(EvidencePlan.read(bent)).code());
    }

    /** The examples of docs/formats/audit.md, by the word behind their fence. */
    @Test
    void theExamplesOfTheDocumentAreFiles() throws java.io.IOException {
        java.nio.file.Path at = java.nio.file.Path.of("").toAbsolutePath();
        while (!java.nio.file.Files.exists(at.resolve("ARCHITECTURE.md"))) {
            at = java.util.Objects.requireNonNull(at.getParent());
        }
        String document = java.nio.file.Files.readString(at.resolve("docs/formats/audit.md"));
        Map<String, Function<byte[], ? extends Result<?>>> readers = Map.of(
                "results", StationResults::read,
                "manifest", BallotManifest::read,
                "plan", AuditPlan::read,
                "seed", AuditSeed::read,
                "draw", AuditDraw::read,
                "counts", BoxCounts::read,
                "evidence-plan", EvidencePlan::read,
                "papers", EvidencePapers::read);
        readers.forEach((name, read) -> {
            var example = java.util.regex.Pattern.compile("(?s)```" + name + "\n(.*?)```")
                    .matcher(document);
            assertTrue(example.find(), name);
            byte[] bytes = example.group(1).getBytes(StandardCharsets.UTF_8);
            assertArrayEquals(bytes, bytesOf(read.apply(bytes).orThrow()), name);
        });
    }
}
