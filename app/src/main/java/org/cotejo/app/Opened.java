package org.cotejo.app;

import java.nio.file.Files;
import java.nio.file.Path;
import org.cotejo.base.RefusedException;
import org.cotejo.verify.SiteFiles;

/** A publication that is being read, wherever it lies. */
record Opened(SiteFiles files, Runnable closing) implements AutoCloseable {
    /** Opens a folder, or an address that begins with {@code http://} or {@code https://}; refuses what is neither. */
    static Opened of(String where) {
        if (isOnWeb(where)) {
            WebFiles web = new WebFiles(where);
            return new Opened(web, web::close);
        }
        Path folder = Path.of(where);
        if (!Files.isDirectory(folder)) {
            throw new RefusedException(AppProblem.NO_PUBLICATION.at(where));
        }
        return new Opened(new DiskFiles(folder), () -> {});
    }

    static boolean isOnWeb(String where) {
        return where.startsWith("http://") || where.startsWith("https://");
    }

    @Override
    public void close() {
        closing.run();
    }
}
