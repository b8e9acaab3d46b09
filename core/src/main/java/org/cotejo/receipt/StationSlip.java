package org.cotejo.receipt;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import org.cotejo.base.CanonicalReader;
import org.cotejo.base.Result;
import org.cotejo.crypto.Hash;
import org.cotejo.tlog.AnchoredProof;

/**
 * What a station's slip says on paper after the freeze: the station's leaf, and the proof that leads from it to the printed root. With no more
 * than that root in hand its reader sees which entries the log held of the station, or that it held none (docs/formats/receipt.md, section 5).
 */
public record StationSlip(StationLeaf leaf, AnchoredProof proof) {
    private static final int FORM = 0xC3;

    /** The most bytes that a code on paper holds. */
    public static final int SIZE_MOST = 2_953;

    /** The bytes, which {@link #parse} reads back. */
    public byte[] bytes() {
        ByteArrayOutputStream to = new ByteArrayOutputStream();
        to.write(FORM);
        to.writeBytes(leaf.bytes());
        to.writeBytes(proof.bytes());
        return to.toByteArray();
    }

    /** Whether these bytes claim to be a slip. */
    public static boolean isSlip(byte[] bytes) {
        return bytes.length > 0 && (bytes[0] & 0xff) == FORM;
    }

    /** Reads a slip; whether it is true is for {@link #verify}. */
    public static Result<StationSlip> parse(byte[] bytes) {
        if (!isSlip(bytes)) {
            return Result.refused(SlipProblem.MALFORMED.with("0xC3"));
        }
        CanonicalReader from = new CanonicalReader().over(bytes, 1, bytes.length - 1);
        try {
            StationLeaf leaf = StationLeaf.read(from);
            return AnchoredProof.parse(Arrays.copyOfRange(bytes, from.position(), bytes.length))
                    .then(proof -> Result.ok(new StationSlip(leaf, proof)));
        } catch (CanonicalReader.Malformed | IllegalArgumentException e) {
            return Result.refused(SlipProblem.MALFORMED.with(String.valueOf(e.getMessage())));
        }
    }

    /** The printed root, now proven to hold this leaf at its place; else why not. */
    public Result<Hash> verify(PrintedRoot printed) {
        return proof.verify(leaf.hash(), printed.stations(), printed.root());
    }
}
