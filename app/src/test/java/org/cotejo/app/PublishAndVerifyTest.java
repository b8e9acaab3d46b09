package org.cotejo.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.SimpleFileServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cotejo.base.Progress;
import org.cotejo.base.RefusedException;
import org.cotejo.custody.Incident;
import org.cotejo.definition.CustodianId;
import org.cotejo.definition.ElectionDefinition;
import org.cotejo.definition.StationCode;
import org.cotejo.entry.Entry;
import org.cotejo.folder.ElectionFolder;
import org.cotejo.folder.FolderWriter;
import org.cotejo.sim.CountryPlan;
import org.cotejo.sim.Simulation;
import org.cotejo.tlog.Checkpoint;
import org.cotejo.tlog.NoteSignature;
import org.cotejo.tlog.Policy;
import org.cotejo.tlog.SignedCheckpoint;
import org.cotejo.tlog.Skey;
import org.cotejo.tlog.Vkey;
import org.cotejo.verify.Answer;
import org.cotejo.verify.Claim;
import org.cotejo.verify.Level;
import org.cotejo.verify.Trouble;
import org.cotejo.verify.Verification;
import org.cotejo.verify.Verifier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A publication is proven as it was written, and every way to change it is found. */
class PublishAndVerifyTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2027-03-01T20:00:00Z"), ZoneOffset.UTC);
    private static final Publisher.Wishes NOTHING = new Publisher.Wishes(null, null);

    @TempDir
    private Path temporary;

    private Path dir;
    private Path site;

    @BeforeEach
    void publish() {
        dir = temporary.resolve("election");
        site = temporary.resolve("site");
        ElectionFolder folder = ElectionFolder.openOrCreate(dir);
        CountryPlan plan = country(120, 7, "altered-transmission");
        Simulation.write(plan, folder, Progress.NONE);
        publisher("keys").publish(dir, site, new Publisher.Wishes("results.example.org/2027", null));
    }

    private static CountryPlan country(int stations, long seed, String... lies) {
        return CountryPlan.asked(stations, 3, seed, List.of(lies), false).orThrow();
    }

    private Publisher publisher(String keys) {
        return new Publisher(new LogKeyFolder(temporary.resolve(keys)), CLOCK, Progress.NONE);
    }

    private Policy policy() throws IOException {
        return Policy.parse(Files.readAllBytes(temporary.resolve("site.policy")))
                .orThrow();
    }

    private Verification verify(@Nullable Policy policy, @Nullable Checkpoint kept) {
        return Verifier.verify(new DiskFiles(site), new Verifier.Trust(policy, kept, true), Progress.NONE)
                .verification();
    }

    private Verification verify() throws IOException {
        return verify(policy(), null);
    }

    private static Set<String> codes(Verification verification) {
        return verification.problems().stream()
                .map(problem -> problem.kind().code())
                .collect(Collectors.toSet());
    }

    private Checkpoint head() throws IOException {
        return SignedCheckpoint.parse(Files.readAllBytes(site.resolve("checkpoint")))
                .orThrow()
                .checkpoint();
    }

    /** Adds an entry to the folder and publishes again. */
    private Publisher.Published addAndPublish() {
        ElectionFolder folder = ElectionFolder.open(dir);
        ElectionDefinition definition =
                folder.frame(folder.blocks()).definition().orElseThrow();
        CustodianId custodian = definition.custodians().getFirst().id();
        String station = folder.frame(folder.blocks()).register().codeText(0);
        try (FolderWriter writer = folder.write()) {
            writer.append(new Entry.IncidentReported(
                    new Incident(new StationCode(station), Incident.Kind.LATE_OPENING, custodian, null)));
            writer.commit();
        }
        return publisher("keys").publish(dir, site, NOTHING);
    }

    private void assertRefuted(String code) throws IOException {
        Verification verification = verify();
        assertEquals(Answer.REFUTED, verification.verdict(), verification.problems()::toString);
        assertTrue(codes(verification).contains(code), verification.problems()::toString);
    }

    private static void flip(Path file, int at) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        bytes[at < 0 ? bytes.length + at : at] ^= 1;
        // Files may be links to those of an earlier publication: another file takes the name.
        Files.delete(file);
        Files.write(file, bytes);
    }

    @Test
    void asItWasWrittenItIsProven() throws IOException {
        Verification verification = verify();
        assertEquals(Answer.PROVEN, verification.verdict(), verification.problems()::toString);
        assertEquals(List.of(), verification.problems());
        assertEquals("results.example.org/2027", verification.pinned());
        assertEquals(ElectionFolder.open(dir).entries(), verification.entries());
        assertEquals(Answer.NONE, verification.levels().get(Level.AUDITS));
    }

    /** Adds a line to the checkpoint by a key that nobody knows. */
    private void strangerSigns() throws IOException {
        Path file = site.resolve("checkpoint");
        SignedCheckpoint head = SignedCheckpoint.parse(Files.readAllBytes(file)).orThrow();
        Files.delete(file);
        Files.write(
                file,
                head.with(List.of(new NoteSignature("witness.example", 0x0a0b0c0d, new byte[72])))
                        .bytes());
    }

    @Test
    void aSignatureLineOfAKeyThatThePolicyDoesNotNameIsShownAsNotChecked() throws IOException {
        strangerSigns();
        Verification verification = verify();
        assertEquals(Answer.PROVEN, verification.verdict(), "the policy does not need it");
        List<Claim> parts = verification.claims().stream()
                .flatMap(claim -> claim.parts().stream())
                .filter(part -> part.what().en().contains("witness.example+0a0b0c0d"))
                .toList();
        assertEquals(1, parts.size(), verification.claims()::toString);
        assertEquals(Answer.UNCHECKED, parts.getFirst().answer());
    }

    @Test
    void aPolicyThatNeedsAWitnessIsNotReachedByALineOfAnybodyElse() throws IOException {
        strangerSigns();
        Skey witness = Skey.of("needed.example", Vkey.Kind.COSIGNATURE, new byte[32]);
        Policy needs = new Policy(
                policy().logs(), List.of(new Policy.Witness("needed", witness.vkey(), "")), List.of(), "needed");
        Verification verification = verify(needs, null);
        assertEquals(Answer.REFUTED, verification.verdict());
        assertTrue(codes(verification).contains("PUB-210"), codes(verification)::toString);
    }

    @Test
    void withoutAPolicyItIsAtBestIntactInItself() {
        Verification verification = verify(null, null);
        assertEquals(Answer.UNCHECKED, verification.verdict());
        assertTrue(verification.isIntactInItself());
    }

    @Test
    void withoutPagesThePagesAreUnchecked() throws IOException {
        Verification verification = Verifier.verify(
                        new DiskFiles(site), new Verifier.Trust(policy(), null, false), Progress.NONE)
                .verification();
        assertEquals(Answer.UNCHECKED, verification.verdict());
        assertEquals(Answer.PROVEN, verification.levels().get(Level.VERDICTS));
        assertFalse(verification.isIntactInItself());
    }

    /** The text of a checkpoint and the line of its first key, which the policy pins: lines of other keys are shown as not checked. */
    private static int pinnedLength(byte[] checkpoint) {
        String text = new String(checkpoint, StandardCharsets.ISO_8859_1);
        return text.indexOf('\n', text.indexOf("\n\n") + 2) + 1;
    }

    @Test
    void everyFileOfThePublicationCountsByteByByte() throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(site)) {
            files = all.filter(Files::isRegularFile)
                    .filter(file -> !file.getFileName().toString().equals(".cotejo-site"))
                    .toList();
        }
        int checked = 0;
        for (int i = 0; i < files.size(); i += Math.max(1, files.size() / 40)) {
            Path file = files.get(i);
            byte[] before = Files.readAllBytes(file);
            flip(file, (i * 31) % (file.endsWith("checkpoint") ? pinnedLength(before) : before.length));
            Verification verification = verify();
            assertEquals(Answer.REFUTED, verification.verdict(), file + " " + verification.problems());
            String path = site.relativize(file).toString();
            assertTrue(
                    verification.problems().stream()
                            .map(Trouble::spot)
                            .anyMatch(spot -> spot.file().equals(path)
                                    || spot.file().startsWith("tile/")
                                    || path.startsWith("tile/")),
                    path + " " + verification.problems());
            Files.write(file, before);
            checked++;
        }
        assertTrue(checked >= 20, "only " + checked + " files");
        assertEquals(Answer.PROVEN, verify().verdict());
    }

    @Test
    void aBadEntryIsNamedWithItsFileAndByte() throws IOException {
        Path bundle = site.resolve("tile/entries/000");
        flip(bundle, -1);
        Trouble trouble = verify().problems().stream()
                .filter(problem -> problem.kind().code().equals("PUB-206"))
                .findFirst()
                .orElseThrow();
        assertEquals(new org.cotejo.verify.Spot("tile/0/000", 255, 255 * 32), trouble.spot());
    }

    @Test
    void anExtraFileAndAMissingOneAreProblems() throws IOException {
        Path extra = site.resolve("es/winner.html");
        Files.writeString(extra, "<p>another winner</p>");
        assertRefuted("PUB-204");
        Files.delete(extra);
        Path page = site.resolve("data/report.json");
        byte[] bytes = Files.readAllBytes(page);
        Files.delete(page);
        assertRefuted("PUB-201");
        Files.write(page, bytes);
        Files.createSymbolicLink(site.resolve("en/link.html"), Path.of("index.html"));
        assertRefuted("PUB-204");
    }

    @Test
    void anotherKeyIsRefutedByTheOldPolicy() throws IOException {
        Policy old = policy();
        ElectionFolder forged = ElectionFolder.openOrCreate(temporary.resolve("forged"));
        Simulation.write(country(40, 8), forged, Progress.NONE);
        publisher("other-keys")
                .publish(
                        forged.path(),
                        temporary.resolve("forged-site"),
                        new Publisher.Wishes("results.example.org/2027", null));
        site = temporary.resolve("forged-site");
        Verification verification = verify(old, null);
        assertEquals(Answer.REFUTED, verification.verdict());
        assertTrue(codes(verification).contains("PUB-209"), codes(verification)::toString);
        Verification intact = verify(null, null);
        assertTrue(intact.isIntactInItself(), "with no policy it is intact, and no more");
    }

    @Test
    void anotherLogIsNotTheOneThatIsPinned() throws IOException {
        Policy old = policy();
        ElectionFolder other = ElectionFolder.openOrCreate(temporary.resolve("other"));
        Simulation.write(country(40, 8), other, Progress.NONE);
        site = temporary.resolve("other-site");
        publisher("keys").publish(other.path(), site, NOTHING);
        assertTrue(codes(verify(old, null)).contains("PUB-211"));
    }

    @Test
    void publishingAgainAppendsAndKeepsEveryEarlierHeadTrue() throws IOException {
        Checkpoint before = head();
        Publisher.Published again = addAndPublish();
        assertEquals(2, again.added());
        assertEquals(before.size() + 2, head().size());
        assertEquals(Answer.PROVEN, verify(policy(), before).verdict());
        assertEquals(List.of(), verify(policy(), before).problems());
    }

    @Test
    void publishingWhatIsPublishedAddsNothing() throws IOException {
        Checkpoint before = head();
        assertEquals(0, publisher("keys").publish(dir, site, NOTHING).added());
        assertEquals(before, head());
        assertEquals(Answer.PROVEN, verify().verdict());
    }

    @Test
    void aSiteThatIsGoneIsMadeAnewWithTheSameHead() throws IOException {
        Checkpoint before = head();
        Policy policy = policy();
        Folders.delete(site);
        publisher("keys").publish(dir, site, NOTHING);
        assertEquals(before, head());
        assertEquals(Answer.PROVEN, verify(policy, before).verdict());
        site = temporary.resolve("second");
        publisher("keys").publish(dir, site, NOTHING);
        assertEquals(before, head());
        assertEquals(Answer.PROVEN, verify(policy, before).verdict());
    }

    @Test
    void aRolledBackSiteIsRefutedByAKeptHead() throws IOException {
        Path older = temporary.resolve("older");
        Folders.copy(site, older);
        addAndPublish();
        Checkpoint newer = head();
        Policy policy = policy();
        site = older;
        Verification verification = verify(policy, newer);
        assertEquals(Answer.REFUTED, verification.verdict());
        assertEquals(Set.of("PUB-215"), codes(verification));
    }

    @Test
    void aRewrittenHistoryIsRefutedByAKeptHead() throws IOException {
        Checkpoint seen =
                new Checkpoint(head().origin(), head().size() - 1, org.cotejo.crypto.Sha256.of(new byte[] {1}));
        assertEquals(Set.of("PUB-215"), codes(verify(policy(), seen)));
    }

    @Test
    void anEntryThatWasChangedInTheFolderIsNotPublished() throws IOException {
        ElectionFolder forged = ElectionFolder.openOrCreate(temporary.resolve("forged"));
        Simulation.write(country(160, 8), forged, Progress.NONE);
        try (FolderWriter writer = forged.write()) {
            ElectionFolder folder = ElectionFolder.open(dir);
            writer.append(
                    new Entry.LogOpened(folder.frame(folder.blocks()).log().orElseThrow()));
            writer.commit();
        }
        Checkpoint before = head();
        RefusedException refused =
                assertThrows(RefusedException.class, () -> publisher("keys").publish(forged.path(), site, NOTHING));
        assertEquals("APP-118", refused.problem().code());
        assertEquals(before, head());
        assertEquals(Answer.PROVEN, verify().verdict());
    }

    @Test
    void keysAreForTheirOwnerAloneAndNeverInsideWhatIsPublished() throws IOException {
        try (Stream<Path> keys = Files.walk(temporary.resolve("keys"))) {
            for (Path key :
                    keys.filter(file -> file.toString().endsWith(".key")).toList()) {
                assertEquals(
                        "rw-------",
                        java.nio.file.attribute.PosixFilePermissions.toString(Files.getPosixFilePermissions(key)));
                String secret = Files.readString(key).strip();
                try (Stream<Path> published = Files.walk(temporary)) {
                    for (Path file : published
                            .filter(Files::isRegularFile)
                            .filter(f -> !f.startsWith(temporary.resolve("keys")))
                            .toList()) {
                        String text =
                                new String(Files.readAllBytes(file), java.nio.charset.StandardCharsets.ISO_8859_1);
                        assertFalse(text.contains(secret), file + " holds a private key");
                    }
                }
            }
        }
        Publisher inside = new Publisher(new LogKeyFolder(site.resolve("keys")), CLOCK, Progress.NONE);
        assertEquals(
                "APP-116",
                assertThrows(RefusedException.class, () -> inside.publish(dir, site, NOTHING))
                        .problem()
                        .code());
    }

    @Test
    void withoutTheKeyNobodyGoesOnWithTheLog() {
        assertEquals(
                "APP-117",
                assertThrows(RefusedException.class, () -> publisher("nobody").publish(dir, site, NOTHING))
                        .problem()
                        .code());
    }

    @Test
    void overTheWebItIsProvenTooAndTheUnlistableIsSaid() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", SimpleFileServer.createFileHandler(site));
        server.start();
        try (WebFiles files =
                new WebFiles("http://localhost:" + server.getAddress().getPort())) {
            Verification verification = Verifier.verify(files, new Verifier.Trust(policy(), null, true), Progress.NONE)
                    .verification();
            assertEquals(Answer.PROVEN, verification.verdict(), verification.problems()::toString);
            assertTrue(verification.claims().stream().anyMatch(claim -> claim.answer() == Answer.UNCHECKED));
        } finally {
            server.stop(0);
        }
    }

    @Test
    void garbageIsRefutedAndNothingIsThrown() throws IOException {
        for (String file : List.of("checkpoint", "tile/entries/000", "tile/0/000")) {
            Path path = site.resolve(file);
            byte[] before = Files.readAllBytes(path);
            for (byte[] garbage :
                    List.of(new byte[0], new byte[9_000], "a\n1\n".getBytes(java.nio.charset.StandardCharsets.UTF_8))) {
                Files.delete(path);
                Files.write(path, garbage);
                assertEquals(Answer.REFUTED, verify().verdict(), file);
            }
            Files.write(path, before);
        }
        site = temporary.resolve("empty");
        Files.createDirectories(site);
        assertEquals(Answer.REFUTED, verify().verdict());
    }
}
