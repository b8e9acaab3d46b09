package org.cotejo.node.monitor;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.Result;
import com.google.zxing.ResultMetadataType;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cotejo.crypto.Hash;
import org.cotejo.crypto.Sha256;
import org.cotejo.crypto.SigningKey;
import org.cotejo.definition.StationCode;
import org.cotejo.merkle.Inclusion;
import org.cotejo.publication.MirrorList;
import org.cotejo.receipt.PrintedRoot;
import org.cotejo.receipt.StationLeaf;
import org.cotejo.receipt.StationSlip;
import org.cotejo.tlog.AnchoredProof;
import org.cotejo.tlog.Checkpoint;
import org.cotejo.tlog.CompactProof;
import org.cotejo.tlog.NoteSignature;
import org.cotejo.tlog.Policy;
import org.cotejo.tlog.SignedCheckpoint;
import org.cotejo.tlog.Skey;
import org.cotejo.tlog.TlogProof;
import org.cotejo.tlog.Vkey;
import org.junit.jupiter.api.Test;

/** Receipts for paper: how large they are for a small, a middling and a large log, and that a reader gets back what was drawn. */
class ReceiptTest {
    private static final Pattern MODULE = Pattern.compile("M(\\d+) (\\d+)h1v1h-1z");
    private static final Pattern BOX = Pattern.compile("viewBox=\"0 0 (\\d+) (\\d+)\"");
    private static final int PIXELS = 4;

    private static final Skey LOG = key("results.example.org/2027", Vkey.Kind.NOTE, 1);
    private static final List<Skey> WITNESSES = List.of(
            key("a.example/witness", Vkey.Kind.COSIGNATURE, 2),
            key("b.example/witness", Vkey.Kind.COSIGNATURE, 3),
            key("c.example/witness", Vkey.Kind.COSIGNATURE, 4));

    private static Skey key(String name, Vkey.Kind kind, int number) {
        byte[] seed = new byte[SigningKey.SEED_SIZE];
        Arrays.fill(seed, (byte) number);
        return Skey.of(name, kind, seed);
    }

    private static Policy policy() {
        StringBuilder text = new StringBuilder("log " + LOG.vkey() + "\n");
        WITNESSES.forEach(one -> text.append("witness ")
                .append(one.vkey().name(), 0, 1)
                .append(' ')
                .append(one.vkey())
                .append('\n'));
        return Policy.parse(text.append("group three all a b c\nquorum three\n")
                        .toString()
                        .getBytes(StandardCharsets.UTF_8))
                .orThrow();
    }

    private static Hash leaf(long size) {
        return Sha256.of(("leaf of " + size).getBytes(StandardCharsets.UTF_8));
    }

    /** A proof in a tree of this size, whose other hashes are made up. */
    private static List<Hash> path(long index, long size) {
        return Inclusion.prove(
                index, size, (level, at) -> Sha256.of((level + "/" + at).getBytes(StandardCharsets.UTF_8)));
    }

    private static TlogProof proof(long index, long size) {
        List<Hash> path = path(index, size);
        Hash root = Inclusion.root(index, size, leaf(size), path).orThrow();
        Checkpoint head = new Checkpoint(LOG.vkey().name(), size, root);
        List<NoteSignature> cosigned =
                WITNESSES.stream().map(one -> one.sign(head, 1_800_000_000)).toList();
        return new TlogProof(
                index, path, SignedCheckpoint.of(head, List.of(LOG), 0).with(cosigned));
    }

    /** The bytes that a reader finds in a picture. */
    private static byte[] read(String svg) throws ReaderException {
        Matcher box = BOX.matcher(svg);
        assertTrue(box.find());
        int width = Integer.parseInt(box.group(1)) * PIXELS;
        int[] pixels = new int[width * width];
        Arrays.fill(pixels, 0xffffff);
        Matcher module = MODULE.matcher(svg);
        while (module.find()) {
            int x = Integer.parseInt(module.group(1)) * PIXELS;
            int y = Integer.parseInt(module.group(2)) * PIXELS;
            for (int i = 0; i < PIXELS * PIXELS; i++) {
                pixels[(y + i / PIXELS) * width + x + i % PIXELS] = 0;
            }
        }
        BinaryBitmap bitmap = new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(width, width, pixels)));
        Result result = new QRCodeReader()
                .decode(bitmap, Map.of(DecodeHintType.POSSIBLE_FORMATS, List.of(BarcodeFormat.QR_CODE)));
        @SuppressWarnings("unchecked")
        List<byte[]> segments =
                Objects.requireNonNull((List<byte[]>) result.getResultMetadata().get(ResultMetadataType.BYTE_SEGMENTS));
        assertEquals(1, segments.size());
        return segments.getFirst();
    }

    @Test
    void receiptsOfThreeSizesFitOnPaperAndAreReadBack() throws ReaderException {
        List<String> measured = new ArrayList<>();
        for (long size : List.of(30_026L, 600_000L, 20_000_000L)) {
            TlogProof proof = proof(size / 3, size);
            CompactProof compact = CompactProof.of(proof, policy()).orThrow();
            List<StationLeaf.Copy> copies = List.of(
                    new StationLeaf.Copy(size / 2, leaf(size + 1)),
                    new StationLeaf.Copy(size / 2 + 1, leaf(size + 2)),
                    new StationLeaf.Copy(size * 3, leaf(size + 3)));
            StationLeaf station = new StationLeaf(new StationCode("10101001.01.0001"), copies);
            StationSlip slip = new StationSlip(station, new AnchoredProof(size, size / 3, proof.path()));
            measured.add(size + ": " + compact.bytes().length + " bytes, version "
                    + QrPicture.code(compact.bytes()).version + "; file " + proof.bytes().length + "; slip "
                    + slip.bytes().length + " bytes, version " + QrPicture.code(slip.bytes()).version);
            byte[] read = read(QrPicture.svg(compact.bytes(), "QR 2"));
            TlogProof again = CompactProof.parse(read, policy())
                    .then(one -> one.proof(leaf(size)))
                    .orThrow();
            assertArrayEquals(proof.bytes(), again.bytes());
            assertTrue(again.verify(leaf(size), policy()).orThrow().isReached());
            assertInstanceOf(
                    org.cotejo.base.Result.Refused.class,
                    CompactProof.parse(read, policy())
                            .then(one -> one.proof(leaf(size + 1)))
                            .then(one -> one.verify(leaf(size + 1), policy())));
            StationSlip back =
                    StationSlip.parse(read(QrPicture.svg(slip.bytes(), "slip"))).orThrow();
            assertEquals(slip, back);
            Hash root =
                    Inclusion.root(size / 3, size, station.hash(), proof.path()).orThrow();
            assertEquals(root, back.verify(new PrintedRoot(size, root)).orThrow());
        }
        assertEquals(
                List.of(
                        "30026: 776 bytes, version 22; file 1291; slip 610 bytes, version 19",
                        "600000: 937 bytes, version 25; file 1518; slip 773 bytes, version 22",
                        "20000000: 1099 bytes, version 27; file 1746; slip 938 bytes, version 25"),
                measured);
    }

    @Test
    void theCodesOfAPosterLeadToItsAddresses() throws ReaderException {
        List<String> addresses = List.of(
                "https://results.example.edu/2027/", "http://192.0.2.7:8780/", "http://abcdefghij234567.onion/");
        MirrorList list = MirrorList.signed(
                LOG,
                java.time.Instant.ofEpochSecond(1_800_000_000),
                List.of(new MirrorList.Mirror("university", addresses)));
        String page = Poster.html(list, leaf(1).hex(), 30_026);
        addresses.forEach(address -> assertTrue(page.contains(address), address));
        assertEquals(addresses.getFirst(), new String(read(Poster.codes(list).getFirst()), StandardCharsets.UTF_8));
        assertTrue(page.contains("lang=\"es\"") && page.contains("lang=\"en\""));
    }
}
