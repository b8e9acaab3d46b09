package org.cotejo.pictures;

import java.nio.file.Path;
import java.util.Optional;
import org.cotejo.base.Problem;
import org.cotejo.capture.Extras;
import org.cotejo.capture.PictureReading;
import org.jspecify.annotations.Nullable;

/**
 * One file of a batch.
 *
 * @param reading empty where the file could not even be opened or was given up
 * @param problem why there is no reading
 * @param extras what was made beside the reading; null where nothing was asked for
 */
public record PictureRead(
        Path file,
        Optional<PictureReading> reading,
        Optional<Problem> problem,
        @Nullable Extras extras) {}
