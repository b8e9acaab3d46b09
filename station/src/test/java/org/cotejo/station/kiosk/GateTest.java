package org.cotejo.station.kiosk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.cotejo.station.day.Booth;
import org.cotejo.station.day.MachineState;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who is answered by the pages' server, and who is not. */
class GateTest {
    @TempDir
    private static Path folder;

    private static Rig rig;

    @BeforeAll
    static void start() {
        rig = Rig.open(folder.resolve("machine"), Ballots.of(3, 1));
    }

    @AfterAll
    static void stop() {
        rig.close();
    }

    private static URI voter() {
        return rig.kiosk.voterPage();
    }

    private static URI officer() {
        return rig.kiosk.officerPage();
    }

    /** Sends bytes as they are and gives the status of the answer. */
    private static int raw(URI page, String request) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), page.getPort())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream().flush();
            byte[] head = socket.getInputStream().readNBytes(12);
            return Integer.parseInt(new String(head, StandardCharsets.US_ASCII).substring(9));
        }
    }

    private static String act(String host, String origin, String token, String what, String body) {
        return "POST /" + what + " HTTP/1.1\r\nHost: " + host + "\r\nOrigin: " + origin
                + "\r\nContent-Type: application/json\r\nX-Cotejo-Token: " + token + "\r\nContent-Length: "
                + body.length() + "\r\n\r\n" + body;
    }

    private static String host(URI page) {
        return "127.0.0.1:" + page.getPort();
    }

    @Test
    void aNameThatWasTurnedToThisMachineIsRefused() throws IOException {
        String evil = "election.example:" + officer().getPort();
        assertEquals(403, raw(officer(), "GET / HTTP/1.1\r\nHost: " + evil + "\r\n\r\n"));
        assertEquals(403, raw(officer(), act(evil, "http://" + evil, officer().getFragment(), "release", "{}")));
        assertEquals(403, raw(officer(), "GET / HTTP/1.1\r\n\r\n"), "a request without a host");
        assertEquals(200, raw(officer(), "GET / HTTP/1.1\r\nHost: " + host(officer()) + "\r\n\r\n"));
    }

    @Test
    void anotherSiteIsRefusedEvenWithTheSecret() throws IOException {
        URI page = officer();
        String own = host(page);
        for (String origin : List.of("http://evil.example", "null", "https://" + own, "http://127.0.0.1:1")) {
            assertEquals(403, raw(page, act(own, origin, page.getFragment(), "state", "{\"seen\":-1}")), origin);
        }
        assertEquals(403, raw(page, "GET / HTTP/1.1\r\nHost: " + own + "\r\nSec-Fetch-Site: cross-site\r\n\r\n"));
        assertEquals(200, raw(page, act(own, "http://" + own, page.getFragment(), "state", "{\"seen\":-1}")));
    }

    @Test
    void withoutTheSecretOfThisPageNothingIsDone() {
        Map<String, Integer> nothing = Map.of("seen", -1);
        assertEquals(401, new Asking(officer(), "").status("state", nothing));
        assertEquals(401, new Asking(officer(), "0".repeat(40)).status("state", nothing));
        assertEquals(
                401, new Asking(officer(), voter().getFragment()).status("release", nothing), "the voter's secret");
        assertEquals(
                401, new Asking(voter(), officer().getFragment()).status("hello", nothing), "the officer's secret");
        assertEquals(0, rig.figures().released());
    }

    @Test
    void theVotersPortKnowsNoActOfTheOfficer() {
        Asking voter = new Asking(voter());
        for (String what : List.of("release", "cancel", "open", "close", "left", "withdraw", "reprint", "call")) {
            assertEquals(404, voter.status(what, Map.of()), what);
        }
        for (String file : List.of("officer.html", "officer.js", "../pom.xml", "%2e%2e/words", "words/en.json?x")) {
            assertEquals(404, get(voter().resolve("/").toString() + file).statusCode(), file);
        }
    }

    private static HttpResponse<String> get(String address) {
        return Asking.send(HttpRequest.newBuilder(URI.create(address)).build());
    }

    @Test
    void anActIsAPostAndNothingElse() throws IOException {
        String own = host(voter());
        assertEquals(404, get(voter().resolve("/state").toString()).statusCode());
        for (String method : List.of("PUT", "DELETE", "OPTIONS", "TRACE", "HEAD")) {
            assertEquals(405, raw(voter(), method + " / HTTP/1.1\r\nHost: " + own + "\r\n\r\n"), method);
        }
    }

    @Test
    void whatIsNoRequestIsRefusedWithoutAWord() throws IOException {
        Asking voter = new Asking(voter());
        String seat = Tree.text(voter.ask("hello", Map.of()), "seat");
        for (String body : List.of(
                "",
                "x",
                "[]",
                "{\"seat\":\"" + seat + "\"",
                "{\"seat\":\"" + seat + "\",\"seat\":1}",
                "{\"seat\":\"" + seat + "\",\"ticket\":\"zz\",\"choices\":[1]}",
                "{\"seat\":\"" + seat + "\",\"ticket\":\"" + "a".repeat(32) + "\",\"choices\":[99]}",
                "{\"seat\":\"" + seat + "\",\"ticket\":\"" + "a".repeat(32) + "\",\"choices\":[-1]}",
                "{\"seat\":\"" + seat + "\",\"ticket\":\"" + "a".repeat(32) + "\",\"choices\":[1.5]}",
                "{\"seat\":\"" + seat + "\",\"ticket\":\"" + "a".repeat(32) + "\",\"choices\":[1,1]}",
                "{\"seat\":{\"a\":1}}")) {
            assertEquals(
                    400,
                    raw(voter(), act(host(voter()), "http://" + host(voter()), voter().getFragment(), "confirm", body)),
                    body);
        }
        String large = "{\"seat\":\"" + "a".repeat(PageServer.BODY_MOST) + "\"}";
        assertEquals(
                413,
                raw(voter(), act(host(voter()), "http://" + host(voter()), voter().getFragment(), "confirm", large)));
        voter.ask("bye", Map.of("seat", seat));
    }

    @Test
    void nothingThatIsAnsweredMayBeKept() {
        for (URI page : List.of(voter(), officer())) {
            for (String file : List.of("", "base.css", "link.js", "words/es.json", "nothing")) {
                HttpResponse<String> answer = get(page.resolve("/").toString() + file);
                assertEquals(
                        "no-store", answer.headers().firstValue("cache-control").orElse(""));
                String policy =
                        answer.headers().firstValue("content-security-policy").orElse("");
                assertTrue(policy.startsWith("default-src 'none';") && !policy.contains("unsafe"), policy);
                assertEquals(
                        "no-referrer",
                        answer.headers().firstValue("referrer-policy").orElse(""));
                assertTrue(answer.headers().firstValue("set-cookie").isEmpty());
                assertFalse(answer.headers().map().toString().contains("access-control"));
            }
        }
    }

    @Test
    void thereIsOneVotersPageAtATime() {
        Asking voter = new Asking(voter());
        String seat = Tree.text(voter.ask("hello", Map.of()), "seat");
        assertEquals(409, voter.status("hello", Map.of()));
        assertEquals(409, voter.status("state", Map.of("seat", "another", "seen", -1)));
        voter.ask("bye", Map.of("seat", seat));
        String next = Tree.text(voter.ask("hello", Map.of()), "seat");
        assertEquals(409, voter.status("state", Map.of("seat", seat, "seen", -1)), "the one before");
        voter.ask("bye", Map.of("seat", next));
    }

    @Test
    void aTicketVotesOnceHoweverOftenItIsSent() {
        Asking voter = new Asking(voter());
        String seat = Tree.text(voter.ask("hello", Map.of()), "seat");
        rig.release();
        int before = rig.figures().confirmed();
        String ticket = Tree.text(voter.ask("state", Map.of("seat", seat, "seen", -1)), "ticket");
        Map<String, ?> confirm = Map.of("seat", seat, "ticket", ticket, "choices", new int[] {2});
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            threads.add(Thread.startVirtualThread(() -> voter.ask("confirm", confirm)));
        }
        threads.forEach(GateTest::join);
        assertEquals("check", Tree.text(voter.ask("confirm", confirm), "phase"));
        assertEquals(before + 1, rig.figures().confirmed());
        assertEquals(List.of(2), rig.tray.last());
        voter.ask("receipt", Map.of("seat", seat, "receipt", "right"));
        rig.release();
        assertEquals("voting", Tree.text(voter.ask("confirm", confirm), "phase"), "the ticket of the voter before");
        assertEquals(before + 1, rig.figures().confirmed());
        new Asking(officer()).ask("cancel", Map.of());
        assertTrue(rig.machine.view().state() instanceof MachineState.Open(Booth.Idle()));
        voter.ask("bye", Map.of("seat", seat));
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void clientsThatDawdleDoNotKeepOthersWaiting() throws IOException {
        List<Socket> slow = new ArrayList<>();
        try {
            for (int i = 0; i < 30; i++) {
                Socket socket = new Socket(InetAddress.getLoopbackAddress(), voter().getPort());
                slow.add(socket);
                OutputStream out = socket.getOutputStream();
                out.write(("POST /state HTTP/1.1\r\nHost: " + host(voter()) + "\r\nContent-Len")
                        .getBytes(StandardCharsets.US_ASCII));
                out.flush();
            }
            assertEquals(200, get(voter().resolve("/").toString()).statusCode());
            Socket first = slow.getFirst();
            first.setSoTimeout(40_000);
            InputStream in = first.getInputStream();
            assertEquals(-1, in.read(), "and they are cut off");
        } finally {
            for (Socket socket : slow) {
                socket.close();
            }
        }
    }
}
