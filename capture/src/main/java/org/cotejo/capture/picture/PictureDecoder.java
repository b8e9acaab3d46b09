package org.cotejo.capture.picture;

import org.cotejo.base.Problem;
import org.cotejo.base.RefusedException;
import org.cotejo.base.Result;
import org.jspecify.annotations.Nullable;

/** Decodes a picture file that anybody may have sent. Keeps no state; safe for use by several threads. */
public final class PictureDecoder {
    private PictureDecoder() {}

    /** The pages of a picture, or why it is refused; never throws for what stands in the file. */
    public static Result<Picture> decode(byte[] file) {
        return decode(file, HeicDecoder.NONE);
    }

    /** The same with somebody's decoder of HEIC. */
    public static Result<Picture> decode(byte[] file, HeicDecoder heic) {
        if (file.length > PictureLimits.BYTES_MOST) {
            return Result.refused(PictureProblem.LARGE.with(file.length, PictureLimits.BYTES_MOST));
        }
        PictureKind kind = PictureKind.of(file);
        try {
            return Result.ok(
                    switch (kind) {
                        case JPEG -> RasterPages.jpeg(file);
                        case PNG -> RasterPages.png(file);
                        case TIFF -> RasterPages.tiff(file);
                        case WEBP -> RasterPages.webp(file);
                        case PDF -> PdfPages.read(file);
                        case HEIC -> heic(file, heic);
                        case UNKNOWN -> throw refusal(PictureProblem.UNKNOWN.with());
                    });
        } catch (RefusedException e) {
            return Result.refused(e.problem());
        } catch (OutOfMemoryError e) {
            return Result.refused(PictureProblem.MEMORY.with());
        }
    }

    private static Picture heic(byte[] file, HeicDecoder heic) {
        Picture picture = heic.decoded(file).then(PictureDecoder::decode).orThrow();
        return new Picture(PictureKind.HEIC, picture.pages(), picture.notes());
    }

    static RefusedException refusal(Problem problem) {
        return new RefusedException(problem);
    }

    /** Refuses a picture that states a size beyond the limits. */
    static void checkSize(long width, long height) {
        @Nullable Problem fault = PictureLimits.fault(width, height);
        if (fault != null) {
            throw refusal(fault);
        }
    }

    /** What a decoder threw, which knows best what is wrong; decoders of damaged files throw anything. */
    static RefusedException damaged(Exception thrown) {
        String said = String.valueOf(thrown.getMessage());
        return refusal(PictureProblem.DAMAGED.with(said.length() > 120 ? said.substring(0, 120) : said));
    }
}
