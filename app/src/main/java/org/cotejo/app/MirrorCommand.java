package org.cotejo.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.cotejo.base.RefusedException;
import org.cotejo.base.Sentence;
import org.cotejo.node.mirror.Limits;
import org.cotejo.node.mirror.Mirror;
import org.cotejo.node.mirror.MirrorService;
import org.cotejo.node.mirror.Sighting;
import org.cotejo.node.monitor.MirrorPage;
import org.cotejo.node.web.HttpWeb;
import org.cotejo.node.web.WebServer;
import org.cotejo.publication.PinnedPolicy;
import org.cotejo.publication.Succession;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;

/** {@code cotejo mirror URL DIR [--once] [--serve] [--policy FILE]}. */
final class MirrorCommand implements Callable<Integer> {
    private static final String POLICY = "pinned.policy";
    private static final int AGAIN_LEAST = 20;

    private final CommandSpec spec = Options.of(this);
    private final Console console;
    private final AtomicReference<Mirror.@Nullable Standing> last = new AtomicReference<>();

    MirrorCommand(Console console) {
        this.console = console;
        Options.positional(spec, "URL", "the publication, or another mirror of it: an http:// or https:// address");
        Options.positional(spec, "DIR", "a folder for the mirror, new or empty at first; DIR/site is the copy");
        Options.value(
                spec,
                "--policy",
                "FILE",
                null,
                "what to pin; kept in DIR, so give it once, and from elsewhere than URL");
        Options.flag(spec, "--once", "look once, look at every old file again, and end with an exit code");
        Options.flag(spec, "--new-only", "with --once: bring what is new and look at no old file again");
        Options.flag(spec, "--serve", "serve the copy on; how the mirror stands is at /.mirror/");
        Options.value(spec, "--port", "P", "8780", "the port for --serve");
        Options.value(spec, "--host", "H", "127.0.0.1", "the address for --serve; 0.0.0.0 lets others read");
        Options.value(spec, "--every", "SECONDS", "30", "how long to wait between two looks");
        Options.value(spec, "--wait", "SECONDS", "20", "how long the source may take to begin an answer");
        Options.value(
                spec, "--most-bytes", "N", String.valueOf(Limits.USUAL.bytesMost()), "most bytes of the publication");
        Options.json(spec);
        Options.about(
                spec,
                "Follows a publication: brings what is new, checks every byte against the log's head before it is"
                        + " served, and says when the source forks, goes back, changes or hides a file, lags or is away."
                        + " Both heads of a fork are kept in DIR/evidence for ever. Exit code with --once: 0 everything"
                        + " fits, 1 refuted, 3 could not check.",
                "cotejo mirror https://results.example.org/2027/ mirror --policy results.policy --serve --host 0.0.0.0",
                "cotejo mirror https://results.example.org/2027/ mirror --once --json");
    }

    CommandSpec spec() {
        return spec;
    }

    @Override
    public Integer call() {
        String url = Options.positional(spec, 0);
        if (!Opened.isOnWeb(url)) {
            throw new RefusedException(AppProblem.MIRROR_URL.at("URL", url));
        }
        Path dir = Options.path(spec, 1);
        Limits limits = new Limits(
                Options.number(spec, "--most-bytes", 1, Long.MAX_VALUE / 4),
                Limits.USUAL.entriesMost(),
                Limits.USUAL.filesMost(),
                Limits.USUAL.lanes());
        Duration wait = Duration.ofSeconds(Options.number(spec, "--wait", 1, 3_600));
        int port = (int) Options.number(spec, "--port", 0, 65_535);
        long every = Options.number(spec, "--every", 1, 86_400);
        String given = Options.text(spec, "--policy");
        @Nullable PinnedPolicy pinned = given != null ? PublicationPolicy.read(given) : kept(dir);
        Mirror.Wishes wishes = new Mirror.Wishes(
                url, pinned == null ? null : pinned.policy(), pinned == null ? null : succession(pinned), limits);
        try (HttpWeb web = new HttpWeb(wait);
                Mirror mirror = Mirror.open(dir, wishes, web, Clock.systemUTC())) {
            if (given != null) {
                WrittenFile.write(
                        dir.resolve(POLICY).toString(),
                        Objects.requireNonNull(pinned).bytes(List.of()));
            }
            return Options.isSet(spec, "--serve") ? serving(mirror, url, port, every) : follow(mirror, every);
        }
    }

    private static @Nullable PinnedPolicy kept(Path dir) {
        Path file = dir.resolve(POLICY);
        return Files.isRegularFile(file) ? PublicationPolicy.read(file.toString()) : null;
    }

    /** How the log took over from another one, as its policy says; or how it was ended itself, as was accepted here. */
    private @Nullable Succession succession(PinnedPolicy pinned) {
        return pinned.succession() != null
                ? pinned.succession()
                : pinned.policy().logs().stream()
                        .flatMap(log -> console.heads().succession(log.key().name()).stream())
                        .findFirst()
                        .orElse(null);
    }

    private int serving(Mirror mirror, String url, int port, long every) {
        String host = Objects.requireNonNull(Options.text(spec, "--host"));
        MirrorService service = new MirrorService(mirror::current, mirror.evidence(), () -> page(mirror, url));
        Optional<WebServer> started =
                WebServer.start(host, port, new WebServer.Limits(1 << 12, 2_048, Duration.ofSeconds(20)), service);
        if (started.isEmpty()) {
            throw new RefusedException(AppProblem.PORT.at("--port", port));
        }
        try (WebServer server = started.get()) {
            console.say(new Sentence(
                            "The mirror serves at http://{0}:{1}/ and tells how it stands at http://{0}:{1}/.mirror/",
                            "La réplica sirve en http://{0}:{1}/ y dice cómo está en http://{0}:{1}/.mirror/")
                    .with(host, server.port()));
            return follow(mirror, every);
        }
    }

    private String page(Mirror mirror, String url) {
        Mirror.Standing standing = last.get();
        return MirrorPage.html(
                url,
                standing == null ? new Mirror.Standing(List.of(), -1, 0, 0, java.time.Instant.EPOCH, false) : standing,
                evidence(mirror),
                Clock.systemUTC().instant().truncatedTo(java.time.temporal.ChronoUnit.SECONDS));
    }

    private static List<String> evidence(Mirror mirror) {
        try (Stream<Path> all = Files.list(mirror.evidence())) {
            return all.map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> !name.startsWith("."))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("looking into " + mirror.evidence(), e);
        }
    }

    private int follow(Mirror mirror, long every) {
        boolean isOnce = Options.isSet(spec, "--once");
        int again = !isOnce ? AGAIN_LEAST : Options.isSet(spec, "--new-only") ? 0 : Mirror.ALL;
        while (true) {
            Mirror.Standing before = last.get();
            long from = System.nanoTime();
            Mirror.Standing now = mirror.round(again);
            last.set(now);
            if (isOnce && Options.isSet(spec, "--json")) {
                json(mirror, now, (System.nanoTime() - from) / 1_000_000);
            } else if (isOnce
                    || before == null
                    || now.isNew()
                    || !now.sightings().equals(before.sightings())) {
                text(mirror, now);
            }
            if (isOnce) {
                return exit(now);
            }
            try {
                Thread.sleep(Duration.ofSeconds(every));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return exit(now);
            }
        }
    }

    private static int exit(Mirror.Standing now) {
        return now.worst()
                .map(weight -> weight == Sighting.Weight.REFUTED ? Exit.REFUTED : Exit.UNCHECKED)
                .orElse(Exit.PROVEN);
    }

    private void text(Mirror mirror, Mirror.Standing now) {
        now.sightings().forEach(one -> console.print("  " + one.line(console.language())));
        if (now.entries() >= 0) {
            console.print(new Sentence(
                            "{0}: {1} entries, every byte checked ({2} requests, {3} bytes)",
                            "{0}: {1} asientos, cada byte comprobado ({2} peticiones, {3} bytes)")
                    .with(
                            mirror.current().map(Path::toString).orElse("-"),
                            now.entries(),
                            now.requests(),
                            now.bytes()));
        }
        if (mirror.evidences() > 0) {
            console.print(new Sentence("evidence: {0} files in {1}", "evidencia: {0} archivos en {1}")
                    .with(mirror.evidences(), mirror.evidence()));
        }
        console.out().flush();
    }

    private void json(Mirror mirror, Mirror.Standing now, long millis) {
        try (JsonGenerator json = LogShow.JSON.createGenerator(ObjectWriteContext.empty(), console.out())) {
            json.writeStartObject();
            int exit = exit(now);
            json.writeStringProperty(
                    "verdict", exit == Exit.PROVEN ? "proven" : exit == Exit.REFUTED ? "refuted" : "unchecked");
            json.writeNumberProperty("entries", now.entries());
            json.writeBooleanProperty("new", now.isNew());
            json.writeNumberProperty("requests", now.requests());
            json.writeNumberProperty("bytes", now.bytes());
            json.writeNumberProperty("milliseconds", millis);
            json.writeNumberProperty("evidence", mirror.evidences());
            json.writeArrayPropertyStart("problems");
            for (Sighting one : now.sightings()) {
                json.writeStartObject();
                json.writeStringProperty("code", one.kind().code());
                json.writeStringProperty("where", one.where());
                json.writeStringProperty("message", one.sentence().in(console.language()));
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
            json.writeRaw('\n');
        }
    }
}
