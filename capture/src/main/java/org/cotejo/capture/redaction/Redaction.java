package org.cotejo.capture.redaction;

import java.security.SecureRandom;
import java.util.BitSet;
import java.util.List;
import org.cotejo.base.Result;
import org.cotejo.capture.picture.Grey;
import org.cotejo.capture.picture.PictureLimits;
import org.cotejo.covered.Area;
import org.cotejo.covered.RedactProblem;
import org.cotejo.covered.Tiles;

/** Covers what a person named (docs/formats/redaction.md). */
public final class Redaction {
    private Redaction() {}

    /**
     * The private part of a picture of which nothing is shown yet: every part is covered. What is to be seen a person says later
     * ({@link PrivatePart#covering}); the root stays the same.
     */
    public static Result<PrivatePart> commit(Grey page, byte[] file, List<PrivateField> fields, SecureRandom random) {
        return make(page, file, fields, List.of(new Area(0, 0, page.width(), page.height())), random);
    }

    /**
     * The private part, from which the public copy comes.
     *
     * @param page the picture as it was decoded
     * @param file as it came
     * @param covers what is covered of the picture, at least
     */
    public static Result<PrivatePart> make(
            Grey page, byte[] file, List<PrivateField> fields, List<Area> covers, SecureRandom random) {
        if (!Tiles.isPossible(page.width(), page.height())) {
            return Result.refused(RedactProblem.LARGE.with(page.width(), page.height(), Tiles.PIXELS_MOST / 1_000_000));
        }
        if (file.length > PictureLimits.BYTES_MOST) {
            return Result.refused(RedactProblem.PICTURE.with(file.length + " bytes"));
        }
        if (covers.isEmpty() && fields.isEmpty()) {
            return Result.refused(RedactProblem.NOTHING.with());
        }
        if (fields.size() > PrivateField.FIELDS_MOST) {
            return Result.refused(RedactProblem.FIELD.with(PrivateField.FIELDS_MOST));
        }
        Tiles tiles = new Tiles(page.width(), page.height());
        BitSet covered = new BitSet(tiles.count());
        for (Area area : covers) {
            if (!tiles.holds(area)) {
                return Result.refused(RedactProblem.OUTSIDE.with(area, page.width(), page.height()));
            }
            covered.or(tiles.touched(area, Tiles.MARGIN));
        }
        return Result.ok(PrivatePart.fresh(page, file, fields, covered, random));
    }
}
