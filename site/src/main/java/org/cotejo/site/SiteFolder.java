package org.cotejo.site;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.cotejo.base.Problem;
import org.cotejo.base.Result;
import org.cotejo.base.Sentence;
import org.cotejo.base.Where;

/**
 * The place of a site on disk. A site is written into a fresh directory beside its place and moved there when it is whole, so
 * that a reader never sees half of one. A file in it lists all files of ours: only those are ever deleted.
 */
public final class SiteFolder {
    /** Lists the files of the site, one a line, itself not. */
    static final String MARK = ".cotejo-site";

    private final Path place;
    private final Path fresh;
    private final Path old;

    private SiteFolder(Path place) {
        this.place = place;
        String name = String.valueOf(place.getFileName());
        this.fresh = place.resolveSibling("." + name + ".new");
        this.old = place.resolveSibling("." + name + ".old");
    }

    /** Refused if something that is no site of ours stands at the place. */
    public static Result<SiteFolder> at(Path dir) {
        SiteFolder folder = new SiteFolder(dir.toAbsolutePath().normalize());
        try {
            for (Path path : List.of(folder.place, folder.fresh, folder.old)) {
                if (!isOursOrFree(path)) {
                    return Result.refused(foreign(path));
                }
            }
            return Result.ok(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("looking at " + dir, e);
        }
    }

    private static boolean isOursOrFree(Path path) throws IOException {
        if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
            return true;
        }
        if (!Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
            return false;
        }
        try (Stream<Path> inside = Files.list(path)) {
            return Files.isRegularFile(path.resolve(MARK)) || inside.findAny().isEmpty();
        }
    }

    private static Problem foreign(Path path) {
        return new Problem(
                "SITE-101",
                Where.file(path.toString()),
                new Sentence(
                        "Something stands here that Cotejo did not write, and it is never overwritten: name an empty or new folder.",
                        "Aquí hay algo que Cotejo no escribió, y nunca se sobrescribe: indique una carpeta vacía o nueva."));
    }

    /** An empty directory beside the place, to write into. */
    public Path begin() {
        try {
            clear(fresh, true);
            Files.createDirectories(fresh);
            // Marked from the start: what a crash leaves behind is known as ours.
            Files.writeString(fresh.resolve(MARK), "");
            return fresh;
        } catch (IOException e) {
            throw new UncheckedIOException("beginning a site in " + fresh, e);
        }
    }

    /**
     * Brings files of the site that is there along into what {@link #begin} made, without copying them where the disk can link;
     * they must never be changed in place.
     */
    public void carry(Predicate<String> which) {
        if (!Files.isDirectory(place)) {
            return;
        }
        try {
            for (Path file : filesIn(place)) {
                String name = place.relativize(file).toString().replace('\\', '/');
                if (which.test(name)) {
                    Path target = fresh.resolve(name);
                    Files.createDirectories(Objects.requireNonNull(target.getParent()));
                    link(file, target);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("carrying files of " + place + " along", e);
        }
    }

    private static void link(Path file, Path target) throws IOException {
        try {
            Files.createLink(target, file);
        } catch (UnsupportedOperationException | FileSystemException e) {
            Files.copy(file, target);
        }
    }

    /** Names of all files that were written or carried since {@link #begin}. */
    public SortedSet<String> begun() {
        SortedSet<String> names = new TreeSet<>();
        try {
            for (Path file : filesIn(fresh)) {
                names.add(fresh.relativize(file).toString().replace('\\', '/'));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("listing " + fresh, e);
        }
        names.remove(MARK);
        return names;
    }

    /** Writes files into a directory and makes the directories around them. */
    public static PageSink into(Path directory) {
        Set<Path> made = ConcurrentHashMap.newKeySet();
        return path -> {
            Path file = directory.resolve(path);
            Path around = Objects.requireNonNull(file.getParent());
            if (!made.contains(around)) {
                Files.createDirectories(around);
                made.add(around);
            }
            return Files.newOutputStream(file);
        };
    }

    /** Lists the files and moves what was written to its place; foreign files of the old site move along. */
    public void finish(Collection<String> files) {
        try {
            Files.writeString(fresh.resolve(MARK), String.join("\n", new TreeSet<>(files)) + "\n");
            keepForeign(old);
            clear(old, false);
            if (Files.isDirectory(place)) {
                Files.move(place, old);
            }
            Files.move(fresh, place);
            moveForeign();
            clear(old, false);
        } catch (IOException e) {
            throw new UncheckedIOException("moving a site to " + place, e);
        }
    }

    /** A crash between two moves left the old site aside: its foreign files must not be lost. */
    private void keepForeign(Path aside) throws IOException {
        if (Files.isDirectory(aside) && !Files.isDirectory(place)) {
            Files.move(aside, place);
        }
    }

    private void moveForeign() throws IOException {
        if (!Files.isDirectory(old)) {
            return;
        }
        Set<String> ours = ours(old);
        for (Path file : filesIn(old)) {
            String name = old.relativize(file).toString().replace('\\', '/');
            if (!ours.contains(name)) {
                Path target = free(place.resolve(name));
                Files.createDirectories(Objects.requireNonNull(target.getParent()));
                Files.move(file, target);
            }
        }
    }

    /** The path itself, or one beside it where a page of ours took the name. */
    private static Path free(Path wanted) {
        Path free = wanted;
        while (Files.exists(free, LinkOption.NOFOLLOW_LINKS)) {
            free = free.resolveSibling(free.getFileName() + ".kept");
        }
        return free;
    }

    /**
     * Deletes the files that the directory's own list names, and directories that are empty then.
     *
     * @param all whether all files are ours, since nobody but this class writes there
     */
    private static void clear(Path directory, boolean all) throws IOException {
        if (!Files.isDirectory(directory, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        Set<String> ours = ours(directory);
        for (Path file : filesIn(directory)) {
            if (all || ours.contains(directory.relativize(file).toString().replace('\\', '/'))) {
                Files.delete(file);
            }
        }
        try (Stream<Path> left = Files.walk(directory)) {
            for (Path path : left.sorted(Comparator.reverseOrder()).toList()) {
                deleteIfEmpty(path);
            }
        }
    }

    private static void deleteIfEmpty(Path directory) throws IOException {
        if (!Files.isDirectory(directory, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        try (Stream<Path> inside = Files.list(directory)) {
            if (inside.findAny().isPresent()) {
                return;
            }
        }
        Files.delete(directory);
    }

    private static Set<String> ours(Path directory) throws IOException {
        Set<String> ours = new TreeSet<>(List.of(MARK));
        Path mark = directory.resolve(MARK);
        if (Files.isRegularFile(mark)) {
            Files.readAllLines(mark).stream().filter(line -> !line.isEmpty()).forEach(ours::add);
        }
        return ours;
    }

    private static List<Path> filesIn(Path directory) throws IOException {
        try (Stream<Path> all = Files.walk(directory)) {
            return all.filter(path -> !Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS))
                    .toList();
        }
    }
}
