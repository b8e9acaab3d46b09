package org.cotejo.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.cotejo.audit.boxes.AuditReport;
import org.cotejo.audit.boxes.BoxReport;
import org.cotejo.base.Progress;
import org.cotejo.custody.AuditSeed;
import org.cotejo.custody.Commitment;
import org.cotejo.custody.Source;
import org.cotejo.custody.SourceId;
import org.cotejo.definition.StationCode;
import org.cotejo.entry.Entry;
import org.cotejo.folder.ElectionFolder;
import org.cotejo.folder.FolderWriter;
import org.cotejo.sim.CountryPlan;
import org.cotejo.sim.HandCount;
import org.cotejo.sim.Simulation;
import org.cotejo.tlog.Policy;
import org.cotejo.verify.Answer;
import org.cotejo.verify.Level;
import org.cotejo.verify.Verification;
import org.cotejo.verify.Verifier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

/** The audit of boxes as its users do it, in simulated countries, honest and lying. */
class AuditCommandTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2027-03-02T20:00:00Z"), ZoneOffset.UTC);
    private static final String SEED = "71828182845904523536";

    @TempDir
    private Path temporary;

    private Path dir;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @BeforeEach
    void folder() {
        dir = temporary.resolve("election");
    }

    private CountryPlan country(String... lies) {
        CountryPlan plan = CountryPlan.asked(200, 3, 7, List.of(lies), false).orThrow();
        Simulation.write(plan, ElectionFolder.openOrCreate(dir), Progress.NONE);
        return plan;
    }

    private int audit(String... args) {
        out.reset();
        err.reset();
        PrintStream to = new PrintStream(out, true, StandardCharsets.UTF_8);
        PrintStream errors = new PrintStream(err, true, StandardCharsets.UTF_8);
        Console console = new Console(to, errors, "en", false);
        CommandLine line = new CommandLine(new AuditCommand(console, CLOCK).spec());
        line.setExecutionExceptionHandler((thrown, _, _) -> {
            errors.println(thrown.getMessage());
            return thrown instanceof org.cotejo.base.RefusedException ? Exit.BAD_INPUT : Exit.MACHINE_FAILED;
        });
        return line.execute(args);
    }

    private String said() {
        return out.toString(StandardCharsets.UTF_8) + err.toString(StandardCharsets.UTF_8);
    }

    private void assertExit(int code, String... args) {
        assertEquals(code, audit(args), () -> Arrays.toString(args) + "\n" + said());
    }

    private void publish() {
        new Publisher(new LogKeyFolder(temporary.resolve("keys")), CLOCK, Progress.NONE)
                .publish(dir, temporary.resolve("site"), new Publisher.Wishes("results.example.org/2027", null));
    }

    private Verification verify() throws IOException {
        Policy policy = Policy.parse(Files.readAllBytes(temporary.resolve("site.policy")))
                .orThrow();
        return Verifier.verify(
                        new DiskFiles(temporary.resolve("site")), new Verifier.Trust(policy, null, true), Progress.NONE)
                .verification();
    }

    private AuditReport report() {
        return new FolderAudits(ElectionFolder.open(dir)).one("boxes-1");
    }

    private void planPublishDraw(String... more) {
        List<String> plan = new ArrayList<>(List.of("plan", dir.toString(), "--audit", "boxes-1"));
        plan.addAll(List.of(more));
        assertExit(Exit.PROVEN, plan.toArray(String[]::new));
        publish();
        assertExit(
                Exit.PROVEN,
                "draw",
                dir.toString(),
                "--audit",
                "boxes-1",
                "--seed",
                SEED,
                "--into",
                temporary.resolve("forms").toString());
    }

    /** A count form with what the simulated boxes hold, for the stations still out. */
    private Path filled(CountryPlan plan, String name) throws IOException {
        return filled(HandCount.of(plan), name);
    }

    private Path filled(Map<String, HandCount> boxes, String name) throws IOException {
        List<String> lines = new ArrayList<>();
        lines.add(Files.readAllLines(temporary.resolve("forms/counts.csv")).getFirst());
        for (BoxReport box : report().toCount()) {
            String station = box.box().station().value();
            HandCount count = java.util.Objects.requireNonNull(boxes.get(station));
            StringBuilder line = new StringBuilder("boxes-1," + station + ",counted");
            count.votes().forEach(votes -> line.append(',').append(votes));
            lines.add(line.append(',')
                    .append(count.nullVotes())
                    .append(',')
                    .append(count.blank())
                    .toString());
        }
        return Files.write(temporary.resolve(name), lines);
    }

    @Test
    void anHonestCountryIsConfirmedAndAnybodyCanProveIt() throws IOException {
        CountryPlan plan = country();
        planPublishDraw();
        Path form = filled(plan, "counts.csv");
        List<String> lines = Files.readAllLines(form);
        Path half = Files.write(temporary.resolve("half.csv"), lines.subList(0, lines.size() / 2));
        assertExit(Exit.PROVEN, "record", dir.toString(), "--audit", "boxes-1", half.toString());
        assertExit(Exit.UNCHECKED, "risk", dir.toString(), "--audit", "boxes-1");
        assertTrue(said().contains("NOT YET") && said().contains("To count:"), this::said);
        assertExit(Exit.PROVEN, "record", dir.toString(), "--audit", "boxes-1", form.toString());
        assertExit(Exit.PROVEN, "risk", dir.toString(), "--audit", "boxes-1", "--json");
        assertTrue(said().startsWith("{\"id\":\"boxes-1\",\"verdict\":\"confirmed\""), this::said);
        publish();
        Verification verification = verify();
        assertEquals(Answer.PROVEN, verification.verdict(), verification.problems()::toString);
        assertEquals(Answer.PROVEN, verification.levels().get(Level.AUDITS));
        String page = Files.readString(temporary.resolve("site/es/audits.html"));
        assertTrue(page.contains("CONFIRMADO") && page.contains(SEED) && page.contains("cotejo-plot"));
        assertTrue(Files.readString(temporary.resolve("site/data/audits.json")).contains("\"verdict\":\"confirmed\""));
        Path bundle = temporary.resolve("bundle");
        assertExit(Exit.PROVEN, "bundle", dir.toString(), "--audit", "boxes-1", "--into", bundle.toString());
        assertExit(Exit.UNCHECKED, "check", bundle.toString());
        assertTrue(said().contains("CONFIRMED") && said().contains("intact in itself"), this::said);
        assertFalse(Files.exists(bundle.resolve("election/private")), "nothing private leaves the folder");
        Files.writeString(bundle.resolve("counts-1.txt"), "x\n");
        assertExit(Exit.REFUTED, "check", bundle.toString());
    }

    /** Attack 21: sheets, copies and announcement agree, and the receipts in the boxes say otherwise. */
    @Test
    void whereMachinesLiedNoSampleConfirmsAndAFullCountRefutes() throws IOException {
        Map<String, HandCount> boxes = HandCount.ifMachinesLied(country());
        planPublishDraw();
        assertExit(
                Exit.PROVEN,
                "record",
                dir.toString(),
                "--audit",
                "boxes-1",
                filled(boxes, "1.csv").toString());
        assertExit(Exit.UNCHECKED, "risk", dir.toString(), "--audit", "boxes-1");
        assertExit(Exit.PROVEN, "draw", dir.toString(), "--audit", "boxes-1", "--all");
        assertExit(
                Exit.PROVEN,
                "record",
                dir.toString(),
                "--audit",
                "boxes-1",
                filled(boxes, "2.csv").toString());
        assertExit(Exit.REFUTED, "risk", dir.toString(), "--audit", "boxes-1");
        assertTrue(said().contains("REFUTED"), this::said);
        publish();
        assertEquals(Answer.PROVEN, verify().verdict(), "the publication says truthfully that the outcome is refuted");
    }

    /** Attack 1 under the audit: what was announced is not what the boxes hold. */
    @Test
    void alteredResultsCostTheClaimItsEvidence() throws IOException {
        CountryPlan plan = country("altered-transmission");
        planPublishDraw();
        assertExit(
                Exit.PROVEN,
                "record",
                dir.toString(),
                "--audit",
                "boxes-1",
                filled(plan, "1.csv").toString());
        AuditReport lying = report();
        assertTrue(lying.reckoned() > 0);
        for (BoxReport box : lying.boxes()) {
            boolean isSame = box.claimed().equals(box.counted());
            assertTrue(isSame || box.taint() != null, box::toString);
        }
    }

    @Test
    void aTotalWithoutDetailIsNotAuditableAndItsSheetsAreAClaimOfTheirOwn() throws IOException {
        CountryPlan plan = country("total-without-detail");
        assertExit(Exit.UNCHECKED, "plan", dir.toString(), "--audit", "boxes-1");
        assertTrue(said().contains("NOT AUDITABLE. A total was announced"), this::said);
        planPublishDraw("--claim", "sheets");
        assertExit(
                Exit.PROVEN,
                "record",
                dir.toString(),
                "--audit",
                "boxes-1",
                filled(plan, "1.csv").toString());
        assertExit(Exit.PROVEN, "risk", dir.toString(), "--audit", "boxes-1");
        publish();
        assertTrue(Files.readString(temporary.resolve("site/es/audits.html")).contains("NO AUDITABLE"));
        assertEquals(Answer.PROVEN, verify().verdict());
    }

    @Test
    void theSeedWaitsForThePublication() {
        country();
        publish();
        assertExit(Exit.PROVEN, "plan", dir.toString(), "--audit", "boxes-1");
        assertExit(Exit.BAD_INPUT, "draw", dir.toString(), "--audit", "boxes-1", "--seed", SEED);
        assertTrue(said().contains("AUDIT-107"), this::said);
        publish();
        assertExit(Exit.BAD_INPUT, "draw", dir.toString(), "--audit", "boxes-1", "--seed", "1234567890");
        assertTrue(said().contains("DRAW-101"), this::said);
        assertExit(Exit.PROVEN, "draw", dir.toString(), "--audit", "boxes-1", "--seed", SEED);
        assertExit(Exit.BAD_INPUT, "draw", dir.toString(), "--audit", "boxes-1", "--seed", "9" + SEED.substring(1));
        assertTrue(said().contains("AUDIT-109"), this::said);
        assertExit(Exit.BAD_INPUT, "plan", dir.toString(), "--audit", "boxes-2");
        assertTrue(said().contains("AUDIT-120") && said().contains("boxes-1"), this::said);
        assertExit(Exit.PROVEN, "plan", dir.toString(), "--audit", "boxes-2", "--claim", "sheets");
        publish();
        assertExit(Exit.BAD_INPUT, "draw", dir.toString(), "--audit", "boxes-2", "--seed", SEED);
        assertTrue(said().contains("AUDIT-108"), this::said);
        assertExit(Exit.BAD_INPUT, "draw", dir.toString(), "--audit", "boxes-2", "--seed", SEED + "+try-7=1");
        assertTrue(said().contains("AUDIT-105"), this::said);
    }

    @Test
    void ofTwoPlansOfAClaimOneIsDrawnAtATime() {
        country();
        assertExit(Exit.PROVEN, "plan", dir.toString(), "--audit", "boxes-1");
        assertExit(Exit.PROVEN, "plan", dir.toString(), "--audit", "boxes-2");
        publish();
        assertExit(Exit.PROVEN, "draw", dir.toString(), "--audit", "boxes-2", "--seed", SEED);
        long entries = ElectionFolder.open(dir).entries();
        assertExit(Exit.BAD_INPUT, "draw", dir.toString(), "--audit", "boxes-1", "--seed", "9" + SEED);
        assertTrue(said().contains("AUDIT-120") && said().contains("boxes-2"), this::said);
        assertEquals(entries, ElectionFolder.open(dir).entries());
        assertExit(Exit.UNCHECKED, "risk", dir.toString(), "--audit", "boxes-2");
        assertTrue(said().contains("Audit 2 of this claim; before it: boxes-1"), this::said);
    }

    @Test
    void withoutAPublicLogItIsConfirmedForThosePresentAlone() throws IOException {
        CountryPlan plan = country();
        assertExit(Exit.PROVEN, "plan", dir.toString(), "--audit", "boxes-1");
        String forms = temporary.resolve("forms").toString();
        assertExit(Exit.PROVEN, "draw", dir.toString(), "--audit", "boxes-1", "--seed", SEED, "--into", forms);
        String counts = filled(plan, "counts.csv").toString();
        assertExit(Exit.PROVEN, "record", dir.toString(), "--audit", "boxes-1", counts);
        assertExit(Exit.UNCHECKED, "risk", dir.toString(), "--audit", "boxes-1");
        assertTrue(said().contains("as those present say; no public log held the plan before the seed"), this::said);
    }

    @Test
    void moreWinnersThanOneAreRefusedWhileDefinitionsStateNoSeats() {
        country();
        assertExit(Exit.BAD_INPUT, "plan", dir.toString(), "--audit", "boxes-1", "--winners", "2");
        assertTrue(said().contains("AUDIT-105") && said().contains("seats"), this::said);
    }

    @Test
    void aSeedThatWasRecordedBeforeThePlanWasPublishedMakesAVoidAuditTruthfullyShown() throws IOException {
        country();
        publish();
        assertExit(Exit.PROVEN, "plan", dir.toString(), "--audit", "boxes-1");
        ElectionFolder folder = ElectionFolder.open(dir);
        try (FolderWriter writer = folder.write()) {
            AuditChange.append(
                    writer,
                    "boxes-1",
                    Commitment.Kind.SEED,
                    LocalDate.of(2027, 3, 2),
                    new AuditSeed(
                                    "boxes-1",
                                    java.util.Objects.requireNonNull(report().newest(Commitment.Kind.PLAN)),
                                    SEED)
                            .bytes());
            writer.commit();
        }
        publish();
        Verification verification = verify();
        assertEquals(Answer.PROVEN, verification.verdict(), verification.problems()::toString);
        assertEquals(Answer.PROVEN, verification.levels().get(Level.AUDITS));
        String data = Files.readString(temporary.resolve("site/data/audits.json"));
        assertTrue(data.contains("\"verdict\":\"void\"") && data.contains("AUDIT-209"), data);
        assertExit(Exit.BAD_INPUT, "draw", dir.toString(), "--audit", "boxes-1");
        assertExit(Exit.PROVEN, "plan", dir.toString(), "--audit", "boxes-2");
    }

    @Test
    void aFileOfAnAuditThatIsGoneLeavesItUncheckedAndOneThatChangedIsRefuted() throws IOException {
        country();
        planPublishDraw();
        publish();
        Path blob = temporary.resolve("site/"
                + org.cotejo.publication.SitePath.blob(
                        java.util.Objects.requireNonNull(report().newest(Commitment.Kind.SEED))));
        byte[] bytes = Files.readAllBytes(blob);
        Files.delete(blob);
        Verification gone = verify();
        assertEquals(Answer.UNCHECKED, gone.levels().get(Level.AUDITS), gone.problems()::toString);
        bytes[5] ^= 1;
        Files.write(blob, bytes);
        assertTrue(verify().problems().stream()
                .anyMatch(problem -> problem.kind().code().equals("PUB-203")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "AUDIT-113|boxes-9,STATION,counted,VOTES",
                "AUDIT-118|boxes-1,nowhere,counted,VOTES",
                "AUDIT-110|boxes-1,OTHER,counted,VOTES",
                "AUDIT-105|boxes-1,STATION,lost,VOTES",
                "AUDIT-115|boxes-1,STATION,denied,VOTES",
                "AUDIT-112|boxes-1,STATION,counted,MANY",
                "AUDIT-114|boxes-1,STATION,counted,NONE",
                "TEXT-113|boxes-1,STATION,counted,NEGATIVE",
                "AUDIT-111|boxes-1,STATION,counted,VOTES#boxes-1,STATION,missing,NONE",
                "AUDIT-117|boxes-1,STATION,,NONE"
            })
    void whatCanNotBeIsRefusedWithItsPlace(String code, String rows) throws IOException {
        country();
        planPublishDraw();
        AuditReport audit = report();
        String station = audit.boxes().getFirst().box().station().value();
        String other = audit.audited().manifest().boxes().stream()
                .map(box -> box.station().value())
                .filter(one -> audit.boxes().stream()
                        .noneMatch(box -> box.box().station().value().equals(one)))
                .findFirst()
                .orElseThrow();
        String header =
                Files.readAllLines(temporary.resolve("forms/counts.csv")).getFirst();
        int figures = header.split(",", -1).length - 3;
        Path form = temporary.resolve("bad.csv");
        Files.writeString(
                form,
                header + "\n"
                        + rows.replace("STATION", station)
                                .replace("OTHER", other)
                                .replace("VOTES", "1" + ",0".repeat(figures - 1))
                                .replace("MANY", "9999" + ",0".repeat(figures - 1))
                                .replace("NEGATIVE", "-1" + ",0".repeat(figures - 1))
                                .replace("NONE", ",".repeat(figures - 1))
                                .replace("#", "\n")
                        + "\n");
        long entries = ElectionFolder.open(dir).entries();
        assertExit(Exit.BAD_INPUT, "record", dir.toString(), "--audit", "boxes-1", form.toString());
        assertTrue(said().contains(code) && said().contains("bad.csv"), this::said);
        assertEquals(entries, ElectionFolder.open(dir).entries(), "nothing was taken");
    }

    @Test
    void aStationListedAfterThePlanIsInNoBoxOfAFullCount() throws IOException {
        country();
        planPublishDraw();
        assertExit(Exit.PROVEN, "draw", dir.toString(), "--audit", "boxes-1", "--all");
        ElectionFolder folder = ElectionFolder.open(dir);
        SourceId register = folder.frame(folder.blocks()).sources().stream()
                .filter(source -> source.kind() == Source.Kind.REGISTER)
                .findFirst()
                .orElseThrow()
                .id();
        try (FolderWriter writer = folder.write()) {
            writer.append(new Entry.StationListed(register, new StationCode("late-1"), 1, 300));
            writer.commit();
        }
        String header =
                Files.readAllLines(temporary.resolve("forms/counts.csv")).getFirst();
        int figures = header.split(",", -1).length - 3;
        Path form = temporary.resolve("late.csv");
        Files.writeString(form, header + "\nboxes-1,late-1,counted,1" + ",0".repeat(figures - 1) + "\n");
        assertExit(Exit.BAD_INPUT, "record", dir.toString(), "--audit", "boxes-1", form.toString());
        assertTrue(said().contains("AUDIT-110") && said().contains("late.csv"), this::said);
    }

    @Test
    void aCorrectionIsANewVersionAndHasToBeMeant() throws IOException {
        CountryPlan plan = country();
        planPublishDraw();
        Path form = filled(plan, "1.csv");
        assertExit(Exit.PROVEN, "record", dir.toString(), "--audit", "boxes-1", form.toString());
        List<String> lines = new ArrayList<>(Files.readAllLines(form));
        String station = lines.get(1).split(",", -1)[1];
        int figures = lines.getFirst().split(",", -1).length - 3;
        lines.set(1, "boxes-1," + station + ",denied" + ",".repeat(figures));
        Path changed = Files.write(temporary.resolve("2.csv"), lines);
        assertExit(Exit.BAD_INPUT, "record", dir.toString(), "--audit", "boxes-1", changed.toString());
        assertTrue(said().contains("AUDIT-116"), this::said);
        assertExit(Exit.PROVEN, "record", dir.toString(), "--audit", "boxes-1", changed.toString(), "--correct");
        BoxReport box = report().boxes().stream()
                .filter(one -> one.box().station().value().equals(station))
                .findFirst()
                .orElseThrow();
        assertEquals(1, box.earlier().size());
    }

    @Test
    void boundsFromPollBooksTakeTheRegistersPlaceAndOthersAreRefused() throws IOException {
        country();
        ElectionFolder folder = ElectionFolder.open(dir);
        String station = folder.frame(folder.blocks()).register().codeText(0);
        Path manifest = temporary.resolve("books.csv");
        Files.writeString(manifest, "station,ballots_at_most\n" + station + ",777\n");
        assertExit(Exit.PROVEN, "plan", dir.toString(), "--audit", "boxes-1", "--manifest", manifest.toString());
        assertEquals(
                777,
                report().audited().manifest().boxes().stream()
                        .filter(box -> box.station().value().equals(station))
                        .findFirst()
                        .orElseThrow()
                        .ballotsAtMost());
        for (String row : List.of("nowhere,5,poll_book", station + ",-5,poll_book", station + ",5,sheet")) {
            Files.writeString(manifest, "station,ballots_at_most,basis\n" + row + "\n");
            assertExit(Exit.BAD_INPUT, "plan", dir.toString(), "--audit", "b", "--manifest", manifest.toString());
        }
    }

    @Test
    void theFormsHoldEveryBoxInBothLanguagesAndNoNames() throws IOException {
        country();
        planPublishDraw();
        for (String language : List.of("en", "es")) {
            String forms = Files.readString(temporary.resolve("forms/countforms-" + language + ".html"));
            String list = Files.readString(temporary.resolve("forms/pulllist-" + language + ".html"));
            for (BoxReport box : report().boxes()) {
                assertTrue(forms.contains(box.box().station().value())
                        && list.contains(box.box().station().value()));
            }
            assertTrue(Files.readString(temporary.resolve("forms/ceremony-" + language + ".html"))
                    .contains(SEED));
        }
        try (Stream<Path> files = Files.list(temporary.resolve("forms"))) {
            assertEquals(8, files.count());
        }
    }
}
