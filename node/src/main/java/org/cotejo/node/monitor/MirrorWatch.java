package org.cotejo.node.monitor;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.cotejo.base.Problem;
import org.cotejo.base.Result;
import org.cotejo.base.Sentence;
import org.cotejo.crypto.Hash;
import org.cotejo.node.web.LimitException;
import org.cotejo.node.web.Web;
import org.cotejo.publication.SitePath;
import org.cotejo.tlog.Checkpoint;
import org.cotejo.tlog.ForkEvidence;
import org.cotejo.tlog.Note;
import org.cotejo.tlog.Policy;
import org.cotejo.tlog.SignedCheckpoint;
import org.cotejo.tlog.TilePath;
import org.cotejo.tlog.TileReader;
import org.cotejo.tlog.Vkey;

/**
 * Looks at every address of a list of mirrors at once and compares their heads: which is the newest, who is behind, and whether all of them
 * are one log. Two heads that can't both be true are a fork, and are handed out as evidence.
 */
public final class MirrorWatch {
    /** A place to look at. */
    public record Address(String name, String url) {}

    /** What is remembered of an address from one look to the next. */
    public record Remembered(Watched.State state, Instant since, long largest) {}

    /** What was seen, in the order of the list, and the forks. */
    public record Seen(List<Watched> rows, List<ForkEvidence> forks) {
        /** Whether anything says that somebody cheats. */
        public boolean isAlarm() {
            return !forks.isEmpty() || rows.stream().anyMatch(row -> row.state().isAlarm());
        }
    }

    /** A head, or why there is none. */
    private record Looked(Optional<SignedCheckpoint> head, Watched.State state, Sentence words) {}

    private static final int BUNDLE_MOST = TilePath.FULL * (2 + 0xffff);

    private final Policy policy;
    private final Web web;
    private final Map<String, Remembered> before;
    private final Instant now;
    private final List<ForkEvidence> forks = new ArrayList<>();

    private MirrorWatch(Policy policy, Web web, Map<String, Remembered> before, Instant now) {
        this.policy = policy;
        this.web = web;
        this.before = before;
        this.now = now;
    }

    /** Looks once. */
    public static Seen look(
            List<Address> addresses, Policy policy, Web web, Map<String, Remembered> before, Instant now) {
        return new MirrorWatch(policy, web, before, now).run(addresses);
    }

    private Seen run(List<Address> addresses) {
        Map<Address, Looked> looked = new LinkedHashMap<>();
        Map<Address, Future<Looked>> asked = new LinkedHashMap<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            addresses.forEach(address -> asked.put(address, threads.submit(() -> head(address))));
            asked.forEach((address, answer) -> looked.put(address, await(answer)));
        }
        Optional<Map.Entry<Address, Looked>> newest = looked.entrySet().stream()
                .filter(one -> one.getValue().head().isPresent())
                .max(Comparator.comparingLong(one -> size(one.getValue())));
        List<Watched> rows = new ArrayList<>();
        looked.forEach((address, one) -> rows.add(row(address, one, newest)));
        return new Seen(List.copyOf(rows), List.copyOf(forks));
    }

    private static Looked await(Future<Looked> answer) {
        try {
            return answer.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Looked(Optional.empty(), Watched.State.DOWN, new Sentence("interrupted", "interrumpido"));
        } catch (ExecutionException e) {
            throw new IllegalStateException("looking at a mirror", e);
        }
    }

    private static long size(Looked one) {
        return one.head().map(head -> head.checkpoint().size()).orElse(-1L);
    }

    private static String path(String url, String path) {
        return (url.endsWith("/") ? url : url + "/") + path;
    }

    private Looked head(Address address) {
        ByteArrayOutputStream note = new ByteArrayOutputStream();
        try {
            int status = web.get(path(address.url(), SitePath.CHECKPOINT), Note.SIZE_MOST, note);
            if (status != 200) {
                return new Looked(
                        Optional.empty(),
                        Watched.State.DOWN,
                        new Sentence("it answered {0}", "respondió {0}").with(status));
            }
        } catch (LimitException e) {
            return new Looked(Optional.empty(), Watched.State.DOWN, e.sentence());
        } catch (IOException e) {
            String reason = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
            return new Looked(
                    Optional.empty(),
                    Watched.State.DOWN,
                    new Sentence("it can't be reached ({0})", "no se puede alcanzar ({0})").with(reason));
        }
        Result<SignedCheckpoint> head = SignedCheckpoint.parse(note.toByteArray())
                .then(read -> policy.judge(read).then(_ -> Result.ok(read)));
        return switch (head) {
            case Result.Ok<SignedCheckpoint>(SignedCheckpoint read) ->
                new Looked(Optional.of(read), Watched.State.CURRENT, new Sentence("-", "-"));
            case Result.Refused<SignedCheckpoint>(Problem problem) ->
                new Looked(
                        Optional.empty(),
                        Watched.State.WRONG,
                        new Sentence("{0}", "{1}").with(problem.line("en"), problem.line("es")));
        };
    }

    private Watched row(Address address, Looked one, Optional<Map.Entry<Address, Looked>> newest) {
        if (one.head().isEmpty() || newest.isEmpty()) {
            return watched(address, one.state(), -1, one.words());
        }
        SignedCheckpoint head = one.head().get();
        SignedCheckpoint largest = newest.get().getValue().head().orElseThrow();
        long size = head.checkpoint().size();
        Remembered last = before.get(address.url());
        if (isOther(head, largest, newest.get().getKey())) {
            return watched(
                    address,
                    Watched.State.DIFFERS,
                    size,
                    new Sentence(
                                    "its {0} entries are not the first of the {1} that {2} has: one log showed two"
                                            + " different things",
                                    "sus {0} asientos no son los primeros de los {1} que tiene {2}: un registro mostró"
                                            + " dos cosas distintas")
                            .with(
                                    size,
                                    largest.checkpoint().size(),
                                    newest.get().getKey().name()));
        }
        if (last != null && size < last.largest()) {
            return watched(
                    address,
                    Watched.State.DIFFERS,
                    size,
                    new Sentence(
                                    "it went back: it showed {0} entries before, and now {1}",
                                    "retrocedió: antes mostraba {0} asientos y ahora {1}")
                            .with(last.largest(), size));
        }
        long lag = largest.checkpoint().size() - size;
        return lag == 0
                ? watched(address, Watched.State.CURRENT, size, witnessed(head))
                : watched(
                        address,
                        Watched.State.BEHIND,
                        size,
                        new Sentence("{0} entries behind the newest", "{0} asientos detrás de la más nueva").with(lag));
    }

    private Sentence witnessed(SignedCheckpoint head) {
        return policy.verify(head) instanceof Result.Ok<Policy.Verdict>(Policy.Verdict verdict)
                        && !verdict.cosigned().isEmpty()
                ? new Sentence("cosigned by {0} witnesses", "cofirmada por {0} testigos")
                        .with(verdict.cosigned().size())
                : new Sentence("un-witnessed", "sin testigos");
    }

    private Watched watched(Address address, Watched.State state, long entries, Sentence words) {
        Remembered last = before.get(address.url());
        Instant since = last != null && last.state() == state ? last.since() : now;
        return new Watched(address.name(), address.url(), state, entries, words, since);
    }

    /** Whether a head is not the beginning of the newest one. What can't be compared, since tiles are missing, is not called different. */
    private boolean isOther(SignedCheckpoint head, SignedCheckpoint newest, Address at) {
        Checkpoint smaller = head.checkpoint();
        Checkpoint larger = newest.checkpoint();
        if (smaller.equals(larger) || smaller.size() == 0) {
            return false;
        }
        if (!smaller.origin().equals(larger.origin())) {
            return false;
        }
        if (smaller.size() == larger.size()) {
            keep(Optional.of(ForkEvidence.of(head, newest)));
            return true;
        }
        try {
            if (!(TileReader.open(larger, path -> tile(at, path)) instanceof Result.Ok<TileReader>(TileReader tiles))
                    || !(tiles.root(smaller.size()) instanceof Result.Ok<Hash>(Hash root))
                    || root.equals(smaller.root())) {
                return false;
            }
            keep(
                    ForkEvidence.of(head, newest, tiles) instanceof Result.Ok<ForkEvidence>(ForkEvidence fork)
                            ? Optional.of(fork)
                            : Optional.empty());
            return true;
        } catch (UncheckedIOException e) {
            return false;
        }
    }

    private void keep(Optional<ForkEvidence> fork) {
        List<Vkey> keys = policy.logs().stream().map(Policy.Log::key).toList();
        fork.filter(one -> one.verify(keys) instanceof Result.Ok<ForkEvidence>).ifPresent(forks::add);
    }

    private Optional<byte[]> tile(Address at, TilePath path) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            int most = path.isEntries() ? BUNDLE_MOST : TilePath.FULL_BYTES;
            return web.get(path(at.url(), path.path()), most, bytes) == 200
                    ? Optional.of(bytes.toByteArray())
                    : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is to be remembered for the next look. */
    public static Map<String, Remembered> remembered(Seen seen, Map<String, Remembered> before) {
        Map<String, Remembered> now = new LinkedHashMap<>();
        for (Watched row : seen.rows()) {
            Remembered last = before.get(row.url());
            long largest = Math.max(row.entries(), last == null ? -1 : last.largest());
            now.put(row.url(), new Remembered(row.state(), row.since(), largest));
        }
        return now;
    }
}
