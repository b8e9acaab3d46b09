package org.cotejo.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import org.cotejo.base.Progress;
import org.cotejo.base.RefusedException;
import org.cotejo.capture.picture.Grey;
import org.cotejo.capture.redaction.PrivatePart;
import org.cotejo.capture.redaction.Redaction;
import org.cotejo.covered.Area;
import org.cotejo.crypto.Hash;
import org.cotejo.custody.CommittedPicture;
import org.cotejo.definition.StationCode;
import org.cotejo.entry.Entry;
import org.cotejo.folder.ElectionFolder;
import org.cotejo.folder.FolderWriter;
import org.cotejo.formats.Importers;
import org.cotejo.formats.importer.ImportRequest;
import org.cotejo.formats.importer.ImportSummary;
import org.cotejo.publication.SitePath;
import org.cotejo.tlog.Policy;
import org.cotejo.verify.Answer;
import org.cotejo.verify.Verification;
import org.cotejo.verify.Verifier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A picture is committed to before anybody sees it, shown later, and proven by everybody who has the publication. */
class CommittedPicturesTest {
    @TempDir
    private Path temporary;

    private TwoSides sides;
    private String station = "";
    private PrivatePart part;
    private Path proof;

    @BeforeEach
    void cover() throws IOException {
        sides = new TwoSides(temporary);
        station = TwoSides.frame(sides.a).register().codeText(0);
        part = covered(1);
        proof = write(part, "one");
    }

    private static PrivatePart covered(long seed) {
        byte[] pixels = new byte[200 * 150];
        new Random(seed).nextBytes(pixels);
        return Redaction.make(
                        new Grey(200, 150, pixels),
                        "the file".getBytes(StandardCharsets.UTF_8),
                        List.of(),
                        List.of(new Area(80, 80, 20, 20)),
                        new SecureRandom())
                .orThrow();
    }

    private Path write(PrivatePart made, String name) throws IOException {
        Files.write(temporary.resolve(name + ".png"), made.publicPicture());
        return Files.write(temporary.resolve(name + ".proof"), made.proof().bytes());
    }

    private ImportSummary state(Path file, Map<String, String> more) {
        Map<String, String> options = new HashMap<>(Map.of("custodian", sides.one.value()));
        options.putAll(more);
        return Importers.of("pictures")
                .orElseThrow()
                .run(new ImportRequest(
                        List.of(file), null, sides.a, options, org.cotejo.formats.importer.Progress.NONE));
    }

    private String refused(Path file, Map<String, String> more) {
        return assertThrows(RefusedException.class, () -> state(file, more))
                .problem()
                .code();
    }

    private Verification verified(Path site) throws IOException {
        Policy policy = Policy.parse(Files.readAllBytes(sides.policy("a"))).orThrow();
        return Verifier.verify(new DiskFiles(site), new Verifier.Trust(policy, null, true), Progress.NONE)
                .verification();
    }

    private static List<String> codes(Verification verification) {
        return verification.problems().stream()
                .map(problem -> problem.kind().code())
                .distinct()
                .toList();
    }

    private static String pages(Path site) throws IOException {
        StringBuilder all = new StringBuilder();
        try (Stream<Path> files = Files.walk(site.resolve("en"))) {
            for (Path file : files.filter(f -> f.toString().endsWith(".html")).toList()) {
                all.append(Files.readString(file));
            }
        }
        return all.toString();
    }

    private Hash blob(byte[] bytes) {
        try (FolderWriter writer = sides.a.write()) {
            Hash hash = writer.keepBlob(bytes);
            writer.append(new Entry.PictureCommitted(new CommittedPicture(
                    sides.one, null, covered(bytes.length).proof().root(), null)));
            writer.commit();
            return hash;
        }
    }

    private String second(Path site) throws IOException {
        assumeTrue(SecondVerifier.canRun(), "node is not here");
        Path program = Path.of(System.getProperty("cotejo.root"), "second/cotejo-verify.mjs");
        Process process = new ProcessBuilder(
                        "node",
                        program.toString(),
                        "site",
                        site.toString(),
                        "--policy",
                        sides.policy("a").toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    private int check(StringBuilder said, Object... words) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream to = new PrintStream(out, true, StandardCharsets.UTF_8);
        Console console = new Console(
                to,
                to,
                "en",
                false,
                new Console.Places(
                        new LogKeyFolder(temporary.resolve("keys-of-reader")),
                        new KeptHeads(temporary.resolve("heads"))));
        Verb verb = new Verb("redact", "covers", given -> new RedactCommand(given).spec());
        String[] args = Arrays.stream(words).map(String::valueOf).toArray(String[]::new);
        int exit = Commands.run("cotejo redact", verb, args, console, to);
        said.setLength(0);
        said.append(out.toString(StandardCharsets.UTF_8));
        return exit;
    }

    @Test
    void theRootIsStatedFirstAndThePublicCopyLater() throws IOException {
        assertEquals(1, state(proof, Map.of("station", station)).count("pictures"));
        Path site = sides.publish(sides.a, "a", sides.one);
        assertEquals(Answer.PROVEN, verified(site).verdict(), () -> "root alone");
        String shown = part.proof().root().hex().substring(0, 12);
        assertTrue(pages(site).contains("has committed to it (" + shown + ")"));
        assertFalse(pages(site).contains("<img"));

        ImportSummary later = state(proof, Map.of("copy", "public"));
        assertEquals(1, later.count("pictures_completed"));
        assertEquals(1, later.count("public_copies"));
        sides.publish(sides.a, "a", sides.one);
        Verification verification = verified(site);
        assertEquals(
                Answer.PROVEN, verification.verdict(), () -> codes(verification).toString());
        CommittedPicture known =
                TwoSides.frame(sides.a).pictures().of(part.proof().root()).orElseThrow();
        assertEquals(new StationCode(station), Objects.requireNonNull(known.station()));
        String path = SitePath.blob(Objects.requireNonNull(known.copy()).picture());
        assertTrue(pages(site).contains("src=\"../../" + path + "\""), "the picture on the page of its place");
        assertTrue(Arrays.equals(part.publicPicture(), Files.readAllBytes(site.resolve(path))));
        assertEquals(
                1, state(proof, Map.of("copy", "public", "station", station)).count("already_here"));
        String second = second(site);
        assertTrue(second.contains("1 held against their proofs and roots") && !second.contains("PUB-"), second);
    }

    @Test
    void aCopyThatDoesNotFitItsProofIsNeverStated() throws IOException {
        PrivatePart other = covered(2);
        Files.write(temporary.resolve("one.png"), other.publicPicture());
        assertEquals("REDACT-202", refused(proof, Map.of("copy", "public")));
        Files.write(temporary.resolve("one.png"), new byte[] {1, 2, 3});
        assertEquals("REDACT-107", refused(proof, Map.of("copy", "public")));
        Files.delete(temporary.resolve("one.png"));
        assertTrue(refused(proof, Map.of("copy", "public")).startsWith("IMPORT-"));
        assertTrue(TwoSides.frame(sides.a).pictures().all().isEmpty());
    }

    @Test
    void whateverContradictsTheFirstStatementIsRefusedWithACode() throws IOException {
        String next = TwoSides.frame(sides.a).register().codeText(1);
        state(proof, Map.of("station", station, "copy", "public"));
        assertEquals("TEMPLATE-141", refused(proof, Map.of("station", next)));
        assertEquals("TEMPLATE-141", refused(proof, Map.of("custodian", sides.other.value())));
        assertEquals("TEMPLATE-104", refused(proof, Map.of("custodian", "nobody")));
        assertEquals("TEMPLATE-102", refused(proof, Map.of("station", "no such")));
        assertEquals("TEMPLATE-111", refused(proof, Map.of("copy", "yes")));
        assertEquals("REDACT-106", refused(temporary.resolve("one.png"), Map.of()));
    }

    /** The importer would refuse it; somebody who writes entries by hand is found by both verifiers. */
    @Test
    void aPublicationWithACopyOfAnotherRootIsRefuted() throws IOException {
        Hash picture = blob(part.publicPicture());
        Hash proofOf = blob(part.proof().bytes());
        TwoSides.add(
                sides.a,
                new Entry.PictureCommitted(new CommittedPicture(
                        sides.one,
                        new StationCode(station),
                        covered(3).proof().root(),
                        new CommittedPicture.Copy(picture, proofOf))));
        Path site = sides.publish(sides.a, "a", sides.one);
        Verification verification = verified(site);
        assertEquals(Answer.REFUTED, verification.verdict());
        assertEquals(List.of("PUB-225"), codes(verification));
        assertTrue(verification.problems().getFirst().sentence().en().contains("REDACT-205"));
        String second = second(site);
        assertTrue(second.contains("PUB-225 " + SitePath.blob(picture)) && second.contains("REDACT-205"), second);
    }

    @Test
    void aCopyWithHiddenBytesOrWithoutAFileIsRefuted() throws IOException {
        byte[] more = Arrays.copyOf(part.publicPicture(), part.publicPicture().length + 3);
        CommittedPicture.Copy copy =
                new CommittedPicture.Copy(blob(more), blob(part.proof().bytes()));
        TwoSides.add(
                sides.a,
                new Entry.PictureCommitted(
                        new CommittedPicture(sides.one, null, part.proof().root(), copy)));
        Path site = sides.publish(sides.a, "a", sides.one);
        assertEquals(List.of("PUB-225"), codes(verified(site)));
        assertTrue(second(site).contains("REDACT-108"));
        Files.delete(site.resolve(SitePath.blob(copy.proof())));
        assertEquals(List.of("PUB-203"), codes(verified(site)));
        assertTrue(second(site).contains("PUB-203"));
    }

    @Test
    void aReaderTakesTheRootFromALogThatIsProvenAgainstAPinnedPolicy() throws IOException {
        state(proof, Map.of("station", station));
        Path site = sides.publish(sides.a, "a", sides.one);
        Path policy = sides.policy("a");
        StringBuilder said = new StringBuilder();
        Path picture = temporary.resolve("one.png");
        assertEquals(
                Exit.PROVEN, check(said, "check", picture, proof, "--site", site, "--policy", policy), said::toString);
        assertTrue(said.toString().contains("stated by " + sides.one + ", station " + station), said::toString);
        assertEquals(
                Exit.PROVEN,
                check(said, "check", picture, proof, "--site", site, "--policy", policy, "--json"),
                said::toString);
        assertTrue(
                said.toString()
                        .contains("\"known_from\":\"log\",\"log\":\"a.example/2027\",\"custodian\":\"" + sides.one),
                said::toString);
        Path stranger = write(covered(9), "stranger");
        Path strange = temporary.resolve("stranger.png");
        assertEquals(Exit.UNCHECKED, check(said, "check", strange, stranger, "--site", site, "--policy", policy));
        assertTrue(said.toString().contains("no entry of the log \"a.example/2027\""), said::toString);
        assertEquals(Exit.REFUTED, check(said, "check", strange, proof, "--site", site, "--policy", policy));
        assertEquals(Exit.BAD_INPUT, check(said, "check", picture, proof, "--site", site));
        assertTrue(said.toString().contains("APP-227"), said::toString);
        String root = part.proof().root().hex();
        assertEquals(
                Exit.BAD_INPUT,
                check(said, "check", picture, proof, "--site", site, "--policy", policy, "--root", root));
        sides.publish(sides.b, "b", sides.other);
        assertEquals(Exit.REFUTED, check(said, "check", picture, proof, "--site", site, "--policy", sides.policy("b")));
        assertTrue(said.toString().contains("PUB-211"), said::toString);
    }

    @Test
    void anotherSideTakesThePictureWithItsFilesAndNobodyTakesItOver() throws IOException {
        state(proof, Map.of("station", station, "copy", "public"));
        Path site = sides.publish(sides.a, "a", sides.one);
        sides.take(site, "a", sides.b);
        CommittedPicture taken =
                TwoSides.frame(sides.b).pictures().of(part.proof().root()).orElseThrow();
        assertEquals(sides.one, taken.holder());
        assertTrue(sides.b.hasBlob(Objects.requireNonNull(taken.copy()).picture()));
        Path again = sides.publish(sides.b, "b", sides.other);
        Policy policy = Policy.parse(Files.readAllBytes(sides.policy("b"))).orThrow();
        Verification verification = Verifier.verify(
                        new DiskFiles(again), new Verifier.Trust(policy, null, true), Progress.NONE)
                .verification();
        assertEquals(
                Answer.PROVEN, verification.verdict(), () -> codes(verification).toString());
        ElectionFolder empty = ElectionFolder.openOrCreate(temporary.resolve("empty"));
        sides.take(site, "a", empty);
        assertTrue(empty.hasBlob(Objects.requireNonNull(taken.copy()).proof()));
    }

    @Test
    void coveringAPictureStatesItsRootWhereAnElectionIsNamed() throws IOException {
        Path sheet = temporary.resolve("sheet.png");
        Files.write(sheet, part.publicPicture());
        StringBuilder said = new StringBuilder();
        Object[] words = {
            "picture",
            sheet,
            "--cover",
            "10,10,20,20",
            "--into",
            temporary.resolve("open"),
            "--private",
            temporary.resolve("kept"),
            "--election",
            sides.a.path(),
            "--custodian",
            sides.one,
            "--station",
            station,
            "--json"
        };
        assertEquals(Exit.PROVEN, check(said, words), said::toString);
        CommittedPicture stated =
                TwoSides.frame(sides.a).pictures().all().iterator().next();
        assertTrue(said.toString().contains("\"root\":\"" + stated.root() + "\""), said::toString);
        assertTrue(said.toString().contains("\"stated\":true"), said::toString);
        assertEquals(null, stated.copy());
        words[11] = "nobody";
        words[5] = temporary.resolve("open2");
        words[7] = temporary.resolve("kept2");
        assertEquals(Exit.BAD_INPUT, check(said, words), said::toString);
        assertTrue(said.toString().contains("TEMPLATE-104"), said::toString);
        assertEquals(
                Exit.BAD_INPUT,
                check(said, "picture", sheet, "--cover", "1,1,2,2", "--into", "x", "--private", "y", "--station", "1"));
    }

    @Test
    void aListSaysOfWhichStationEachPictureIs() throws IOException {
        write(covered(2), "two");
        Path list = Files.writeString(
                temporary.resolve("pictures.csv"), "station,proof\n" + station + ",one.proof\n,two.proof\n");
        assertEquals(
                Map.of("pictures", 2L, "public_copies", 2L),
                state(list, Map.of("copy", "public")).counts());
        assertEquals(
                List.of(new StationCode(station)),
                TwoSides.frame(sides.a).pictures().all().stream()
                        .map(CommittedPicture::station)
                        .filter(Objects::nonNull)
                        .toList());
        assertEquals(Map.of("already_here", 2L), state(list, Map.of()).counts());
    }

    @Test
    void aListThatNamesWhatIsNotThereStatesNothing() throws IOException {
        Path list = temporary.resolve("pictures.csv");
        Files.writeString(list, "station,proof\n" + station + ",one.proof\n" + station + ",\u0000.proof\n");
        assertEquals("TEXT-102", refused(list, Map.of()));
        Files.writeString(list, "station,proof\n" + station + ",one.proof\n" + station + ",three.proof\n");
        assertEquals("TEMPLATE-143", refused(list, Map.of()));
        Files.writeString(list, "station,proof\n" + station + ",one.proof\n");
        assertEquals("TEMPLATE-142", refused(list, Map.of("station", station)));
        Files.writeString(list, "station,proof,witness\n" + station + ",one.proof,somebody\n");
        assertEquals("TEMPLATE-110", refused(list, Map.of()));
        assertEquals(0, TwoSides.frame(sides.a).pictures().all().size());
    }
}
