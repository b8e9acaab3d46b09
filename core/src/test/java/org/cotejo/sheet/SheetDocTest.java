package org.cotejo.sheet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.cotejo.base.Result;
import org.cotejo.crypto.Ed25519Key;
import org.cotejo.crypto.Ed25519Secret;
import org.cotejo.crypto.Sha256;
import org.junit.jupiter.api.Test;

/** Holds docs/formats/sheet.md against the code: its examples and its refusals. */
class SheetDocTest {
    private static List<String> lines(String fence) throws IOException {
        String document = Files.readString(Path.of(System.getProperty("cotejo.root"), "docs/formats/sheet.md"));
        Matcher block = Pattern.compile("(?s)```" + fence + "\n(.*?)\n```").matcher(document);
        assertTrue(block.find(), fence);
        return block.group(1).lines().toList();
    }

    private static StationKey key() throws IOException {
        byte[] bytes = HexFormat.of().parseHex(lines("key").getFirst());
        return new StationKey(
                Sheets.SHEET.station(),
                Sheets.SHEET.machine(),
                KeyAlgorithm.ED25519,
                Ed25519Key.enrolled(bytes).orThrow());
    }

    @Test
    void theKeyIsMadeFromTheWords() throws IOException {
        byte[] seed = Sha256.of("an example of cotejo".getBytes(StandardCharsets.UTF_8))
                .bytes();
        assertEquals(Ed25519Secret.ofSeed(seed).verifyKey(), key().key());
        List<String> texts = Stream.of(Sheets.SHEET, Sheets.OPENING)
                .map(sheet ->
                        SignedSheet.signedBy(Ed25519Secret.ofSeed(seed), sheet).text())
                .toList();
        assertEquals(texts, lines("sheet"));
    }

    @Test
    void theSheetsAreReadPrintedAgainAndTrulySigned() throws IOException {
        assertEquals(2, lines("sheet").size());
        for (String line : lines("sheet")) {
            SignedSheet sheet = SheetReader.read(line).orThrow();
            assertEquals(line, sheet.text());
            assertTrue(sheet.isSignedBy(key()));
        }
    }

    @Test
    void aSheetWithAnotherFigureOrAlgorithmIsNotSigned() throws IOException {
        String text = lines("sheet").getFirst();
        for (String changed : List.of(text.replace("1:210", "1:211"), text.replace("FINAL/M", "FINAL/N"))) {
            assertFalse(SheetReader.read(changed).orThrow().isSignedBy(key()), changed);
        }
        StationKey demo = new StationKey(key().station(), key().machine(), KeyAlgorithm.ED25519_DEMO, key().key());
        assertFalse(SheetReader.read(text).orThrow().isSignedBy(demo));
    }

    @Test
    void thePartsAreTheFirstSheet() throws IOException {
        String text = lines("sheet").getFirst();
        assertEquals(SheetParts.split(text, part -> part.length() <= 260), lines("part"));
        SheetParts parts = new SheetParts();
        assertEquals(Optional.empty(), parts.take(lines("part").getLast()).orThrow());
        assertEquals(Optional.of(text), parts.take(lines("part").getFirst()).orThrow());
    }

    @Test
    void whatIsSaidToBeRefusedIsRefusedWithThatCode() throws IOException {
        TreeSet<String> met = new TreeSet<>();
        for (String line : lines("refused")) {
            String[] codeAndText = line.split(" ", 2);
            Result.Refused<?> refused = assertInstanceOf(Result.Refused.class, SheetReader.read(codeAndText[1]), line);
            assertEquals(codeAndText[0], refused.problem().code(), line);
            met.add(codeAndText[0]);
        }
        assertEquals(List.of("SHEET-101", "SHEET-102", "SHEET-103", "SHEET-104"), List.copyOf(met));
    }
}
