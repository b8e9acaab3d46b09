package org.cotejo.node.mirror;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.cotejo.base.RefusedException;
import org.cotejo.publication.MirrorList;
import org.cotejo.publication.SitePath;
import org.cotejo.publication.Succession;
import org.cotejo.tlog.Checkpoint;
import org.cotejo.tlog.ForkEvidence;
import org.cotejo.tlog.Policy;
import org.cotejo.tlog.SignedCheckpoint;
import org.cotejo.tlog.Skey;
import org.cotejo.tlog.Vkey;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A mirror holds what its source has, byte for byte, and says what its source does wrong. */
class MirrorTest {
    private static final String URL = "http://source.example/";

    @TempDir
    private Path temporary;

    private final MemoryWeb web = new MemoryWeb();
    private final MadePublication made = new MadePublication().grow(300, "first");
    private long seconds = 1_800_000_100;

    private Mirror open(String name, @Nullable Policy policy) {
        Limits limits = new Limits(1 << 24, 10_000, 1_000, name.startsWith("many") ? 8 : 1);
        return Mirror.open(
                temporary.resolve(name),
                new Mirror.Wishes(URL, policy, limits),
                web,
                () -> Instant.ofEpochSecond(seconds++));
    }

    private static void assertSees(List<Sighting.Kind> kinds, Mirror.Standing standing) {
        assertEquals(
                kinds,
                standing.sightings().stream().map(Sighting::kind).toList(),
                () -> standing.sightings().toString());
    }

    private static void assertHolds(Map<String, byte[]> files, Mirror mirror) throws IOException {
        Path site = mirror.current().orElseThrow();
        Map<String, byte[]> needed = new TreeMap<>(files);
        assertEquals(needed.keySet(), MirrorFolder.files(site));
        for (Map.Entry<String, byte[]> file : needed.entrySet()) {
            assertArrayEquals(file.getValue(), Files.readAllBytes(site.resolve(file.getKey())), file.getKey());
        }
    }

    /** What a publication of this head consists of, without what earlier heads left. */
    private static Map<String, byte[]> needed(MadePublication publication) {
        Map<String, byte[]> files = publication.files();
        var tiles = org.cotejo.tlog.TilePath.all(publication.size()).stream()
                .map(org.cotejo.tlog.TilePath::path)
                .collect(java.util.stream.Collectors.toSet());
        files.keySet().removeIf(path -> path.startsWith(SitePath.TILES) && !tiles.contains(path));
        return files;
    }

    @Test
    void theFirstRoundBringsEverythingAndTheNextOneOnlyWhatIsNew() throws IOException {
        web.put(URL, made.files());
        for (String name : List.of("one", "many")) {
            try (Mirror mirror = open(name, made.policy())) {
                assertTrue(mirror.current().isEmpty());
                Mirror.Standing first = mirror.round(0);
                assertSees(List.of(), first);
                assertEquals(made.size(), first.entries());
                assertHolds(needed(made), mirror);
                Mirror.Standing again = mirror.round(0);
                assertSees(List.of(), again);
                assertEquals(1, again.requests());
                assertFalse(again.isNew());
            }
        }
        MadePublication grown = made.fork().grow(1, "second");
        web.put(URL, grown.files());
        for (String name : List.of("one", "many")) {
            try (Mirror mirror = open(name, made.policy())) {
                Mirror.Standing second = mirror.round(0);
                assertSees(List.of(), second);
                assertHolds(needed(grown), mirror);
                // head, edge tiles and bundle, manifest, two pages, the lists of timestamps and mirrors
                assertTrue(second.requests() <= 10, second.requests() + " requests");
            }
        }
    }

    @Test
    void aThousandEntriesCrossTheBordersOfTiles() throws IOException {
        MadePublication publication = new MadePublication();
        try (Mirror mirror = open("many", publication.grow(1, "a").policy())) {
            for (int count : List.of(253, 1, 1, 255, 300, 700)) {
                web.put(URL, publication.grow(count, "n").files());
                assertSees(List.of(), mirror.round(Mirror.ALL));
                assertHolds(needed(publication), mirror);
            }
        }
    }

    private static final Skey OLD = Skey.of("log.example/before", Vkey.Kind.NOTE, MadePublication.seed(7));

    /** The old log ended here, with these entries. */
    private static Succession ended(MadePublication last, Skey next) {
        Checkpoint head = new Checkpoint(
                OLD.vkey().name(), last.size(), last.head().checkpoint().root());
        return Succession.signed(
                OLD.vkey(),
                next,
                Succession.Reason.STOLEN,
                Instant.ofEpochSecond(1_800_000_000),
                SignedCheckpoint.of(head, List.of(OLD), 0));
    }

    private Mirror open(String name, Policy policy, Succession succession) {
        return Mirror.open(
                temporary.resolve(name),
                new Mirror.Wishes(URL, policy, succession, new Limits(1 << 24, 10_000, 1_000, 1)),
                web,
                () -> Instant.ofEpochSecond(seconds++));
    }

    @Test
    void aLogThatTookOverMustBeginWithTheEntriesOfTheOneBefore() throws IOException {
        Succession taken = ended(made, made.key());
        MadePublication grown = made.fork().grow(3, "after");
        web.put(URL, grown.files());
        try (Mirror mirror = open("goes-on", grown.policy(), taken)) {
            assertSees(List.of(), mirror.round(0));
            assertHolds(needed(grown), mirror);
        }
        MadePublication other = new MadePublication().grow(300, "others");
        try (Mirror mirror = open("another", grown.policy(), ended(other, made.key()))) {
            assertSees(List.of(Sighting.Kind.NOT_SUCCEEDED), mirror.round(0));
            assertTrue(mirror.current().isEmpty(), "what does not go on is never served");
            assertTrue(mirror.evidences() > 0);
        }
        MadePublication longer = made.fork().grow(500, "longer");
        try (Mirror mirror = open("shorter", grown.policy(), ended(longer, made.key()))) {
            assertSees(List.of(Sighting.Kind.NOT_SUCCEEDED), mirror.round(0));
        }
    }

    @Test
    void aLogWhoseKeyWasGivenUpIsMirroredAtItsLastHeadAlone() throws IOException {
        Skey next = Skey.of("log.example/after", Vkey.Kind.NOTE, MadePublication.seed(8));
        Succession given = Succession.signed(
                made.key().vkey(), next, Succession.Reason.STOLEN, Instant.ofEpochSecond(1_800_000_000), made.head());
        web.put(URL, made.files());
        try (Mirror mirror = open("old", made.policy(), given)) {
            assertSees(List.of(), mirror.round(0));
            MadePublication thief = made.fork().grow(1, "by a thief");
            web.put(URL, thief.files());
            assertSees(List.of(Sighting.Kind.REVOKED), mirror.round(0));
            assertHolds(needed(made), mirror);
            assertTrue(mirror.evidences() > 0);
        }
    }

    @Test
    void aMirrorOfAMirrorIsAsGood() throws IOException {
        web.put(URL, made.files());
        try (Mirror first = open("first", made.policy())) {
            assertSees(List.of(), first.round(0));
            Path site = first.current().orElseThrow();
            web.put(
                    URL,
                    path -> Files.isRegularFile(site.resolve(path)) ? Files.readAllBytes(site.resolve(path)) : null);
            try (Mirror second = open("second", made.policy())) {
                assertSees(List.of(), second.round(0));
                assertHolds(needed(made), second);
            }
        }
    }

    @Test
    void withoutAPolicyNothingIsEverProven() {
        web.put(URL, made.files());
        try (Mirror mirror = open("m", null)) {
            Mirror.Standing standing = mirror.round(0);
            assertSees(List.of(Sighting.Kind.NO_POLICY), standing);
            assertEquals(Optional.of(Sighting.Weight.UNCHECKED), standing.worst());
            assertEquals(made.size(), standing.entries());
        }
    }

    /** Every single file of a source changed, cut off, made longer or taken away, before the first round and after it. */
    @Test
    void eachChangedOrVanishedFileIsSeenAndNeverServed() throws IOException {
        Map<String, byte[]> files = needed(made);
        int number = 0;
        for (String path : files.keySet()) {
            // All three of some, one of the others: the code that sees them is the same.
            List<byte[]> variants = variants(Objects.requireNonNull(files.get(path)));
            for (byte[] other : number < 6 ? variants : variants.subList(number % 3, number % 3 + 1)) {
                String name = "m" + number++;
                Map<String, byte[]> changed = new HashMap<>(files);
                if (other.length == 0) {
                    changed.remove(path);
                } else {
                    changed.put(path, other);
                }
                web.put(URL, changed);
                try (Mirror mirror = open(name, made.policy())) {
                    Mirror.Standing standing = mirror.round(0);
                    assertTrue(standing.worst().isPresent(), path);
                    assertTrue(mirror.current().isEmpty(), path);
                    web.put(URL, files);
                    assertSees(List.of(), mirror.round(0));
                    web.put(URL, changed);
                    Mirror.Standing later = mirror.round(Mirror.ALL);
                    assertEquals(Optional.of(Sighting.Weight.REFUTED), later.worst(), () -> path + later);
                    assertHolds(files, mirror);
                    assertTrue(mirror.evidences() > 0);
                }
            }
        }
    }

    private static List<byte[]> variants(byte[] bytes) {
        byte[] flipped = bytes.clone();
        flipped[flipped.length / 2] ^= 1;
        return List.of(flipped, java.util.Arrays.copyOf(bytes, bytes.length - 1), new byte[0]);
    }

    @Test
    void aForkIsProvenWithBothHeads() throws IOException {
        MadePublication other = made.without(5).grow(20, "other");
        MadePublication same = made.without(5).grow(3, "same size");
        for (MadePublication fork :
                List.of(other, same.grow(0, "x"), made.without(9).grow(1, "less"))) {
            String name = "m" + fork.size();
            web.put(URL, made.files());
            try (Mirror mirror = open(name, made.policy())) {
                assertSees(List.of(), mirror.round(0));
                web.put(URL, fork.files());
                assertSees(List.of(Sighting.Kind.FORK), mirror.round(0));
                assertHolds(needed(made), mirror);
                Path kept;
                try (var all = Files.list(mirror.evidence())) {
                    kept = all.filter(file -> file.toString().endsWith(".fork"))
                            .findFirst()
                            .orElseThrow();
                }
                ForkEvidence.parse(Files.readAllBytes(kept))
                        .orThrow()
                        .verify(List.of(made.key().vkey()))
                        .orThrow();
                // And it does not go away when the source is right again.
                web.put(URL, made.files());
                assertSees(List.of(), mirror.round(0));
                assertTrue(Files.exists(kept));
            }
        }
    }

    @Test
    void aSourceThatGoesBackIsNotTakenForOneThatLags() {
        MadePublication grown = made.fork().grow(5, "more");
        web.put(URL, grown.files());
        try (Mirror mirror = open("m", made.policy())) {
            assertSees(List.of(), mirror.round(0));
            web.put(URL, made.files());
            assertSees(List.of(Sighting.Kind.ROLLED_BACK), mirror.round(0));
            assertEquals(
                    grown.size(), mirror.newest().orElseThrow().checkpoint().size());
        }
        web.put("http://late.example/", made.files());
        Mirror.Wishes late = new Mirror.Wishes("http://late.example/", made.policy(), Limits.USUAL);
        try (Mirror mirror = Mirror.open(temporary.resolve("m"), late, web, () -> Instant.ofEpochSecond(seconds++))) {
            assertSees(List.of(Sighting.Kind.LAGGING), mirror.round(0));
        }
    }

    @Test
    void headsThatNobodySignedAndOtherLogsAreRefused() {
        web.put(URL, made.files());
        Skey other = Skey.of(MadePublication.ORIGIN, Vkey.Kind.NOTE, MadePublication.seed(9));
        Map<String, byte[]> forged = made.files();
        forged.put(
                SitePath.CHECKPOINT,
                SignedCheckpoint.of(made.head().checkpoint(), List.of(other), 0).bytes());
        try (Mirror mirror = open("m", made.policy())) {
            web.put(URL, forged);
            assertSees(List.of(Sighting.Kind.FALSE_HEAD), mirror.round(0));
            forged.put(SitePath.CHECKPOINT, new byte[] {1, 2, 3});
            assertSees(List.of(Sighting.Kind.FALSE_HEAD), mirror.round(0));
            web.put(URL, made.files());
            assertSees(List.of(), mirror.round(0));
        }
        Policy elsewhere = Policy.parse(MadePublication.bytes("log "
                        + Skey.of("else.example", Vkey.Kind.NOTE, MadePublication.seed(1))
                                .vkey() + "\nquorum none\n"))
                .orThrow();
        assertEquals(
                "MIRROR-103",
                assertThrows(RefusedException.class, () -> open("m", elsewhere))
                        .problem()
                        .code());
        try (Mirror mirror = open("n", elsewhere)) {
            assertSees(List.of(Sighting.Kind.OTHER_LOG), mirror.round(0));
        }
    }

    @Test
    void anUnwitnessedHeadIsMirroredAndSaidToBeSo() {
        Skey witness = Skey.of("w.example", Vkey.Kind.COSIGNATURE, MadePublication.seed(4));
        Policy policy = made.policy("witness w " + witness.vkey() + "\nquorum w\n");
        web.put(URL, made.files());
        try (Mirror mirror = open("m", policy)) {
            Mirror.Standing standing = mirror.round(0);
            assertSees(List.of(Sighting.Kind.UNWITNESSED), standing);
            assertEquals(made.size(), standing.entries());
            web.put(URL, made.cosigned(witness, 1_800_000_000).files());
            assertSees(List.of(), mirror.round(0));
            assertEquals(2, mirror.newest().orElseThrow().note().signatures().size());
        }
    }

    @Test
    void aSourceThatIsAwayAsksForTooMuchOrIsHugeEndsTheRoundAndNothingElse() {
        web.put(URL, made.files());
        try (Mirror mirror = open("m", made.policy())) {
            assertSees(List.of(), mirror.round(0));
            web.put(URL, _ -> {
                throw new IOException("connection refused");
            });
            assertSees(List.of(Sighting.Kind.AWAY), mirror.round(0));
            MadePublication huge = new MadePublication().grow(10_001, "x");
            web.put(URL, huge.files());
            assertSees(List.of(Sighting.Kind.LIMIT), mirror.round(0));
            MadePublication fat =
                    made.fork().more("fat.csv", "x".repeat(1 << 25)).grow(1, "fat");
            web.put(URL, fat.files());
            assertSees(List.of(Sighting.Kind.LIMIT), mirror.round(0));
            assertEquals(made.size(), mirror.round(0).entries());
        }
    }

    /** Cut off at every single request and begun anew: it goes on where it was, and what it serves is always whole. */
    @Test
    void cutOffAnywhereItGoesOn() throws IOException {
        MadePublication grown = made.fork().grow(300, "second");
        int requests = 0;
        for (int cut = 1; cut < 30; cut++) {
            AtomicInteger left = new AtomicInteger(cut);
            Map<String, byte[]> now = new TreeMap<>(made.files());
            web.put(URL, path -> {
                if (left.decrementAndGet() == 0) {
                    throw new IllegalStateException("the machine stops here");
                }
                return now.get(path);
            });
            for (int life = 0; life < 4; life++) {
                try (Mirror mirror = open("m" + cut, made.policy())) {
                    requests += (int) mirror.round(0).requests();
                } catch (IllegalStateException e) {
                    assertEquals("the machine stops here", e.getMessage());
                }
                if (life == 1) {
                    now.clear();
                    now.putAll(grown.files());
                    left.set(cut);
                }
            }
            left.set(Integer.MAX_VALUE);
            try (Mirror mirror = open("m" + cut, made.policy())) {
                assertSees(List.of(), mirror.round(0));
                assertHolds(needed(grown), mirror);
            }
        }
        assertTrue(requests > 100);
    }

    @Test
    void damageOnItsOwnDiskIsMendedBeforeAnythingIsServed() throws IOException {
        web.put(URL, made.files());
        try (Mirror mirror = open("m", made.policy())) {
            mirror.round(0);
        }
        Path site = temporary.resolve("m/site").toRealPath();
        for (String path : MirrorFolder.files(site)) {
            if (path.equals(SitePath.CHECKPOINT)) {
                continue;
            }
            byte[] bytes =
                    Files.readAllBytes(temporary.resolve("m/site").toRealPath().resolve(path));
            bytes[0] ^= 1;
            Files.write(temporary.resolve("m/site").toRealPath().resolve(path), bytes);
            try (Mirror mirror = open("m", made.policy())) {
                assertTrue(mirror.current().isEmpty(), path);
                assertSees(List.of(Sighting.Kind.OWN_DAMAGED), mirror.round(0));
                assertHolds(needed(made), mirror);
                assertSees(List.of(), mirror.round(0));
            }
        }
    }

    /** A publication is replaced while it is read: that is no change of a file. */
    @Test
    void aPublicationThatIsReplacedMeanwhileRaisesNoAlarm() throws IOException {
        MadePublication grown = made.fork().grow(5, "second");
        for (int at = 1; at < 12; at++) {
            AtomicInteger left = new AtomicInteger(at);
            Map<String, byte[]> old = needed(made);
            Map<String, byte[]> fresh = needed(grown);
            web.put(URL, path -> left.decrementAndGet() < 0 ? fresh.get(path) : old.get(path));
            try (Mirror mirror = open("m" + at, made.policy())) {
                mirror.round(0);
                assertSees(List.of(), mirror.round(0));
                assertHolds(fresh, mirror);
                assertEquals(0, mirror.evidences());
            }
        }
    }

    @Test
    void theListOfMirrorsTravelsAlongIfTheLogSignedIt() throws IOException {
        MirrorList list = MirrorList.signed(
                made.key(),
                Instant.ofEpochSecond(1_800_000_000),
                List.of(new MirrorList.Mirror("party-a", List.of("https://a.example/", "http://192.0.2.7:8080/"))));
        Map<String, byte[]> files = made.files();
        files.put(SitePath.MIRRORS, list.bytes());
        web.put(URL, files);
        try (Mirror mirror = open("m", made.policy())) {
            assertSees(List.of(), mirror.round(0));
            assertArrayEquals(
                    list.bytes(),
                    Files.readAllBytes(mirror.current().orElseThrow().resolve(SitePath.MIRRORS)));
        }
        Skey stranger = Skey.of(MadePublication.ORIGIN, Vkey.Kind.NOTE, MadePublication.seed(9));
        files.put(
                SitePath.MIRRORS,
                MirrorList.signed(stranger, list.at(), list.mirrors()).bytes());
        try (Mirror mirror = open("n", made.policy())) {
            assertSees(List.of(Sighting.Kind.CHANGED), mirror.round(0));
        }
    }

    @Test
    void somebodyElsesFolderIsNeverWrittenInto() throws IOException {
        Files.writeString(Files.createDirectories(temporary.resolve("photos")).resolve("a.jpg"), "mine");
        assertEquals(
                "MIRROR-101",
                assertThrows(RefusedException.class, () -> open("photos", null))
                        .problem()
                        .code());
        try (Mirror mirror = open("m", null)) {
            assertEquals(
                    "MIRROR-102",
                    assertThrows(RefusedException.class, () -> open("m", null))
                            .problem()
                            .code());
            assertTrue(mirror.current().isEmpty());
        }
    }
}
