package org.cotejo.node.mirror;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.cotejo.bulletin.Publication;
import org.cotejo.crypto.Hash;
import org.cotejo.crypto.Sha256;
import org.cotejo.crypto.SigningKey;
import org.cotejo.entry.Entry;
import org.cotejo.entry.EntryWriter;
import org.cotejo.publication.Manifest;
import org.cotejo.publication.SitePath;
import org.cotejo.tlog.Checkpoint;
import org.cotejo.tlog.NoteSignature;
import org.cotejo.tlog.Policy;
import org.cotejo.tlog.SignedCheckpoint;
import org.cotejo.tlog.Skey;
import org.cotejo.tlog.TileWriter;
import org.cotejo.tlog.Vkey;

/** A publication in memory that grows: entries, an entry that commits to its pages, tiles, blobs and a signed head. */
final class MadePublication {
    static final String ORIGIN = "log.example/2027";

    private final Skey key = Skey.of(ORIGIN, Vkey.Kind.NOTE, seed(1));
    private final List<byte[]> entries = new ArrayList<>();
    private final Map<String, byte[]> files = new TreeMap<>();
    private final Map<String, byte[]> more = new TreeMap<>();

    static byte[] seed(int number) {
        byte[] seed = new byte[SigningKey.SEED_SIZE];
        Arrays.fill(seed, (byte) number);
        return seed;
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Appends entries that no reader knows, then pages that say so and an entry that commits to them. */
    MadePublication grow(int count, String say) {
        for (int i = 0; i < count; i++) {
            entries.add(bytes("\u0000" + say + " " + entries.size()));
        }
        files.keySet().removeIf(SitePath::isOfManifest);
        files.putAll(more);
        page("index.html", "<h1>" + entries.size() + " " + say + "</h1>");
        page("data/report.json", "{\"entries\": " + entries.size() + "}");
        page("en/always.html", "the same");
        List<Manifest.Line> lines = files.entrySet().stream()
                .filter(file -> SitePath.isOfManifest(file.getKey()))
                .map(file -> new Manifest.Line(file.getKey(), file.getValue().length, Sha256.of(file.getValue())))
                .toList();
        byte[] manifest =
                Manifest.of(entries.size(), Sha256.of(bytes("renderer")), lines).bytes();
        Hash hash = Sha256.of(manifest);
        files.put(SitePath.blob(hash), manifest);
        entries.add(EntryWriter.bytes(new Entry.PublicationMade(
                new Publication(entries.size(), Instant.ofEpochSecond(1_800_000_000), hash))));
        seal();
        return this;
    }

    /** One more page, before the next growth. */
    MadePublication more(String path, String text) {
        more.put(path, bytes(text));
        return this;
    }

    private void page(String path, String text) {
        files.put(path, bytes(text));
    }

    private void seal() {
        TileWriter tiles = new TileWriter();
        entries.forEach(entry -> tiles.append(entry, (path, bytes) -> files.put(path.path(), bytes)));
        tiles.flush((path, bytes) -> files.put(path.path(), bytes));
        head(new Checkpoint(ORIGIN, tiles.size(), tiles.root()));
    }

    private void head(Checkpoint head) {
        files.put(
                SitePath.CHECKPOINT, SignedCheckpoint.of(head, List.of(key), 0).bytes());
    }

    /** The same head, cosigned. */
    MadePublication cosigned(Skey witness, long seconds) {
        NoteSignature line = witness.sign(head().checkpoint(), seconds);
        files.put(SitePath.CHECKPOINT, head().with(List.of(line)).bytes());
        return this;
    }

    /** From now on the head is shown with these lines. */
    void shows(SignedCheckpoint head) {
        files.put(SitePath.CHECKPOINT, head.bytes());
    }

    SignedCheckpoint head() {
        return SignedCheckpoint.parse(Objects.requireNonNull(files.get(SitePath.CHECKPOINT)))
                .orThrow();
    }

    long size() {
        return entries.size();
    }

    Skey key() {
        return key;
    }

    Policy policy() {
        return policy("");
    }

    Policy policy(String more) {
        String end = more.isEmpty() ? "quorum none\n" : more;
        return Policy.parse(bytes("log " + key.vkey() + "\n" + end)).orThrow();
    }

    /** Its files as they are now; a copy. */
    Map<String, byte[]> files() {
        return new TreeMap<>(files);
    }

    /** The same log from here on as another one, which its owner signs just as well. */
    MadePublication fork() {
        MadePublication other = new MadePublication();
        other.entries.addAll(entries);
        other.files.putAll(files);
        return other;
    }

    /** The log without its last entries, signed anew, as if they had never been. */
    MadePublication without(int last) {
        MadePublication other = new MadePublication();
        other.entries.addAll(entries.subList(0, entries.size() - last));
        other.files.putAll(files);
        return other;
    }
}
