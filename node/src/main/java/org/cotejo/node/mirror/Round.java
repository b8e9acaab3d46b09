package org.cotejo.node.mirror;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cotejo.base.Problem;
import org.cotejo.base.Result;
import org.cotejo.base.Sentence;
import org.cotejo.node.web.LimitException;
import org.cotejo.publication.SitePath;
import org.cotejo.tlog.Note;
import org.cotejo.tlog.SignedCheckpoint;
import org.cotejo.tlog.TileReader;
import org.jspecify.annotations.Nullable;

/**
 * One look at a source: its head, whether that continues what was seen, then what is new, then again some of what is old. A publication may
 * be replaced while it is read; then the round begins again, and only what is wrong under one head is said.
 */
final class Round {
    private static final int TRIES = 3;
    private static final int FILE_MOST = 1 << 20;

    private final Source source;
    private final MirrorFolder folder;
    private final HeadJudge judge;
    private final Evidence evidence;
    private final Limits limits;
    private final List<Sighting> sightings = new ArrayList<>();
    private final Stock.@Nullable Placed first;
    private SourceMemory memory;
    private Stock.@Nullable Placed held;
    private boolean isNew;

    /** What came of a round; {@code isNew}: another version is held now. */
    record Came(List<Sighting> sightings, SourceMemory memory, Stock.@Nullable Placed held, boolean isNew) {}

    Round(
            Source source,
            MirrorFolder folder,
            HeadJudge judge,
            Evidence evidence,
            Limits limits,
            SourceMemory memory,
            Stock.@Nullable Placed held) {
        this.source = source;
        this.folder = folder;
        this.judge = judge;
        this.evidence = evidence;
        this.limits = limits;
        this.memory = memory;
        this.first = held;
        this.held = held;
    }

    /** {@code again}: how many of the files that are here already are looked at again. */
    Came run(long now, int again) {
        try {
            for (int i = 0; i < TRIES; i++) {
                List<Sighting> soft = new ArrayList<>();
                SignedCheckpoint head = head();
                memory = memory.showed(head.checkpoint().size(), now);
                try {
                    soft.addAll(judge.alone(head));
                    boolean isCurrent = follow(head);
                    sightings.clear();
                    sightings.addAll(soft);
                    if (isCurrent) {
                        lookAgain(head, again);
                    }
                    return came();
                } catch (SeenException e) {
                    if (!isAnother(head)) {
                        seen(e, now);
                        sightings.addAll(soft);
                        return came();
                    }
                }
            }
            sightings.add(Sighting.Kind.MOVING.at(""));
        } catch (SeenException e) {
            seen(e, now);
        } catch (LimitException e) {
            sightings.add(Sighting.Kind.LIMIT.because("", e.sentence()));
        } catch (IOException e) {
            String reason = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
            sightings.add(Sighting.Kind.AWAY.at("", reason));
        }
        return came();
    }

    private Came came() {
        return new Came(List.copyOf(sightings), memory, held, isNew);
    }

    private void seen(SeenException e, long now) {
        Sighting sighting = e.sighting();
        sightings.add(sighting);
        if (sighting.kind() == Sighting.Kind.CHANGED || sighting.kind() == Sighting.Kind.VANISHED) {
            evidence.found(sighting, e.found(), java.time.Instant.ofEpochSecond(now));
        }
    }

    private SignedCheckpoint head() throws IOException, SeenException {
        Optional<byte[]> bytes = source.bytes(SitePath.CHECKPOINT, Note.SIZE_MOST);
        if (bytes.isEmpty()) {
            if (folder.head("newest").isEmpty()) {
                throw new IOException("no file 'checkpoint'");
            }
            throw new SeenException(Sighting.Kind.VANISHED.at(SitePath.CHECKPOINT));
        }
        return switch (SignedCheckpoint.parse(bytes.get())) {
            case Result.Ok<SignedCheckpoint>(SignedCheckpoint head) -> head;
            case Result.Refused<SignedCheckpoint>(Problem problem) -> {
                evidence.head(bytes.get());
                throw new SeenException(Sighting.Kind.FALSE_HEAD.because(SitePath.CHECKPOINT, problem.sentence()));
            }
        };
    }

    /** Whether the source shows another head by now, so that what did not fit may be of that one. */
    private boolean isAnother(SignedCheckpoint head) throws IOException {
        return source.bytes(SitePath.CHECKPOINT, Note.SIZE_MOST)
                .map(bytes -> !(SignedCheckpoint.parse(bytes) instanceof Result.Ok<SignedCheckpoint>(var now)
                        && now.checkpoint().equals(head.checkpoint())))
                .orElse(true);
    }

    /** Compares with the kept head and brings what is new; returns whether the source shows what is held here. */
    private boolean follow(SignedCheckpoint head) throws IOException, SeenException {
        if (head.checkpoint().size() > limits.entriesMost()) {
            throw new SeenException(Sighting.Kind.LIMIT.because(
                    SitePath.CHECKPOINT,
                    new Sentence("its head claims {0} entries", "su cabeza dice tener {0} asientos")
                            .with(head.checkpoint().size())));
        }
        Optional<SignedCheckpoint> kept = folder.head("newest");
        long size = kept.map(one -> one.checkpoint().size()).orElse(-1L);
        if (kept.isPresent() && head.checkpoint().size() < size) {
            back(kept.get(), head);
            return false;
        }
        if (kept.isPresent() && head.checkpoint().size() == size) {
            judge.same(kept.get(), head);
        }
        Stock.Placed here = held;
        if (here != null && here.stock().head().checkpoint().equals(head.checkpoint())) {
            moreCosignatures(here, head);
            return true;
        }
        bring(
                head,
                kept.filter(one -> one.checkpoint().size() < head.checkpoint().size()));
        return true;
    }

    /** The source shows fewer entries than were seen: an old head, or one of another tree. */
    private void back(SignedCheckpoint kept, SignedCheckpoint head) throws SeenException {
        Stock.Placed here = held;
        if (here != null
                && here.stock().head().checkpoint().size() >= head.checkpoint().size()) {
            SignedCheckpoint own = here.stock().head();
            if (own.checkpoint().size() == head.checkpoint().size()) {
                judge.same(own, head);
            } else if (TileReader.open(
                            own.checkpoint(), path -> read(here.folder().resolve(path.path())))
                    instanceof Result.Ok<TileReader>(TileReader tiles)) {
                judge.continues(head, own, tiles);
            }
        }
        if (memory.largest() > head.checkpoint().size()) {
            evidence.heads("back", head, kept);
            throw new SeenException(Sighting.Kind.ROLLED_BACK.at(
                    SitePath.CHECKPOINT, memory.largest(), head.checkpoint().size()));
        }
        throw new SeenException(Sighting.Kind.LAGGING.at(
                SitePath.CHECKPOINT, head.checkpoint().size(), kept.checkpoint().size()));
    }

    private static Optional<byte[]> read(Path file) {
        try {
            return Files.isRegularFile(file) ? Optional.of(Files.readAllBytes(file)) : Optional.empty();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException("reading " + file, e);
        }
    }

    private void moreCosignatures(Stock.Placed here, SignedCheckpoint head) {
        SignedCheckpoint shown = folder.head("newest").orElse(here.stock().head());
        SignedCheckpoint better = judge.better(shown, head);
        if (!better.equals(shown)) {
            folder.keep("newest", better.bytes());
            folder.cosigned(here.folder(), better);
        }
    }

    private void bring(SignedCheckpoint head, Optional<SignedCheckpoint> older) throws IOException, SeenException {
        Stock stock = new Stock(head, new Named());
        tiles(head, older, stock, true);
        new PullFiles(source, folder, held, stock, limits).bring();
        MirrorLists.bring(source, folder, stock, judge);
        folder.write(SitePath.CHECKPOINT, head.bytes());
        var files = stock.paths();
        files.add(SitePath.CHECKPOINT);
        Path version = folder.swap(head.checkpoint(), files);
        held = new Stock.Placed(stock, version);
        isNew = true;
    }

    private void tiles(SignedCheckpoint head, Optional<SignedCheckpoint> older, Stock stock, boolean mayUseAside)
            throws IOException, SeenException {
        try (PullTiles pull = new PullTiles(source, folder, head, held, stock, limits.lanes(), mayUseAside)) {
            try {
                TileReader reader = pull.open();
                if (older.isPresent()) {
                    judge.continues(older.get(), head, reader);
                }
                judge.succeeds(head, reader);
                // Seen to continue: from now on nothing smaller is followed, even if this machine stops here.
                folder.keep("newest", head.bytes());
                pull.bring(reader);
            } catch (SeenException e) {
                if (!pull.isAsideInDoubt() || e.sighting().kind() == Sighting.Kind.FORK) {
                    throw e;
                }
                folder.clearAside();
                tiles(head, older, new Stock(head, new Named()), stock);
            }
        }
    }

    /** A second try that uses nothing which an earlier one left here. */
    private void tiles(SignedCheckpoint head, Optional<SignedCheckpoint> older, Stock fresh, Stock stock)
            throws IOException, SeenException {
        tiles(head, older, fresh, false);
        fresh.paths().forEach(path -> stock.add(path, fresh.hash(path).orElseThrow()));
        stock.named(fresh.named());
    }

    /** Looks at some files again, the next ones in the order of their paths: what was right once may be changed later. */
    private void lookAgain(SignedCheckpoint head, int count) throws IOException, SeenException {
        Stock.Placed here = held;
        if (here == null || count == 0) {
            return;
        }
        // What came in this round was checked in it.
        Stock.Placed earlier = first;
        var paths = here.stock().paths();
        paths.removeIf(path -> earlier == null
                || !here.stock().hash(path).equals(earlier.stock().hash(path)));
        paths.remove(SitePath.TIMESTAMP_INDEX);
        paths.remove(SitePath.MIRRORS);
        List<String> all = new ArrayList<>(paths.tailSet(memory.cursor(), false));
        all.addAll(paths.headSet(memory.cursor(), true));
        List<String> next = all.subList(0, Math.min(count, all.size()));
        List<SeenException> seen = java.util.Collections.synchronizedList(new ArrayList<>());
        new Lanes(limits.lanes()).each(next, path -> {
            SeenException one = differs(here, path);
            if (one != null) {
                seen.add(one);
            }
        });
        if (!next.isEmpty()) {
            memory = memory.at(next.getLast());
        }
        if (seen.isEmpty()) {
            return;
        }
        if (isAnother(head)) {
            sightings.add(Sighting.Kind.MOVING.at(""));
            return;
        }
        seen.forEach(one -> seen(one, memory.answered()));
    }

    private @Nullable SeenException differs(Stock.Placed here, String path) throws IOException {
        var expected = here.stock().hash(path).orElseThrow();
        long own = Files.size(here.folder().resolve(path));
        try {
            Optional<Source.Brought> found = source.hash(path, own);
            if (found.isEmpty()) {
                return new SeenException(Sighting.Kind.VANISHED.at(path));
            }
            if (found.get().hash().equals(expected)) {
                return null;
            }
            byte[] bytes = own <= FILE_MOST ? source.bytes(path, own).orElse(new byte[0]) : new byte[0];
            return new SeenException(
                    PullFiles.changed(path, expected, found.get().hash()), bytes);
        } catch (LimitException e) {
            return new SeenException(Sighting.Kind.CHANGED.because(path, e.sentence()));
        }
    }
}
