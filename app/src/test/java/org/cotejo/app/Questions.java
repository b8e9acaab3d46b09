package org.cotejo.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.cotejo.base.Problem;
import org.cotejo.base.Progress;
import org.cotejo.base.Result;
import org.cotejo.covered.PublicCopy;
import org.cotejo.covered.RedactionProof;
import org.cotejo.crypto.Ed25519Key;
import org.cotejo.crypto.Ed25519Secret;
import org.cotejo.crypto.Hash;
import org.cotejo.custody.SheetCopy;
import org.cotejo.dossier.DossierFinding;
import org.cotejo.entry.Entry;
import org.cotejo.entry.EntryBlock;
import org.cotejo.entry.EntryReader;
import org.cotejo.folder.ElectionFolder;
import org.cotejo.formats.text.JsonValue;
import org.cotejo.formats.text.JsonValue.JsonObject;
import org.cotejo.merkle.TreeHash;
import org.cotejo.publication.MirrorList;
import org.cotejo.publication.Succession;
import org.cotejo.receipt.PrintedRoot;
import org.cotejo.receipt.StationSlip;
import org.cotejo.receipt.StationTree;
import org.cotejo.sheet.KeyAlgorithm;
import org.cotejo.sheet.PublishedLog;
import org.cotejo.sheet.Sheet;
import org.cotejo.sheet.SheetParts;
import org.cotejo.sheet.SheetReader;
import org.cotejo.sheet.SignedSheet;
import org.cotejo.sheet.StationKey;
import org.cotejo.sim.CountryPlan;
import org.cotejo.sim.Simulation;
import org.cotejo.tlog.CompactProof;
import org.cotejo.tlog.Policy;
import org.cotejo.tlog.SignedCheckpoint;
import org.cotejo.tlog.Skey;
import org.cotejo.tlog.TileReader;
import org.cotejo.tlog.TlogProof;
import org.cotejo.tlog.Vkey;

/** Samples of everything that both implementations read, as questions with the answer of the first one. */
final class Questions {
    static final List<String> KINDS = List.of(
            "sheet",
            "parts",
            "vkey",
            "policy",
            "checkpoint",
            "proof",
            "compact",
            "slip",
            "succession",
            "mirrors",
            "machine_log",
            "entry",
            "picture");

    private static final HexFormat HEX = HexFormat.of();
    private static final String FALSE = DossierFinding.SIGNATURE_FALSE.code();
    private static final int PROOFS = 12;
    private static final int SHEETS = 12;
    private static final int ENTRIES_A_KIND = 4;
    private static final int PART_LENGTH = 150;

    /** What is asked, and what the first implementation answers. */
    record Question(String kind, String json, String expected) {}

    /** The parts of one question, of which any may be changed. */
    private record Sample(String kind, List<byte[]> parts) {}

    private final List<Sample> samples = new ArrayList<>();

    private Questions() {}

    /** From the documents, and from a country whose machines sign, published into a folder of its own. */
    static Questions of(Path root, Path work) throws IOException {
        String sheets = Files.readString(root.resolve("docs/formats/sheet.md"));
        String log = Files.readString(root.resolve("docs/formats/log.md"));
        Questions all = new Questions();
        byte[] key = HEX.parseHex(blocks(sheets, "key").getFirst().strip());
        lines(sheets, "sheet").forEach(line -> all.add("sheet", line.getBytes(UTF_8), key));
        all.samples.add(new Sample(
                "parts",
                lines(sheets, "part").stream().map(line -> line.getBytes(UTF_8)).toList()));
        lines(log, "vkey").forEach(line -> all.add("vkey", line.getBytes(UTF_8)));
        byte[] policy = blocks(log, "policy").getFirst().getBytes(UTF_8);
        all.add("policy", policy);
        all.add("checkpoint", blocks(log, "checkpoint").getFirst().getBytes(UTF_8), policy);
        blocks(Files.readString(root.resolve("docs/formats/entries.md")), "entry")
                .forEach(block -> all.add("entry", HEX.parseHex(block.replaceAll("\\s", ""))));
        Ed25519Secret machine = Ed25519Secret.ofSeed(new byte[Ed25519Key.SIZE]);
        all.add(
                "machine_log",
                SampleLog.of(machine, 3, true),
                machine.verifyKey().bytes());
        all.add(
                "machine_log",
                SampleLog.of(machine, 1, false),
                machine.verifyKey().bytes());
        all.publication(work);
        SamplePictures.all()
                .forEach(part ->
                        all.add("picture", part.publicPicture(), part.proof().bytes()));
        return all;
    }

    private static List<String> blocks(String document, String fence) {
        Matcher block = Pattern.compile("(?s)```" + fence + "\n(.*?)```").matcher(document);
        List<String> found = block.results().map(match -> match.group(1)).toList();
        if (found.isEmpty()) {
            throw new IllegalStateException("no example of " + fence);
        }
        return found;
    }

    private static List<String> lines(String document, String fence) {
        return blocks(document, fence).stream().flatMap(String::lines).toList();
    }

    private void add(String kind, byte[]... parts) {
        samples.add(new Sample(kind, List.of(parts)));
    }

    private void publication(Path work) throws IOException {
        Path site = work.resolve("site");
        ElectionFolder folder = ElectionFolder.openOrCreate(work.resolve("election"));
        Simulation.write(
                CountryPlan.asked(60, 3, 11, List.of(), false).orThrow().signed(), folder, Progress.NONE);
        new Publisher(new LogKeyFolder(work.resolve("keys")), Clock.systemUTC(), Progress.NONE)
                .publish(work.resolve("election"), site, new Publisher.Wishes("results.example.org/2027", null));
        byte[] policy = Files.readAllBytes(work.resolve("site.policy"));
        byte[] head = Files.readAllBytes(site.resolve("checkpoint"));
        add("policy", policy);
        add("checkpoint", head, policy);
        Policy.parse(policy)
                .orThrow()
                .logs()
                .forEach(one -> add("vkey", one.key().toString().getBytes(UTF_8)));
        SignedCheckpoint signed = SignedCheckpoint.parse(head).orThrow();
        TileReader tiles = TileReader.open(signed.checkpoint(), path -> read(site.resolve(path.path())))
                .orThrow();
        Skey logKey = new LogKeyFolder(work.resolve("keys"))
                .read("results.example.org/2027")
                .keys()
                .getFirst();
        for (List<String> addresses : List.of(
                List.of("https://results.example.edu/", "http://192.0.2.7:8780/"), List.of("http://a.onion/"))) {
            MirrorList list = MirrorList.signed(
                    logKey,
                    java.time.Instant.parse("2027-03-01T20:00:00Z"),
                    List.of(
                            new MirrorList.Mirror("university", addresses),
                            new MirrorList.Mirror("press", List.of("http://192.0.2.9/"))));
            add("mirrors", list.bytes());
        }
        Skey next = Skey.of("results.example.org/2027-2", Vkey.Kind.NOTE, new byte[32]);
        Succession succession = Succession.signed(
                logKey.vkey(), next, Succession.Reason.STOLEN, java.time.Instant.parse("2027-03-02T08:00:00Z"), signed);
        add("succession", succession.bytes());
        add("succession", succession.with(logKey).bytes());
        long size = signed.checkpoint().size();
        slips(tiles, size);
        Map<Class<?>, Integer> kinds = new HashMap<>();
        Map<String, byte[]> keys = new HashMap<>();
        int sheets = 0;
        for (long i = 0; i < size; i++) {
            byte[] bytes = tiles.entry(i).orThrow();
            Entry entry = EntryReader.read(bytes).orThrow();
            if (kinds.merge(entry.getClass(), 1, Integer::sum) <= ENTRIES_A_KIND) {
                add("entry", bytes);
            }
            if (entry instanceof Entry.StationKeyStated(StationKey key)) {
                keys.put(key.station() + "/" + key.machine(), key.key().bytes());
            }
            if (entry instanceof Entry.SheetGiven(SheetCopy copy) && sheets++ < SHEETS) {
                Sheet sheet = copy.sheet().sheet();
                sheet(copy.sheet().text(), requireNonNull(keys.get(sheet.station() + "/" + sheet.machine())));
            }
            if (i % (size / PROOFS) == 0) {
                TlogProof proof = new TlogProof(i, tiles.inclusion(i).orThrow(), signed);
                add("proof", proof.bytes(), policy, bytes);
                add(
                        "compact",
                        CompactProof.of(proof, Policy.parse(policy).orThrow())
                                .orThrow()
                                .bytes(),
                        policy,
                        bytes);
            }
        }
    }

    /** Slips of the first stations, each with the printed line. */
    private void slips(TileReader tiles, long size) {
        List<EntryBlock> blocks = new ArrayList<>();
        for (long i = 0; i < size; i++) {
            byte[] entry = tiles.entry(i).orThrow();
            ByteBuffer block = ByteBuffer.allocate(EntryBlock.LENGTH_BYTES + entry.length);
            block.putShort((short) entry.length).put(entry);
            blocks.add(new EntryBlock(block.array(), 0, block.capacity()));
        }
        StationTree tree = StationTree.of(blocks);
        for (int i = 0; i < Math.min(SHEETS, tree.size()); i++) {
            add("slip", tree.slip(i).bytes(), tree.printed().line().getBytes(UTF_8));
        }
    }

    private void sheet(String text, byte[] key) {
        add("sheet", text.getBytes(UTF_8), key);
        List<String> parts = SheetParts.split(text, part -> part.length() <= PART_LENGTH);
        samples.add(new Sample(
                "parts", parts.stream().map(part -> part.getBytes(UTF_8)).toList()));
    }

    private static Optional<byte[]> read(Path file) {
        try {
            return Files.exists(file) ? Optional.of(Files.readAllBytes(file)) : Optional.empty();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    List<Question> samples() {
        return samples.stream().map(this::question).toList();
    }

    /** A sample of a kind drawn at random, with something changed in one of its parts. */
    Question changed(Mutator mutator) {
        String kind = mutator.any(KINDS);
        List<Sample> ofKind =
                samples.stream().filter(sample -> sample.kind.equals(kind)).toList();
        Sample sample = mutator.any(ofKind);
        Sample other = mutator.any(ofKind);
        List<byte[]> parts = new ArrayList<>(sample.parts);
        int part = mutator.below(parts.size());
        byte[] changed = kind.equals("picture") && part == 0
                ? new PngMutator(mutator).changed(parts.get(part))
                : mutator.changed(parts.get(part), other.parts.get(Math.min(part, other.parts.size() - 1)));
        // Parts of a chained sheet, and keys, are asked as texts, so they must be some.
        boolean isText = kind.equals("parts") || kind.equals("vkey") || kind.equals("slip") && part == 1;
        parts.set(part, isText ? new String(changed, UTF_8).getBytes(UTF_8) : changed);
        return question(new Sample(kind, parts));
    }

    private Question question(Sample sample) {
        List<byte[]> parts = sample.parts;
        return switch (sample.kind) {
            case "sheet" ->
                asked(
                        sample,
                        "\"key\":" + hex(parts.get(1)) + ",\"hex\":" + hex(parts.getFirst()),
                        sheet(parts.getFirst(), parts.get(1)));
            case "parts" -> asked(sample, "\"parts\":" + texts(parts), joined(parts));
            case "vkey" -> asked(sample, "\"text\":" + text(parts.getFirst()), vkey(parts.getFirst()));
            case "policy" -> asked(sample, "\"hex\":" + hex(parts.getFirst()), policy(parts.getFirst()));
            case "checkpoint" ->
                asked(
                        sample,
                        "\"hex\":" + hex(parts.getFirst()) + ",\"policy_hex\":" + hex(parts.get(1)),
                        checkpoint(parts));
            case "proof", "compact" ->
                asked(
                        sample,
                        "\"hex\":" + hex(parts.getFirst()) + ",\"policy_hex\":" + hex(parts.get(1)) + ",\"entry_hex\":"
                                + hex(parts.get(2)),
                        sample.kind.equals("proof") ? proof(parts) : compact(parts));
            case "slip" ->
                asked(sample, "\"hex\":" + hex(parts.getFirst()) + ",\"printed\":" + text(parts.get(1)), slip(parts));
            case "succession" -> asked(sample, "\"hex\":" + hex(parts.getFirst()), succession(parts.getFirst()));
            case "picture" ->
                asked(
                        sample,
                        "\"picture_hex\":" + hex(parts.getFirst()) + ",\"proof_hex\":" + hex(parts.get(1)),
                        picture(parts));
            case "mirrors" -> asked(sample, "\"hex\":" + hex(parts.getFirst()), mirrors(parts.getFirst()));
            case "machine_log" ->
                asked(
                        sample,
                        "\"hex\":" + hex(parts.getFirst()) + ",\"algorithm\":\"ED25519\",\"key\":" + hex(parts.get(1)),
                        machineLog(parts.getFirst(), parts.get(1)));
            default -> asked(sample, "\"hex\":" + hex(parts.getFirst()), entry(parts.getFirst()));
        };
    }

    private static Question asked(Sample sample, String members, String expected) {
        String op = sample.kind.equals("parts") ? "sheet" : sample.kind;
        return new Question(sample.kind, "{\"op\":\"" + op + "\"," + members + "}", expected);
    }

    private static String hex(byte[] bytes) {
        return "\"" + HEX.formatHex(bytes) + "\"";
    }

    private static String texts(List<byte[]> parts) {
        return parts.stream().map(Questions::text).collect(Collectors.joining(",", "[", "]"));
    }

    private static String text(byte[] utf8) {
        StringBuilder json = new StringBuilder("\"");
        for (char c : new String(utf8, UTF_8).toCharArray()) {
            json.append(
                    c < ' ' || c > '~' || c == '"' || c == '\\'
                            ? String.format("\\u%04x", (int) c)
                            : String.valueOf(c));
        }
        return json.append('"').toString();
    }

    // What the first implementation answers, in the words of inWords.

    private static <T> String answer(Result<T> result, Function<T, String> words) {
        return switch (result) {
            case Result.Ok<T>(T value) -> "ok " + words.apply(value);
            case Result.Refused<T>(Problem problem) -> problem.code();
        };
    }

    private static String sheet(byte[] text, byte[] key) {
        String read = answer(
                SheetReader.read(text)
                        .then(signed -> Ed25519Key.enrolled(key).then(known -> Result.ok(isSigned(signed, known)))),
                isSigned -> isSigned ? "valid" : FALSE);
        return read.endsWith(FALSE) ? FALSE : read;
    }

    private static boolean isSigned(SignedSheet signed, Ed25519Key key) {
        Sheet sheet = signed.sheet();
        StationKey ofStation = new StationKey(sheet.station(), sheet.machine(), sheet.algorithm(), key);
        return sheet.algorithm().countsIn(sheet.election()) && signed.isSignedBy(ofStation);
    }

    private static String joined(List<byte[]> parts) {
        SheetParts joiner = new SheetParts();
        String whole = null;
        for (byte[] part : parts) {
            switch (joiner.take(new String(part, UTF_8))) {
                case Result.Refused<Optional<String>>(Problem problem) -> {
                    return problem.code();
                }
                case Result.Ok<Optional<String>>(Optional<String> text) -> whole = text.orElse(whole);
            }
        }
        if (whole == null || joiner.missing().isPresent()) {
            return joiner.missing().orElseThrow().code();
        }
        return answer(SheetReader.read(whole), _ -> "read");
    }

    private static String vkey(byte[] text) {
        return answer(
                Vkey.parse(new String(text, UTF_8)),
                key -> key.name() + " " + key.hexId() + " " + key.kind().type());
    }

    private static String policy(byte[] file) {
        return answer(
                Policy.parse(file),
                policy -> policy.logs().size() + " " + policy.witnesses().size() + " "
                        + policy.groups().size());
    }

    private static String head(Policy.Verdict verdict) {
        return verdict.checkpoint().origin() + " " + verdict.checkpoint().size() + " "
                + verdict.cosigned().stream().map(one -> one.witness().name()).collect(Collectors.joining(","));
    }

    private static String checkpoint(List<byte[]> parts) {
        return answer(
                Policy.parse(parts.get(1))
                        .then(policy -> SignedCheckpoint.parse(parts.getFirst()).then(policy::verify)),
                Questions::head);
    }

    private static String proof(List<byte[]> parts) {
        Hash leaf = new TreeHash().leaf(parts.get(2));
        return answer(
                TlogProof.parse(parts.getFirst())
                        .then(proof -> Policy.parse(parts.get(1)).then(policy -> proof.verify(leaf, policy))),
                Questions::head);
    }

    private static String compact(List<byte[]> parts) {
        Hash leaf = new TreeHash().leaf(parts.get(2));
        return answer(
                Policy.parse(parts.get(1))
                        .then(policy -> CompactProof.parse(parts.getFirst(), policy)
                                .then(proof -> proof.proof(leaf))
                                .then(proof -> proof.verify(leaf, policy))),
                Questions::head);
    }

    private static String succession(byte[] bytes) {
        return answer(
                Succession.parse(bytes).then(Succession::verify),
                one -> one.from().name() + " " + one.to().name() + " "
                        + one.last().checkpoint().size());
    }

    private static String slip(List<byte[]> parts) {
        return answer(
                PrintedRoot.parse(new String(parts.get(1), UTF_8))
                        .then(printed -> StationSlip.parse(parts.getFirst())
                                .then(slip -> slip.verify(printed).then(_ -> Result.ok(slip)))),
                slip -> slip.leaf().station() + " " + slip.proof().index() + " "
                        + slip.leaf().copies().size());
    }

    private static String mirrors(byte[] bytes) {
        return answer(
                MirrorList.parse(bytes),
                list -> list.origin() + " " + list.at() + " " + list.mirrors().size());
    }

    private static String picture(List<byte[]> parts) {
        return answer(
                RedactionProof.parse(parts.get(1))
                        .then(proof -> PublicCopy.read(parts.getFirst(), proof))
                        .then(copy -> copy.faults().isEmpty()
                                ? Result.ok(copy.proof())
                                : Result.refused(copy.faults().getFirst())),
                proof -> proof.root() + " " + proof.coveredTiles() + " " + proof.tileCount() + " " + proof.fields());
    }

    private static String machineLog(byte[] bytes, byte[] key) {
        return answer(
                PublishedLog.read(bytes)
                        .then(log -> Ed25519Key.enrolled(key)
                                .then(known -> Result.ok(log.facts(
                                        new StationKey(log.station(), log.machine(), KeyAlgorithm.ED25519, known))))),
                SampleLog::words);
    }

    private static String entry(byte[] bytes) {
        return answer(EntryReader.read(bytes), _ -> String.valueOf(bytes[1] & 0xff));
    }

    /** The answer of the second implementation in the same words. */
    static String inWords(String kind, byte[] answer) {
        JsonObject object = JsonValue.read("answer", answer).anyObject();
        if (!object.get("ok").flag()) {
            return object.get("code").rawText();
        }
        return "ok "
                + switch (kind) {
                    case "sheet" -> object.get("signature").rawText();
                    case "parts" -> "read";
                    case "machine_log" -> object.get("says").rawText();
                    case "vkey" ->
                        object.get("name").rawText() + " " + object.get("id").rawText() + " " + number(object, "type");
                    case "policy" ->
                        number(object, "logs") + " " + number(object, "witnesses") + " " + number(object, "groups");
                    case "picture" ->
                        object.get("root").rawText() + " " + number(object, "covered") + " " + number(object, "tiles")
                                + " " + number(object, "fields");
                    case "mirrors" ->
                        object.get("origin").rawText() + " "
                                + object.get("made").rawText() + " " + number(object, "mirrors");
                    case "succession" ->
                        object.get("from").rawText() + " " + object.get("to").rawText() + " " + number(object, "size");
                    case "slip" ->
                        object.get("station").rawText() + " " + number(object, "index") + " "
                                + number(object, "copies");
                    case "checkpoint", "proof", "compact" ->
                        object.get("origin").rawText() + " " + number(object, "size") + " "
                                + object.get("cosigned").list().stream()
                                        .map(JsonValue::rawText)
                                        .collect(Collectors.joining(","));
                    default -> number(object, "kind");
                };
    }

    private static String number(JsonObject object, String key) {
        return String.valueOf(object.get(key).number(Long.MAX_VALUE));
    }
}
