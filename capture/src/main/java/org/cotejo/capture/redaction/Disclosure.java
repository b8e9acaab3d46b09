package org.cotejo.capture.redaction;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cotejo.base.Problem;
import org.cotejo.base.Result;
import org.cotejo.base.Sentence;
import org.cotejo.capture.picture.Grey;
import org.cotejo.capture.picture.Png;
import org.cotejo.covered.Pixels;
import org.cotejo.covered.PublicCopy;
import org.cotejo.covered.RedactProblem;
import org.cotejo.covered.RedactionProof;
import org.cotejo.covered.Salt;
import org.cotejo.covered.TextFault;
import org.cotejo.crypto.Hash;

/** Covered parts that a court is shown, each with its salt (docs/formats/redaction.md, section 4). Never to be published. */
public final class Disclosure {
    /** Bytes of a disclosure: a picture in base64, and some more. */
    public static final int BYTES_MOST = 64 << 20;

    private static final String VERSION = "cotejo-redaction-disclosure/1";
    private static final Pattern ROOT = Pattern.compile("root ([0-9a-f]{64})");
    private static final Pattern LEAF =
            Pattern.compile("leaf ([1-9][0-9]{0,5}) ([A-Za-z0-9+/]{43}=) ([A-Za-z0-9+/]{4,8000}={0,2})");

    /** A leaf with its salt; what its body says is not looked at yet. */
    static final class Opened {
        private final int leaf;
        private final Salt salt;
        private final byte[] body;

        Opened(int leaf, Salt salt, byte[] body) {
            this.leaf = leaf;
            this.salt = salt;
            this.body = body;
        }
    }

    private final Hash root;
    private final List<Opened> opened;

    Disclosure(Hash root, List<Opened> opened) {
        this.root = root;
        this.opened = List.copyOf(opened);
    }

    /** How many parts are shown. */
    public int size() {
        return opened.size();
    }

    /** Of which redaction. */
    public Hash root() {
        return root;
    }

    /** The one text of it. */
    public byte[] bytes() {
        StringBuilder text = new StringBuilder();
        text.append(VERSION).append('\n');
        text.append("root ").append(root.hex()).append('\n');
        for (Opened one : opened) {
            text.append("leaf ")
                    .append(one.leaf)
                    .append(' ')
                    .append(one.salt.base64())
                    .append(' ');
            text.append(Base64.getEncoder().encodeToString(one.body)).append('\n');
        }
        return text.toString().getBytes(StandardCharsets.US_ASCII);
    }

    /** Reads one; what it takes, it prints to the same bytes. */
    public static Result<Disclosure> parse(byte[] bytes) {
        if (bytes.length > BYTES_MOST) {
            return refused(TextFault.tooLong(bytes.length));
        }
        String[] lines = new String(bytes, StandardCharsets.ISO_8859_1).split("\n", -1);
        Matcher root = ROOT.matcher(lines.length < 3 ? "" : lines[1]);
        if (!lines[0].equals(VERSION)) {
            return refused(TextFault.begins(VERSION));
        }
        if (!root.matches()) {
            return refused(TextFault.line(2));
        }
        List<Opened> opened = new ArrayList<>();
        int last = 0;
        for (int i = 2; i < lines.length - 1; i++) {
            Matcher leaf = LEAF.matcher(lines[i]);
            if (!leaf.matches() || Integer.parseInt(leaf.group(1)) <= last) {
                return refused(TextFault.line(i + 1));
            }
            last = Integer.parseInt(leaf.group(1));
            try {
                opened.add(new Opened(
                        last,
                        new Salt(Base64.getDecoder().decode(leaf.group(2))),
                        Base64.getDecoder().decode(leaf.group(3))));
            } catch (IllegalArgumentException e) {
                return refused(TextFault.line(i + 1));
            }
        }
        Disclosure disclosure = new Disclosure(Hash.ofHex(root.group(1)), opened);
        return Arrays.equals(disclosure.bytes(), bytes) ? Result.ok(disclosure) : refused(TextFault.otherForm());
    }

    private static Result<Disclosure> refused(Sentence why) {
        return Result.refused(RedactProblem.DISCLOSURE.because(why));
    }

    /** Everything that refutes it against a proof; nothing where each part is what was covered there. */
    public List<Problem> faults(RedactionProof proof) {
        if (!root.equals(proof.root())) {
            return List.of(RedactProblem.ROOT.with(root, proof.root()));
        }
        List<Problem> faults = new ArrayList<>();
        for (Opened one : opened) {
            boolean isCovered = one.leaf < proof.leaves().size()
                    && proof.leaves().get(one.leaf) instanceof RedactionProof.Leaf.Covered;
            if (!isCovered
                    || !one.salt
                            .leaf(one.body)
                            .equals(proof.leaves().get(one.leaf).hash())
                    || content(one, proof).isEmpty()) {
                faults.add(RedactProblem.NOT_THAT.with(isCovered ? proof.place(one.leaf) : one.leaf));
            }
        }
        return faults;
    }

    private static Optional<CoveredBody.Content> content(Opened one, RedactionProof proof) {
        return CoveredBody.read(proof.tiles(), proof.fields(), one.leaf, one.body);
    }

    List<CoveredBody.Content> contents(RedactionProof proof) {
        return opened.stream()
                .map(one -> content(one, proof))
                .flatMap(Optional::stream)
                .toList();
    }

    /** The texts that are shown. */
    public List<PrivateField> fields(RedactionProof proof) {
        return contents(proof).stream()
                .filter(content -> content instanceof CoveredBody.Content.Field)
                .map(content -> ((CoveredBody.Content.Field) content).field())
                .toList();
    }

    /** The hash of the file as it came, where that is shown: the file itself is handed over beside. */
    public Optional<Hash> file(RedactionProof proof) {
        return contents(proof).stream()
                .filter(content -> content instanceof CoveredBody.Content.File)
                .map(content -> ((CoveredBody.Content.File) content).hash())
                .findFirst();
    }

    /** The picture of a copy with what this shows, which must hold ({@link #faults}); a PNG. */
    public byte[] shownOn(PublicCopy copy) {
        Pixels picture = copy.picture();
        byte[] pixels = picture.values().clone();
        for (CoveredBody.Content content : contents(copy.proof())) {
            switch (content) {
                case CoveredBody.Content.Tile(int tile, Pixels shown) ->
                    copy.proof().tiles().put(tile, shown.values(), pixels);
                case CoveredBody.Content.File _, CoveredBody.Content.Field _ -> {
                    // no part of the picture
                }
            }
        }
        return Png.of(new Grey(picture.width(), picture.height(), pixels));
    }
}
