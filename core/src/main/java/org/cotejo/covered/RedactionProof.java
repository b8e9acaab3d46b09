package org.cotejo.covered;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cotejo.base.Check;
import org.cotejo.base.Result;
import org.cotejo.base.Sentence;
import org.cotejo.crypto.Hash;
import org.jspecify.annotations.Nullable;

/** The proof beside a public copy: of each leaf its hash, and the salt of those that are seen (docs/formats/redaction.md, section 2). */
public final class RedactionProof {
    /** Bytes of a proof. */
    public static final int BYTES_MOST = 4 << 20;

    /** Most texts that one commits to. */
    public static final int FIELDS_MOST = 100;

    private static final Pattern SIZE = Pattern.compile("size ([1-9][0-9]{0,5}) ([1-9][0-9]{0,5})");
    private static final Pattern FIELDS = Pattern.compile("fields (0|[1-9][0-9]{0,2})");
    private static final Pattern ROOT = Pattern.compile("root ([0-9a-f]{64})");
    private static final Pattern SEEN = Pattern.compile("\\+ ([A-Za-z0-9+/]{43}=) ([A-Za-z0-9+/]{43}=)");
    private static final Pattern COVERED = Pattern.compile("- ([A-Za-z0-9+/]{43}=)");
    private static final int HEAD = 4;

    /** What is said of a leaf. */
    public sealed interface Leaf {
        /** Of salt and body. */
        Hash hash();

        /** Everybody can recompute it. */
        record Seen(Salt salt, Hash hash) implements Leaf {}

        /** Nobody can tell what it holds. */
        record Covered(Hash hash) implements Leaf {}
    }

    private final Tiles tiles;
    private final int fields;
    private final Hash root;
    private final List<Leaf> leaves;

    /** The proof of these leaves, in their order, and of the root that they have. */
    public RedactionProof(Tiles tiles, int fields, Hash root, List<Leaf> leaves) {
        Check.that(leaves.size() == LeafBody.FIRST_FIELD + fields + tiles.count(), "%d leaves", leaves.size());
        this.tiles = tiles;
        this.fields = fields;
        this.root = root;
        this.leaves = List.copyOf(leaves);
    }

    /** To what it all comes: 32 bytes that hide what they commit to, for a log, a gazette, a timestamp. */
    public Hash root() {
        return root;
    }

    /** Covered texts. */
    public int fields() {
        return fields;
    }

    /** Tiles of the picture. */
    public int tileCount() {
        return tiles.count();
    }

    /** Tiles of the picture that are covered. */
    public int coveredTiles() {
        return (int) leaves.stream()
                .skip(LeafBody.FIRST_FIELD + fields)
                .filter(leaf -> leaf instanceof Leaf.Covered)
                .count();
    }

    /** How the picture is cut. */
    public Tiles tiles() {
        return tiles;
    }

    /** What is said of each leaf, in their order. */
    public List<Leaf> leaves() {
        return leaves;
    }

    /** How a person finds a part: the area of a tile, or what else it is. */
    public String place(int leaf) {
        if (leaf == LeafBody.HEADER) {
            return "header";
        }
        if (leaf == LeafBody.FILE) {
            return "file";
        }
        int field = leaf - LeafBody.FIRST_FIELD;
        return field < fields
                ? "field " + (field + 1)
                : tiles.area(field - fields).toString();
    }

    /** The one text of it. */
    public byte[] bytes() {
        StringBuilder text = new StringBuilder();
        text.append(LeafBody.VERSION).append('\n');
        text.append("size ")
                .append(tiles.width())
                .append(' ')
                .append(tiles.height())
                .append('\n');
        text.append("fields ").append(fields).append('\n');
        text.append("root ").append(root.hex()).append('\n');
        for (Leaf leaf : leaves) {
            switch (leaf) {
                case Leaf.Seen(Salt salt, Hash hash) ->
                    text.append("+ ").append(salt.base64()).append(' ').append(base64(hash));
                case Leaf.Covered(Hash hash) -> text.append("- ").append(base64(hash));
            }
            text.append('\n');
        }
        return text.toString().getBytes(StandardCharsets.US_ASCII);
    }

    private static String base64(Hash hash) {
        return Base64.getEncoder().encodeToString(hash.bytes());
    }

    /** Reads one; what it takes, it prints to the same bytes. */
    public static Result<RedactionProof> parse(byte[] bytes) {
        if (bytes.length > BYTES_MOST) {
            return refused(TextFault.tooLong(bytes.length));
        }
        String[] lines = new String(bytes, StandardCharsets.ISO_8859_1).split("\n", -1);
        if (lines.length <= HEAD || !lines[0].equals(LeafBody.VERSION)) {
            return refused(TextFault.begins(LeafBody.VERSION));
        }
        Matcher size = SIZE.matcher(lines[1]);
        Matcher fields = FIELDS.matcher(lines[2]);
        Matcher root = ROOT.matcher(lines[3]);
        if (!size.matches() || !fields.matches() || !root.matches()) {
            return refused(TextFault.line(!size.matches() ? 2 : !fields.matches() ? 3 : 4));
        }
        long width = Long.parseLong(size.group(1));
        long height = Long.parseLong(size.group(2));
        int count = Integer.parseInt(fields.group(1));
        if (!Tiles.isPossible(width, height) || count > FIELDS_MOST) {
            return refused(TextFault.line(count > FIELDS_MOST ? 3 : 2));
        }
        Tiles tiles = new Tiles((int) width, (int) height);
        int expected = LeafBody.FIRST_FIELD + count + tiles.count();
        if (lines.length != HEAD + expected + 1) {
            return refused(TextFault.count(lines.length - HEAD - 1, expected));
        }
        List<Leaf> leaves = new ArrayList<>();
        for (int i = 0; i < expected; i++) {
            Leaf leaf = leaf(lines[HEAD + i]);
            boolean mayBeSeen = i == LeafBody.HEADER || i >= LeafBody.FIRST_FIELD + count;
            boolean mayBeCovered = i != LeafBody.HEADER;
            if (leaf == null || !(leaf instanceof Leaf.Seen ? mayBeSeen : mayBeCovered)) {
                return refused(TextFault.line(HEAD + i + 1));
            }
            leaves.add(leaf);
        }
        RedactionProof proof = new RedactionProof(tiles, count, Hash.ofHex(root.group(1)), leaves);
        return Arrays.equals(proof.bytes(), bytes) ? Result.ok(proof) : refused(TextFault.otherForm());
    }

    private static @Nullable Leaf leaf(String line) {
        Matcher seen = SEEN.matcher(line);
        if (seen.matches()) {
            return new Leaf.Seen(new Salt(decoded(seen.group(1))), new Hash(decoded(seen.group(2))));
        }
        Matcher covered = COVERED.matcher(line);
        return covered.matches() ? new Leaf.Covered(new Hash(decoded(covered.group(1)))) : null;
    }

    private static byte[] decoded(String base64) {
        return Base64.getDecoder().decode(base64);
    }

    private static Result<RedactionProof> refused(Sentence why) {
        return Result.refused(RedactProblem.PROOF.because(why));
    }
}
