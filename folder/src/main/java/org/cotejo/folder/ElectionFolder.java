package org.cotejo.folder;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.cotejo.base.Check;
import org.cotejo.base.Workers;
import org.cotejo.crypto.Hash;
import org.cotejo.crypto.Sha256;
import org.cotejo.dossier.EntryFold;
import org.cotejo.dossier.FoldException;
import org.cotejo.dossier.Frame;
import org.cotejo.dossier.FrameFold;
import org.cotejo.entry.EntryBlock;

/**
 * The folder of one election. Layout: {@code HEAD} says what is committed; {@code entries/} holds the segments; {@code
 * blobs/sha256/} public files by hash; {@code private/} what is never published, such as the imported files by hash; {@code
 * lock} keeps writers apart (docs/formats/folder.md).
 */
public final class ElectionFolder {
    private final Path path;

    private ElectionFolder(Path path) {
        this.path = path;
    }

    /** Whether there is an election folder at this path, whole or damaged. */
    public static boolean isFolder(Path path) {
        return Files.isRegularFile(path.resolve(Head.FILE));
    }

    /** Opens a folder; refuses what is none, is newer than this program or has a damaged HEAD. */
    public static ElectionFolder open(Path path) {
        if (!isFolder(path)) {
            throw FolderProblem.NOT_A_FOLDER.at(path);
        }
        Head.read(path);
        return new ElectionFolder(path);
    }

    /** Opens a folder, or makes one where the path does not exist or is an empty folder; refuses other folders. */
    public static ElectionFolder openOrCreate(Path path) {
        if (isFolder(path)) {
            return open(path);
        }
        if (Files.exists(path) && !isEmpty(path)) {
            throw FolderProblem.NOT_A_FOLDER.at(path);
        }
        return create(path);
    }

    /** Makes an election folder at this path, which may hold other files, such as templates, but no election. */
    public static ElectionFolder create(Path path) {
        Check.that(!isFolder(path) && !Files.exists(Segment.file(path, 1)), "there is an election at %s", path);
        Disk.makeFolders(path.resolve("entries"));
        Disk.makeFolders(path.resolve("private").resolve("sources"));
        Head.empty().write(path);
        return new ElectionFolder(path);
    }

    private static boolean isEmpty(Path path) {
        try (Stream<Path> files = Files.list(path)) {
            return files.findAny().isEmpty();
        } catch (java.nio.file.NotDirectoryException e) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException("looking into " + path, e);
        }
    }

    public Path path() {
        return path;
    }

    /** Number of committed entries. */
    public long entries() {
        return Head.read(path).entries();
    }

    /** All committed entries in order, each segment checked against its hash and all against HEAD. */
    public List<EntryBlock> blocks() {
        HeadCheck check = new HeadCheck(path);
        List<EntryBlock> blocks = new ArrayList<>();
        try (ExecutorService readers = Workers.pool(2)) {
            List<Future<Segment.Read>> reads = new ArrayList<>();
            for (int number = 1; number <= check.segments(); number++) {
                Path file = Segment.file(path, number);
                reads.add(readers.submit(() -> Segment.read(file)));
            }
            for (Future<Segment.Read> read : reads) {
                Segment.Read segment = Workers.await(read);
                check.add(segment.hash(), segment.entries());
                blocks.add(segment.block());
            }
        }
        check.finish();
        return blocks;
    }

    /**
     * Gives all committed entries in order to a fold, slice by slice, checked as {@link #blocks} does. A {@link FoldException} of it is
     * thrown at the end, unless the folder is damaged, which is told first.
     */
    public void read(EntryFold fold) {
        try (FolderReading reading = new FolderReading(path, fold)) {
            reading.read();
        }
    }

    /** Whether the public file with this hash is here: an entry may name one whose time has not come. */
    public boolean hasBlob(Hash hash) {
        return Files.isRegularFile(KeptFiles.blob(path, hash));
    }

    /** A public file that an entry names; refuses one that is missing or was changed. */
    public byte[] blob(Hash hash) {
        Path file = KeptFiles.blob(path, hash);
        byte[] content;
        try {
            content = Files.readAllBytes(file);
        } catch (java.nio.file.NoSuchFileException e) {
            throw FolderProblem.DAMAGED.at(file, "it is missing");
        } catch (IOException e) {
            throw new UncheckedIOException("reading " + file, e);
        }
        if (!Sha256.of(content).equals(hash)) {
            throw FolderProblem.DAMAGED.at(file, "its bytes are others");
        }
        return content;
    }

    /** The frame of the election in these blocks; refuses entries that can't follow each other. */
    public Frame frame(List<EntryBlock> blocks) {
        try {
            return Frame.of(blocks);
        } catch (FoldException e) {
            throw FolderProblem.notFolded(path, e);
        }
    }

    /** The frame of all committed entries, for whoever needs none of the entries besides; refuses as {@link #frame(List)} does. */
    public Frame frame() {
        FrameFold fold = new FrameFold();
        try {
            read(fold);
        } catch (FoldException e) {
            throw FolderProblem.notFolded(path, e);
        }
        return fold.frame();
    }

    /** Begins a change; refuses if another program or thread is writing. */
    public FolderWriter write() {
        return FolderWriter.begin(path);
    }
}
