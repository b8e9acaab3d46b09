package org.cotejo.capture.picture;

import org.cotejo.base.Problem;
import org.cotejo.base.Result;

/** Turns a HEIC or AVIF file into one of a kind that is read here. There is no decoder of it in Java; whoever names one answers for it. */
@FunctionalInterface
public interface HeicDecoder {
    /** Refuses every file, with the advice how to get a JPEG. */
    HeicDecoder NONE = _ -> Result.refused(PictureProblem.HEIC.with());

    /** The same picture as PNG or JPEG, or why it could not be had. Safe for use by several threads. */
    Result<byte[]> decoded(byte[] heic);

    /** Whether a picture was refused only because no decoder was named. */
    static boolean isMissing(Problem problem) {
        return problem.code().equals(PictureProblem.HEIC.with().code());
    }
}
