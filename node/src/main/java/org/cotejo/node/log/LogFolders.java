package org.cotejo.node.log;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * Where a log lies.
 *
 * @param state what belongs to the keys: the newest head, the staging, the lock; never published, backed up with care (an old copy
 *     of it must not come back)
 * @param site what everybody reads: checkpoint and tiles
 */
public record LogFolders(Path state, Path site) {
    static final String HEADS = "heads.sqlite";

    /** The same folders by their real paths; refuses folders that are not there or lie in each other. */
    LogFolders real() {
        LogFolders real = new LogFolders(real(state), real(site));
        if (real.state.startsWith(real.site) || real.site.startsWith(real.state)) {
            throw LogProblem.NESTED.at(state);
        }
        return real;
    }

    private static Path real(Path folder) {
        try {
            return folder.toRealPath();
        } catch (NoSuchFileException e) {
            throw LogProblem.NO_FOLDER.at(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("looking for " + folder, e);
        }
    }

    Path heads() {
        return state.resolve(HEADS);
    }
}
