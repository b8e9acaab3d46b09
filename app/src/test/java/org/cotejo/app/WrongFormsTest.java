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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.cotejo.audit.boxes.BoxReport;
import org.cotejo.audit.boxes.JudgedAudit;
import org.cotejo.audit.evidence.EvidenceStation;
import org.cotejo.base.Progress;
import org.cotejo.custody.BallotManifest;
import org.cotejo.custody.BoxCount;
import org.cotejo.folder.ElectionFolder;
import org.cotejo.sim.CountryPlan;
import org.cotejo.sim.HandCount;
import org.cotejo.sim.Simulation;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Forms, seeds and poll files that went wrong by accident, by hand or on purpose, given to the commands: each is refused with a code and
 * its place, and what is on record stays, or it says something that can be.
 */
class WrongFormsTest {
    private static final Pattern CODE = Pattern.compile("\\b[A-Z]{3,8}-[0-9]{3}\\b");
    private static final String SEED = "71828182845904523536";
    private static final int TRIES = 60;

    @TempDir
    private Path temporary;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private Map<String, HandCount> boxes = Map.of();
    private Path dir;

    @BeforeEach
    void country() {
        dir = temporary.resolve("election");
        CountryPlan plan = CountryPlan.asked(60, 3, 7, List.of(), false).orThrow();
        Simulation.write(plan, ElectionFolder.openOrCreate(dir), Progress.NONE);
        boxes = HandCount.of(plan);
    }

    private int run(Object... words) {
        out.reset();
        err.reset();
        String[] args = Stream.of(words).map(String::valueOf).toArray(String[]::new);
        return new Main(
                        Verb.all(),
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8))
                .run(args);
    }

    private String said() {
        return out.toString(StandardCharsets.UTF_8) + err.toString(StandardCharsets.UTF_8);
    }

    private void assertRuns(Object... words) {
        assertEquals(Exit.PROVEN, run(words), () -> Arrays.toString(words) + "\n" + said());
    }

    /** Refused with a code; nothing went in. */
    private void assertRefused(Path folder, long entries, String what) {
        assertTrue(CODE.matcher(said()).find(), () -> what + "\n" + said());
        assertFalse(said().contains("Exception"), () -> what + "\n" + said());
        assertEquals(entries, ElectionFolder.open(folder).entries(), what);
    }

    /** Each audit has dice of its own. */
    private static String seed(String id) {
        return SEED + id.charAt(id.length() - 1);
    }

    private Path draw(String id, String... plan) {
        List<Object> words = new ArrayList<>(List.of("audit", "plan", dir, "--audit", id));
        words.addAll(List.of(plan));
        assertRuns(words.toArray());
        Path forms = temporary.resolve("forms-" + id);
        assertRuns("audit", "draw", dir, "--audit", id, "--seed", seed(id), "--into", forms);
        return forms;
    }

    /** Fills a form in as the boxes are; {@code before}: its columns before the figures. */
    private byte[] filled(Path form, int before, String state) throws IOException {
        List<String> lines = new ArrayList<>(Files.readAllLines(form));
        for (int i = 1; i < lines.size(); i++) {
            String[] fields = lines.get(i).split(",", -1);
            HandCount count = Objects.requireNonNull(boxes.get(fields[1]));
            List<String> line = new ArrayList<>(Arrays.asList(fields).subList(0, before - 1));
            line.add(state);
            count.votes().forEach(votes -> line.add(votes.toString()));
            line.add(String.valueOf(count.nullVotes()));
            line.add(String.valueOf(count.blank()));
            lines.set(i, String.join(",", line));
        }
        return (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private void takeOrRefuse(String id, byte[] right, java.util.function.Consumer<FolderAudits> check)
            throws IOException {
        Mutator mutator = new Mutator(11);
        int taken = 0;
        for (int i = 0; i < TRIES; i++) {
            Path folder = temporary.resolve(id + "-" + i);
            Folders.copy(dir, folder);
            long entries = ElectionFolder.open(folder).entries();
            byte[] wrong = mutator.changed(right, right);
            Path form = Files.write(temporary.resolve("wrong.csv"), wrong);
            int exit = run("audit", "record", folder, "--audit", id, form);
            String what = new String(wrong, StandardCharsets.UTF_8);
            assertTrue(exit == Exit.PROVEN || exit == Exit.BAD_INPUT, () -> exit + "\n" + what + "\n" + said());
            if (exit == Exit.BAD_INPUT) {
                assertRefused(folder, entries, what);
                assertTrue(said().contains("wrong.csv") || said().contains("--"), this::said);
                continue;
            }
            taken++;
            FolderAudits audits = new FolderAudits(ElectionFolder.open(folder));
            JudgedAudit audit = audits.any(id).audit();
            assertFalse(audit.isVoid(), () -> audit.why() + "\n" + what);
            check.accept(audits);
        }
        assertTrue(taken < TRIES, "some are refused");
    }

    @Test
    void countFormsThatWentWrongAreRefusedOrSayWhatCanBe() throws IOException {
        Path form = draw("boxes-1").resolve("counts.csv");
        takeOrRefuse("boxes-1", filled(form, 3, "counted"), audits -> {
            var audit = audits.one("boxes-1");
            BallotManifest manifest = audit.audited().manifest();
            for (BoxReport box : audit.boxes()) {
                BoxCount count = box.count();
                if (count != null && count.state() == BoxCount.State.COUNTED) {
                    long most = manifest.boxes()
                            .get(manifest.find(box.box().station()))
                            .ballotsAtMost();
                    assertTrue(
                            count.counts().stream()
                                            .mapToLong(Integer::longValue)
                                            .sum()
                                    <= most,
                            count::toString);
                }
            }
        });
    }

    @Test
    void formsOfPapersThatWentWrongAreRefusedOrSayWhatCanBe() throws IOException {
        Path form = draw("papers-1", "--evidence", "--stages", "8").resolve("papers.csv");
        takeOrRefuse("papers-1", filled(form, 5, "produced"), audits -> {
            for (EvidenceStation station : audits.evidence("papers-1").stations()) {
                assertFalse(station.papers().isEmpty());
            }
        });
    }

    @Test
    void aFormOfAnotherAuditIsNotTakenAndWhatWasCountedStays() throws IOException {
        byte[] right = filled(draw("boxes-1").resolve("counts.csv"), 3, "counted");
        draw("boxes-2", "--claim", "sheets");
        Path form = Files.write(temporary.resolve("right.csv"), right);
        long entries = ElectionFolder.open(dir).entries();
        assertEquals(Exit.BAD_INPUT, run("audit", "record", dir, "--audit", "boxes-2", form), this::said);
        assertTrue(said().contains("AUDIT-113") && said().contains("right.csv:2"), this::said);
        assertRefused(dir, entries, "a form of another audit");
        assertRuns("audit", "record", dir, "--audit", "boxes-1", form);
        Path two = Files.writeString(
                temporary.resolve("two.csv"),
                new String(right, StandardCharsets.UTF_8).replace("counted,1", "counted,2"));
        assertEquals(Exit.BAD_INPUT, run("audit", "record", dir, "--audit", "boxes-1", two), this::said);
        assertEquals(
                0,
                new FolderAudits(ElectionFolder.open(dir))
                        .one("boxes-1")
                        .toCount()
                        .size(),
                "all stay on record");
    }

    /** Half a form is taken, and the other half later: nobody loses a night's counts for what is still out. */
    @Test
    void twoFilesThatContradictEachOtherAreRefusedTogetherAndNeitherGoesIn() throws IOException {
        byte[] right = filled(draw("boxes-1").resolve("counts.csv"), 3, "counted");
        String[] lines = new String(right, StandardCharsets.UTF_8).split("\n", -1);
        Path first = Files.writeString(temporary.resolve("first.csv"), lines[0] + "\n" + lines[1] + "\n");
        String[] other = lines[1].split(",", -1);
        other[2] = "missing";
        Arrays.fill(other, 3, other.length, "");
        Path second =
                Files.writeString(temporary.resolve("second.csv"), lines[0] + "\n" + String.join(",", other) + "\n");
        long entries = ElectionFolder.open(dir).entries();
        assertEquals(Exit.BAD_INPUT, run("audit", "record", dir, "--audit", "boxes-1", first, second), this::said);
        assertTrue(said().contains("AUDIT-111") && said().contains("first.csv:2"), this::said);
        assertRefused(dir, entries, "two files");
        assertRuns("audit", "record", dir, "--audit", "boxes-1", first);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1234567890123456789",
                "1234567890 1234567890",
                " 12345678901234567890",
                "12345678901234567890\n",
                "1234567890123456789x",
                "-12345678901234567890",
                "1.2345678901234567890",
                "1e2000000000000000000",
                "٣٣٣٣٣٣٣٣٣٣٣٣٣٣٣٣٣٣٣٣",
                "12345678901234567890+drand=1",
                "12345678901234567890+"
            })
    void aSeedThatIsNotTwentyDigitsOfDiceIsRefused(String seed) {
        assertRuns("audit", "plan", dir, "--audit", "boxes-1");
        long entries = ElectionFolder.open(dir).entries();
        assertEquals(Exit.BAD_INPUT, run("audit", "draw", dir, "--audit", "boxes-1", "--seed", seed), this::said);
        assertRefused(dir, entries, seed);
        assertEquals(
                Exit.BAD_INPUT,
                run("audit", "draw", dir, "--audit", "boxes-1", "--seed", "7".repeat(201)),
                "more digits than a seed has");
    }

    @Test
    void nothingIsDrawnTwiceFromOneSeedNorWithoutCommittedResults() {
        draw("boxes-1");
        assertEquals(
                Exit.BAD_INPUT, run("audit", "draw", dir, "--audit", "boxes-9", "--seed", seed("boxes-1")), this::said);
        assertTrue(said().contains("AUDIT-102"), this::said);
        assertRuns("audit", "plan", dir, "--audit", "boxes-2", "--claim", "sheets");
        long entries = ElectionFolder.open(dir).entries();
        assertEquals(
                Exit.BAD_INPUT, run("audit", "draw", dir, "--audit", "boxes-2", "--seed", seed("boxes-1")), this::said);
        assertTrue(said().contains("AUDIT-108") && said().contains("boxes-1"), this::said);
        assertRefused(dir, entries, "a seed reused");
    }

    private void pollFilesTakenOrRefused(String[] names, String[] texts, Object... words) throws IOException {
        Mutator mutator = new Mutator(12);
        for (int i = 0; i < 3 * TRIES; i++) {
            int changed = i % names.length;
            for (int k = 0; k < names.length; k++) {
                byte[] bytes = texts[k].getBytes(StandardCharsets.UTF_8);
                Files.write(temporary.resolve(names[k]), k == changed ? mutator.changed(bytes, bytes) : bytes);
            }
            int exit = run(words);
            String what = Files.readString(temporary.resolve(names[changed]), StandardCharsets.ISO_8859_1);
            assertTrue(exit == Exit.PROVEN || exit == Exit.BAD_INPUT, () -> exit + "\n" + what + "\n" + said());
            assertFalse(said().contains("Exception") || said().contains("NaN"), () -> what + "\n" + said());
            if (exit == Exit.BAD_INPUT) {
                assertTrue(CODE.matcher(said()).find(), () -> what + "\n" + said());
            } else {
                var shares = Pattern.compile("\"share\":(-?[0-9.eE-]+)").matcher(said());
                while (shares.find()) {
                    double share = Double.parseDouble(shares.group(1));
                    assertTrue(share >= 0 && share <= 1, () -> what + "\n" + said());
                }
            }
        }
    }

    @Test
    void quickCountFilesThatWentWrongAreRefusedOrGiveShares() throws IOException {
        String sample = """
                station,stratum,stratum_units,registered,group
                N-1,North,40,300,North
                N-2,North,40,280,North
                N-3,North,40,310,North
                S-1,South,20,200,South
                S-2,South,20,220,South
                """;
        String reports = """
                station,alfa,beta,total,time
                N-1,120,60,185,2027-05-12T20:15:00-04:00
                S-1,70,65,140,2027-05-12T20:30:00-04:00
                N-3,130,75,210,2027-05-12T21:00:00-04:00
                N-2,110,70,182,2027-05-12T21:05:00-04:00
                S-2,80,72,155,2027-05-12T22:10:00-04:00
                """;
        pollFilesTakenOrRefused(
                new String[] {"sample.csv", "reports.csv"},
                new String[] {sample, reports},
                "quickcount",
                "estimate",
                "--sample",
                temporary.resolve("sample.csv"),
                "--reports",
                temporary.resolve("reports.csv"),
                "--json");
    }

    @Test
    void exitPollFilesThatWentWrongAreRefusedOrGiveShares() throws IOException {
        String design = """
                station,stratum,stratum_units,voters
                1,urban,500,400
                2,urban,500,380
                3,urban,500,410
                4,rural,300,250
                5,rural,300,220
                6,rural,300,180
                """;
        String answers = """
                station,alfa,beta,other,refused
                1,40,20,2,30
                2,35,22,1,25
                3,20,30,0,20
                4,44,12,3,41
                5,25,25,2,28
                6,33,21,1,19
                """;
        pollFilesTakenOrRefused(
                new String[] {"design.csv", "answers.csv"},
                new String[] {design, answers},
                "exitpoll",
                temporary.resolve("answers.csv"),
                "--design",
                temporary.resolve("design.csv"),
                "--official",
                "alfa=480,beta=500,other=20",
                "--json");
    }
}
