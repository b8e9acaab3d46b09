package org.cotejo.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.cotejo.base.Problem;
import org.cotejo.base.Result;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SiteFolderTest {
    @TempDir
    private Path folder;

    private Path place;

    @BeforeEach
    void choose() {
        place = folder.resolve("site");
    }

    private void write(String... files) throws IOException {
        SiteFolder site = SiteFolder.at(place).orThrow();
        Path fresh = site.begin();
        for (String file : files) {
            Path path = fresh.resolve(file);
            Files.createDirectories(path.getParent());
            Files.writeString(path, file);
        }
        site.finish(List.of(files));
    }

    private List<String> left() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString())
                    .sorted()
                    .toList();
        }
    }

    @Test
    void aNewSiteStandsAtItsPlaceAndNothingBesideIt() throws IOException {
        write("index.html", "es/index.html");
        assertEquals(List.of("site/.cotejo-site", "site/es/index.html", "site/index.html"), left());
    }

    @Test
    void anOlderSiteIsReplacedAsAWhole() throws IOException {
        write("index.html", "es/old.html");
        write("index.html", "en/new.html");
        assertEquals(List.of("site/.cotejo-site", "site/en/new.html", "site/index.html"), left());
        assertFalse(Files.exists(place.resolve("es")));
    }

    @Test
    void foreignFilesInAnOlderSiteStay() throws IOException {
        write("index.html");
        Files.createDirectories(place.resolve("es"));
        Files.writeString(place.resolve("es/notes.txt"), "mine");
        write("index.html");
        assertEquals(List.of("site/.cotejo-site", "site/es/notes.txt", "site/index.html"), left());
        assertEquals("mine", Files.readString(place.resolve("es/notes.txt")));
    }

    @Test
    void aForeignFileWithTheNameOfANewPageIsKeptBesideIt() throws IOException {
        write("index.html");
        Files.writeString(place.resolve("about.html"), "mine");
        write("index.html", "about.html");
        assertEquals("about.html", Files.readString(place.resolve("about.html")));
        assertEquals("mine", Files.readString(place.resolve("about.html.kept")));
        write("index.html", "about.html");
        assertEquals("mine", Files.readString(place.resolve("about.html.kept")));
    }

    @Test
    void aFolderOfSomebodyElseIsRefusedAndUntouched() throws IOException {
        Files.createDirectories(place);
        Files.writeString(place.resolve("thesis.txt"), "mine");
        Result<SiteFolder> result = SiteFolder.at(place);
        Problem problem = assertInstanceOf(Result.Refused.class, result).problem();
        assertEquals("SITE-101", problem.code());
        assertEquals(List.of("site/thesis.txt"), left());
    }

    @Test
    void aFileAtThePlaceIsRefused() throws IOException {
        Files.writeString(place, "mine");
        assertInstanceOf(Result.Refused.class, SiteFolder.at(place));
    }

    @Test
    void anEmptyFolderIsTaken() throws IOException {
        Files.createDirectories(place);
        write("index.html");
        assertTrue(Files.exists(place.resolve("index.html")));
    }

    @Test
    void whatACrashLeftBehindIsClearedAway() throws IOException {
        write("index.html");
        Path fresh = SiteFolder.at(place).orThrow().begin();
        Files.writeString(fresh.resolve("half.html"), "half");
        write("index.html");
        assertEquals(List.of("site/.cotejo-site", "site/index.html"), left());
    }

    @Test
    void aCrashBetweenTheTwoMovesLosesNoForeignFile() throws IOException {
        write("index.html");
        Files.writeString(place.resolve("notes.txt"), "mine");
        Files.move(place, folder.resolve(".site.old"));
        write("index.html");
        assertEquals(List.of("site/.cotejo-site", "site/index.html", "site/notes.txt"), left());
    }
}
