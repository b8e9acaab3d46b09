package org.cotejo.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.cotejo.crypto.Hash;
import org.cotejo.custody.CommittedPicture;
import org.cotejo.dossier.Frame;
import org.cotejo.folder.ElectionFolder;
import org.cotejo.publication.SitePath;

/** The public files of a folder that its entries name by their hashes, on their way into a site. */
final class NamedBlobs {
    private NamedBlobs() {}

    /** Writes every file that an entry names, as far as it is not there. */
    static void write(ElectionFolder folder, Frame frame, Path site) {
        List<Hash> named = new ArrayList<>();
        frame.publications().forEach(publication -> named.add(publication.manifest()));
        frame.taken().forEach(taken -> named.add(taken.checkpoint()));
        frame.machineLogs().forEach(given -> named.add(given.held().file()));
        // An audit may have committed to a file that it shows later.
        frame.commitments().stream()
                .map(step -> step.commitment().file())
                .filter(folder::hasBlob)
                .forEach(named::add);
        named.addAll(ofPictures(frame));
        write(folder, named, site);
    }

    /** Writes the public copies of pictures alone: all that pages show. */
    static void writePictures(ElectionFolder folder, Frame frame, Path site) {
        write(folder, ofPictures(frame), site);
    }

    private static List<Hash> ofPictures(Frame frame) {
        List<Hash> named = new ArrayList<>();
        for (CommittedPicture picture : frame.pictures().all()) {
            CommittedPicture.Copy copy = picture.copy();
            if (copy != null) {
                named.add(copy.picture());
                named.add(copy.proof());
            }
        }
        return named;
    }

    private static void write(ElectionFolder folder, List<Hash> named, Path site) {
        for (Hash hash : named) {
            Path file = site.resolve(SitePath.blob(hash));
            if (!Files.exists(file)) {
                Folders.make(Objects.requireNonNull(file.getParent()));
                try {
                    Files.write(file, folder.blob(hash));
                } catch (IOException e) {
                    throw new UncheckedIOException("writing " + file, e);
                }
            }
        }
    }
}
