package org.cotejo.app;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.cotejo.base.Sentence;
import org.cotejo.crypto.Sha256;
import org.cotejo.node.monitor.MirrorWatch;
import org.cotejo.node.monitor.WatchPage;
import org.cotejo.node.monitor.Watched;
import org.cotejo.node.web.HttpWeb;
import org.cotejo.publication.MirrorList;
import org.cotejo.tlog.ForkEvidence;
import org.cotejo.tlog.Policy;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;

/** {@code cotejo mirrors watch SITE|URL --policy FILE [--into DIR]}: all known mirrors side by side. */
final class MirrorsWatch implements Callable<Integer> {
    private static final int MEMORY_MOST = 1 << 20;

    private final CommandSpec spec = Options.of(this);
    private final Console console;

    MirrorsWatch(Console console) {
        this.console = console;
        Options.positional(spec, "SITE|URL", "a publication or a mirror that carries a list of mirrors");
        Options.required(spec, "--policy", "FILE", "whose keys to believe");
        Options.values(spec, "--also", "URL", "an address that is not in the list; may be given several times");
        Options.value(
                spec,
                "--into",
                "DIR",
                null,
                "write pages (en.html, es.html), evidence, and what is remembered for 'since'");
        Options.value(spec, "--every", "SECONDS", null, "look again and again; without it, once");
        Options.value(spec, "--wait", "SECONDS", "10", "how long an address may take to begin an answer");
        Options.json(spec);
        Options.about(
                spec,
                "Looks at every known mirror: who is up to date, behind, down or different, and since when. Two heads"
                        + " that can't both be true are kept as evidence. Exit code 0 all up to date, 1 somebody differs,"
                        + " 3 some are behind or down.",
                "cotejo mirrors watch public/venezuela --policy results.policy --into watch --every 60");
    }

    CommandSpec spec() {
        return spec;
    }

    @Override
    public Integer call() {
        Policy policy = WitnessFolder.policy(Objects.requireNonNull(Options.text(spec, "--policy")));
        String where = Options.positional(spec, 0);
        List<MirrorWatch.Address> addresses = new ArrayList<>();
        String origin;
        try (LogAt log = LogAt.open(where)) {
            MirrorList list = MirrorsCommand.of(log, where, policy);
            origin = list.origin();
            list.mirrors()
                    .forEach(one ->
                            one.addresses().forEach(url -> addresses.add(new MirrorWatch.Address(one.name(), url))));
        }
        Options.texts(spec, "--also").forEach(url -> addresses.add(new MirrorWatch.Address(url, url)));
        String into = Options.text(spec, "--into");
        @Nullable Path folder = into == null ? null : Path.of(into);
        boolean isOnce = Options.text(spec, "--every") == null;
        long every = isOnce ? 0 : Options.number(spec, "--every", 1, 86_400);
        Map<String, MirrorWatch.Remembered> before = folder == null ? Map.of() : remembered(folder);
        try (HttpWeb web = new HttpWeb(Duration.ofSeconds(Options.number(spec, "--wait", 1, 600)))) {
            while (true) {
                Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
                MirrorWatch.Seen seen = MirrorWatch.look(addresses, policy, web, before, now);
                before = MirrorWatch.remembered(seen, before);
                if (folder != null) {
                    keep(folder, seen, before, origin, now);
                }
                if (Options.isSet(spec, "--json")) {
                    json(seen, origin);
                } else {
                    text(seen);
                }
                if (isOnce) {
                    return exit(seen);
                }
                Thread.sleep(Duration.ofSeconds(every));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Exit.PROVEN;
        }
    }

    private static int exit(MirrorWatch.Seen seen) {
        boolean isWhole = seen.rows().stream().allMatch(row -> row.state() == Watched.State.CURRENT);
        return seen.isAlarm() ? Exit.REFUTED : isWhole ? Exit.PROVEN : Exit.UNCHECKED;
    }

    private static Map<String, MirrorWatch.Remembered> remembered(Path folder) {
        Path file = folder.resolve("remembered");
        Map<String, MirrorWatch.Remembered> before = new LinkedHashMap<>();
        if (!Files.isRegularFile(file)) {
            return before;
        }
        String text = new String(ClockFiles.bytes(file.toString(), MEMORY_MOST), StandardCharsets.UTF_8);
        for (String line : text.split("\n", -1)) {
            String[] parts = line.split(" ", -1);
            try {
                if (parts.length == 4) {
                    before.put(
                            parts[3],
                            new MirrorWatch.Remembered(
                                    Watched.State.valueOf(parts[0]),
                                    Instant.parse(parts[1]),
                                    Long.parseLong(parts[2])));
                }
            } catch (IllegalArgumentException | DateTimeException e) {
                // a line that can't be read is an address that is seen for the first time
            }
        }
        return before;
    }

    private static void keep(
            Path folder, MirrorWatch.Seen seen, Map<String, MirrorWatch.Remembered> now, String origin, Instant at) {
        Folders.make(folder.resolve("evidence"));
        StringBuilder memory = new StringBuilder();
        now.forEach((url, one) -> memory.append(one.state())
                .append(' ')
                .append(one.since())
                .append(' ')
                .append(one.largest())
                .append(' ')
                .append(url)
                .append('\n'));
        write(folder.resolve("remembered"), memory.toString().getBytes(StandardCharsets.UTF_8));
        for (String language : List.of("en", "es")) {
            byte[] page = WatchPage.html(seen, origin, at, language).getBytes(StandardCharsets.UTF_8);
            write(folder.resolve(language + ".html"), page);
        }
        write(
                folder.resolve("index.html"),
                WatchPage.html(seen, origin, at, "en").getBytes(StandardCharsets.UTF_8));
        for (ForkEvidence fork : seen.forks()) {
            byte[] bytes = fork.bytes();
            String name = "fork-" + Sha256.of(bytes).hex().substring(0, 16) + ".fork";
            if (!Files.exists(folder.resolve("evidence").resolve(name))) {
                write(folder.resolve("evidence").resolve(name), bytes);
            }
        }
    }

    private static void write(Path file, byte[] bytes) {
        WrittenFile.write(file, file.resolveSibling("." + file.getFileName() + ".new"), bytes);
    }

    private void text(MirrorWatch.Seen seen) {
        String language = console.language();
        for (Watched row : seen.rows()) {
            console.print("[" + row.state().words().in(language) + "] " + row.name() + " " + row.url() + "  "
                    + (row.entries() < 0 ? "-" : row.entries()) + "  "
                    + new Sentence("since {0}: ", "desde {0}: ")
                            .with(row.since())
                            .in(language)
                    + row.words().in(language));
        }
        if (!seen.forks().isEmpty()) {
            console.print(new Sentence(
                            "FORK: the log signed heads that can't both be true ({0} pairs, kept as evidence with"
                                    + " --into)",
                            "BIFURCACIÓN: el registro firmó cabezas que no pueden ser ciertas a la vez ({0} pares,"
                                    + " guardados como evidencia con --into)")
                    .with(seen.forks().size()));
        }
        console.out().flush();
    }

    private void json(MirrorWatch.Seen seen, String origin) {
        try (JsonGenerator json = LogShow.JSON.createGenerator(ObjectWriteContext.empty(), console.out())) {
            json.writeStartObject();
            json.writeStringProperty("origin", origin);
            json.writeStringProperty(
                    "verdict", seen.isAlarm() ? "refuted" : exit(seen) == Exit.PROVEN ? "proven" : "unchecked");
            json.writeNumberProperty("forks", seen.forks().size());
            json.writeArrayPropertyStart("mirrors");
            for (Watched row : seen.rows()) {
                json.writeStartObject();
                json.writeStringProperty("name", row.name());
                json.writeStringProperty("url", row.url());
                json.writeStringProperty("state", row.state().name().toLowerCase(java.util.Locale.ROOT));
                json.writeNumberProperty("entries", row.entries());
                json.writeStringProperty("since", row.since().toString());
                json.writeStringProperty("message", row.words().in(console.language()));
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
            json.writeRaw('\n');
        }
    }
}
