package org.cotejo.formats.brazil;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.cotejo.base.Problem;
import org.cotejo.base.Result;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** Reports of one and of several parts: whole and true, or refused. */
class BuReportTest {
    private static final String CONTENT =
            "ORIG:VOTA ORLC:LEG PROC:395 DTPL:20261004 PLEI:407 TURN:1 FASE:O UNFE:SP MUNI:63452"
                    + " ZONA:75 SECA:182 IDUE:1787323 VERS:9.0 LOCA:1 APTO:325 COMP:278 FALT:47"
                    + " IDEL:1 CARG:1 TIPO:0 VERC:2 13:45 22:225 APTA:325 NOMI:270 BRAN:5 NULO:3 TOTC:278"
                    + " CARG:6 TIPO:1 VERC:2 PART:13 1301:20 1302:5 LEGP:10 TOTP:35 PART:22 2201:200 LEGP:0 TOTP:200"
                    + " APTA:325 NOMI:225 LEGC:10 BRAN:13 NULO:30 TOTC:278"
                    + " CARG:5 TIPO:0 VERC:2 131:200 222:300 APTA:325 NOMI:500 BRAN:26 NULO:30 TOTC:556";

    private static String sha512(String text) {
        try {
            return HexFormat.of()
                    .withUpperCase()
                    .formatHex(MessageDigest.getInstance("SHA-512").digest(text.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The texts of the codes, written as the manual says. */
    private static List<String> parts(String content, int of, String version) {
        List<String> pieces = new ArrayList<>();
        String rest = content;
        for (int i = of; i > 1; i--) {
            int cut = rest.lastIndexOf(' ', rest.length() / i);
            pieces.add(rest.substring(0, cut));
            rest = rest.substring(cut + 1);
        }
        pieces.add(rest);
        List<String> parts = new ArrayList<>();
        StringBuilder hashed = new StringBuilder();
        for (int i = 0; i < pieces.size(); i++) {
            hashed.append(i == 0 ? "" : " ").append(pieces.get(i));
            String hash = sha512(hashed.toString());
            hashed.append(" HASH:").append(hash);
            parts.add(
                    "QRBU:" + (i + 1) + ":" + of + " VRQR:" + version + (version.equals("1.5") ? " VRCH:20220829" : "")
                            + " " + pieces.get(i) + " HASH:" + hash + (i == of - 1 ? " ASSI:0A1B" : ""));
        }
        return parts;
    }

    private static Result<BuReport> read(List<String> texts) {
        List<BuPart> parts = new ArrayList<>();
        for (String text : texts) {
            switch (BuPart.read(text)) {
                case Result.Ok<BuPart>(BuPart part) -> parts.add(part);
                case Result.Refused<BuPart>(Problem problem) -> {
                    return Result.refused(problem);
                }
            }
        }
        return BuReport.of(parts);
    }

    private static void refused(String code, List<String> texts) {
        assertEquals(
                code,
                assertInstanceOf(Result.Refused.class, read(texts)).problem().code());
    }

    @Test
    void allPartsInAnyOrderAreOneReport() {
        for (String version : List.of("1.5", "6.0")) {
            for (int of = 1; of <= 4; of++) {
                BuReport report = read(parts(CONTENT, of, version).reversed()).orThrow();
                assertEquals("SP.63452.0075.0182", report.station());
                assertEquals(325, report.registered());
                assertEquals(278, report.voters());
                assertEquals(
                        Map.of("13", 45, "22", 225), report.offices().get(0).votes());
                assertEquals(
                        Map.of("1301", 20, "1302", 5, "L13", 10, "2201", 200, "L22", 0),
                        report.offices().get(1).votes());
                assertEquals(556, report.offices().get(2).total());
            }
        }
    }

    @Test
    void aMissingPartOrTwoOfOneNumberAreRefused() {
        List<String> parts = parts(CONTENT, 3, "6.0");
        refused("BU-103", parts.subList(0, 2));
        refused("BU-103", parts.subList(1, 3));
        List<String> twice = new ArrayList<>(parts);
        twice.set(1, parts(CONTENT.replace("13:45", "13:54"), 3, "6.0").get(1));
        twice.add(parts.get(1));
        refused("BU-103", twice);
        refused("BU-103", List.of());
    }

    @Test
    void onlyPartsOfOneReportAreAChain() {
        List<BuPart> parts = parts(CONTENT, 3, "6.0").stream()
                .map(text -> BuPart.read(text).orThrow())
                .toList();
        List<BuPart> others = parts(CONTENT.replace("13:45 22:225", "13:46 22:224"), 3, "6.0").stream()
                .map(text -> BuPart.read(text).orThrow())
                .toList();
        assertTrue(BuReport.isChain(parts) && BuReport.isChain(others));
        assertTrue(BuReport.isChain(parts.subList(0, 2)));
        assertTrue(!BuReport.isChain(parts.subList(1, 3)) && !BuReport.isChain(parts.reversed()));
        assertTrue(!BuReport.isChain(List.of(parts.get(0), parts.get(1), others.get(2))));
    }

    @Test
    void votesThatDoNotAddUpAreRefused() {
        refused("BU-105", parts(CONTENT.replace("22:225", "22:226"), 1, "6.0"));
        refused("BU-105", parts(CONTENT.replace("NULO:3 ", "NULO:4 "), 1, "6.0"));
        refused("BU-105", parts(CONTENT.replace("COMP:278", "COMP:279"), 1, "6.0"));
    }

    @Test
    void otherTextsAreRefused() {
        String text = parts(CONTENT, 1, "6.0").getFirst();
        refused("BU-101", List.of(text.replace("VRQR:6.0", "VRQR:7.0")));
        refused("BU-102", List.of(text.replace(" ASSI:0A1B", "")));
        refused("BU-101", List.of(text.toLowerCase(java.util.Locale.ROOT)));
        refused("BU-102", parts(CONTENT.replace("APTO:325 ", ""), 1, "6.0"));
        refused("BU-102", parts(CONTENT.replace("13:45", "13:45 13:0"), 1, "6.0"));
        refused("BU-102", parts(CONTENT.substring(0, CONTENT.indexOf(" IDEL")), 1, "6.0"));
    }

    @Test
    void theRealReportOf2018IsRead() throws IOException {
        Path file = Path.of(System.getProperty("cotejo.shared", "../../shared"), "data/brazil/bu-qr-2018.txt");
        Assumptions.assumeTrue(Files.exists(file), "no shared data");
        BuReport report = read(List.of(Files.readString(file).strip())).orThrow();
        assertEquals("ZZ.30848.0001.0483", report.station());
        assertEquals(103, report.offices().getFirst().votes().get("17"));
        assertEquals(195, report.offices().getFirst().total());
    }

    @Property(tries = 1000)
    void noChangedCharacterSurvivesTheChain(@ForAll long seed) {
        Random random = new Random(seed);
        List<String> texts = new ArrayList<>(parts(CONTENT, 1 + random.nextInt(3), "6.0"));
        int part = random.nextInt(texts.size());
        StringBuilder changed = new StringBuilder(texts.get(part));
        // From the content to the end of the hash; header and signature are outside the chain.
        int from = changed.indexOf("6.0 ") + 4;
        int to = changed.indexOf(" ASSI:") < 0 ? changed.length() : changed.indexOf(" ASSI:");
        int at = from + random.nextInt(to - from);
        char before = changed.charAt(at);
        char after = (char) ('0' + random.nextInt(10));
        changed.setCharAt(at, after);
        texts.set(part, changed.toString());
        assertTrue(before == after || read(texts) instanceof Result.Refused<BuReport>);
    }
}
