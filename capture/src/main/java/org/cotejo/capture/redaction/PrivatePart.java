package org.cotejo.capture.redaction;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.cotejo.base.CanonicalReader;
import org.cotejo.base.CanonicalWriter;
import org.cotejo.base.Result;
import org.cotejo.capture.picture.Grey;
import org.cotejo.capture.picture.PictureLimits;
import org.cotejo.capture.picture.Png;
import org.cotejo.covered.Area;
import org.cotejo.covered.LeafBody;
import org.cotejo.covered.Pixels;
import org.cotejo.covered.PublicPng;
import org.cotejo.covered.RedactProblem;
import org.cotejo.covered.RedactionProof;
import org.cotejo.covered.Salt;
import org.cotejo.covered.Tiles;
import org.cotejo.crypto.FileSeal;
import org.cotejo.crypto.Hash;
import org.cotejo.crypto.Sha256;
import org.cotejo.merkle.WholeTree;

/**
 * Everything behind a public copy: the whole picture, the file, the fields and every salt. It leaves memory sealed, or in parts that a
 * court is shown (docs/formats/redaction.md, sections 3 and 4).
 */
public final class PrivatePart {
    private static final String VERSION = "cotejo-redaction-private/1";
    private static final byte[] SEALED = "cotejo-redaction-sealed/1\n".getBytes(StandardCharsets.US_ASCII);
    private static final int ROOT_AT = SEALED.length + FileSeal.NAME_SIZE;
    private static final int ABOUT_SIZE = ROOT_AT + Hash.SIZE;

    /** Bytes of a sealed file. */
    public static final int SEALED_MOST = 3 * PictureLimits.BYTES_MOST;

    private final Tiles tiles;
    private final Grey page;
    private final byte[] file;
    private final List<PrivateField> fields;
    private final List<Salt> salts;
    private final BitSet seen;
    private final RedactionProof proof;

    private PrivatePart(Grey page, byte[] file, List<PrivateField> fields, List<Salt> salts, BitSet seen) {
        this.tiles = new Tiles(page.width(), page.height());
        this.page = page;
        this.file = file;
        this.fields = List.copyOf(fields);
        this.salts = List.copyOf(salts);
        this.seen = seen;
        this.proof = prove();
    }

    /** A new one, each leaf with a salt of its own. */
    static PrivatePart fresh(Grey page, byte[] file, List<PrivateField> fields, BitSet covered, SecureRandom random) {
        Tiles tiles = new Tiles(page.width(), page.height());
        int first = LeafBody.FIRST_FIELD + fields.size();
        BitSet seen = new BitSet(first + tiles.count());
        seen.set(LeafBody.HEADER);
        List<Salt> salts = new ArrayList<>();
        for (int i = 0; i < first + tiles.count(); i++) {
            salts.add(Salt.fresh(random));
            if (i >= first && !covered.get(i - first)) {
                seen.set(i);
            }
        }
        return new PrivatePart(page, file.clone(), fields, salts, seen);
    }

    private byte[] body(int leaf) {
        if (leaf == LeafBody.HEADER) {
            return LeafBody.header(tiles, fields.size());
        }
        if (leaf == LeafBody.FILE) {
            return CoveredBody.file(Sha256.of(file));
        }
        int field = leaf - LeafBody.FIRST_FIELD;
        return field < fields.size()
                ? CoveredBody.field(field, fields.get(field))
                : LeafBody.tile(tiles, field - fields.size(), pixels(page));
    }

    private static Pixels pixels(Grey page) {
        return new Pixels(page.width(), page.height(), page.pixels());
    }

    private RedactionProof prove() {
        List<RedactionProof.Leaf> leaves = new ArrayList<>();
        WholeTree tree = new WholeTree();
        for (int i = 0; i < salts.size(); i++) {
            Hash hash = salts.get(i).leaf(body(i));
            tree.append(hash);
            leaves.add(
                    seen.get(i)
                            ? new RedactionProof.Leaf.Seen(salts.get(i), hash)
                            : new RedactionProof.Leaf.Covered(hash));
        }
        return new RedactionProof(tiles, fields.size(), tree.root(), leaves);
    }

    /** The picture as it was decoded. */
    public Grey page() {
        return page;
    }

    /**
     * The same with these areas covered and all else seen: with the salts that it had, so that the root is the same. Refused where an area does
     * not lie in the picture, or none is named.
     */
    public Result<PrivatePart> covering(List<Area> covers) {
        if (covers.isEmpty()) {
            return Result.refused(RedactProblem.NOTHING.with());
        }
        int first = LeafBody.FIRST_FIELD + fields.size();
        BitSet shown = new BitSet(salts.size());
        shown.set(LeafBody.HEADER);
        shown.set(first, first + tiles.count());
        for (Area area : covers) {
            if (!tiles.holds(area)) {
                return Result.refused(RedactProblem.OUTSIDE.with(area, page.width(), page.height()));
            }
            tiles.touched(area, Tiles.MARGIN).stream().forEach(tile -> shown.clear(first + tile));
        }
        return Result.ok(new PrivatePart(page, file, fields, salts, shown));
    }

    /** Whether bytes begin as a sealed file does. */
    public static boolean isSealed(byte[] bytes) {
        return bytes.length > SEALED.length && Arrays.equals(bytes, 0, SEALED.length, SEALED, 0, SEALED.length);
    }

    /** What is published beside the picture. */
    public RedactionProof proof() {
        return proof;
    }

    /** The public picture, a PNG. */
    public byte[] publicPicture() {
        byte[] pixels = page.pixels().clone();
        int first = LeafBody.FIRST_FIELD + fields.size();
        for (int tile = 0; tile < tiles.count(); tile++) {
            if (!seen.get(first + tile)) {
                Area area = tiles.area(tile);
                tiles.put(tile, new byte[area.width() * area.height()], pixels);
            }
        }
        return Png.of(new Grey(page.width(), page.height(), pixels));
    }

    /** The file as it came. */
    public byte[] file() {
        return file.clone();
    }

    /** The fields in their order. */
    public List<PrivateField> fields() {
        return fields;
    }

    /** The leaf of the file as it came. */
    public static int fileLeaf() {
        return LeafBody.FILE;
    }

    /** The leaf of a field, counted from 1; nothing where there is none. */
    public Optional<Integer> fieldLeaf(int number) {
        return number >= 1 && number <= fields.size()
                ? Optional.of(LeafBody.FIRST_FIELD + number - 1)
                : Optional.empty();
    }

    /** The covered leaves that an area of the picture touches. */
    public Set<Integer> coveredIn(Area area) {
        Set<Integer> leaves = new java.util.TreeSet<>();
        int first = LeafBody.FIRST_FIELD + fields.size();
        tiles.touched(area, 0).stream()
                .map(tile -> first + tile)
                .filter(leaf -> !seen.get(leaf))
                .forEach(leaves::add);
        return leaves;
    }

    /** What a court is shown of covered leaves; refused where one is none. */
    public Result<Disclosure> disclose(Set<Integer> leaves) {
        List<Disclosure.Opened> opened = new ArrayList<>();
        for (int leaf : new java.util.TreeSet<>(leaves)) {
            if (leaf < 0 || leaf >= salts.size() || seen.get(leaf)) {
                return Result.refused(RedactProblem.NOT_COVERED.with(leaf));
            }
            opened.add(new Disclosure.Opened(leaf, salts.get(leaf), body(leaf)));
        }
        return Result.ok(new Disclosure(proof.root(), opened));
    }

    /** Sealed, as it lies on a disk. */
    public byte[] sealed(FileSeal key, SecureRandom random) {
        CanonicalWriter about = new CanonicalWriter()
                .raw(SEALED, 0, SEALED.length)
                .raw(key.name(), 0, FileSeal.NAME_SIZE)
                .raw(proof.root().bytes(), 0, Hash.SIZE);
        byte[] sealed = key.seal(plain(), about.toBytes(), random);
        byte[] all = Arrays.copyOf(about.toBytes(), ABOUT_SIZE + sealed.length);
        System.arraycopy(sealed, 0, all, ABOUT_SIZE, sealed.length);
        return all;
    }

    private byte[] plain() {
        CanonicalWriter writer = new CanonicalWriter()
                .text(VERSION)
                .number(page.width())
                .number(page.height())
                .number(fields.size());
        fields.forEach(field -> writer.octet(field.what().code()).text(field.text()));
        salts.forEach(salt -> writer.raw(salt.bytes(), 0, Salt.SIZE));
        for (int i = 0; i < salts.size(); i++) {
            writer.octet(seen.get(i) ? 1 : 0);
        }
        return writer.bytes(Png.of(page)).bytes(file).toBytes();
    }

    /** Opens a sealed file. */
    public static Result<PrivatePart> open(byte[] sealed, FileSeal key) {
        if (sealed.length < ABOUT_SIZE + FileSeal.MORE
                || sealed.length > SEALED_MOST
                || !Arrays.equals(sealed, 0, SEALED.length, SEALED, 0, SEALED.length)) {
            return Result.refused(RedactProblem.SEALED.with());
        }
        byte[] name = Arrays.copyOfRange(sealed, SEALED.length, ROOT_AT);
        if (!Arrays.equals(name, key.name())) {
            HexFormat hex = HexFormat.of();
            return Result.refused(RedactProblem.OTHER_KEY.with(hex.formatHex(name), hex.formatHex(key.name())));
        }
        Optional<PrivatePart> opened = key.open(
                        Arrays.copyOfRange(sealed, ABOUT_SIZE, sealed.length), Arrays.copyOf(sealed, ABOUT_SIZE))
                .flatMap(PrivatePart::read)
                .filter(part -> part.proof.root().equals(Hash.at(sealed, ROOT_AT)));
        return opened.map(Result::ok).orElseGet(() -> Result.refused(RedactProblem.ALTERED.with()));
    }

    private static Optional<PrivatePart> read(byte[] plain) {
        CanonicalReader reader = new CanonicalReader().over(plain);
        try {
            if (!reader.text(VERSION.length()).equals(VERSION)) {
                return Optional.empty();
            }
            int width = reader.count(Tiles.SIDE_MOST, "width");
            int height = reader.count(Tiles.SIDE_MOST, "height");
            if (!Tiles.isPossible(width, height)) {
                return Optional.empty();
            }
            List<PrivateField> fields = new ArrayList<>();
            for (int left = reader.count(PrivateField.FIELDS_MOST, "fields"); left > 0; left--) {
                PrivateField.What what = PrivateField.What.read(reader);
                fields.add(new PrivateField(what, reader.text(PrivateField.BYTES_MOST)));
            }
            int leaves = LeafBody.FIRST_FIELD + fields.size() + new Tiles(width, height).count();
            List<Salt> salts = new ArrayList<>();
            for (int i = 0; i < leaves; i++) {
                salts.add(new Salt(reader.raw(Salt.SIZE)));
            }
            BitSet seen = new BitSet(leaves);
            for (int i = 0; i < leaves; i++) {
                seen.set(i, reader.octetBelow(2, "cover") == 1);
            }
            Result<Pixels> page = PublicPng.read(reader.bytes(PictureLimits.BYTES_MOST));
            byte[] file = reader.bytes(PictureLimits.BYTES_MOST);
            reader.atEnd();
            return switch (page) {
                case Result.Ok<Pixels>(Pixels whole)
                when whole.width() == width && whole.height() == height ->
                    Optional.of(new PrivatePart(new Grey(width, height, whole.values()), file, fields, salts, seen));
                case Result.Ok<Pixels>(Pixels _) -> Optional.empty();
                case Result.Refused<Pixels> _ -> Optional.empty();
            };
        } catch (CanonicalReader.Malformed | IllegalArgumentException e) {
            // Sealed by the right key and yet none: no more is said of it than of a changed one.
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return "the private part of " + proof.root();
    }
}
