package org.cotejo.capture.picture;

import java.util.List;
import org.cotejo.base.Problem;

/**
 * A decoded file.
 *
 * @param pages upright; one, but for TIFF and PDF
 * @param notes what could be read only in part
 */
public record Picture(PictureKind kind, List<Grey> pages, List<Problem> notes) {
    public Picture {
        pages = List.copyOf(pages);
        notes = List.copyOf(notes);
    }
}
