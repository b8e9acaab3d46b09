package org.cotejo.app;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.LuminanceSource;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.GlobalHistogramBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.cotejo.base.Progress;
import org.cotejo.crypto.Sha256;
import org.cotejo.definition.ContestId;
import org.cotejo.sheet.SheetParts;
import org.cotejo.station.box.Ballot;
import org.cotejo.station.box.Choice;
import org.cotejo.station.day.Machine;
import org.cotejo.station.day.MachineIdentity;
import org.cotejo.station.day.PrintOutcome;
import org.cotejo.station.day.Printing;
import org.cotejo.station.day.SoftwareHash;
import org.cotejo.station.desk.PaperPrinting;
import org.cotejo.station.printer.Printer;
import org.cotejo.station.printer.Printers;
import org.cotejo.station.words.Language;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A machine from its making to a published sheet, as its users type it. */
class StationCommandTest {
    private static final String NO_CODE = "no code";
    private static final String STATION = "0101.01";

    @TempDir
    private Path tmp;

    private final TypedCommands commands = new TypedCommands();
    private Path election;
    private Path machine;
    private String printer;

    @BeforeEach
    void anElection() throws IOException {
        election = tmp.resolve("election");
        machine = tmp.resolve("machine");
        printer = "text:" + tmp.resolve("papers");
        assertEquals(0, commands.run("new", election));
        Path definition = election.resolve("templates/definition.json");
        Files.writeString(definition, Files.readString(definition).replace("\"toy-2030\"", "\"demo-2030\""));
        assertEquals(0, commands.run("import", "definition", definition, "--into", election));
        assertEquals(
                0, commands.run("import", "register", election.resolve("templates/register.csv"), "--into", election));
    }

    private int station(Object... words) {
        return commands.run(
                Stream.concat(Stream.of("station"), Stream.of(words)).toArray());
    }

    private void make() {
        Path keys = tmp.resolve("keys.csv");
        assertEquals(
                0,
                station(
                        "init",
                        machine,
                        "--election",
                        election,
                        "--station",
                        STATION,
                        "--machine",
                        "M-1",
                        "--into",
                        keys),
                commands::complained);
        assertEquals(0, commands.run("import", "keys", keys, "--into", election), commands::complained);
    }

    /** Freezes the definition as it is read aloud; returns the groups. */
    private String freeze() {
        assertEquals(3, commands.run("definition", "freeze", election));
        Matcher groups = Pattern.compile("([0-9]{4} ){9}[0-9]{4}").matcher(commands.said());
        assertTrue(groups.find(), commands::said);
        assertEquals(0, commands.run("definition", "freeze", election, "--typed", groups.group()));
        return groups.group();
    }

    private void open() {
        make();
        String typed = freeze();
        assertEquals(3, station("load", machine, "--election", election));
        commands.assertSays(typed);
        assertEquals(0, station("load", machine, "--election", election, "--typed", typed), commands::complained);
        assertEquals(0, station("open", machine, "--copies", 2, "--printer", printer), commands::complained);
    }

    private void vote(int... positions) {
        vote(_ -> new PrintOutcome.Printed(), positions);
    }

    private void vote(Printing printing, int... positions) {
        try (Machine running =
                Machine.start(machine, StationPlace.around(printing)).orThrow()) {
            for (int position : positions) {
                Map<ContestId, Choice> choices = new LinkedHashMap<>();
                choices.put(
                        new ContestId("president"), position == 0 ? new Choice.Blank() : new Choice.Picked(position));
                running.release().orThrow();
                running.confirm(Objects.requireNonNull(running.view().pass()), new Ballot(choices))
                        .orThrow();
                running.receiptRight().orThrow();
            }
        }
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(tmp.resolve(name), text);
    }

    @Test
    void theSheetOfAMachineIsConfirmedPublishedAndProven() throws IOException {
        open();
        vote(1, 2, 3, 3, 0);
        assertEquals(2, station("transmit", machine, "--custodian", "coalition", "--into", tmp.resolve("early.txt")));
        commands.assertComplains("STATION-401");
        assertEquals(
                0,
                station("close", machine, "--poll-book", 5, "--copies", 3, "--printer", printer),
                commands::complained);
        assertEquals(0, station("status", machine, "--json"));
        commands.assertSays("\"state\":\"closed\"", "\"counted\":5");
        Path sheets = tmp.resolve("sheets.txt");
        assertEquals(0, station("transmit", machine, "--custodian", "coalition", "--into", sheets));

        assertEquals(0, commands.run("import", "sheets", sheets, "--into", election), commands::complained);
        Path announced = write("announced.csv", "station,alfa,beta,null,blank\n" + STATION + ",1,3,0,1\n");
        Path map = write(
                "map.json",
                "{\"custodian\":\"commission\",\"side\":\"authority\",\"announced\":true,\"contest\":\"president\","
                        + "\"station\":[\"station\"],\"votes\":{\"alfa\":\"alfa\",\"beta\":\"beta\"},\"null\":\"null\","
                        + "\"blank\":\"blank\"}");
        assertEquals(
                0, commands.run("import", "csv", announced, "--map", map, "--into", election), commands::complained);
        assertEquals(0, commands.run("reconcile", election, "--json"), commands::complained);
        commands.assertSays("\"confirmed\":1", "\"alfa\":1", "\"beta\":3");
        assertFalse(commands.said().contains("SHEET-"), commands::said);

        Path site = tmp.resolve("site");
        new Publisher(new LogKeyFolder(tmp.resolve("log-keys")), Clock.systemUTC(), Progress.NONE)
                .publish(election, site, new Publisher.Wishes("results.example.org/2030", null));
        assertEquals(
                0, commands.run("verify", site, "--policy", tmp.resolve("site.policy"), "--forget"), commands::said);
        String secret = Files.readString(machine.resolve("keys/station.key")).strip();
        String digits = secret.substring(secret.length() - 64);
        for (Path folder : new Path[] {site, election, tmp.resolve("papers")}) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    String text = new String(Files.readAllBytes(file), java.nio.charset.StandardCharsets.ISO_8859_1);
                    assertFalse(text.contains(digits), () -> "the private key is in " + file);
                }
            }
        }
    }

    @Test
    void theSheetThatComesOutOfAPrinterOfPaperIsTheSignedOne() throws Exception {
        try (PaperRoll roll = new PaperRoll()) {
            printer = roll.address();
            open();
            assertEquals(2, roll.papers().size(), "opening reports");
            MachineIdentity identity = Machine.identity(machine).orThrow();
            Printer paper = Printers.open(printer).orThrow();
            SoftwareHash program = RunningSoftware.once().hash();
            vote(new PaperPrinting(paper, Language.ENGLISH, identity, program, _ -> {}), 1, 2, 3, 3, 0);
            assertEquals(7, roll.papers().size(), "and five receipts");
            assertEquals(0, station("close", machine, "--poll-book", 5, "--copies", 2, "--printer", printer));
            Path sheets = tmp.resolve("sheets.txt");
            assertEquals(0, station("transmit", machine, "--custodian", "coalition", "--into", sheets));
            String signed = Files.readAllLines(sheets).getLast();
            assertTrue(signed.startsWith("COTEJO1/"), signed);
            for (BufferedImage sheet : roll.papers().subList(7, 9)) {
                assertEquals(signed, code(sheet));
            }
            Path count = write("count.csv", "president,1,1\npresident,2,1\npresident,3,2\npresident,blank,1\n");
            assertEquals(0, station("count", machine, count, count, "--printer", printer), commands::complained);
            assertEquals(10, roll.papers().size(), "and the certificate");
            String certificate = code(roll.papers().getLast());
            assertTrue(certificate.startsWith("COTEJOCOUNT1/"), certificate);
            commands.assertSays(certificate);
        }
    }

    /** What the code of a sheet says; of some three in a hundred the decoder finds nothing unless the paper is turned, as a person would. */
    private static String code(BufferedImage paper) {
        int width = paper.getWidth();
        int height = paper.getHeight();
        int[] pixels = paper.getRGB(0, 0, width, height, null, 0, width);
        int[] turned = new int[pixels.length];
        for (int i = 0; i < turned.length; i++) {
            turned[turned.length - 1 - i] = pixels[i];
        }
        String upright = code(new RGBLuminanceSource(width, height, pixels));
        return upright.equals(NO_CODE) ? code(new RGBLuminanceSource(width, height, turned)) : upright;
    }

    /** The same of a paper as it lies, in however many parts. */
    private static String code(LuminanceSource all) {
        int width = all.getWidth();
        int height = all.getHeight();
        SheetParts parts = new SheetParts();
        for (int y = 0; y + width <= height; y += width / 12) {
            try {
                String text = new QRCodeReader()
                        .decode(
                                new BinaryBitmap(new GlobalHistogramBinarizer(all.crop(0, y, width, width))),
                                Map.of(DecodeHintType.TRY_HARDER, Boolean.TRUE))
                        .getText();
                if (text.startsWith("COTEJO1/") || text.startsWith("COTEJOCOUNT1/")) {
                    return text;
                }
                Optional<String> whole = parts.take(text).orThrow();
                if (whole.isPresent()) {
                    return whole.get();
                }
            } catch (ReaderException e) {
                // no whole code in this window: the next one is looked at
                assertTrue(y <= height);
            }
        }
        return NO_CODE;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private void importCertificates(Path file) {
        assertEquals(
                0,
                commands.run("import", "certificates", file, "--custodian", "mission", "--into", election),
                commands::complained);
        assertEquals(0, commands.run("reconcile", election, "--json"), commands::complained);
    }

    @Test
    void theReceiptsAreCountedBesideTheSheets() throws IOException {
        open();
        vote(1, 3);
        Path same = write("same.csv", "contest,position,count\npresident,1,1\npresident,3,1\n");
        assertEquals(2, station("count", machine, same, same));
        commands.assertComplains("STATION-401");
        assertEquals(0, station("close", machine, "--poll-book", 3, "--copies", 1, "--printer", printer));
        commands.assertSays("The poll book says 3 and the machine counted 2: they differ by 1.");
        Path certificate = tmp.resolve("certificate.txt");
        assertEquals(0, station("count", machine, same, same, "--into", certificate));
        commands.assertSays("COTEJOCOUNT1/ED25519-DEMO/demo-2030/");
        Path sheets = tmp.resolve("sheets.txt");
        Path log = tmp.resolve("M-1.log");
        assertEquals(0, station("transmit", machine, "--custodian", "coalition", "--into", sheets, "--log-into", log));
        assertEquals(0, commands.run("import", "sheets", sheets, "--into", election), commands::complained);
        assertEquals(
                0,
                commands.run("import", "machine-logs", log, "--custodian", "coalition", "--into", election),
                commands::complained);
        importCertificates(certificate);
        commands.assertSays("\"one_side\":1");
        assertFalse(commands.said().contains("CUST-60"), commands::said);
        Path other = write("other.csv", "president,1,2\n");
        assertEquals(1, station("count", machine, other, other));
        commands.assertSays("option 1", "option 3");
        Path different = tmp.resolve("different.txt");
        assertEquals(1, station("count", machine, other, other, "--into", different));
        importCertificates(different);
        commands.assertSays("\"CUST-603\":1", "\"one_side\":1");
        assertEquals(0, commands.run("open", election, "--no-serve"), commands::complained);
        try (Stream<Path> pages = Files.walk(election)) {
            String all = pages.filter(page -> page.toString().endsWith(".html"))
                    .map(StationCommandTest::read)
                    .collect(java.util.stream.Collectors.joining());
            assertTrue(all.contains("Certificate of the count of the receipts"), "it is on the station's page");
            assertTrue(all.contains("Constancia del conteo de comprobantes"), "in Spanish too");
            String blob = Sha256.of(Files.readAllBytes(log)).hex();
            String path = "blob/sha256/" + blob.substring(0, 2) + "/" + blob;
            assertTrue(all.contains("/" + path + "\">Read the log"), "the log is linked");
            assertTrue(all.contains("Voters counted: 2;"), "and said in words");
            assertArrayEquals(
                    Files.readAllBytes(log),
                    Files.readAllBytes(election.resolve("site").resolve(path)));
        }
        assertEquals(2, station("count", machine, same, other));
        commands.assertComplains("STATION-402");
        assertEquals(2, station("count", machine, same, write("bad.csv", "president,1,2\npresident,1,2\n")));
        commands.assertComplains("bad.csv:2");
    }

    @Test
    void theLogIsProvenWithTheKeyOfTheRegisterAndRefutedWhenItWasChanged() throws IOException {
        open();
        assertEquals(3, station("log", machine));
        String key = Files.readString(machine.resolve("machine.txt")).replaceAll("(?s).*\nkey ([0-9a-f]+)\n.*", "$1");
        assertEquals(0, station("log", machine, "--key", key));
        commands.assertSays("opened");
        assertEquals(1, station("log", machine, "--key", "00"));
        Path log = machine.resolve("log.txt");
        Files.writeString(log, Files.readString(log).replace(" loaded ", " loadee "));
        assertEquals(1, station("log", machine, "--key", key));
        commands.assertSays("STATION-403");
        assertEquals(2, station("status", machine));
    }

    @Test
    void aMachineTakesOnlyWhatWasFrozenWithItsKey() {
        make();
        assertEquals(2, station("load", machine, "--election", election, "--typed", "0000"));
        commands.assertComplains("STATION-122");
        String typed = freeze();
        assertEquals(2, station("load", machine, "--election", election, "--typed", "0000"));
        commands.assertComplains("STATION-123");
        Path late = tmp.resolve("late");
        assertEquals(0, station("init", late, "--election", election, "--station", STATION, "--machine", "M-2"));
        commands.assertSays("frozen already");
        assertEquals(2, station("load", late, "--election", election, "--typed", typed));
        commands.assertComplains("STATION-124");
        assertEquals(0, station("load", machine, "--election", election, "--typed", typed), commands::complained);
    }

    @Test
    void aPrivateKeyDoesNotLieInAnElectionFolder() {
        assertEquals(
                2,
                station(
                        "init",
                        election.resolve("machine"),
                        "--election",
                        election,
                        "--station",
                        STATION,
                        "--machine",
                        "M"));
        commands.assertComplains("APP-160");
        assertEquals(
                2,
                station(
                        "init",
                        tmp.resolve("no/where"),
                        "--election",
                        election,
                        "--station",
                        STATION,
                        "--machine",
                        "M"));
        commands.assertComplains("APP-161");
        assertEquals(2, station("init", machine, "--election", election, "--station", "9", "--machine", "M"));
        commands.assertComplains("APP-152");
        assertEquals(2, station("init", machine, "--election", election, "--station", STATION, "--machine", "M 1"));
        commands.assertComplains("APP-164");
    }

    @Test
    void receiptsGoIntoTextFilesInARehearsalAlone() {
        open();
        assertEquals(2, station("close", machine, "--poll-book", 0, "--copies", 1, "--printer", "none"));
        commands.assertComplains("APP-162");
        assertThrowsRefusal("VE-2030");
    }

    private void assertThrowsRefusal(String real) {
        org.cotejo.base.RefusedException refused = org.junit.jupiter.api.Assertions.assertThrows(
                org.cotejo.base.RefusedException.class, () -> TextPrinter.of(printer, real));
        assertEquals("APP-163", refused.problem().code());
    }

    @Test
    void theParallelTestGivesTheAnswerOfItsScript() throws IOException {
        Path script = write("script.csv", "president,how\n1,right\n3,wrong\nblank,left\n2,cancel\n");
        assertEquals(
                0,
                station("test", "--election", election, "--station", STATION, "--script", script),
                commands::complained);
        commands.assertSays("[1, 0, 1]", "4 scripted voters");
        assertEquals(0, station("test", "--election", election, "--station", STATION, "--voters", 10, "--seed", 3));
        assertEquals(
                2,
                station(
                        "test",
                        "--election",
                        election,
                        "--station",
                        STATION,
                        "--script",
                        write("bad.csv", "president\n9\n")));
        commands.assertComplains("TRIAL-103");
    }

    @Test
    void theProgramIsComparedWithTheOneThatAPartyReviewed() {
        assertEquals(0, station("check", "--files"));
        Matcher groups = Pattern.compile("(?m)^([0-9]{4} ){9}[0-9]{4}$").matcher(commands.said());
        assertTrue(groups.find());
        assertEquals(0, station("check", "--typed", groups.group()));
        assertEquals(1, station("check", "--typed", "0000"));
    }

    @Test
    void whatIsNoMachineIsRefused() {
        assertEquals(2, station("status", tmp));
        commands.assertComplains("STATION-101");
        assertEquals(2, station("log", tmp));
        commands.assertComplains("STATION-101");
        assertEquals(2, station());
        commands.assertComplains("init");
    }
}
