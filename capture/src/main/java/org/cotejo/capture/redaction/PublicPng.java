package org.cotejo.capture.redaction;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.cotejo.base.Problem;
import org.cotejo.base.RefusedException;
import org.cotejo.base.Result;
import org.cotejo.capture.picture.Grey;
import org.cotejo.capture.picture.Picture;
import org.cotejo.capture.picture.PictureDecoder;
import org.cotejo.capture.picture.PictureKind;
import org.cotejo.capture.picture.PictureLimits;

/** Planes as PNG files that hold pixels and nothing else (W3C PNG, third edition), read back with nothing else allowed. */
final class PublicPng {
    private static final int SIGNATURE = 8;
    private static final int FRAME = 12;
    private static final int HEAD = 13;
    private static final int PIECE = 1 << 16;

    private PublicPng() {}

    /** The pixels, or why this is no such file. */
    static Result<Grey> read(byte[] file) {
        if (file.length > PictureLimits.BYTES_MOST) {
            return Result.refused(RedactProblem.PICTURE.with(file.length + " bytes"));
        }
        if (PictureKind.of(file) != PictureKind.PNG) {
            return Result.refused(
                    RedactProblem.PICTURE.with(PictureKind.of(file).key()));
        }
        try {
            checkBare(file);
        } catch (RefusedException e) {
            return Result.refused(e.problem());
        }
        return PictureDecoder.decode(file).then(PublicPng::page);
    }

    private static Result<Grey> page(Picture picture) {
        return Result.ok(picture.pages().getFirst());
    }

    private static void checkBare(byte[] file) {
        ByteBuffer png = ByteBuffer.wrap(file);
        int at = SIGNATURE;
        long pixels = 0;
        Inflater inflater = new Inflater();
        byte[] piece = new byte[PIECE];
        try {
            for (int chunk = 0; ; chunk++) {
                if (at + FRAME > file.length || png.getInt(at) < 0 || png.getInt(at) > file.length - at - FRAME) {
                    throw refusal(RedactProblem.PICTURE.with("cut short"));
                }
                int length = png.getInt(at);
                String name = new String(file, at + 4, 4, StandardCharsets.ISO_8859_1);
                checkSum(file, at, length, png.getInt(at + 8 + length));
                if (chunk == 0) {
                    pixels = head(png, at + 8, name.equals("IHDR") ? length : 0);
                } else if (name.equals("IDAT")) {
                    pixels -= inflated(inflater, file, at + 8, length, piece, pixels);
                } else if (name.equals("IEND") && length == 0) {
                    at += FRAME;
                    pixels = inflater.finished() ? pixels : -1;
                    break;
                } else {
                    throw refusal(RedactProblem.MORE.with(clean(name)));
                }
                at += FRAME + length;
            }
        } finally {
            inflater.end();
        }
        if (pixels != 0) {
            throw refusal(RedactProblem.PICTURE.with("cut short"));
        }
        if (at != file.length) {
            throw refusal(RedactProblem.MORE.with(file.length - at + " bytes"));
        }
    }

    /** So many bytes are behind the head: of each row its pixels and one that names its filter. */
    private static long head(ByteBuffer png, int at, int length) {
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
        return (width + 1) * height;
    }

    private static void checkSum(byte[] file, int at, int length, int stated) {
        CRC32 sum = new CRC32();
        sum.update(file, at + 4, length + 4);
        if ((int) sum.getValue() != stated) {
            throw refusal(RedactProblem.PICTURE.with("CRC"));
        }
    }

    /** How many bytes a chunk gives; refuses more than there can be, and whatever stands behind the last. */
    private static long inflated(Inflater inflater, byte[] file, int from, int length, byte[] piece, long most) {
        inflater.setInput(file, from, length);
        long given = 0;
        try {
            while (!inflater.finished() && !inflater.needsInput()) {
                int more = inflater.inflate(piece);
                given += more;
                if (given > most || inflater.needsDictionary()) {
                    throw refusal(RedactProblem.MORE.with("IDAT"));
                }
            }
        } catch (DataFormatException e) {
            throw refusal(RedactProblem.PICTURE.with("IDAT"));
        }
        if (inflater.getRemaining() > 0) {
            throw refusal(RedactProblem.MORE.with(inflater.getRemaining() + " bytes"));
        }
        return given;
    }

    private static String clean(String name) {
        return name.chars().allMatch(Character::isLetterOrDigit) ? name : "?";
    }

    private static RefusedException refusal(Problem problem) {
        return new RefusedException(problem);
    }
}
