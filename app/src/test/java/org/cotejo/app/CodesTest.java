package org.cotejo.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Public codes are promises: each is made once and stands in docs/codes.md, and the document names no other. */
class CodesTest {
    private static final Pattern CONSTANT = Pattern.compile("[A-Z][A-Z_0-9]*\\(\\s*\"([A-Z]+-[0-9]{3})\"");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| ([A-Z]+-[0-9]{3}) \\|");

    @Test
    void everyCodeIsMadeOnce() throws IOException {
        List<String> made = made();
        assertTrue(made.size() > 80, () -> "only " + made.size() + " codes were found");
        assertEquals(
                new TreeSet<>(made).stream().toList(), made.stream().sorted().toList());
    }

    @Test
    void theDocumentListsExactlyTheCodesThatAreMade() throws IOException {
        String document = Files.readString(root().resolve("docs/codes.md"));
        TreeSet<String> listed = new TreeSet<>();
        Matcher rows = ROW.matcher(document);
        while (rows.find()) {
            listed.add(rows.group(1));
        }
        assertEquals(new TreeSet<>(made()), listed);
    }

    private static List<String> made() throws IOException {
        List<String> codes = new ArrayList<>();
        for (String module : List.of(
                "core", "folder", "formats", "sim", "audit", "capture", "site", "node", "verify", "station", "app")) {
            try (Stream<Path> files = Files.walk(root().resolve(module).resolve("src/main/java"))) {
                for (Path file :
                        files.filter(f -> f.toString().endsWith(".java")).toList()) {
                    Matcher constants = CONSTANT.matcher(Files.readString(file));
                    while (constants.find()) {
                        codes.add(constants.group(1));
                    }
                }
            }
        }
        return codes;
    }

    private static Path root() {
        Path at = Path.of("").toAbsolutePath();
        while (!Files.exists(at.resolve("ARCHITECTURE.md"))) {
            at = Objects.requireNonNull(at.getParent());
        }
        return at;
    }
}
