package org.cotejo.app;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** A small project written and compiled for one test: module {@code core} with the rooms that the test puts in. */
final class FakeHouse {
    private final Path root;
    private final List<String> rows = new ArrayList<>();

    FakeHouse(Path root) {
        this.root = root;
    }

    /** A row of the table of rooms. */
    FakeHouse row(String name, String charter, String mayImport) {
        rows.add("| `core: org.cotejo." + name + "` | " + charter + " | " + mayImport + " |");
        return this;
    }

    /** A row, and a package with its package-info. */
    FakeHouse room(String name, String charter, String mayImport) throws IOException {
        row(name, charter, mayImport);
        return packageInfo(name);
    }

    FakeHouse packageInfo(String name) throws IOException {
        return file(name, "package-info", "@org.jspecify.annotations.NullMarked\npackage org.cotejo." + name + ";\n");
    }

    /** A source file; the package line is put before the text. */
    FakeHouse type(String room, String name, String text) throws IOException {
        return file(room, name, "package org.cotejo." + room + ";\n\n" + text);
    }

    FakeHouse file(String room, String name, String text) throws IOException {
        return write("core/src/main/java/org/cotejo/" + room.replace('.', '/') + "/" + name + ".java", text);
    }

    FakeHouse write(String path, String text) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        return this;
    }

    /** Compiles it all and asks the house for its complaints. */
    List<String> complaints() throws IOException {
        write("pom.xml", "<project><modules><module>core</module></modules></project>");
        write(
                "ARCHITECTURE.md",
                "# A house\n\n<!-- rooms -->\n| room | charter | may import |\n|---|---|---|\n"
                        + String.join("\n", rows) + "\n<!-- /rooms -->\n");
        compile();
        return House.complaints(root, _ -> true);
    }

    private void compile() throws IOException {
        Path classes = Files.createDirectories(root.resolve("core/target/classes"));
        List<Path> sources;
        try (Stream<Path> all = Files.walk(root.resolve("core/src/main/java"))) {
            sources = all.filter(path -> path.toString().endsWith(".java")).toList();
        }
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter said = new StringWriter();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            List<String> options = List.of(
                    "-proc:none", "-d", classes.toString(), "-classpath", System.getProperty("java.class.path"));
            boolean done = compiler.getTask(
                            said, files, null, options, null, files.getJavaFileObjectsFromPaths(sources))
                    .call();
            if (!done) {
                throw new IllegalStateException("the fixture does not compile: " + said);
            }
        }
    }
}
