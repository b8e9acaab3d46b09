package org.cotejo.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code cotejo station serve} as a process: both pages answer, a vote is cast, and it is stopped, killed and started again. */
class StationServeTest {
    private static final String RELEASE =
            "{\"language\":\"en\",\"text\":0,\"contrast\":\"plain\",\"sound\":false,\"switches\":\"off\"}";

    @TempDir
    private Path tmp;

    /** The program in a process of its own, with the pages that it printed. */
    private static final class Serving implements AutoCloseable {
        private final Process process;
        private final BufferedReader out;
        private final List<String> said = new ArrayList<>();
        private final URI voter;
        private final URI officer;
        private final HttpClient client = HttpClient.newHttpClient();

        Serving(MachineAtWork work) throws IOException {
            ProcessBuilder program = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-cp",
                            System.getProperty("java.class.path"),
                            Main.class.getName(),
                            "station",
                            "serve",
                            work.machine.toString(),
                            "--port",
                            "0",
                            "--printer",
                            work.printer())
                    .redirectErrorStream(true);
            program.environment().put("COTEJO_LANG", "en");
            process = program.start();
            out = process.inputReader(StandardCharsets.UTF_8);
            voter = page();
            officer = page();
        }

        /** Reads on to the next line with an address. */
        private URI page() throws IOException {
            while (true) {
                String line = out.readLine();
                if (line == null) {
                    throw new IOException("it ended: " + said);
                }
                said.add(line);
                Matcher address = Pattern.compile("http://127\\.0\\.0\\.1:[0-9]+/#[0-9a-f]{40}")
                        .matcher(line);
                if (address.find()) {
                    return URI.create(address.group());
                }
            }
        }

        String asked(URI page, String act, String body) throws Exception {
            HttpResponse<String> answer = client.send(
                    HttpRequest.newBuilder(page.resolve("/" + act))
                            .header("Origin", "http://" + page.getAuthority())
                            .header("Content-Type", "application/json")
                            .header("X-Cotejo-Token", page.getFragment())
                            .POST(HttpRequest.BodyPublishers.ofString(body))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            assertEquals(200, answer.statusCode(), act);
            return answer.body();
        }

        String got(URI page) throws Exception {
            return client.send(HttpRequest.newBuilder(page.resolve("/")).build(), HttpResponse.BodyHandlers.ofString())
                    .body();
        }

        /** The seat of the one page before which voters sit. */
        String sit() throws Exception {
            return part("seat", asked(voter, "hello", "{}"));
        }

        /** A voter on a ballot that is released, up to the receipt. */
        void confirm(String seat) throws Exception {
            asked(officer, "release", RELEASE);
            String state = asked(voter, "state", "{\"seat\":\"" + seat + "\",\"seen\":-1}");
            assertEquals("voting", part("phase", state), state);
            String after = asked(
                    voter,
                    "confirm",
                    "{\"seat\":\"" + seat + "\",\"ticket\":\"" + part("ticket", state) + "\",\"choices\":[2]}");
            assertEquals("check", part("phase", after), after);
        }

        /** Stops it as the system does, and reads to its end: by its handle, since a process that is destroyed closes its streams. */
        String stopped() throws Exception {
            process.toHandle().destroy();
            return rest();
        }

        void killed() throws Exception {
            process.toHandle().destroyForcibly();
            rest();
        }

        private String rest() throws Exception {
            StringBuilder rest = new StringBuilder();
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                rest.append(line).append('\n');
            }
            process.waitFor();
            return rest.toString();
        }

        @Override
        public void close() {
            process.destroyForcibly();
        }
    }

    private static String part(String name, String json) {
        Matcher value = Pattern.compile("\"" + name + "\":\"([^\"]*)\"").matcher(json);
        assertTrue(value.find(), () -> name + " is not in " + json);
        return value.group(1);
    }

    private static String receiptRight(String seat) {
        return "{\"seat\":\"" + seat + "\",\"receipt\":\"right\"}";
    }

    @Test
    void aVoteThatWasBegunBeforeTheProgramWasKilledIsCountedOnceAfterIt() throws Exception {
        MachineAtWork work = MachineAtWork.open(tmp);
        try (Serving first = new Serving(work)) {
            assertTrue(first.said.getFirst().startsWith("Nobody has voted"), first.said::toString);
            assertNotEquals(first.voter.getPort(), first.officer.getPort());
            assertTrue(first.got(first.voter).contains("<html"), "the voter's page");
            assertTrue(first.got(first.officer).contains("<html"), "the officer's page");
            assertEquals(2, work.commands.run("station", "status", work.machine));
            work.commands.assertComplains("STATION-103");
            first.confirm(first.sit());
            first.killed();
        }
        try (Serving again = new Serving(work)) {
            assertEquals(
                    "The last voter has voted, and the receipt came out; the voter has not yet said whether it is right.",
                    again.said.getFirst());
            String seat = again.sit();
            again.asked(again.voter, "receipt", receiptRight(seat));
            again.confirm(seat);
            again.asked(again.voter, "receipt", receiptRight(seat));
            String said = again.stopped();
            assertTrue(said.contains("the vote is counted"), said);
            assertTrue(said.contains("Stopped."), said);
        }
        work.station("status", work.machine, "--json");
        work.commands.assertSays("\"confirmed\":2", "\"counted\":2", "\"void_receipts\":0");
        work.close(2);
        Path sheets = work.file("sheets.txt");
        work.station("transmit", work.machine, "--custodian", "coalition", "--into", sheets);
        assertTrue(
                java.nio.file.Files.readString(sheets).contains("/1:0 2:2 3:0"),
                () -> "two votes for position 2 in " + sheets);
    }

    @Test
    void aSecondProgramOnTheSameMachineIsRefused() throws Exception {
        MachineAtWork work = MachineAtWork.open(tmp);
        try (Serving first = new Serving(work)) {
            assertTrue(first.process.isAlive());
            IOException refused =
                    org.junit.jupiter.api.Assertions.assertThrows(IOException.class, () -> new Serving(work));
            assertTrue(String.valueOf(refused.getMessage()).contains("STATION-103"), refused::getMessage);
        }
    }
}
