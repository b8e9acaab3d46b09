package org.cotejo.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A rehearsal's election with one machine, made and run by typed commands. */
final class MachineAtWork {
    static final String STATION = "0101.01";

    final TypedCommands commands = new TypedCommands();
    final Path election;
    final Path machine;
    private final Path base;
    private final String printer;

    private MachineAtWork(Path base) {
        this.base = base;
        this.election = base.resolve("election");
        this.machine = base.resolve("machine");
        this.printer = "text:" + base.resolve("papers");
    }

    /** A machine whose station is open. */
    static MachineAtWork open(Path base) throws Exception {
        MachineAtWork work = new MachineAtWork(base);
        work.type("new", work.election);
        Path definition = work.election.resolve("templates/definition.json");
        Files.writeString(definition, Files.readString(definition).replace("\"toy-2030\"", "\"demo-2030\""));
        work.type("import", "definition", definition, "--into", work.election);
        work.type("import", "register", work.election.resolve("templates/register.csv"), "--into", work.election);
        Path keys = base.resolve("keys.csv");
        work.station(
                "init",
                work.machine,
                "--election",
                work.election,
                "--station",
                STATION,
                "--machine",
                "M-1",
                "--into",
                keys);
        work.type("import", "keys", keys, "--into", work.election);
        assertEquals(3, work.commands.run("definition", "freeze", work.election));
        Matcher groups = Pattern.compile("([0-9]{4} ){9}[0-9]{4}").matcher(work.commands.said());
        assertTrue(groups.find(), work.commands::said);
        work.type("definition", "freeze", work.election, "--typed", groups.group());
        work.station("load", work.machine, "--election", work.election, "--typed", groups.group());
        work.station("open", work.machine, "--copies", 1, "--printer", work.printer);
        return work;
    }

    /** Types what must succeed. */
    void type(Object... words) {
        assertEquals(0, commands.run(words), commands::complained);
    }

    void station(Object... words) {
        type(Stream.concat(Stream.of("station"), Stream.of(words)).toArray());
    }

    void close(int pollBook) {
        station("close", machine, "--poll-book", pollBook, "--copies", 1, "--printer", printer);
    }

    String printer() {
        return printer;
    }

    Path file(String name) {
        return base.resolve(name);
    }
}
