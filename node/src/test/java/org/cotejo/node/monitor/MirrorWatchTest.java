package org.cotejo.node.monitor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.cotejo.crypto.SigningKey;
import org.cotejo.node.web.Web;
import org.cotejo.tlog.Checkpoint;
import org.cotejo.tlog.Policy;
import org.cotejo.tlog.SignedCheckpoint;
import org.cotejo.tlog.Skey;
import org.cotejo.tlog.TileWriter;
import org.cotejo.tlog.Vkey;
import org.junit.jupiter.api.Test;

/** All mirrors side by side: one word for each, since when, and evidence where one log showed two faces. */
class MirrorWatchTest {
    private static final Skey LOG = Skey.of("log.example", Vkey.Kind.NOTE, new byte[SigningKey.SEED_SIZE]);
    private static final Policy POLICY = Policy.parse(
                    ("log " + LOG.vkey() + "\nquorum none\n").getBytes(StandardCharsets.UTF_8))
            .orThrow();

    private final Map<String, Map<String, byte[]>> sites = new TreeMap<>();
    private Map<String, MirrorWatch.Remembered> before = Map.of();
    private Instant now = Instant.parse("2027-03-01T20:00:00Z");

    private static Map<String, byte[]> site(String face, int size, Skey key) {
        TileWriter tiles = new TileWriter();
        Map<String, byte[]> files = new HashMap<>();
        for (int i = 0; i < size; i++) {
            // The first hundred entries are the same on every face.
            byte[] entry = ((i < 100 ? "" : face) + i).getBytes(StandardCharsets.UTF_8);
            tiles.append(entry, (path, bytes) -> files.put(path.path(), bytes));
        }
        tiles.flush((path, bytes) -> files.put(path.path(), bytes));
        Checkpoint head = new Checkpoint("log.example", size, tiles.root());
        files.put("checkpoint", SignedCheckpoint.of(head, List.of(key), 0).bytes());
        return files;
    }

    private MirrorWatch.Seen look(String... hosts) {
        Web web = new Web() {
            @Override
            public int get(String url, long most, OutputStream sink) throws IOException {
                String host = url.substring("http://".length(), url.indexOf('/', 8));
                Map<String, byte[]> files = sites.get(host);
                if (files == null) {
                    throw new IOException("no route");
                }
                byte[] bytes = files.get(url.substring("http://".length() + host.length() + 1));
                if (bytes == null) {
                    return 404;
                }
                sink.write(bytes);
                return 200;
            }

            @Override
            public Answer post(String url, byte[] body, int most) {
                throw new AssertionError("a monitor only reads");
            }
        };
        List<MirrorWatch.Address> addresses = List.of(hosts).stream()
                .map(host -> new MirrorWatch.Address(host, "http://" + host + "/"))
                .toList();
        MirrorWatch.Seen seen = MirrorWatch.look(addresses, POLICY, web, before, now);
        before = MirrorWatch.remembered(seen, before);
        now = now.plusSeconds(60);
        return seen;
    }

    private static List<Watched.State> states(MirrorWatch.Seen seen) {
        return seen.rows().stream().map(Watched::state).toList();
    }

    @Test
    void eachMirrorGetsOneWordAndItsTime() {
        sites.put("a", site("x", 600, LOG));
        sites.put("b", site("x", 300, LOG));
        sites.put("forged", site("x", 600, Skey.of("log.example", Vkey.Kind.NOTE, new byte[] {
            1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29,
            30, 31, 32
        })));
        sites.put("empty", Map.of());
        MirrorWatch.Seen first = look("a", "b", "forged", "empty", "nobody");
        assertEquals(
                List.of(
                        Watched.State.CURRENT,
                        Watched.State.BEHIND,
                        Watched.State.WRONG,
                        Watched.State.DOWN,
                        Watched.State.DOWN),
                states(first));
        assertTrue(first.rows().get(1).words().en().startsWith("300 entries behind"));
        Instant begun = first.rows().get(4).since();
        sites.put("b", site("x", 600, LOG));
        MirrorWatch.Seen second = look("a", "b", "nobody");
        assertEquals(begun, second.rows().get(2).since());
        assertEquals(Watched.State.CURRENT, second.rows().get(1).state());
        assertTrue(second.rows().get(1).since().isAfter(begun));
        assertFalse(second.isAlarm());
    }

    @Test
    void twoFacesOfOneLogAreFoundAtAnySizes() {
        for (int other : List.of(600, 400, 250, 700)) {
            sites.put("a", site("x", 600, LOG));
            sites.put("b", site("y", other, LOG));
            MirrorWatch.Seen seen = look("a", "b");
            assertTrue(seen.isAlarm());
            assertEquals(1, seen.forks().size(), () -> "at " + other);
            seen.forks().getFirst().verify(List.of(LOG.vkey())).orThrow();
            before = Map.of();
        }
    }

    @Test
    void aMirrorThatGoesBackIsNotCalledLate() {
        sites.put("a", site("x", 600, LOG));
        look("a");
        sites.put("a", site("x", 500, LOG));
        assertEquals(List.of(Watched.State.DIFFERS), states(look("a")));
    }

    @Test
    void thePageSaysItInBothLanguagesAndLetsNobodyWriteIntoIt() {
        sites.put("a", site("x", 10, LOG));
        MirrorWatch.Seen seen = look("a", "<script>alert(1)</script>");
        for (String language : List.of("en", "es")) {
            String page = WatchPage.html(seen, "log.example", now, language);
            assertTrue(page.contains("lang=\"" + language + "\""));
            assertTrue(page.contains(language.equals("es") ? "al día" : "up to date"));
            assertFalse(page.contains("<script>"), page);
        }
    }
}
