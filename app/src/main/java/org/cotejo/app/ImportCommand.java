package org.cotejo.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.cotejo.base.RefusedException;
import org.cotejo.base.Sentence;
import org.cotejo.folder.ElectionFolder;
import org.cotejo.formats.Importers;
import org.cotejo.formats.importer.ImportRequest;
import org.cotejo.formats.importer.ImportSummary;
import org.cotejo.formats.importer.Importer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;

/** {@code cotejo import FORMAT FILE... --into DIR [options]}. */
final class ImportCommand implements Callable<Integer> {
    private final CommandSpec spec = Options.of(this);
    private final Console console;

    ImportCommand(Console console) {
        this.console = console;
        Options.optional(spec, "FORMAT", "what the files are; --list names all formats");
        Options.positionals(spec, "FILE", "the files, in the order in which they are to be imported");
        Options.value(spec, "--into", "DIR", null, "the election folder; made if it does not exist");
        Options.value(spec, "--map", "MAP", null, "for csv: the JSON file that says which column is what");
        Options.values(spec, "--set", "NAME=VALUE", "an option of the format, such as custodian=observers");
        for (String option : formatOptions(importers(List.of()))) {
            Options.values(spec, "--" + option, "VALUE", "the same as --set " + option + "=VALUE");
        }
        Options.flag(spec, "--list", "list the formats with their options and do nothing");
        Options.json(spec);
        Options.about(
                spec,
                "Reads files into an election folder: all of them, or, if anything in them is wrong, none.",
                "cotejo import csv party-a.csv --map party-a.map.json --into election",
                "cotejo import register register.csv --into election",
                "cotejo import images photos/ --custodian party-a --into election",
                "cotejo import publication https://party-b.example/2027/ --policy party-b.policy --into election");
    }

    CommandSpec spec() {
        return spec;
    }

    @Override
    public Integer call() {
        Map<String, Importer> importers = importers(Options.words(spec, 1));
        if (Options.isSet(spec, "--list")) {
            list(importers);
            return Exit.PROVEN;
        }
        @Nullable String format = Options.optional(spec, 0);
        Importer importer = format == null ? null : importers.get(format);
        if (importer == null) {
            throw new RefusedException(AppProblem.UNKNOWN_FORMAT.at(
                    "FORMAT", String.valueOf(format), String.join(", ", importers.keySet())));
        }
        String into = Options.text(spec, "--into");
        if (into == null) {
            throw new RefusedException(AppProblem.MISSING_OPTION.at("--into", "--into DIR"));
        }
        List<Path> files = new ArrayList<>(Options.paths(spec, 1));
        console.say(new Sentence("Importing {0} into {1} ...", "Importando {0} en {1} ...").with(files, into));
        String map = Options.text(spec, "--map");
        Path folder = Path.of(into);
        boolean isNew = !ElectionFolder.isFolder(folder);
        boolean wasThere = Files.exists(folder);
        try {
            tell(importer.run(new ImportRequest(
                    files,
                    map == null ? null : Path.of(map),
                    ElectionFolder.openOrCreate(folder),
                    settings(importer, importers),
                    console.rows())));
            return Exit.PROVEN;
        } catch (NotProvenException e) {
            takeBack(folder, isNew, wasThere);
            return e.show(console, Options.isSet(spec, "--json"));
        } catch (RefusedException e) {
            takeBack(folder, isNew, wasThere);
            throw e;
        }
    }

    /** A folder that this import made is not left behind when nothing came in. */
    private static void takeBack(Path folder, boolean isNew, boolean wasThere) {
        if (!isNew || !ElectionFolder.isFolder(folder)) {
            return;
        }
        Folders.delete(folder);
        if (wasThere) {
            Folders.make(folder);
        }
    }

    /** The formats of the world; the publications of others, which are verified, and pictures, which are read, are no format. */
    private Map<String, Importer> importers(List<String> typed) {
        Map<String, Importer> byName = new TreeMap<>();
        Importers.all().forEach(importer -> byName.put(importer.name(), importer));
        Importer publication = new PublicationImport(typed, console);
        byName.put(publication.name(), publication);
        Importer images = new ImagesImport(console);
        byName.put(images.name(), images);
        return byName;
    }

    /** Names of the options that any format takes; each refuses those of the others. */
    private static Set<String> formatOptions(Map<String, Importer> importers) {
        Set<String> names = new TreeSet<>();
        importers.values().forEach(importer -> names.addAll(importer.options().keySet()));
        return names;
    }

    private Map<String, String> settings(Importer importer, Map<String, Importer> importers) {
        Map<String, String> settings = new HashMap<>();
        for (String option : formatOptions(importers)) {
            List<String> values = Options.texts(spec, "--" + option);
            if (values.size() > 1 && !importer.repeatable().contains(option)) {
                throw new RefusedException(AppProblem.GIVEN_TWICE.at("--" + option, importer.name()));
            }
            if (!values.isEmpty()) {
                settings.put(option, String.join("\n", values));
            }
        }
        for (String setting : Options.texts(spec, "--set")) {
            int equals = setting.indexOf('=');
            if (equals < 1) {
                throw new RefusedException(AppProblem.SETTING.at("--set", setting));
            }
            settings.put(setting.substring(0, equals), setting.substring(equals + 1));
        }
        return settings;
    }

    private void list(Map<String, Importer> importers) {
        for (Importer importer : importers.values()) {
            console.print(
                    "  %-14s %s".formatted(importer.name(), importer.what().in(console.language())));
            importer.options()
                    .forEach((name, what) -> console.print(
                            "  %-14s   --set %s=...: %s".formatted("", name, what.in(console.language()))));
        }
    }

    private void tell(ImportSummary summary) {
        if (Options.isSet(spec, "--json")) {
            SummaryJson.write(summary, console.out());
            return;
        }
        if (summary.counts().isEmpty()) {
            return;
        }
        List<String> counts = new ArrayList<>();
        summary.counts().forEach((name, count) -> counts.add(count + " " + name.replace('_', ' ')));
        console.print(new Sentence("Imported {0}: {1}.", "Importado {0}: {1}.")
                .with(String.join(", ", summary.files()), String.join(", ", counts)));
    }
}
