package org.cotejo.app;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cotejo.base.Progress;
import org.cotejo.custody.SheetCopy;
import org.cotejo.entry.Entry;
import org.cotejo.entry.EntryReader;
import org.cotejo.folder.ElectionFolder;
import org.cotejo.sim.CountryPlan;
import org.cotejo.sim.Simulation;
import org.cotejo.site.VerifyPage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What goes home on paper and on a phone: proofs as codes, the station tree, the verify page; of a country whose machines sign. */
class ReceiptCommandsTest {
    @TempDir
    private static Path temporary;

    private static Path site;
    private static Path policy;
    private static long sheetIndex = -1;
    private static long sheetLength;
    private static String station = "";

    private final TypedCommands typed = new TypedCommands();

    @BeforeAll
    static void publish() {
        ElectionFolder folder = ElectionFolder.openOrCreate(temporary.resolve("election"));
        Simulation.write(
                CountryPlan.asked(30, 3, 11, List.of(), false).orThrow().signed(), folder, Progress.NONE);
        site = temporary.resolve("site");
        policy = temporary.resolve("site.policy");
        new Publisher(new LogKeyFolder(temporary.resolve("keys")), Clock.systemUTC(), Progress.NONE)
                .publish(temporary.resolve("election"), site, new Publisher.Wishes("results.example.org/2027", null));
        long[] index = {0};
        folder.blocks()
                .forEach(block -> block.forEach((bytes, offset, length) -> {
                    Entry entry = EntryReader.read(bytes, offset, length).orThrow();
                    if (sheetIndex < 0 && entry instanceof Entry.SheetGiven(SheetCopy copy)) {
                        sheetIndex = index[0];
                        sheetLength = (long) length - copy.sheet().signed().length - 64;
                        station = copy.station().value();
                    }
                    index[0]++;
                }));
    }

    private int bytesInCode() {
        Matcher bytes = Pattern.compile("(\\d+) bytes in the code").matcher(typed.complained() + typed.said());
        assertTrue(bytes.find(), typed.complained());
        return Integer.parseInt(bytes.group(1));
    }

    @Test
    void aReceiptOfASheetBringsWhatItsOwnCodeLacks() throws IOException {
        Path proof = temporary.resolve("sheet.tlog-proof");
        Path picture = temporary.resolve("sheet.svg");
        assertEquals(
                Exit.PROVEN,
                typed.run("log", "prove", site, sheetIndex, "--into", proof, "--qr", picture, "--policy", policy));
        int withBeginning = bytesInCode();
        assertTrue(Files.readString(picture).startsWith("<svg"));
        assertFalse(Files.readString(proof).contains("\nextra "), "the file is as it was asked for");
        byte[] bare = org.cotejo.tlog.CompactProof.of(
                        org.cotejo.tlog.TlogProof.parse(Files.readAllBytes(proof))
                                .orThrow(),
                        org.cotejo.tlog.Policy.parse(Files.readAllBytes(policy)).orThrow())
                .orThrow()
                .bytes();
        // The beginning stops before the two bytes that say how long the sheet's text is.
        assertEquals(bare.length + sheetLength - 2, withBeginning);
        assertEquals(
                Exit.PROVEN, typed.run("log", "prove", site, 0, "--into", proof, "--qr", picture, "--policy", policy));
        assertTrue(bytesInCode() <= bare.length + 64, "an entry that is no sheet has no beginning to bring");
    }

    @Test
    void aReceiptThatCanNotBeDrawnIsSaidToBe() throws IOException {
        Path picture = temporary.resolve("none.svg");
        assertEquals(Exit.BAD_INPUT, typed.run("log", "prove", site, 3, "--qr", picture));
        typed.assertComplains("APP-109");
        Path garbage = Files.writeString(temporary.resolve("garbage.policy"), "hello\n");
        assertEquals(Exit.BAD_INPUT, typed.run("log", "prove", site, 3, "--qr", picture, "--policy", garbage));
        Path none = Files.writeString(temporary.resolve("none.policy"), "quorum none\n");
        assertEquals(Exit.BAD_INPUT, typed.run("log", "prove", site, 3, "--qr", picture, "--policy", none));
        typed.assertComplains("PROOF-108");
        assertFalse(Files.exists(picture));
    }

    @Test
    void theStationTreeShowsEveryStationAndProvesOne() throws IOException {
        assertEquals(Exit.PROVEN, typed.run("log", "stations", site));
        typed.assertSays("stations 30", "for the gazette: COTEJO STATIONS 30 ");
        String printed = printedLine();
        Path proof = temporary.resolve("station.proof");
        Path picture = temporary.resolve("station.svg");
        assertEquals(
                Exit.PROVEN,
                typed.run("log", "stations", site, "--station", station, "--into", proof, "--qr", picture, "--json"));
        typed.assertSays("\"stations\":30", "\"station\":\"" + station + "\"", "\"copies\":[");
        assertEquals((byte) 0xc3, Files.readAllBytes(proof)[0]);
        assertTrue(Files.readString(picture).contains("<svg"));
        assertEquals(Exit.BAD_INPUT, typed.run("log", "stations", site, "--station", "no such station"));
        typed.assertComplains("APP-152");
        assertEquals(Exit.BAD_INPUT, typed.run("log", "stations", temporary));
        typed.assertComplains("APP-145");
        assertEquals(Exit.PROVEN, typed.run("log", "check-proof", proof, "--printed", printed));
        typed.assertSays("PROVEN", "station " + station, "of 30", "entry " + sheetIndex);
        assertEquals(Exit.PROVEN, typed.run("log", "check-proof", proof, "--json", "--printed", printed));
        typed.assertSays("\"verdict\":\"proven\"", "\"station\":\"" + station + "\"", "\"stations\":30");
        char last = printed.charAt(printed.length() - 1);
        String other = printed.substring(0, printed.length() - 1) + (last == '0' ? '1' : '0');
        assertEquals(Exit.REFUTED, typed.run("log", "check-proof", proof, "--printed", other));
        typed.assertSays("REFUTED", "PROOF-104");
        assertEquals(
                Exit.REFUTED, typed.run("log", "check-proof", proof, "--printed", printed.replace(" 30 ", " 31 ")));
        assertEquals(Exit.BAD_INPUT, typed.run("log", "check-proof", proof, "--printed", "COTEJO STATIONS 30 abc"));
        typed.assertComplains("PROOF-110");
        assertEquals(Exit.BAD_INPUT, typed.run("log", "check-proof", proof));
        typed.assertComplains("--printed");
        Path cut = Files.write(temporary.resolve("cut.slip"), java.util.Arrays.copyOf(Files.readAllBytes(proof), 40));
        assertEquals(Exit.BAD_INPUT, typed.run("log", "check-proof", cut, "--printed", printed));
        typed.assertComplains("cut.slip");
    }

    private String printedLine() {
        Matcher line = Pattern.compile("COTEJO STATIONS [0-9a-f ]+[0-9a-f]").matcher(typed.said());
        assertTrue(line.find(), typed.said());
        return line.group();
    }

    @Test
    void theVerifyPageLiesInTheSiteAndIsCoveredLikeEveryPage() throws IOException {
        byte[] page = Files.readAllBytes(site.resolve("verify.html"));
        assertArrayEquals(VerifyPage.html(Files.readAllBytes(policy)), page, "it names the policy beside the site");
        assertEquals(Exit.PROVEN, typed.run("verify", site, "--policy", policy, "--forget"));
        Path copy = temporary.resolve("changed");
        try (var all = Files.walk(site)) {
            for (Path file : all.toList()) {
                Files.copy(file, copy.resolve(site.relativize(file).toString()));
            }
        }
        Files.writeString(
                copy.resolve("verify.html"), new String(page, StandardCharsets.UTF_8).replace("'refuted'", "'proven'"));
        assertEquals(Exit.REFUTED, typed.run("verify", copy, "--policy", policy, "--forget"));
        typed.assertSays("PUB-202", "verify.html");
    }

    @Test
    void theVerifyPageIsWrittenAloneWithThePolicyThatItHandsOn() throws IOException {
        Path page = temporary.resolve("page.html");
        assertEquals(Exit.PROVEN, typed.run("verify", "--page", page));
        typed.assertSays("page.html", "bytes");
        assertArrayEquals(VerifyPage.html(null), Files.readAllBytes(page));
        assertEquals(Exit.PROVEN, typed.run("verify", "--page", page, "--policy", policy));
        assertArrayEquals(VerifyPage.html(Files.readAllBytes(policy)), Files.readAllBytes(page));
        assertEquals(Exit.BAD_INPUT, typed.run("verify", site, "--page", page));
        typed.assertComplains("APP-189");
        Path garbage = Files.writeString(temporary.resolve("garbage.policy"), "hello\n");
        assertEquals(Exit.BAD_INPUT, typed.run("verify", "--page", page, "--policy", garbage));
        assertEquals(Exit.BAD_INPUT, typed.run("verify"));
        typed.assertComplains("APP-109");
    }
}
