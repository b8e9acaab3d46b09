package org.cotejo.app;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.stream.Stream;
import org.cotejo.crypto.Sha256;
import org.cotejo.custody.Incident;
import org.cotejo.node.keys.KeyBackup;
import org.cotejo.publication.PinnedPolicy;
import org.cotejo.publication.Succession;
import org.cotejo.tlog.Checkpoint;
import org.cotejo.tlog.SignedCheckpoint;
import org.cotejo.tlog.Skey;
import org.cotejo.tlog.Vkey;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The keys of a log as those who hold them handle them: ceremony, shares, loss, theft. */
class KeysCommandTest {
    private static final String ORIGIN = "results.example.org/2027";
    private static final String NEXT = ORIGIN + "~2";

    @TempDir
    private Path temporary;

    private DrillSandbox sandbox;
    private DrillSandbox.Person owner;
    private DrillSandbox.Person reader;
    private String said = "";

    @BeforeEach
    void begin() {
        sandbox = new DrillSandbox(temporary.resolve("sandbox"), "en");
        owner = sandbox.person("owner");
        reader = sandbox.person("reader");
    }

    @AfterEach
    void end() {
        sandbox.close();
    }

    private int run(DrillSandbox.Person who, Object... words) {
        DrillSandbox.Ran ran = sandbox.run(who, words);
        said = ran.said();
        return ran.exit();
    }

    private void ok(DrillSandbox.Person who, Object... words) {
        assertEquals(Exit.PROVEN, run(who, words), () -> said);
    }

    private void refused(String code, Object... words) {
        assertEquals(Exit.BAD_INPUT, run(owner, words), () -> said);
        assertTrue(said.contains(code), () -> code + " is not in " + said);
    }

    private void says(String... parts) {
        Arrays.stream(parts).forEach(part -> assertTrue(said.contains(part), () -> part + " is not in " + said));
    }

    private Object[] revoke(String reason, Path head, Path into, Object... more) {
        return Stream.concat(
                        Stream.of(
                                "keys",
                                "revoke",
                                owner.at("election"),
                                "--reason",
                                reason,
                                "--head",
                                head,
                                "--into",
                                into),
                        Stream.of(more))
                .toArray();
    }

    private Vkey key(String origin) {
        return owner.places().keys().read(origin).keys().getFirst().vkey();
    }

    private void election() {
        ok(owner, "sim", "country", "--stations", 40, "--copies", 3, "--seed", 7, "--into", owner.at("election"));
    }

    private void publish(String site) {
        ok(owner, "publish", owner.at("election"), owner.at(site));
    }

    private void firstPublish() {
        election();
        ok(owner, "publish", owner.at("election"), owner.at("public"), "--origin", ORIGIN);
    }

    private void ceremony() {
        ok(owner, "keys", "make", ORIGIN, "--successor", owner.at("stick"), "--into", owner.at("page.html"));
        ok(owner, "keys", "confirm", ORIGIN, "--typed", KeyBackup.spoken(key(ORIGIN)));
    }

    @Test
    void nothingIsSignedBeforeSomebodyTypedTheFingerprintBack() throws IOException {
        ok(owner, "keys", "make", ORIGIN, "--successor", owner.at("stick"), "--into", owner.at("page.html"));
        String groups = KeyBackup.spoken(key(ORIGIN)).groups();
        says(groups, "keys confirm");
        assertTrue(Files.readString(owner.at("page.html")).contains(groups.substring(0, 4)));
        election();
        refused("APP-202", "publish", owner.at("election"), owner.at("public"), "--origin", ORIGIN);
        assertEquals(Exit.REFUTED, run(owner, "keys", "confirm", ORIGIN, "--typed", "1234 5678"));
        refused("APP-202", "publish", owner.at("election"), owner.at("public"), "--origin", ORIGIN);
        ok(owner, "keys", "confirm", ORIGIN, "--typed", groups.replace(' ', '-'));
        ok(owner, "publish", owner.at("election"), owner.at("public"), "--origin", ORIGIN);
        PinnedPolicy pinned = PinnedPolicy.parse(Files.readAllBytes(owner.at("public.policy")))
                .orThrow();
        Vkey successor =
                new LogKeyFolder(owner.at("stick")).read(NEXT).keys().getFirst().vkey();
        assertEquals(PinnedPolicy.fingerprint(successor), pinned.successor());
        refused("APP-201", "keys", "make", ORIGIN);
    }

    @Test
    void keysAreListedAndTheirFingerprintsCompared() throws IOException {
        ok(owner, "keys", "list");
        says("No log's keys");
        ceremony();
        ok(owner, "keys", "list");
        says(ORIGIN, KeyBackup.spoken(key(ORIGIN)).groups(), "successor " + NEXT);
        ok(owner, "keys", "list", "--json");
        says("{\"logs\":[{\"origin\":\"" + ORIGIN + "\"", "\"confirmed\":true", "\"ended\":\"\"");
        ok(owner, "keys", "fingerprint", ORIGIN);
        ok(reader, "keys", "fingerprint", key(ORIGIN), "--typed", KeyBackup.spoken(key(ORIGIN)));
        Files.writeString(owner.at("a.policy"), "log " + key(ORIGIN) + "\nquorum none\n");
        ok(reader, "keys", "fingerprint", owner.at("a.policy"));
        says(KeyBackup.spoken(key(ORIGIN)).groups());
        assertEquals(Exit.REFUTED, run(reader, "keys", "fingerprint", owner.at("a.policy"), "--typed", "0000"));
        refused("APP-208", "keys", "fingerprint", "nothing");
        refused("APP-119", "keys", "make", "https://results.example.org");
        refused("APP-109", "keys");
        assertFalse(said.contains("PRIVATE"));
    }

    @Test
    void aNameIsNeverUsedAgain() {
        assertEquals("a.example/1~2", KeysMake.next("a.example/1"));
        assertEquals("a.example/1~3", KeysMake.next("a.example/1~2"));
        assertEquals("a.example/1~100", KeysMake.next("a.example/1~99"));
        assertEquals("a.example/~home~2", KeysMake.next("a.example/~home"));
    }

    @Test
    void sharesRestoreTheKeysOnAnotherComputerAndSaySoBefore() throws IOException {
        ceremony();
        ok(owner, "keys", "backup", ORIGIN, "--shares", 4, "--need", 2, "--into", owner.at("shares"));
        Path one = owner.at("shares/share-1-of-4.txt");
        Path three = owner.at("shares/share-3-of-4.txt");
        ok(reader, "keys", "restore", three, one, "--check");
        says(KeyBackup.spoken(key(ORIGIN)).groups());
        assertFalse(Files.exists(reader.places().keys().of(ORIGIN)), "nothing was written");
        assertEquals(Exit.BAD_INPUT, run(reader, "keys", "restore", one, three));
        says("APP-204");
        ok(reader, "keys", "restore", one, three, "--never-published");
        assertEquals(
                owner.places().keys().read(ORIGIN).keys().stream()
                        .map(Skey::fileForm)
                        .toList(),
                reader.places().keys().read(ORIGIN).keys().stream()
                        .map(Skey::fileForm)
                        .toList());
        assertEquals(Exit.BAD_INPUT, run(reader, "keys", "restore", one, three, "--never-published"));
        says("APP-201");
        refused("KEYS-106", "keys", "restore", one, "--check");
        refused("KEYS-105", "keys", "restore", one, one, "--check");
        refused("APP-108", "keys", "backup", ORIGIN, "--shares", 3, "--need", 4, "--into", owner.at("more"));
        refused("APP-103", "keys", "backup", ORIGIN, "--into", owner.at("shares"));
        Path typed = owner.at("typed.txt");
        Files.writeString(typed, Files.readString(one).replaceFirst("(?m)^01 .", "01 z"));
        refused("KEYS-101", "keys", "restore", typed, three, "--check");
        says("typed.txt:5");
        try (var files = Files.list(owner.at("shares"))) {
            assertEquals(8, files.count(), "a page and a text for each, and nothing that holds two");
        }
    }

    @Test
    void restoredKeysContinueTheLogAndNeverForkIt() throws IOException {
        firstPublish();
        ok(owner, "keys", "backup", ORIGIN, "--into", owner.at("shares"));
        Folders.copy(owner.at("election"), owner.at("old"));
        DrillSandbox.grow(owner.at("election"), Incident.Kind.VIOLENCE, 1);
        publish("public");
        ok(reader, "verify", owner.at("public"), "--policy", owner.at("public.policy"));
        byte[] head = Files.readAllBytes(owner.at("public/checkpoint"));
        Files.write(owner.at("head"), head);
        Folders.delete(owner.at("keys"));
        refused("APP-117", "publish", owner.at("election"), owner.at("public"));
        Object[] restore = {
            "keys",
            "restore",
            owner.at("shares/share-1-of-5.txt"),
            owner.at("shares/share-2-of-5.txt"),
            owner.at("shares/share-3-of-5.txt"),
            "--head",
            owner.at("head")
        };
        ok(owner, restore);
        refused("APP-206", "publish", owner.at("old"), owner.at("public"));
        publish("public");
        ok(reader, "verify", owner.at("public"), "--policy", owner.at("public.policy"));
        DrillSandbox.grow(owner.at("election"), Incident.Kind.VIOLENCE, 2);
        publish("public");
        ok(reader, "verify", owner.at("public"), "--policy", owner.at("public.policy"));
    }

    @Test
    void aHeadThatOurKeySignedAndWeDidNotMakeIsAnAlarm() throws IOException {
        firstPublish();
        ok(owner, "keys", "look", owner.at("election"), owner.at("public/checkpoint"));
        says("ours");
        Skey key = owner.places().keys().read(ORIGIN).keys().getFirst();
        Checkpoint stolen = new Checkpoint(ORIGIN, 7, Sha256.of(new byte[] {1}));
        Files.write(
                owner.at("stolen"),
                SignedCheckpoint.of(stolen, java.util.List.of(key), 1).bytes());
        assertEquals(
                Exit.REFUTED,
                run(owner, "keys", "look", owner.at("election"), owner.at("public/checkpoint"), owner.at("stolen")));
        says("SOMEBODY ELSE HAS OUR KEY");
        Files.writeString(owner.at("junk"), "junk\n");
        assertEquals(Exit.UNCHECKED, run(owner, "keys", "look", owner.at("election"), owner.at("junk")));
        assertEquals(
                Exit.UNCHECKED, run(owner, "keys", "look", owner.at("election"), "http://127.0.0.1:1/", "--wait", 2));
        refused("APP-109", "keys", "look", owner.at("election"));
    }

    @Test
    void aSuccessorGoesOnWithTheSameEntriesAndTheOldKeyIsBelievedNoMore() throws IOException {
        ceremony();
        firstPublish();
        Files.copy(owner.at("public.policy"), reader.at("old.policy"));
        Path head = owner.at("public/checkpoint");
        Folders.copy(owner.at("public"), owner.at("as-it-was"));
        ok(owner, revoke("stolen", head, owner.at("new.policy"), "--successor", owner.at("stick")));
        says("named at the ceremony");
        refused("APP-203", revoke("stolen", head, owner.at("x")));
        refused("APP-203", "mirrors", "sign", owner.at("public"), list());
        publish("public2");
        ok(reader, "verify", owner.at("public2"), "--policy", owner.at("new.policy"));
        says("it goes on from the log");
        assertArrayEquals(
                Files.readAllBytes(owner.at("new.policy")),
                Files.readAllBytes(owner.at("public2.policy")),
                "publish writes the same");
        ok(reader, "keys", "accept", owner.at("new.policy"), "--policy", reader.at("old.policy"));
        ok(reader, "verify", owner.at("as-it-was"), "--policy", reader.at("old.policy"));
        says("its last head that counts");
        SignedCheckpoint later = SignedCheckpoint.of(
                new Checkpoint(ORIGIN, 1_000, Sha256.of(new byte[] {1})),
                java.util.List.of(owner.places().keys().read(ORIGIN).keys().getFirst()),
                1);
        Files.write(owner.at("as-it-was/checkpoint"), later.bytes());
        assertEquals(
                Exit.REFUTED,
                run(
                        reader,
                        "verify",
                        owner.at("as-it-was"),
                        "--policy",
                        reader.at("old.policy"),
                        "--no-pages",
                        "--forget"));
        says("PUB-232");
        ok(owner, "keys", "list");
        says("given up after");
    }

    private Path list() throws IOException {
        return Files.writeString(owner.at("mirrors.txt"), "main http://127.0.0.1:1/\n");
    }

    @Test
    void aSuccessorThatChangesAnOldEntryIsRefuted() throws IOException {
        firstPublish();
        ok(owner, revoke("lost", owner.at("public/checkpoint"), owner.at("new.policy")));
        says("No policy vouches");
        publish("public2");
        PinnedPolicy pinned =
                PinnedPolicy.parse(Files.readAllBytes(owner.at("new.policy"))).orThrow();
        Succession honest = java.util.Objects.requireNonNull(pinned.succession());
        // The same, over a head of the same size with other entries, signed by both keys.
        SignedCheckpoint other = SignedCheckpoint.of(
                new Checkpoint(ORIGIN, honest.last().checkpoint().size(), Sha256.of(new byte[] {1})),
                java.util.List.of(owner.places().keys().read(ORIGIN).keys().getFirst()),
                1);
        Succession forged = Succession.signed(
                honest.from(),
                owner.places().keys().read(NEXT).keys().getFirst(),
                Succession.Reason.LOST,
                honest.made(),
                other);
        Files.write(
                owner.at("false.policy"), new PinnedPolicy(pinned.policy(), null, forged).bytes(java.util.List.of()));
        assertEquals(
                Exit.REFUTED,
                run(
                        reader,
                        "verify",
                        owner.at("public2"),
                        "--policy",
                        owner.at("false.policy"),
                        "--no-pages",
                        "--forget"));
        says("PUB-231");
        ok(reader, "verify", owner.at("public2"), "--policy", owner.at("new.policy"), "--forget");
    }

    @Test
    void aLastHeadWithoutTheWitnessesOfThePolicyCouldNotBeChecked() throws IOException {
        firstPublish();
        DrillSandbox.Person party = sandbox.person("party");
        ok(party, "witness", "init", "party.example.org/witness", "--policy", owner.at("public.policy"));
        Vkey witness =
                WitnessFolder.found(party.places().keys(), null).keys().vkeys().getFirst();
        Files.writeString(
                owner.at("w.policy"), "log " + key(ORIGIN) + "\nwitness party " + witness + "\nquorum party\n");
        ok(
                owner,
                revoke(
                        "planned",
                        owner.at("public/checkpoint"),
                        owner.at("new.policy"),
                        "--policy",
                        owner.at("w.policy")));
        publish("public2");
        assertEquals(
                Exit.REFUTED,
                run(
                        reader,
                        "verify",
                        owner.at("public2"),
                        "--policy",
                        owner.at("new.policy"),
                        "--no-pages",
                        "--forget"));
        says("PUB-210", "PUB-233");
        Vkey successor = key(NEXT);
        assertEquals(
                Exit.UNCHECKED,
                run(
                        reader,
                        "keys",
                        "accept",
                        owner.at("new.policy"),
                        "--policy",
                        owner.at("w.policy"),
                        "--typed",
                        KeyBackup.spoken(successor)));
        says("could have been made after the theft");
    }

    @Test
    void aNewPolicyIsAcceptedOnlyWhereSomebodyVouchesForItsKey() throws IOException {
        firstPublish();
        Path old = owner.at("public.policy");
        Files.copy(old, reader.at("old.policy"));
        ok(owner, revoke("stolen", owner.at("public/checkpoint"), owner.at("new.policy")));
        assertEquals(
                Exit.UNCHECKED,
                run(reader, "keys", "accept", owner.at("new.policy"), "--policy", reader.at("old.policy")));
        says("nobody vouches");
        assertEquals(
                Exit.REFUTED,
                run(
                        reader,
                        "keys",
                        "accept",
                        owner.at("new.policy"),
                        "--policy",
                        reader.at("old.policy"),
                        "--typed",
                        "1111 2222"));
        assertTrue(reader.places().heads().succession(ORIGIN).isEmpty());
        ok(
                reader,
                "keys",
                "accept",
                owner.at("new.policy"),
                "--policy",
                reader.at("old.policy"),
                "--typed",
                KeyBackup.spoken(key(NEXT)));
        assertEquals(
                NEXT,
                reader.places().heads().succession(ORIGIN).orElseThrow().to().name());
        Files.writeString(owner.at("plain.policy"), "log " + key(NEXT) + "\nquorum none\n");
        refused("APP-207", "keys", "accept", owner.at("plain.policy"), "--policy", reader.at("old.policy"));
        refused("APP-207", "keys", "accept", owner.at("new.policy"), "--policy", owner.at("plain.policy"));
        String text = Files.readString(owner.at("new.policy"));
        Files.writeString(
                owner.at("broken.policy"),
                text.replaceFirst(
                        "#succession .*",
                        "#succession " + Base64.getEncoder().encodeToString("x".getBytes(StandardCharsets.UTF_8))));
        refused("NOTE-101", "keys", "accept", owner.at("broken.policy"), "--policy", reader.at("old.policy"));
    }

    @Test
    void onlyATrueHeadOfThisFolderCanBeTheLastOne() throws IOException {
        firstPublish();
        Skey key = owner.places().keys().read(ORIGIN).keys().getFirst();
        Checkpoint other = new Checkpoint(ORIGIN, 5, Sha256.of(new byte[] {1}));
        Files.write(
                owner.at("other"),
                SignedCheckpoint.of(other, java.util.List.of(key), 1).bytes());
        refused("APP-205", revoke("stolen", owner.at("other"), owner.at("n")));
        Skey stranger = Skey.of(ORIGIN, Vkey.Kind.NOTE, new byte[32]);
        Files.write(
                owner.at("other"),
                SignedCheckpoint.of(other, java.util.List.of(stranger), 1).bytes());
        refused("APP-205", revoke("stolen", owner.at("other"), owner.at("n")));
        refused("APP-209", revoke("bored", owner.at("public/checkpoint"), owner.at("n")));
        assertFalse(owner.places().keys().has(NEXT), "nothing was made");
        ok(owner, "sim", "country", "--stations", 40, "--copies", 3, "--seed", 8, "--into", owner.at("bare"));
        refused("APP-210", "keys", "look", owner.at("bare"), owner.at("other"));
    }
}
