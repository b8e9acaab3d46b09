package org.cotejo.formats.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import org.cotejo.base.RefusedException;
import org.cotejo.crypto.Sha256;
import org.cotejo.entry.EntryBlock;
import org.cotejo.formats.TestFolder;
import org.cotejo.formats.importer.ImportRequest;
import org.cotejo.formats.importer.ImportSession;
import org.cotejo.formats.importer.InputFile;
import org.cotejo.formats.importer.LargeInputs;
import org.cotejo.formats.importer.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A table that is not held gives the same entries, byte for byte, or the same refusal as one that is. */
class LargeFilesTest {
    private static final String MAP = """
            {"custodian": "x", "side": "y", "station": ["centro", "mesa"], "places": ["edo", "mun"], "null": "n",
             "votes": {"A": "a", "B": ["b", "c"]}}
            """;
    private static final String PLAIN_MAP = MAP.replace("[\"b\", \"c\"]", "\"b\"");
    private static final String HEADER = "edo,mun,centro,mesa,n,a,b,c\n";

    @TempDir
    private Path base;

    private int folders;

    private static String table(Random random, int rows) {
        StringBuilder text = new StringBuilder(HEADER);
        String[] odd = {"-", "", "Ilegible", "1.234", "7.0", " 5", "'12", "0012"};
        for (int i = 0; i < rows; i++) {
            text.append("Edo ").append(i / 40).append(i % 40 < 25 ? ",Peñalolén,0101" : ",中 😀,0101");
            text.append(i).append(',').append(i % 3);
            for (int cell = 0; cell < 4; cell++) {
                boolean isStrange = random.nextInt(30) == 0;
                text.append(',')
                        .append(isStrange ? odd[random.nextInt(odd.length)] : String.valueOf(random.nextInt(900)));
            }
            text.append(random.nextInt(9) == 0 ? "\r\n" : "\n").append(random.nextInt(40) == 0 ? "\n" : "");
        }
        return text.toString();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** What came of an import: the bytes of all entries and the kept files, or the refusal, which must leave nothing behind. */
    private List<String> outcome(String map, byte[] table, int slice) throws IOException {
        return outcome(map, table, slice, Progress.NONE);
    }

    private List<String> outcome(String map, byte[] table, int slice, Progress progress) throws IOException {
        Path own = Files.createDirectories(base.resolve("f" + folders++));
        TestFolder folder = new TestFolder(own);
        Path input = Files.write(base.resolve("table.csv"), table);
        List<String> outcome = new ArrayList<>();
        try {
            outcome.add(run(folder, map, input, slice, progress));
        } catch (RefusedException e) {
            outcome.add(e.problem().toString());
        }
        for (EntryBlock block : folder.open().blocks()) {
            outcome.add(HexFormat.of().formatHex(block.bytes()));
        }
        for (Path kept : folder.kept()) {
            outcome.add(kept.getFileName() + " "
                    + Sha256.of(Files.readAllBytes(kept)).hex());
        }
        return outcome;
    }

    private static String run(TestFolder folder, String map, Path input, int slice, Progress progress) {
        ImportRequest request =
                new ImportRequest(List.of(input), folder.file("MAP.json", map), folder.open(), Map.of(), progress);
        return ImportSession.run(new CsvImporter(), request, (file, session) -> {
                    InputFile opened = slice > 0 ? LargeInputs.open(file.path(), slice) : file;
                    CsvImport.deliver(opened, MapFile.read("MAP.json", utf8(map)), session);
                })
                .counts()
                .toString();
    }

    private void assertSame(byte[] table, int... slices) throws IOException {
        for (String map : List.of(MAP, PLAIN_MAP)) {
            List<String> whole = outcome(map, table, 0);
            for (int slice : slices) {
                assertEquals(whole, outcome(map, table, slice), "slices of " + slice);
            }
        }
    }

    @Test
    void tablesOfAllSizesGiveTheSameEntries() throws IOException {
        for (int seed = 0; seed < 3; seed++) {
            byte[] table = utf8(table(new Random(seed), 30 + 200 * seed));
            assertSame(table, 1 + seed, 61, 4_096);
            assertSame(utf8("\ufeff" + new String(table, StandardCharsets.UTF_8)), 100);
            assertSame(Arrays.copyOf(table, table.length - 1), 100);
        }
    }

    @Test
    void filesThatAreNotPlainAreReadAsEver() throws IOException {
        String table = table(new Random(5), 60);
        assertSame(table.getBytes(StandardCharsets.ISO_8859_1), 100);
        assertSame(table.getBytes(StandardCharsets.UTF_16LE), 100);
        assertSame(utf8("\ufeff" + table.replace("\n", "\r")), 100);
        assertSame(utf8(table.replace("Edo 1,", "\"Edo 1\",")), 100);
        assertSame(utf8(table.replace(',', ';')), 100);
        assertSame(utf8(table.replaceFirst("Edo 1", "Edo \u0007")), 100);
        assertSame(new byte[1_000], 100);
        assertSame(new byte[0], 100);
        assertSame(utf8("\n".repeat(999)), 100);
        assertSame(utf8("%PDF" + table), 100);
        assertSame(utf8("<html>" + table), 100);
        assertSame(utf8("{\"a\": 1}" + table), 100);
        assertSame(utf8("x".repeat(30_000)), 100);
    }

    /** Bytes that are no UTF-8 where one slice ends and the next begins: then all of the file is in another encoding. */
    @Test
    void aCharacterThatIsCutOffIsFoundWhereverItStands() throws IOException {
        byte[] table = utf8(table(new Random(6), 30));
        for (int slice : new int[] {64, 67}) {
            for (int at = 190; at < 204; at++) {
                ByteArrayOutputStream cut = new ByteArrayOutputStream();
                cut.write(table, 0, at);
                cut.write(0xf0);
                cut.write(0x9f);
                cut.write(table, at, table.length - at);
                assertEquals(outcome(PLAIN_MAP, cut.toByteArray(), 0), outcome(PLAIN_MAP, cut.toByteArray(), slice));
            }
        }
        assertSame(Arrays.copyOf(table, lastOf(table, (byte) 0xf0) + 2), 64, 100);
    }

    private static int lastOf(byte[] bytes, byte value) {
        int at = bytes.length - 1;
        while (bytes[at] != value) {
            at--;
        }
        return at;
    }

    @Test
    void refusalsNameTheSameLineAndField() throws IOException {
        for (String bad : List.of(
                "E,M,1,1,1,x,1,1\n",
                "E,M,1,1,1,1\n",
                "E,M,010117,2,1,1,1,1\n",
                "E,M,,,1,1,1,1\n",
                "E,M," + "9".repeat(210) + ",1,1,1,1,1\n",
                "E," + "M".repeat(9_000) + ",77,1,1,1,1,1\n",
                "E," + "M".repeat(11_000) + ",77,1,1,1,1,1\n",
                ",".repeat(5_001) + "\n",
                "E,M,7,1,1,2000000000,1,1\n")) {
            String table = table(new Random(7), 200);
            int at = table.indexOf("\n", table.length() * 2 / 3) + 1;
            assertSame(utf8(table.substring(0, at) + bad + table.substring(at)), 64, 1_000);
        }
        assertSame(utf8(table(new Random(7), 50).replace("mesa", "mes")), 100);
        assertSame(utf8(table(new Random(7), 50).replace("\"votes\"", "\"wotes\"")), 100);
    }

    @Test
    void aMapThatSkipsRowsOrPicksThemReadsTheSame() throws IOException {
        String table = "a title\n\nand more\n" + table(new Random(8), 120);
        for (String more : List.of(
                "\"skip_rows\": 3,",
                "\"skip_rows\": 300,",
                "\"skip_rows\": 3, \"where\": {\"edo\": \"Edo 1\"},",
                "\"skip_rows\": 3, \"encoding\": \"utf-8\", \"delimiter\": \",\",",
                "\"skip_rows\": 3, \"encoding\": \"ISO-8859-1\",")) {
            String map = PLAIN_MAP.replaceFirst("\\{", "{" + more);
            for (int slice : new int[] {16, 300}) {
                assertEquals(outcome(map, utf8(table), 0), outcome(map, utf8(table), slice), more);
            }
        }
    }

    @Test
    void whatIsWrittenToAFileWhileItIsImportedChangesNothing() throws IOException {
        StringBuilder text = new StringBuilder(HEADER);
        for (int i = 0; i < 150_000; i++) {
            text.append("E,M,").append(i).append(",1,2,3,4,5\n");
        }
        byte[] table = utf8(text.toString());
        byte[] other = utf8(text.substring(0, text.length() - 2) + "6\n");
        AtomicBoolean isWritten = new AtomicBoolean();
        List<String> outcome = outcome(PLAIN_MAP, table, 1 << 12, (_, _) -> {
            write(base.resolve("table.csv"), other);
            isWritten.set(true);
        });
        assertTrue(isWritten.get());
        assertEquals(outcome(PLAIN_MAP, table, 0), outcome);
    }

    private static void write(Path file, byte[] bytes) {
        try {
            Files.write(file, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
