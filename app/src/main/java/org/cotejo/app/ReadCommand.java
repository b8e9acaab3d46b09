package org.cotejo.app;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.cotejo.base.RefusedException;
import org.cotejo.base.Sentence;
import org.cotejo.capture.Extras;
import org.cotejo.capture.PictureReader;
import org.cotejo.capture.PrintUse;
import org.cotejo.capture.checker.Checker;
import org.cotejo.capture.checker.Known;
import org.cotejo.capture.picture.HeicDecoder;
import org.cotejo.folder.ElectionFolder;
import org.cotejo.formats.Importers;
import org.cotejo.formats.importer.ImportRequest;
import org.cotejo.pictures.HeicProgram;
import org.cotejo.pictures.LinesBefore;
import org.cotejo.pictures.PictureBatch;
import org.cotejo.pictures.PictureFiles;
import org.cotejo.pictures.PictureRead;
import org.cotejo.pictures.PicturesProblem;
import org.cotejo.pictures.PrintForms;
import org.cotejo.pictures.ReadingJson;
import org.cotejo.pictures.ReadingText;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;

/** {@code cotejo read IMAGE... [--dir DIR | --definition FILE] [--overlay OUT] [--to FILE] [--json]}. */
final class ReadCommand implements Callable<Integer> {
    static final Sentence HEIC = new Sentence(
            "a program that turns HEIC, the format of iPhones, into PNG, called as PROGRAM IN.heic OUT.png, such as heif-convert; without one HEIC is refused",
            "un programa que convierte HEIC, el formato de los iPhone, en PNG, llamado PROGRAMA ENTRADA.heic SALIDA.png, como heif-convert; sin él HEIC se rechaza");

    private final CommandSpec spec = Options.of(this);
    private final Console console;
    private int pictures;
    private int sheets;
    private @Nullable Path overlay;
    private @Nullable Path crops;
    private final Map<String, Integer> overlayNames = new HashMap<>();
    private final Map<Path, Integer> cropNames = new HashMap<>();

    ReadCommand(Console console) {
        this.console = console;
        Options.positionals(spec, "IMAGE", "pictures of tally sheets (JPEG, PNG, TIFF, WebP, PDF), or folders of them");
        Options.value(spec, "--dir", "DIR", null, "the election folder against which sheets are checked");
        Options.value(
                spec, "--definition", "FILE", null, "instead: definition.json of an election, without its stations");
        Options.value(
                spec,
                "--overlay",
                "OUT",
                null,
                "draw what was read over the picture: a PNG file, or a folder for several; private, as the picture is");
        Options.value(
                spec,
                "--to",
                "FILE",
                null,
                "also append a JSON line for each picture, and leave out those that stand there");
        Options.value(
                spec,
                "--print",
                "WHEN",
                "auto",
                "read the figures and words printed on sheets: auto (where no code gave a sheet), always or never; takes seconds");
        Options.value(
                spec,
                "--crops",
                "DIR",
                null,
                "cut out the printed numbers that people must look at, as PNG files; private, as the picture is");
        Options.value(spec, "--heic", "PROGRAM", null, HEIC.in("en"));
        Options.flag(
                spec, "--json", "print one JSON object a line for each picture, and nothing else on standard output");
        Options.about(
                spec,
                "Reads the codes on pictures of tally sheets, or their print where there is no code, and says what they are worth. Without an election nothing is checked,"
                        + " and that is said. A text that could be misread counts only where two decoders read the same. Exit code"
                        + " 0 if a sheet was read in every picture, else 3.",
                "cotejo read sheet.jpg --dir election",
                "cotejo read photos/ --dir election --to readings.jsonl --json",
                "cotejo read sheet.jpg --overlay seen.png");
    }

    CommandSpec spec() {
        return spec;
    }

    @Override
    public Integer call() {
        quietPdf();
        List<Path> named = Options.paths(spec, 0);
        if (named.isEmpty()) {
            throw new RefusedException(AppProblem.MISSING_OPTION.at("IMAGE", "IMAGE..."));
        }
        Checker checker = new Checker(known().orElse(null));
        List<Path> files = PictureFiles.of(named);
        String out = Options.text(spec, "--overlay");
        overlay = out == null ? null : Path.of(out);
        String cut = Options.text(spec, "--crops");
        crops = cut == null ? null : Path.of(cut);
        if (crops != null) {
            Folders.make(crops);
        }
        if (overlay != null && (files.size() > 1 || Files.isDirectory(overlay))) {
            Folders.make(overlay);
        }
        String to = Options.text(spec, "--to");
        if (to == null) {
            read(files, checker, null);
        } else {
            try (LinesBefore lines = new LinesBefore(Path.of(to))) {
                List<Path> left = lines.without(files);
                if (left.size() < files.size()) {
                    console.say(new Sentence(
                                    "{0} pictures were read before; {1} are left.",
                                    "{0} imágenes ya se leyeron; quedan {1}.")
                            .with(files.size() - left.size(), left.size()));
                }
                read(left, checker, lines);
            }
        }
        if (!Options.isSet(spec, "--json") && pictures > 1) {
            console.print(new Sentence(
                            "{0} pictures: a sheet was read in {1}, none in {2}.",
                            "{0} imágenes: se leyó un acta en {1}, ninguna en {2}.")
                    .with(pictures, sheets, pictures - sheets));
        }
        return sheets == pictures ? Exit.PROVEN : Exit.UNCHECKED;
    }

    /** The library that draws PDF pages would write its opinion of each font into the terminal. */
    static void quietPdf() {
        System.setProperty("org.apache.commons.logging.Log", "org.apache.commons.logging.impl.NoOpLog");
        System.setProperty("java.awt.headless", "true");
    }

    private void read(List<Path> files, Checker checker, @Nullable LinesBefore lines) {
        PrintUse use = use();
        PrintForms forms = new PrintForms(console::say);
        String program = Options.text(spec, "--heic");
        HeicDecoder heic = program == null ? HeicDecoder.NONE : HeicProgram.of(program);
        boolean isPlain = overlay == null && crops == null;
        new PictureBatch(
                        () -> new PictureReader(checker, use, forms, heic),
                        () -> isPlain ? null : new Extras(overlay != null, crops != null),
                        console.progress())
                .run(files, read -> tell(read, lines));
    }

    private void tell(PictureRead read, @Nullable LinesBefore lines) {
        pictures++;
        sheets += ReadingText.isRead(read) ? 1 : 0;
        if (lines != null) {
            lines.add(read, console.language());
        }
        if (Options.isSet(spec, "--json")) {
            ReadingJson.write(read, console.language(), console.out());
        } else {
            ReadingText.lines(read, console.language()).forEach(console::print);
        }
        Extras extras = read.extras();
        if (extras == null) {
            return;
        }
        if (overlay != null && extras.overlay().length > 0) {
            write(overlayFile(overlay, read.file()), extras.overlay());
        }
        if (crops != null) {
            Path into = crops;
            extras.crops().forEach((name, png) -> write(into.resolve(cropName(read.file(), name)), png));
        }
    }

    private PrintUse use() {
        String word = Options.text(spec, "--print");
        for (PrintUse use : PrintUse.values()) {
            if (use.key().equals(word)) {
                return use;
            }
        }
        throw new RefusedException(PicturesProblem.OPTION.at("--print", String.valueOf(word), "auto, always, never"));
    }

    /** Pictures of one name in two folders stay apart. */
    private String cropName(Path picture, String crop) {
        int number = cropNames.computeIfAbsent(picture, _ -> cropNames.size() + 1);
        return "%05d-%s-%s.png".formatted(number, picture.getFileName(), crop);
    }

    private Path overlayFile(Path out, Path picture) {
        if (!Files.isDirectory(out)) {
            return out;
        }
        String name = String.valueOf(picture.getFileName());
        int number = overlayNames.merge(name, 1, Integer::sum);
        return out.resolve(number == 1 ? name + ".png" : name + "." + number + ".png");
    }

    private static void write(Path file, byte[] bytes) {
        try (OutputStream out = Files.newOutputStream(file)) {
            out.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("writing " + file, e);
        }
    }

    private Optional<Known> known() {
        String dir = Options.text(spec, "--dir");
        String definition = Options.text(spec, "--definition");
        if (dir != null && definition != null) {
            throw new RefusedException(AppProblem.MISSING_OPTION.at("--definition", "--dir DIR or --definition FILE"));
        }
        if (dir != null) {
            return known(ElectionFolder.open(Path.of(dir)), dir);
        }
        return definition == null ? Optional.empty() : ofFile(Path.of(definition));
    }

    private static Optional<Known> known(ElectionFolder folder, String named) {
        Optional<Known> known = Known.of(folder.frame(folder.blocks()));
        if (known.isEmpty()) {
            throw new RefusedException(AppProblem.NO_DEFINITION.at(named));
        }
        return known;
    }

    /** Reads the file as an import into a folder of its own, which is taken away again. */
    private static Optional<Known> ofFile(Path definition) {
        Path aside;
        try {
            aside = Files.createTempDirectory("cotejo-definition");
        } catch (IOException e) {
            throw new UncheckedIOException("making a folder aside", e);
        }
        try {
            ElectionFolder folder = ElectionFolder.create(aside);
            Importers.of("definition")
                    .orElseThrow()
                    .run(new ImportRequest(
                            new ArrayList<>(List.of(definition)),
                            null,
                            folder,
                            Map.of(),
                            org.cotejo.formats.importer.Progress.NONE));
            return known(folder, definition.toString());
        } finally {
            Folders.delete(aside);
        }
    }
}
