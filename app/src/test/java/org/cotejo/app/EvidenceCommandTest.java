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
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.cotejo.audit.evidence.EvidenceOutcome;
import org.cotejo.audit.evidence.EvidenceReport;
import org.cotejo.audit.evidence.EvidenceStation;
import org.cotejo.base.Progress;
import org.cotejo.folder.ElectionFolder;
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

/** The audit of the evidence as its users do it, in a simulated country whose authority gives no box. */
class EvidenceCommandTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2027-03-02T20:00:00Z"), ZoneOffset.UTC);
    private static final String SEED = "27182818284590452353";
    private static final String ID = "papers-1";

    @TempDir
    private Path temporary;

    private Path dir;
    private Map<String, HandCount> boxes = Map.of();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @BeforeEach
    void country() {
        dir = temporary.resolve("election");
        CountryPlan plan = CountryPlan.asked(200, 3, 7, List.of("total-without-detail"), false)
                .orThrow();
        Simulation.write(plan, ElectionFolder.openOrCreate(dir), Progress.NONE);
        boxes = HandCount.of(plan);
    }

    private int audit(String... args) {
        out.reset();
        PrintStream to = new PrintStream(out, true, StandardCharsets.UTF_8);
        CommandLine line = new CommandLine(new AuditCommand(new Console(to, to, "en", false), CLOCK).spec());
        line.setExecutionExceptionHandler((thrown, _, _) -> {
            to.println(thrown.getMessage());
            return thrown instanceof org.cotejo.base.RefusedException ? Exit.BAD_INPUT : Exit.MACHINE_FAILED;
        });
        return line.execute(args);
    }

    private String said() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private void assertExit(int code, String what, String... more) {
        List<String> args = new ArrayList<>(List.of(what, dir.toString()));
        if (!List.of(more).contains("--audit")) {
            args.addAll(List.of("--audit", ID));
        }
        args.addAll(List.of(more));
        assertEquals(code, audit(args.toArray(String[]::new)), () -> args + "\n" + said());
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

    private EvidenceReport report() {
        return new FolderAudits(ElectionFolder.open(dir)).evidence(ID);
    }

    private void planPublishDraw(String... more) {
        List<String> plan = new ArrayList<>(List.of("--evidence"));
        plan.addAll(List.of(more));
        assertExit(Exit.PROVEN, "plan", plan.toArray(String[]::new));
        publish();
        assertExit(
                Exit.PROVEN,
                "draw",
                "--seed",
                SEED,
                "--into",
                temporary.resolve("forms").toString());
    }

    private List<String> form() throws IOException {
        return Files.readAllLines(temporary.resolve("forms/papers.csv"));
    }

    /** The form with what each station's box held, which is what its papers say; {@code denied} shows nothing. */
    private Path filled(String denied) throws IOException {
        List<String> lines = new ArrayList<>(form());
        for (int i = 1; i < lines.size(); i++) {
            String[] fields = lines.get(i).split(",", -1);
            HandCount count = Objects.requireNonNull(boxes.get(fields[1]));
            List<String> line = new ArrayList<>(Arrays.asList(fields).subList(0, 4));
            if (fields[2].equals(denied)) {
                line.add("denied" + ",".repeat(fields.length - 5));
            } else {
                line.add("produced");
                count.votes().forEach(votes -> line.add(votes.toString()));
                line.add(String.valueOf(count.nullVotes()));
                line.add(String.valueOf(count.blank()));
            }
            lines.set(i, String.join(",", line));
        }
        return Files.write(temporary.resolve("filled.csv"), lines);
    }

    @Test
    void whereBoxesAreDeniedThePapersOutsideOfThemSpeakAndAnybodyCanProveIt() throws IOException {
        assertExit(Exit.UNCHECKED, "plan", "--audit", "boxes-1");
        assertTrue(said().contains("NOT AUDITABLE. A total was announced"), this::said);
        planPublishDraw("--ask", "faro-1:original", "--ask", "molino-1:original", "--ask", "authority:original");
        assertExit(Exit.UNCHECKED, "risk");
        assertTrue(said().contains("NOT YET"), this::said);
        Path form = filled("authority");
        List<String> lines = Files.readAllLines(form);
        Path half = Files.write(temporary.resolve("half.csv"), lines.subList(0, lines.size() / 2));
        assertExit(Exit.PROVEN, "record", half.toString());
        assertExit(Exit.UNCHECKED, "risk");
        assertExit(Exit.PROVEN, "record", form.toString());
        assertExit(Exit.PROVEN, "risk");
        assertTrue(
                said().contains("HOLDS")
                        && said().contains("no more than")
                        && said().contains("papers not shown by authority"),
                this::said);
        assertExit(Exit.PROVEN, "risk", "--json");
        assertTrue(said().startsWith("{\"id\":\"papers-1\",\"verdict\":\"holds\""), this::said);
        publish();
        Verification verification = verify();
        assertEquals(Answer.PROVEN, verification.verdict(), verification.problems()::toString);
        assertEquals(Answer.PROVEN, verification.levels().get(Level.AUDITS));
        String page = Files.readString(temporary.resolve("site/es/audits.html"));
        assertTrue(page.contains("SE SOSTIENE") && page.contains(SEED) && page.contains("NO AUDITABLE"));
        assertTrue(Files.readString(temporary.resolve("site/data/audits.json")).contains("\"verdict\":\"holds\""));
        Path bundle = temporary.resolve("bundle");
        assertExit(Exit.PROVEN, "bundle", "--into", bundle.toString());
        assertEquals(Exit.UNCHECKED, audit("check", bundle.toString()), this::said);
        assertTrue(said().contains("intact in itself") && said().contains("HOLDS"), this::said);
        assertFalse(Files.exists(bundle.resolve("election/private")), "nothing private leaves the folder");
        Files.writeString(bundle.resolve("plan.txt"), "x\n");
        assertEquals(Exit.REFUTED, audit("check", bundle.toString()), this::said);
    }

    @Test
    void whoShowsNothingIsNamedAndThatSheetCountsAsFalse() throws IOException {
        planPublishDraw("--ask", "faro-1:original", "--ask", "molino-1:certificate", "--sides", "2");
        assertExit(Exit.PROVEN, "record", filled("molino-1").toString());
        assertExit(Exit.UNCHECKED, "risk");
        assertTrue(said().contains("NOT EXCLUDED") && said().contains("papers not shown by molino-1"), this::said);
        assertEquals(report().stations().size(), report().count(EvidenceOutcome.NOT_PRODUCED));
    }

    @Test
    void theSeedWaitsForThePublicationAndIsNeverUsedTwice() {
        publish();
        assertExit(Exit.PROVEN, "plan", "--evidence", "--stages", "5,20");
        assertExit(Exit.BAD_INPUT, "draw", "--seed", SEED);
        assertTrue(said().contains("AUDIT-107"), this::said);
        publish();
        assertExit(Exit.BAD_INPUT, "draw", "--seed", "1234567890");
        assertTrue(said().contains("DRAW-101"), this::said);
        assertExit(Exit.BAD_INPUT, "draw", "--seed", SEED, "--count", "6");
        assertTrue(said().contains("AUDIT-105") && said().contains("[5, 20]"), this::said);
        assertExit(Exit.PROVEN, "draw", "--seed", SEED);
        assertEquals(5, report().stations().size());
        assertExit(Exit.BAD_INPUT, "plan", "--evidence", "--audit", "papers-2");
        assertTrue(said().contains("AUDIT-120"), this::said);
        assertExit(Exit.PROVEN, "draw");
        assertEquals(20, report().stations().size());
        assertExit(Exit.BAD_INPUT, "draw");
        assertTrue(said().contains("--all"), this::said);
        assertExit(Exit.PROVEN, "plan", "--audit", "boxes-1", "--claim", "sheets");
        publish();
        assertExit(Exit.BAD_INPUT, "draw", "--audit", "boxes-1", "--seed", SEED);
        assertTrue(said().contains("AUDIT-108") && said().contains(ID), this::said);
        assertExit(Exit.BAD_INPUT, "draw", "--audit", "boxes-1", "--evidence", "--seed", SEED);
        assertTrue(said().contains("AUDIT-122"), this::said);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "AUDIT-105|--ask|faro-1:photo",
                "AUDIT-105|--ask|nobody:original",
                "AUDIT-105|--ask|faro-1",
                "AUDIT-105|--sides|9",
                "AUDIT-105|--confidence|100%",
                "AUDIT-105|--confidence|sure",
                "AUDIT-105|--stages|20,5",
                "AUDIT-105|--stages|0",
                "AUDIT-105|--stages|many",
                "AUDIT-105|--stages|9999",
                "AUDIT-105|--mismatches|150",
                "AUDIT-105|--claim|boxes",
                "AUDIT-104|--contest|senate"
            })
    void aPlanThatCanNotBeIsRefused(String code, String option, String value) {
        long entries = ElectionFolder.open(dir).entries();
        assertExit(Exit.BAD_INPUT, "plan", "--evidence", option, value);
        assertTrue(said().contains(code), this::said);
        assertEquals(entries, ElectionFolder.open(dir).entries(), "nothing was committed to");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "AUDIT-113|papers-9,STATION,faro-1,original,produced,VOTES",
                "AUDIT-118|papers-1,nowhere,faro-1,original,produced,VOTES",
                "AUDIT-110|papers-1,OTHER,faro-1,original,produced,VOTES",
                "AUDIT-123|papers-1,STATION,authority,original,produced,VOTES",
                "AUDIT-123|papers-1,STATION,faro-1,certificate,produced,VOTES",
                "AUDIT-105|papers-1,STATION,faro-1,original,burnt,VOTES",
                "AUDIT-115|papers-1,STATION,faro-1,original,denied,VOTES",
                "AUDIT-125|papers-1,STATION,faro-1,original,produced,MANY",
                "AUDIT-114|papers-1,STATION,faro-1,original,produced,NONE",
                "TEXT-113|papers-1,STATION,faro-1,original,produced,NEGATIVE",
                "AUDIT-124|papers-1,STATION,faro-1,original,produced,VOTES#papers-1,STATION,faro-1,original,missing,NONE",
                "AUDIT-117|papers-1,STATION,faro-1,original,,NONE"
            })
    void whatCanNotBeIsRefusedWithItsPlace(String code, String rows) throws IOException {
        planPublishDraw("--ask", "faro-1:original", "--stages", "5");
        EvidenceReport audit = report();
        List<String> drawn = audit.stations().stream()
                .map(EvidenceStation::station)
                .map(station -> station.value())
                .toList();
        String other = java.util.stream.IntStream.range(0, audit.audited().size())
                .mapToObj(row -> audit.audited().results().station(row).value())
                .filter(station -> !drawn.contains(station))
                .findFirst()
                .orElseThrow();
        int figures = form().getFirst().split(",", -1).length - 5;
        Path bad = temporary.resolve("bad.csv");
        Files.writeString(
                bad,
                form().getFirst() + "\n"
                        + rows.replace("STATION", drawn.getFirst())
                                .replace("OTHER", other)
                                .replace("VOTES", "1" + ",0".repeat(figures - 1))
                                .replace("MANY", "9999" + ",0".repeat(figures - 1))
                                .replace("NEGATIVE", "-1" + ",0".repeat(figures - 1))
                                .replace("NONE", ",".repeat(figures - 1))
                                .replace("#", "\n")
                        + "\n");
        long entries = ElectionFolder.open(dir).entries();
        assertExit(Exit.BAD_INPUT, "record", bad.toString());
        assertTrue(said().contains(code) && said().contains("bad.csv") || code.equals("AUDIT-117"), this::said);
        assertTrue(said().contains(code), this::said);
        assertEquals(entries, ElectionFolder.open(dir).entries(), "nothing was taken");
    }

    @Test
    void aCorrectionIsANewVersionAndHasToBeMeant() throws IOException {
        planPublishDraw("--ask", "faro-1:original", "--stages", "5");
        Path form = filled("");
        assertExit(Exit.PROVEN, "record", form.toString());
        List<String> lines = new ArrayList<>(Files.readAllLines(form));
        String[] fields = lines.get(1).split(",", -1);
        lines.set(
                1,
                String.join(",", Arrays.asList(fields).subList(0, 4)) + ",seal_broken" + ",".repeat(fields.length - 5));
        Path changed = Files.write(temporary.resolve("2.csv"), lines);
        assertExit(Exit.BAD_INPUT, "record", changed.toString());
        assertTrue(said().contains("AUDIT-126"), this::said);
        assertExit(Exit.PROVEN, "record", changed.toString(), "--correct");
        EvidenceStation station = report().stations().stream()
                .filter(one -> one.station().value().equals(fields[1]))
                .findFirst()
                .orElseThrow();
        assertEquals(2, station.papers().getFirst().versions());
        assertEquals(EvidenceOutcome.NOT_PRODUCED, station.outcome());
    }

    @Test
    void theFormsNameBodiesAndStationsInBothLanguagesAndShowNoPublishedVotes() throws IOException {
        planPublishDraw("--ask", "faro-1:original", "--ask", "molino-1:certificate", "--stages", "4");
        for (String language : List.of("en", "es")) {
            String forms = Files.readString(temporary.resolve("forms/paperforms-" + language + ".html"));
            String list = Files.readString(temporary.resolve("forms/papers-" + language + ".html"));
            for (EvidenceStation station : report().stations()) {
                assertTrue(forms.contains(station.station().value())
                        && list.contains(station.station().value()));
            }
            assertTrue(Files.readString(temporary.resolve("forms/ceremony-" + language + ".html"))
                    .contains(SEED));
        }
        assertEquals(1 + 4 * 2, form().size());
        assertTrue(
                form().stream().skip(1).allMatch(line -> line.matches(".*,(original|certificate),+")),
                form()::toString);
        try (Stream<Path> files = Files.list(temporary.resolve("forms"))) {
            assertEquals(8, files.count());
        }
    }
}
