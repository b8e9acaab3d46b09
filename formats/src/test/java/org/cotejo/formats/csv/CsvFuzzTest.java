package org.cotejo.formats.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.cotejo.base.RefusedException;
import org.cotejo.formats.TestFolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Damaged tables are imported whole or refused whole, never half; and the fast way of reading gives what the plain way gives. */
class CsvFuzzTest {
    private static final String MAP = """
            {"custodian": "x", "side": "y", "station": ["centro", "mesa"], "places": ["edo", "mun"], "null": "n",
             "registered": "re", "votes": {"A": "a", "B": "b", "C": "c"}}
            """;
    private static final String HEADER = "edo,mun,centro,mesa,re,n,a,b,c,url\n";

    @TempDir
    private Path base;

    private static String table(Random random, int rows, boolean isOdd) {
        StringBuilder text = new StringBuilder();
        String[] odd = {"-", "", "Ilegible", "1.234", "7.0", " 5", "'12", "0012"};
        for (int i = 0; i < rows; i++) {
            text.append("Edo ")
                    .append(i / 40)
                    .append(',')
                    .append(i % 40 < 25 ? "Peñalolén" : "Múzquiz ")
                    .append(',');
            text.append(i % 9 == 0 && isOdd ? "'" : "")
                    .append("0101")
                    .append(i)
                    .append(',')
                    .append(i % 3);
            for (int cell = 0; cell < 5; cell++) {
                boolean isStrange = isOdd && random.nextInt(12) == 0;
                text.append(',')
                        .append(isStrange ? odd[random.nextInt(odd.length)] : String.valueOf(random.nextInt(900)));
            }
            text.append(",https://example.org/")
                    .append(i)
                    .append(".jpg")
                    .append(random.nextInt(20) == 0 ? "\r\n" : "\n");
        }
        return text.toString();
    }

    @Test
    void theFastWayGivesWhatThePlainWayGives() {
        for (int seed = 0; seed < 12; seed++) {
            String rows = table(new Random(seed), 300, seed % 2 == 1);
            TestFolder fast = new TestFolder(mkdir("fast" + seed));
            TestFolder plain = new TestFolder(mkdir("plain" + seed));
            fast.csv(MAP, HEADER + rows);
            // One quote in the file, and every byte of it is read by the parser that knows quotes.
            plain.csv(MAP, HEADER.replace("edo,", "\"edo\",") + rows);
            assertEquals(plain.figures(), fast.figures(), "seed " + seed);
            assertEquals(
                    plain.entries().stream()
                            .skip(2)
                            .filter(e -> !e.toString().contains("SourceOpened"))
                            .toList(),
                    fast.entries().stream()
                            .skip(2)
                            .filter(e -> !e.toString().contains("SourceOpened"))
                            .toList());
        }
    }

    @Test
    void refusalsAreTheSameInBothWays() {
        for (String bad : List.of(
                "E,M,1,1,1,1,1,x,1,u\n",
                "E,M,1,1,1,1,1,1,u\n",
                "E,M,01010,0,1,1,1,1,1,u\n",
                "E,M,,,1,1,1,1,1,u\n",
                "E,M,1,1,1000000000,1,1,1,1,u\n",
                "E,M,1,1,-1,1,1,1,1,u\n",
                "E,M,a b,1,1,1,1,1,1,u\n")) {
            String rows = table(new Random(1), 50, false).replace("'", "") + bad + table(new Random(2), 3, false);
            TestFolder fast = new TestFolder(mkdir("fast"));
            TestFolder plain = new TestFolder(mkdir("plain"));
            assertEquals(
                    refusal(plain, HEADER.replace("edo,", "\"edo\",") + rows).replace("/plain/", "/fast/"),
                    refusal(fast, HEADER + rows));
        }
    }

    private static String refusal(TestFolder folder, String table) {
        try {
            folder.csv(MAP, table);
            throw new AssertionError("this was imported");
        } catch (RefusedException e) {
            return e.problem().line("en");
        }
    }

    @Test
    void damagedTablesAreImportedWholeOrNotAtAll() {
        byte[] sound = (HEADER + table(new Random(3), 12, true)).getBytes(StandardCharsets.UTF_8);
        Random random = new Random(20240728);
        TestFolder folder = new TestFolder(base);
        Path map = folder.file("MAP.json", MAP);
        long entries = folder.open().entries();
        for (int i = 0; i < 250; i++) {
            byte[] damaged = Arrays.copyOf(sound, i % 4 == 0 ? random.nextInt(sound.length) : sound.length);
            for (int flips = random.nextInt(0, 4); flips > 0 && damaged.length > 0; flips--) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
            }
            try {
                folder.run("csv", map, Map.of(), folder.file("t.csv", damaged));
                assertTrue(folder.open().entries() > entries);
                entries = folder.open().entries();
            } catch (RefusedException e) {
                assertTrue(
                        e.problem().code().matches("(TEXT|CSV|DELIVERY)-1[0-9]{2}"),
                        e.problem().line("en"));
                assertEquals(entries, folder.open().entries());
            }
        }
        assertTrue(folder.frame().sources().size() > 10, "some damage does no harm");
    }

    @Test
    void anyBytesAreRefused() {
        Random random = new Random(5);
        TestFolder folder = new TestFolder(base);
        Path map = folder.file("MAP.json", MAP);
        for (int i = 0; i < 300; i++) {
            byte[] bytes = new byte[random.nextInt(400)];
            random.nextBytes(bytes);
            Path file = folder.file("t.csv", bytes);
            try {
                folder.run("csv", map, Map.of(), file);
                throw new AssertionError("random bytes were imported");
            } catch (RefusedException e) {
                assertTrue(e.problem().code().startsWith("TEXT-"));
            }
        }
    }

    private Path mkdir(String name) {
        Path path = base.resolve(name);
        assertTrue(path.toFile().isDirectory() || path.toFile().mkdir());
        return path;
    }
}
