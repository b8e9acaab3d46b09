package org.cotejo.folder;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.cotejo.crypto.Hash;
import org.cotejo.crypto.Sha256;

/**
 * The file HEAD of a folder: what is committed. Replacing it is the one instant at which an import comes to be.
 *
 * @param segments number of committed segments
 * @param entries number of entries in them
 * @param chain hash over the hashes of all segments in order, so that none can be exchanged
 */
record Head(int segments, long entries, Hash chain) {
    static final String FILE = "HEAD";
    private static final String VERSION_LINE = "cotejo folder ";
    private static final int VERSION = 1;

    static Head empty() {
        return new Head(0, 0, Sha256.of(new byte[0]));
    }

    Head then(Hash segment, long moreEntries) {
        return new Head(segments + 1, entries + moreEntries, chained(chain, segment));
    }

    static Hash chained(Hash chain, Hash segment) {
        return new Sha256()
                .add(chain.bytes(), 0, Hash.SIZE)
                .add(segment.bytes(), 0, Hash.SIZE)
                .hash();
    }

    void write(Path folder) {
        Disk.replace(folder.resolve(FILE), text().getBytes(StandardCharsets.UTF_8));
    }

    private String text() {
        return VERSION_LINE + VERSION + "\nsegments " + segments + "\nentries " + entries + "\nchain " + chain + "\n";
    }

    static Head read(Path folder) {
        Path file = folder.resolve(FILE);
        String text;
        try {
            if (Files.size(file) > 1_000) {
                throw FolderProblem.DAMAGED.at(file, "it is too long");
            }
            text = Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException("reading " + file, e);
        }
        List<String> lines = text.lines().toList();
        if (lines.isEmpty() || !lines.getFirst().matches(VERSION_LINE + "[0-9]{1,6}")) {
            throw FolderProblem.DAMAGED.at(file, "its first line is not '" + VERSION_LINE + VERSION + "'");
        }
        int version = Integer.parseInt(lines.getFirst().substring(VERSION_LINE.length()));
        if (version > VERSION) {
            throw FolderProblem.NEWER.at(folder, version);
        }
        try {
            Head head = new Head(
                    Integer.parseInt(value(lines, 1, "segments ")),
                    Long.parseLong(value(lines, 2, "entries ")),
                    Hash.ofHex(value(lines, 3, "chain ")));
            if (head.segments >= 0 && head.entries >= 0 && head.text().equals(text)) {
                return head;
            }
        } catch (IllegalArgumentException e) {
            // not as written by this program: said below
        }
        throw FolderProblem.DAMAGED.at(file, "it does not say what is committed");
    }

    private static String value(List<String> lines, int index, String key) {
        if (index >= lines.size() || !lines.get(index).startsWith(key)) {
            throw new IllegalArgumentException(key);
        }
        return lines.get(index).substring(key.length());
    }
}
