package org.cotejo.covered;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.cotejo.base.Problem;
import org.cotejo.base.RefusedException;
import org.cotejo.base.Result;

/** Pictures as PNG files that hold pixels and nothing else (W3C PNG, third edition): read with nothing else allowed. */
public final class PublicPng {
    /** Bytes of a file. */
    public static final int BYTES_MOST = 64 << 20;

    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    private static final int FRAME = 12;
    private static final int HEAD = 13;
    private static final int PIECE = 1 << 16;

    private PublicPng() {}

    /** The pixels, or why this is no such file. */
    public static Result<Pixels> read(byte[] file) {
        if (file.length > BYTES_MOST) {
            return Result.refused(RedactProblem.PICTURE.with(file.length + " bytes"));
        }
        if (file.length < SIGNATURE.length
                || !Arrays.equals(file, 0, SIGNATURE.length, SIGNATURE, 0, SIGNATURE.length)) {
            return Result.refused(RedactProblem.PICTURE.with("not a PNG"));
        }
        try {
            return Result.ok(pixels(file));
        } catch (RefusedException e) {
            return Result.refused(e.problem());
        }
    }

    private static Pixels pixels(byte[] file) {
        ByteBuffer png = ByteBuffer.wrap(file);
        List<Integer> data = new ArrayList<>();
        PngRows rows = chunks(png, file, data);
        Inflater inflater = new Inflater();
        byte[] piece = new byte[PIECE];
        try {
            for (int at : data) {
                inflate(inflater, file, at + 8, png.getInt(at), piece, rows);
            }
            if (!inflater.finished()) {
                throw refusal(RedactProblem.PICTURE.with("cut short"));
            }
        } finally {
            inflater.end();
        }
        if (rows.isTooLong()) {
            throw refusal(RedactProblem.MORE.with("IDAT"));
        }
        if (!rows.isWhole()) {
            throw refusal(RedactProblem.PICTURE.with("IDAT"));
        }
        return rows.pixels();
    }

    /** Room for the rows that the first chunk states; {@code data}: where the chunks of pixels begin. Nothing else is taken. */
    private static PngRows chunks(ByteBuffer png, byte[] file, List<Integer> data) {
        int at = SIGNATURE.length;
        PngRows rows = null;
        while (true) {
            if (at + FRAME > file.length || png.getInt(at) < 0 || png.getInt(at) > file.length - at - FRAME) {
                throw refusal(RedactProblem.PICTURE.with("cut short"));
            }
            int length = png.getInt(at);
            String name = new String(file, at + 4, 4, StandardCharsets.ISO_8859_1);
            checkSum(file, at, length, png.getInt(at + 8 + length));
            if (rows == null) {
                rows = head(png, at + 8, name.equals("IHDR") ? length : 0);
            } else if (name.equals("IDAT")) {
                data.add(at);
            } else if (!name.equals("IEND") || length != 0) {
                throw refusal(RedactProblem.MORE.with(clean(name)));
            } else if (at + FRAME != file.length) {
                throw refusal(RedactProblem.MORE.with(file.length - at - FRAME + " bytes"));
            } else {
                return rows;
            }
            at += FRAME + length;
        }
    }

    private static PngRows head(ByteBuffer png, int at, int length) {
        boolean isGrey = length == HEAD
                && png.get(at + 8) == 8
                && png.get(at + 9) == 0
                && png.get(at + 10) == 0
                && png.get(at + 11) == 0
                && png.get(at + 12) == 0;
        if (!isGrey) {
            throw refusal(RedactProblem.PICTURE.with("IHDR"));
        }
        long width = Integer.toUnsignedLong(png.getInt(at));
        long height = Integer.toUnsignedLong(png.getInt(at + 4));
        if (!Tiles.isPossible(width, height)) {
            throw refusal(RedactProblem.LARGE.with(width, height, Tiles.PIXELS_MOST / 1_000_000));
        }
        return new PngRows((int) width, (int) height);
    }

    private static void checkSum(byte[] file, int at, int length, int stated) {
        CRC32 sum = new CRC32();
        sum.update(file, at + 4, length + 4);
        if ((int) sum.getValue() != stated) {
            throw refusal(RedactProblem.PICTURE.with("CRC"));
        }
    }

    /** Hands on what a chunk gives; refuses more than there can be, and whatever stands behind the last. */
    private static void inflate(Inflater inflater, byte[] file, int from, int length, byte[] piece, PngRows rows) {
        inflater.setInput(file, from, length);
        try {
            while (!inflater.finished() && !inflater.needsInput()) {
                int more = inflater.inflate(piece, 0, rows.nextMost(piece.length));
                if (inflater.needsDictionary()) {
                    throw refusal(RedactProblem.PICTURE.with("IDAT"));
                }
                if (!rows.take(piece, more)) {
                    throw refusal(RedactProblem.MORE.with("IDAT"));
                }
            }
        } catch (DataFormatException e) {
            throw refusal(RedactProblem.PICTURE.with("IDAT"));
        }
        if (inflater.getRemaining() > 0) {
            throw refusal(RedactProblem.MORE.with(inflater.getRemaining() + " bytes"));
        }
    }

    private static String clean(String name) {
        return name.chars().allMatch(Character::isLetterOrDigit) ? name : "?";
    }

    private static RefusedException refusal(Problem problem) {
        return new RefusedException(problem);
    }
}
