package org.cotejo.folder;

import java.io.IOException;
import java.nio.file.Path;
import org.cotejo.base.RefusedException;

/** Another process that writes to a folder: says {@code held}, or why not, and lets go when its input ends. */
final class LockHolder {
    private LockHolder() {}

    public static void main(String[] args) throws IOException {
        try (FolderWriter writer = ElectionFolder.open(Path.of(args[0])).write()) {
            System.out.println("held " + writer.entries());
            while (System.in.read() >= 0) {
                // waits
            }
        } catch (RefusedException e) {
            System.out.println(e.problem().code());
        }
    }
}
