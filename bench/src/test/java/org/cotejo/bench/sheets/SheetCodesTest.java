package org.cotejo.bench.sheets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.cotejo.sheet.SheetParts;
import org.cotejo.sheet.SheetReader;
import org.cotejo.sheet.SignedSheet;
import org.cotejo.station.paper.PrintedCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is printed as codes is read back as the same sheet by another library. */
class SheetCodesTest {
    private static final int PIXELS_A_MODULE = 4;

    /** The text that a reader of codes sees in the drawn picture. */
    private static String seen(PrintedCode code) throws ReaderException {
        int side = code.modulesWithQuiet() * PIXELS_A_MODULE;
        int[] pixels = new int[side * side];
        for (int y = 0; y < side; y++) {
            for (int x = 0; x < side; x++) {
                boolean isDark = code.isDark(x / PIXELS_A_MODULE, y / PIXELS_A_MODULE);
                pixels[y * side + x] = isDark ? 0x000000 : 0xffffff;
            }
        }
        BinaryBitmap picture = new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(side, side, pixels)));
        return new QRCodeReader()
                .decode(picture, Map.of(DecodeHintType.TRY_HARDER, Boolean.TRUE))
                .getText();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 10, 20, 38, 60, 100, 150, 190})
    void aSheetOfOneCodeIsReadBackAsItWasPrinted(int positions) throws ReaderException {
        SignedSheet sheet = ExampleSheet.of("VE-2024", "PRESIDENT", 1, 1, positions, positions);
        List<PrintedCode> codes = PrintedCode.of(sheet.text());
        assertEquals(1, codes.size());
        assertEquals(sheet, SheetReader.read(seen(codes.getFirst())).orThrow());
    }

    @Test
    void idsInSmallLettersAndWithAccentsAreReadBackToo() throws ReaderException {
        for (String election : List.of("ve-2024", "elección-2024", "Выборы-2024", "選挙-2024")) {
            SignedSheet sheet = ExampleSheet.of(election, "alcaldía", 1, 1, 38, 5);
            assertEquals(
                    sheet,
                    SheetReader.read(seen(PrintedCode.of(sheet.text()).getFirst()))
                            .orThrow(),
                    election);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {250, 400, 1_000})
    void aChainedSheetIsPutTogetherFromItsCodesInAnyOrder(int positions) throws ReaderException {
        SignedSheet sheet = ExampleSheet.of("VE-2024", "ASSEMBLY", 1, 1, positions, positions);
        List<PrintedCode> codes = new ArrayList<>(PrintedCode.of(sheet.text()));
        assertTrue(codes.size() > 1);
        Collections.shuffle(codes, new Random(positions));
        SheetParts parts = new SheetParts();
        Optional<String> whole = Optional.empty();
        for (PrintedCode code : codes) {
            assertTrue(code.version() <= PrintedCode.VERSION_MOST);
            whole = parts.take(seen(code)).orThrow();
        }
        assertEquals(sheet, SheetReader.read(whole.orElseThrow()).orThrow());
    }

    @Test
    void aTextIsChainedOnlyWhereItMustBe() {
        int chained = 0;
        for (int positions = 150; positions <= 300; positions += 10) {
            SignedSheet sheet = ExampleSheet.of("VE-2024", "ASSEMBLY", 1, 1, positions, positions);
            List<PrintedCode> codes = PrintedCode.of(sheet.text());
            chained += codes.size() > 1 ? 1 : 0;
            assertEquals(codes.size() > 1, SheetParts.isPart(codes.getFirst().text()));
        }
        assertTrue(chained > 3 && chained < 14, chained + " of 16 are chained");
    }

    /** A change of the sheet's form, or of who draws it, changes the table. */
    @Test
    void theSizesAreThoseOfTheDocument() throws IOException {
        String document = Files.readString(Path.of(System.getProperty("cotejo.root"), "docs/formats/sheet.md"));
        String table = String.join("\n", SheetCodes.rows());
        assertTrue(document.contains(table), table);
    }
}
