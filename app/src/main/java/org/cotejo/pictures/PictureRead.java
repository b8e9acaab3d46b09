package org.cotejo.pictures;

import java.nio.file.Path;
import java.util.Optional;
import org.cotejo.base.Problem;
import org.cotejo.capture.PictureReading;

/**
 * One file of a batch.
 *
 * @param reading empty where the file could not even be opened or was given up
 * @param problem why there is no reading
 * @param overlay PNG; empty where none was asked for or there is nothing to draw on
 */
@SuppressWarnings("ArrayRecordComponent") // handed on, never compared
public record PictureRead(Path file, Optional<PictureReading> reading, Optional<Problem> problem, byte[] overlay) {}
