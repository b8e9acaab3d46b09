package org.cotejo.site;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.nayuki.qrcodegen.QrCode;
import io.nayuki.qrcodegen.QrSegment;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.cotejo.crypto.Ed25519Key;
import org.cotejo.crypto.SigningKey;
import org.cotejo.custody.SheetCopy;
import org.cotejo.custody.SourceId;
import org.cotejo.custody.StationFigures;
import org.cotejo.definition.CustodianId;
import org.cotejo.definition.StationCode;
import org.cotejo.entry.Entry;
import org.cotejo.entry.EntryWriter;
import org.cotejo.merkle.Inclusion;
import org.cotejo.merkle.TreeHash;
import org.cotejo.merkle.WholeTree;
import org.cotejo.receipt.PrintedRoot;
import org.cotejo.receipt.StationLeaf;
import org.cotejo.receipt.StationSlip;
import org.cotejo.sheet.SheetReader;
import org.cotejo.sheet.SignedSheet;
import org.cotejo.sheet.StationKey;
import org.cotejo.tlog.AnchoredProof;
import org.cotejo.tlog.Checkpoint;
import org.cotejo.tlog.CompactProof;
import org.cotejo.tlog.NoteSignature;
import org.cotejo.tlog.Policy;
import org.cotejo.tlog.SignedCheckpoint;
import org.cotejo.tlog.Skey;
import org.cotejo.tlog.TlogProof;
import org.cotejo.tlog.Vkey;

/** What a person may hold in hand: the sheet of the documents, its entry in a small log with two witnesses, and every proof of it. */
final class PaperTrail {
    static final String ORIGIN = "results.example.org/2027";
    private static final Skey LOG = key(ORIGIN, Vkey.Kind.NOTE, 1);
    private static final List<Skey> WITNESSES = List.of(
            key("party.example/w", Vkey.Kind.COSIGNATURE, 2), key("university.example/w", Vkey.Kind.COSIGNATURE, 3));
    private static final long SEEN = 1_800_000_000;

    final String sheet;
    final String key;
    final byte[] sheetEntry;
    final byte[] keyEntry;
    private final WholeTree tree = new WholeTree();
    private final int sheetIndex = 5;
    private final int keyIndex = 2;

    PaperTrail(Path documents) throws IOException {
        String text = Files.readString(documents.resolve("formats/sheet.md"));
        sheet = block(text, "sheet").lines().findFirst().orElseThrow();
        key = block(text, "key").strip();
        SignedSheet signed = SheetReader.read(sheet).orThrow();
        sheetEntry = EntryWriter.bytes(new Entry.SheetGiven(new SheetCopy(
                new SourceId(new CustodianId("party"), 1),
                StationFigures.Way.BY_HAND,
                signed.sheet().station(),
                signed)));
        keyEntry = EntryWriter.bytes(new Entry.StationKeyStated(new StationKey(
                signed.sheet().station(),
                signed.sheet().machine(),
                signed.sheet().algorithm(),
                Ed25519Key.enrolled(HexFormat.of().parseHex(key)).orThrow())));
        TreeHash hash = new TreeHash();
        for (int i = 0; i < 11; i++) {
            tree.append(hash.leaf(
                    i == sheetIndex ? sheetEntry : i == keyIndex ? keyEntry : ("entry " + i).getBytes(UTF_8)));
        }
    }

    private static Skey key(String name, Vkey.Kind kind, int number) {
        byte[] seed = new byte[SigningKey.SEED_SIZE];
        Arrays.fill(seed, (byte) number);
        return Skey.of(name, kind, seed);
    }

    private static String block(String text, String kind) {
        Matcher block =
                Pattern.compile("```" + kind + "\n(.*?)```", Pattern.DOTALL).matcher(text);
        if (!block.find()) {
            throw new IllegalStateException("no example of a " + kind);
        }
        return block.group(1);
    }

    byte[] policy() {
        return policy(LOG);
    }

    /** A policy of another log with the same witnesses. */
    byte[] otherPolicy() {
        return policy(key("another.example.org/2027", Vkey.Kind.NOTE, 9));
    }

    private static byte[] policy(Skey log) {
        return ("log " + log.vkey() + "\nwitness party " + WITNESSES.getFirst().vkey() + "\nwitness university "
                        + WITNESSES.getLast().vkey() + "\ngroup both all party university\nquorum both\n")
                .getBytes(UTF_8);
    }

    private TlogProof proof(int index, byte[] extra) {
        Checkpoint head = new Checkpoint(ORIGIN, tree.size(), tree.root());
        List<NoteSignature> cosigned =
                WITNESSES.stream().map(one -> one.sign(head, SEEN)).toList();
        return new TlogProof(
                Base64.getEncoder().encodeToString(extra),
                index,
                Inclusion.prove(index, tree.size(), tree),
                SignedCheckpoint.of(head, List.of(LOG), 0).with(cosigned));
    }

    /** QR 2: with the beginning of the entry, which the sheet completes. */
    byte[] receipt() {
        int text = sheet.lastIndexOf('/') + 1;
        byte[] beginning = Arrays.copyOf(sheetEntry, sheetEntry.length - Ed25519Key.SIGNATURE_SIZE - text - 2);
        return CompactProof.of(
                        proof(sheetIndex, beginning), Policy.parse(policy()).orThrow())
                .orThrow()
                .bytes();
    }

    byte[] sheetProof() {
        return proof(sheetIndex, sheetEntry).bytes();
    }

    byte[] bareProof() {
        return proof(sheetIndex, new byte[0]).bytes();
    }

    byte[] keyProof() {
        return proof(keyIndex, keyEntry).bytes();
    }

    /** A photo, as flat and even as a scanner makes it: codes side by side. */
    static Path photo(Path file, int pixels, byte[]... codes) throws IOException {
        List<QrCode> drawn = new ArrayList<>();
        for (byte[] code : codes) {
            List<QrSegment> segments = code[0] == 'C'
                    ? QrSegment.makeSegments(new String(code, UTF_8))
                    : List.of(QrSegment.makeBytes(code));
            drawn.add(QrCode.encodeSegments(segments, QrCode.Ecc.MEDIUM, 1, 40, -1, false));
        }
        int height = drawn.stream().mapToInt(code -> code.size + 8).max().orElseThrow() * pixels;
        int width = drawn.stream().mapToInt(code -> code.size + 8).sum() * pixels;
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
        int left = 0;
        for (QrCode code : drawn) {
            for (int y = 0; y < height; y++) {
                for (int x = 0; x < (code.size + 8) * pixels; x++) {
                    boolean isDark = code.getModule(x / pixels - 4, y / pixels - 4);
                    image.setRGB(left + x, y, isDark ? 0x202020 : 0xf0f0f0);
                }
            }
            left += (code.size + 8) * pixels;
        }
        ImageIO.write(image, "png", file.toFile());
        return file;
    }

    /** A film of a few frames, as a camera might show it: grey, with this picture in the middle. */
    static Path film(Path file, Path photo, int width, int height) throws IOException {
        BufferedImage image = ImageIO.read(photo.toFile());
        byte[] light = new byte[width * height];
        Arrays.fill(light, (byte) 0xb0);
        int left = (width - image.getWidth()) / 2;
        int top = (height - image.getHeight()) / 2;
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                light[(top + y) * width + left + x] = (byte) image.getRaster().getSample(x, y, 0);
            }
        }
        byte[] colour = new byte[width * height / 2];
        Arrays.fill(colour, (byte) 0x80);
        ByteArrayOutputStream to = new ByteArrayOutputStream();
        to.writeBytes(("YUV4MPEG2 W" + width + " H" + height + " F10:1 Ip A1:1 C420jpeg\n").getBytes(UTF_8));
        for (int frame = 0; frame < 3; frame++) {
            to.writeBytes("FRAME\n".getBytes(UTF_8));
            to.writeBytes(light);
            to.writeBytes(colour);
        }
        return Files.write(file, to.toByteArray());
    }

    /** The station tree of four stations, of which one is the sheet's and one is silent. */
    private WholeTree stations() {
        WholeTree stations = new WholeTree();
        List.of(stationLeaf(), silentLeaf(), silentLeaf(), stationLeaf()).forEach(leaf -> stations.append(leaf.hash()));
        return stations;
    }

    private StationLeaf stationLeaf() {
        return new StationLeaf(
                SheetReader.read(sheet).orThrow().sheet().station(),
                List.of(
                        new StationLeaf.Copy(3, new TreeHash().leaf("entry 3".getBytes(UTF_8))),
                        new StationLeaf.Copy(sheetIndex, new TreeHash().leaf(sheetEntry))));
    }

    private static StationLeaf silentLeaf() {
        return new StationLeaf(new StationCode("20202002.02.0002"), List.of());
    }

    PrintedRoot printed() {
        return new PrintedRoot(4, stations().root());
    }

    /** The slip of the sheet's station, or of a station of which nothing came. */
    byte[] slip(boolean isSilent) {
        int index = isSilent ? 1 : 0;
        return new StationSlip(
                        isSilent ? silentLeaf() : stationLeaf(),
                        new AnchoredProof(4, index, Inclusion.prove(index, 4, stations())))
                .bytes();
    }
}
