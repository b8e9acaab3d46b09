package org.cotejo.app;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.cotejo.base.Problem;
import org.cotejo.base.RefusedException;
import org.cotejo.base.Result;
import org.cotejo.base.Sentence;
import org.cotejo.node.monitor.Poster;
import org.cotejo.publication.MirrorList;
import org.cotejo.publication.SitePath;
import org.cotejo.tlog.Policy;
import org.cotejo.tlog.Skey;
import picocli.CommandLine.Model.CommandSpec;

/** {@code cotejo mirrors sign|show|watch|poster}: the list of mirrors that travels in every copy. */
final class MirrorsCommand implements Callable<Integer> {
    private final CommandSpec spec = Options.of(this);
    private final Console console;

    MirrorsCommand(Console console) {
        this.console = console;
        Options.about(
                spec,
                "The list of known mirrors, which the log's key signs and which travels in every copy: so that a"
                        + " blocked domain is not the end. Watches them, and prints a poster.",
                "cotejo mirrors sign public/venezuela mirrors.txt",
                "cotejo mirrors show http://192.0.2.7:8780/ --policy results.policy",
                "cotejo mirrors watch public/venezuela --policy results.policy --into watch",
                "cotejo mirrors poster public/venezuela --into poster.html");
        Parts.add(spec, "sign", new Sign().spec);
        Parts.add(spec, "show", new Show().spec);
        Parts.add(spec, "watch", new MirrorsWatch(console).spec());
        Parts.add(spec, "poster", new PosterOf().spec);
    }

    CommandSpec spec() {
        return spec;
    }

    @Override
    public Integer call() {
        throw Parts.missing(spec, "WHAT");
    }

    /** The list in a publication, checked against a policy if there is one. */
    static MirrorList of(LogAt log, String where, @org.jspecify.annotations.Nullable Policy policy) {
        byte[] bytes = log.read(SitePath.MIRRORS, MirrorList.SIZE_MOST)
                .orElseThrow(() -> new RefusedException(AppProblem.NO_MIRRORS.at(where)));
        Result<MirrorList> list = MirrorList.parse(bytes)
                .then(read -> read.of(log.head().checkpoint().origin()))
                .then(read -> policy == null
                        ? Result.ok(read)
                        : read.verify(
                                policy.logs().stream().map(Policy.Log::key).toList()));
        return switch (list) {
            case Result.Ok<MirrorList>(MirrorList read) -> read;
            case Result.Refused<MirrorList>(Problem problem) ->
                throw new RefusedException(problem.in(where + "/" + SitePath.MIRRORS));
        };
    }

    /** Lines {@code NAME ADDRESS...} of a file. */
    private static List<MirrorList.Mirror> lines(String file) {
        List<MirrorList.Mirror> mirrors = new ArrayList<>();
        String text = new String(ClockFiles.bytes(file, MirrorList.SIZE_MOST), StandardCharsets.UTF_8);
        int number = 0;
        for (String line : text.split("\n", -1)) {
            number++;
            String plain = line.strip();
            if (plain.isEmpty() || plain.startsWith("#")) {
                continue;
            }
            List<String> parts = List.of(plain.split("\\s+"));
            List<String> addresses = parts.subList(1, parts.size());
            boolean isMirror = !addresses.isEmpty()
                    && addresses.size() <= MirrorList.ADDRESSES_MOST
                    && parts.getFirst().length() <= 64
                    && addresses.stream().allMatch(MirrorList::isAddress)
                    && mirrors.stream().noneMatch(one -> one.name().equals(parts.getFirst()))
                    && mirrors.size() < MirrorList.MIRRORS_MOST;
            if (!isMirror) {
                throw new RefusedException(AppProblem.MIRROR_LINE.at(file + ":" + number, plain));
            }
            mirrors.add(new MirrorList.Mirror(parts.getFirst(), addresses));
        }
        if (mirrors.isEmpty()) {
            throw new RefusedException(AppProblem.MIRROR_LINE.at(file, ""));
        }
        return mirrors;
    }

    /** Signs a list into a publication. */
    private final class Sign implements Callable<Integer> {
        private final CommandSpec spec = Options.of(this);

        Sign() {
            Options.positional(spec, "SITE", "the folder of a publication whose log's key lies in $COTEJO_KEYS");
            Options.positional(
                    spec, "FILE", "lines of a name and its addresses: host names, IP addresses, onion names");
            Options.about(
                    spec,
                    "Signs a list of mirrors with the log's key and puts it into the publication; every mirror carries"
                            + " it on. A name is that of a body, never of a person.",
                    "cotejo mirrors sign public/venezuela mirrors.txt",
                    "In the file:  university https://results.example.edu/ http://192.0.2.7:8780/"
                            + " http://abcdef.onion/");
        }

        @Override
        public Integer call() {
            Path site = Options.path(spec, 0);
            try (LogAt log = LogAt.open(site.toString())) {
                Skey key = console.keys()
                        .usable(log.head().checkpoint().origin())
                        .keys()
                        .getFirst();
                MirrorList list =
                        MirrorList.signed(key, Clock.systemUTC().instant(), lines(Options.positional(spec, 1)));
                Path place = site.toAbsolutePath().normalize();
                WrittenFile.write(
                        place.resolve(SitePath.MIRRORS),
                        place.resolveSibling("." + place.getFileName() + ".mirrors.new"),
                        list.bytes());
                console.print(new Sentence("{0}: {1} mirrors, signed", "{0}: {1} réplicas, firmado")
                        .with(place.resolve(SitePath.MIRRORS), list.mirrors().size()));
                return Exit.PROVEN;
            }
        }
    }

    /** Shows a list. */
    private final class Show implements Callable<Integer> {
        private final CommandSpec spec = Options.of(this);

        Show() {
            Options.positional(spec, "SITE|URL", "a publication or a mirror");
            Options.value(spec, "--policy", "FILE", null, "whose key to believe");
            Options.about(
                    spec,
                    "Shows the list of mirrors that a publication carries. Exit code 3 without a policy: nobody"
                            + " vouches for the list.",
                    "cotejo mirrors show public/venezuela --policy results.policy");
        }

        @Override
        public Integer call() {
            String where = Options.positional(spec, 0);
            String file = Options.text(spec, "--policy");
            try (LogAt log = LogAt.open(where)) {
                MirrorList list = of(log, where, file == null ? null : WitnessFolder.policy(file));
                console.print(new Sentence("log   {0}", "registro {0}").with(list.origin()));
                console.print(new Sentence("made  {0}", "hecha    {0}").with(list.at()));
                list.mirrors()
                        .forEach(one -> console.print("  " + one.name() + "  " + String.join("  ", one.addresses())));
                console.print(
                        file == null
                                ? new Sentence(
                                        "[could not check] who signed it: no policy was given (--policy)",
                                        "[no se pudo comprobar] quién la firmó: no se dio ninguna política (--policy)")
                                : new Sentence(
                                        "[proven] signed by the log's key",
                                        "[probado] firmada con la clave del registro"));
                return file == null ? Exit.UNCHECKED : Exit.PROVEN;
            }
        }
    }

    /** Draws a poster. */
    private final class PosterOf implements Callable<Integer> {
        private final CommandSpec spec = Options.of(this);

        PosterOf() {
            Options.positional(spec, "SITE|URL", "a publication or a mirror that carries a list");
            Options.value(spec, "--policy", "FILE", null, "whose key to believe");
            Options.required(spec, "--into", "FILE", "the page to write; print it from any browser");
            Options.about(
                    spec,
                    "Writes a poster, in Spanish and English: where the publication can be read, in words and as QR"
                            + " codes.",
                    "cotejo mirrors poster public/venezuela --policy results.policy --into poster.html");
        }

        @Override
        public Integer call() {
            String where = Options.positional(spec, 0);
            String file = Options.text(spec, "--policy");
            try (LogAt log = LogAt.open(where)) {
                MirrorList list = of(log, where, file == null ? null : WitnessFolder.policy(file));
                String page = Poster.html(
                        list,
                        log.head().checkpoint().root().hex(),
                        log.head().checkpoint().size());
                String into = Objects.requireNonNull(Options.text(spec, "--into"));
                WrittenFile.write(into, page.getBytes(StandardCharsets.UTF_8));
                console.print(new Sentence("Written: {0}", "Escrito: {0}").with(into));
                return Files.isRegularFile(Path.of(into)) ? Exit.PROVEN : Exit.MACHINE_FAILED;
            }
        }
    }
}
