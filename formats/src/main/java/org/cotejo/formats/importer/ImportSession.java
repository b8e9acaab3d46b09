package org.cotejo.formats.importer;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;
import org.cotejo.base.CanonicalWriter;
import org.cotejo.base.Result;
import org.cotejo.base.Where;
import org.cotejo.base.Workers;
import org.cotejo.crypto.Hash;
import org.cotejo.dossier.Frame;
import org.cotejo.entry.Entry;
import org.cotejo.entry.EntryBlock;
import org.cotejo.entry.EntryReader;
import org.cotejo.entry.EntryWriter;
import org.cotejo.entry.FiguresBytes;
import org.cotejo.folder.Delivery;
import org.cotejo.folder.FolderWriter;
import org.jspecify.annotations.Nullable;

/**
 * The one change that an import makes to a folder: the frame as it stands and grows, the writer, and the counts. Every file
 * of the request goes through the same session, and it is committed once, after the last. Not safe for use by several
 * threads.
 */
public final class ImportSession {
    /** Reads one file of a format. */
    @FunctionalInterface
    public interface Format {
        void read(InputFile file, ImportSession session);
    }

    private static final int ROWS_A_REPORT = 1 << 16;

    private final ImportRequest request;
    private final FolderWriter writer;
    private final Future<Frame> frame;
    private @Nullable List<EntryBlock> blocks;
    private @Nullable MachineLogShelf logs;
    private final TreeMap<String, Long> counts = new TreeMap<>();
    private final Set<String> done = new HashSet<>();
    private String file = "";
    private long rows;

    private ImportSession(ImportRequest request, FolderWriter writer) {
        this.request = request;
        this.writer = writer;
        this.frame = beside("reading " + request.folder().path(), request.folder()::frame);
    }

    /** Works something out while the session goes on. */
    private static <T> Future<T> beside(String thread, Callable<T> work) {
        FutureTask<T> task = new FutureTask<>(work);
        Thread.ofPlatform().daemon().name(thread).start(task);
        return task;
    }

    /** Reads every file of the request with {@code format} and commits what they brought, or leaves the folder as it was. */
    public static ImportSummary run(Importer importer, ImportRequest request, Format format) {
        check(importer, request);
        try (FolderWriter writer = request.folder().write()) {
            ImportSession session = new ImportSession(request, writer);
            for (Path path : request.files()) {
                InputFile input = InputFile.open(path);
                session.file = input.name();
                session.rows = 0;
                format.read(input, session);
                request.progress().at(session.file, session.rows);
            }
            writer.commit();
            List<String> names = request.files().stream().map(Path::toString).toList();
            return new ImportSummary(importer.name(), names, session.counts);
        }
    }

    /**
     * Makes one change that reads no files of its own, and commits it, or leaves the folder as it was. The folder is locked all the
     * while.
     */
    public static ImportSummary change(Importer importer, ImportRequest request, Consumer<ImportSession> change) {
        check(importer, request);
        try (FolderWriter writer = request.folder().write()) {
            ImportSession session = new ImportSession(request, writer);
            List<String> names = request.files().stream().map(Path::toString).toList();
            session.file = String.join(", ", names);
            change.accept(session);
            writer.commit();
            return new ImportSummary(importer.name(), names, session.counts);
        }
    }

    private static void check(Importer importer, ImportRequest request) {
        if (request.files().isEmpty()) {
            throw ImportProblem.NO_FILES.at(Where.file(""));
        }
        for (String option : new TreeSet<>(request.options().keySet())) {
            if (!importer.options().containsKey(option)) {
                String known =
                        String.join(", ", new TreeSet<>(importer.options().keySet()));
                throw ImportProblem.OPTION.at(
                        Where.field(option), importer.name(), option, known.isEmpty() ? "-" : known);
            }
        }
        if (importer.needsMap() && request.map() == null) {
            throw ImportProblem.MAP_MISSING.at(Where.field("map"), importer.name());
        }
        if (!importer.needsMap() && request.map() != null) {
            throw ImportProblem.MAP_UNUSED.at(Where.field("map"), importer.name());
        }
    }

    /** The folder's writer, for a {@link org.cotejo.folder.Delivery}. */
    public FolderWriter writer() {
        return writer;
    }

    /** The frame as the folder and the entries of this session state it; it is read while the first file is. */
    public Frame frame() {
        return Workers.await(frame);
    }

    /** The entries that the folder held before this session; read when first asked for. */
    public List<EntryBlock> blocks() {
        List<EntryBlock> known = blocks;
        if (known == null) {
            known = request.folder().blocks();
            blocks = known;
        }
        return known;
    }

    /** The value of an option, or what stands for it. */
    public String option(String name, String otherwise) {
        return request.options().getOrDefault(name, otherwise);
    }

    /** Adds an entry, to the frame too; {@code where} is what states it. */
    public void add(Entry entry, Where where) {
        CanonicalWriter bytes = writer.begin();
        EntryWriter.write(entry, bytes);
        if (bytes.size() > Entry.SIZE_MOST) {
            throw ImportProblem.ENTRY_LONG.at(where, bytes.size(), Entry.SIZE_MOST);
        }
        frame().apply(entry);
        writer.end();
    }

    /** Keeps the file in the private part of the folder and returns the hash by which entries name it. */
    public Hash keep(InputFile input) {
        return writer.keepPrivate(input.path(), input.bytes(), input.hash());
    }

    /**
     * Reads a file without holding it and shows each slice to {@code look}; empty, and nothing was kept, if that does not want all
     * of them. The caller closes what it gets.
     */
    public Optional<LargeFile> lookThrough(InputFile input, LargeFile.Look look) {
        return LargeFile.read(input, writer, look);
    }

    /** Keeps bytes that are published and returns the hash by which entries name them. */
    public Hash keepPublic(byte[] bytes) {
        return writer.keepBlob(bytes);
    }

    /** The logs of machines here; read when first asked for. */
    public MachineLogShelf machineLogs() {
        MachineLogShelf shelf = logs;
        if (shelf == null) {
            shelf = new MachineLogShelf(frame(), request.folder()::blob);
            logs = shelf;
        }
        return shelf;
    }

    /** Counts something for the summary. */
    public void count(String name, long more) {
        counts.merge(name, more, Long::sum);
    }

    /** Counts what a delivery brought. */
    public void count(Delivery.Summary delivery) {
        count("stations", delivery.rows());
        count("new_stations", delivery.newStations());
        count("quarantined", delivery.quarantined());
        count("restored_codes", delivery.restoredCodes());
    }

    /** One more row was read. */
    public void rowRead() {
        rowsRead(1);
    }

    /** So many more rows were read. */
    public void rowsRead(int more) {
        long before = rows;
        rows += more;
        if (before / ROWS_A_REPORT != rows / ROWS_A_REPORT) {
            request.progress().at(file, rows);
        }
    }

    /** Whether this is the first time in this session that something of this name is asked for. */
    public boolean once(String name) {
        return done.add(name);
    }

    /** The ids of the announcements that the folder held before this session. */
    public Set<String> announced() {
        Set<String> ids = new HashSet<>();
        blocks().forEach(block -> block.forEach((bytes, offset, length) -> {
            if (!FiguresBytes.isFigures(bytes, offset, length)
                    && EntryReader.read(bytes, offset, length)
                            instanceof Result.Ok<Entry>(Entry.AnnouncementMade(var announcement))) {
                ids.add(announcement.id());
            }
        }));
        return ids;
    }
}
