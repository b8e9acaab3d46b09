package org.cotejo.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Holds the project against ARCHITECTURE.md, and each rule against a small house that breaks it. */
class ArchitectureTest {
    @TempDir
    private Path folder;

    private FakeHouse house;

    @BeforeEach
    void soundHouse() throws IOException {
        house = new FakeHouse(folder)
                .room("base", "words that mean the same everywhere", "-")
                .type("base", "Word", "/** A word. */\npublic final class Word {}\n")
                .room("tally", "the numbers", "base")
                .type(
                        "tally",
                        "Sum",
                        "final class Sum {\n    org.cotejo.base.Word word = new org.cotejo.base.Word();\n}\n");
    }

    @Test
    void thisProjectIsAsArchitectureSays() throws IOException {
        Path root = Path.of(System.getProperty("cotejo.root")).toRealPath();
        List<String> complaints = House.complaints(root, ArchitectureTest::isAtRest);
        if (!complaints.isEmpty()) {
            fail(complaints.size() + " complaints about the house:\n  " + String.join("\n  ", complaints));
        }
    }

    /** Only what these tests run with is surely compiled: other modules may be in the middle of it. */
    private static boolean isAtRest(String module) {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .map(entry -> entry.replace('\\', '/'))
                .anyMatch(entry ->
                        entry.endsWith("/" + module + "/target/classes") || entry.contains("/cotejo-" + module + "-"));
    }

    @Test
    void aSoundHouseHasNoComplaints() throws IOException {
        assertEquals(List.of(), house.complaints());
    }

    @Test
    void anImportOutsideTheTableIsFoundInTheSource() throws IOException {
        house.type("base", "Bad", "import org.cotejo.tally.*;\n\nfinal class Bad {}\n");
        assertOnly("base may not import tally, but core/src/main/java/org/cotejo/base/Bad.java does");
    }

    @Test
    void aUseWithoutImportIsFoundInTheClass() throws IOException {
        house.type("tally", "Total", "/** A total. */\npublic final class Total {}\n")
                .type("tally", "A", "final class A {}\n")
                .type("tally", "B", "final class B {}\n")
                .type("base", "Bad", "interface Bad {\n    java.util.List<org.cotejo.tally.Total[]> all();\n}\n");
        assertOnly("base may not import tally, but class org.cotejo.base.Bad does");
    }

    @Test
    void aUseInATemplatesClassCountsAsTheModules() throws IOException {
        house.room("core", "the first room", "-")
                .type("core", "First", "final class First {}\n")
                .write(
                        "core/src/main/java/gg/jte/Page.java",
                        "package gg.jte;\n\nfinal class Page {\n    org.cotejo.base.Word word = new org.cotejo.base.Word();\n}\n");
        assertComplains("core may not import base, but class gg.jte.Page does");
    }

    @Test
    void aCycleInTheTableIsFound() throws IOException {
        house.room("sheet", "sheets", "entry")
                .type("sheet", "One", "final class One {}\n")
                .room("entry", "entries", "base, sheet")
                .type("entry", "One", "final class One {}\n");
        assertOnly("the table has a cycle: sheet -> entry -> sheet");
    }

    @Test
    void aRoomMissingInTheTableIsFound() throws IOException {
        house.packageInfo("attic").type("attic", "Box", "final class Box {}\n");
        assertOnly("org.cotejo.attic in core is not in the table of rooms");
    }

    @Test
    void anEmptyRoomOfTheTableIsFound() throws IOException {
        house.row("attic", "boxes", "base");
        assertOnly("org.cotejo.attic is in the table of rooms, but there is no type in it");
    }

    @Test
    void aPackageInfoAloneIsAnEmptyRoom() throws IOException {
        house.room("attic", "boxes", "base");
        assertOnly("org.cotejo.attic is in the table of rooms, but there is no type in it");
    }

    @Test
    void anImportOfNoRoomIsFound() throws IOException {
        house.room("attic", "boxes", "cellar").type("attic", "Box", "final class Box {}\n");
        assertOnly("attic may import cellar, which is no room of the table");
    }

    @Test
    void aTableThatIsNotThereIsFound() {
        assertEquals(
                List.of("ARCHITECTURE.md has no table between <!-- rooms --> and <!-- /rooms -->"),
                RoomTable.parse("# A house").complaints());
    }

    @Test
    void aRowThatIsNoRowIsFound() {
        RoomTable table = RoomTable.parse(
                "<!-- rooms -->\n| room | charter | may import |\n|---|---|---|\n| base | words | - |\n<!-- /rooms -->");
        assertTrue(table.complaints().getFirst().startsWith("not a row"), table.complaints()::toString);
    }

    @Test
    void aPublicTypeWithoutJavadocIsFound() throws IOException {
        house.type("tally", "Bare", "/* not Javadoc */\n@Deprecated\npublic final class Bare {}\n");
        assertOnly("core/src/main/java/org/cotejo/tally/Bare.java: public Bare has no Javadoc");
    }

    @Test
    void markdownJavadocIsJavadocAlsoAboveAnAnnotation() throws IOException {
        house.type("tally", "Told", "/// Told in Markdown.\n@Deprecated\npublic final class Told {}\n");
        assertEquals(List.of(), house.complaints());
    }

    @Test
    void aLongFileIsFound() throws IOException {
        house.type("tally", "Long", "final class Long {}\n" + "\n".repeat(House.FILE_LINES - 3));
        assertEquals(List.of(), house.complaints());
        house.type("tally", "Long", "final class Long {}\n" + "\n".repeat(House.FILE_LINES - 2));
        assertOnly("core/src/main/java/org/cotejo/tally/Long.java has 501 lines, 500 at most");
    }

    @Test
    void aLongMethodIsFound() throws IOException {
        house.type("tally", "Deep", method(House.METHOD_LINES - 2));
        assertEquals(List.of(), house.complaints());
        house.type("tally", "Deep", method(House.METHOD_LINES - 1));
        assertOnly("core/src/main/java/org/cotejo/tally/Deep.java:4: run has 61 lines, 60 at most");
    }

    private static String method(int bodyLines) {
        return "final class Deep {\n    void run() {\n" + "        // one\n".repeat(bodyLines) + "    }\n}\n";
    }

    @Test
    void anEmptyWordAsPackageIsFound() throws IOException {
        house.room("base.util", "words", "base").type("base.util", "Box", "final class Box {}\n");
        assertOnly("org.cotejo.base.util: \"util\" says nothing about what is inside");
    }

    @Test
    void aPackageThatIsNotNullMarkedIsFound() throws IOException {
        house.file("tally", "package-info", "/** Numbers. */\npackage org.cotejo.tally;\n");
        assertOnly("org.cotejo.tally has no package-info.java marked @NullMarked");
    }

    @Test
    void workLeftInTheSourceIsFoundInTestsToo() throws IOException {
        String left = "TO" + "DO";
        house.type("tally", "Later", "// " + left + ": later\nfinal class Later {}\n")
                .write("core/src/test/java/org/cotejo/LaterTest.java", "// FIX" + "ME\nclass LaterTest {}\n");
        assertEquals(2, house.complaints().size());
        assertComplains(
                "core/src/main/java/org/cotejo/tally/Later.java:3 says " + left + ": do it or write it down elsewhere");
    }

    @Test
    void aRoomThatShowsTooMuchIsFound() throws IOException {
        house.room("wide", "a wide room", "-");
        fiveTypes("wide", 2);
        assertEquals(List.of(), house.complaints());
        fiveTypes("wide", 3);
        assertOnly("org.cotejo.wide shows 3 of its 5 types, 40 % at most"
                + " (rooms of values may have more: say so in the charter)");
    }

    private void fiveTypes(String room, int shown) throws IOException {
        for (int i = 0; i < 5; i++) {
            house.type(room, "T" + i, (i < shown ? "/** One. */\npublic " : "") + "final class T" + i + " {}\n");
        }
    }

    @Test
    void aRoomOfValuesMayShowAll() throws IOException {
        house.room("coins", "Values of money", "-");
        fiveTypes("coins", 5);
        assertEquals(List.of(), house.complaints());
    }

    private void assertOnly(String complaint) throws IOException {
        assertEquals(List.of(complaint), house.complaints());
    }

    private void assertComplains(String complaint) throws IOException {
        List<String> complaints = house.complaints();
        assertTrue(complaints.contains(complaint), complaints::toString);
    }
}
