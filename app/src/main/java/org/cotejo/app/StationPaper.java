package org.cotejo.app;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.cotejo.base.RefusedException;
import org.cotejo.base.Sentence;
import org.cotejo.definition.BallotOption;
import org.cotejo.definition.Candidate;
import org.cotejo.definition.Contest;
import org.cotejo.definition.StationCode;
import org.cotejo.station.day.MachineIdentity;
import org.cotejo.station.day.Printing;
import org.cotejo.station.day.StationDefinition;
import org.cotejo.station.desk.PaperPrinting;
import org.cotejo.station.paper.Drawing;
import org.cotejo.station.paper.PaperSize;
import org.cotejo.station.paper.Receipt;
import org.cotejo.station.paper.ReceiptCode;
import org.cotejo.station.paper.StationHead;
import org.cotejo.station.printer.Printers;
import org.cotejo.station.words.Language;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;

/** The printer of a station's machine, as the options name it, and what its letters can write. */
final class StationPaper {
    private static final String KINDS = "tcp|device|serial|folder";

    private StationPaper() {}

    static void options(CommandSpec spec, boolean isRequired) {
        String where =
                "where to print: tcp:HOST:9100, device:FILE, serial:FILE, folder:FOLDER (PDF); text:FOLDER in rehearsals alone";
        if (isRequired) {
            Options.required(spec, "--printer", "PRINTER", where);
        } else {
            Options.value(spec, "--printer", "PRINTER", null, where);
        }
        Options.value(spec, "--language", "TAG", "es", "the language of the paper: " + tags());
    }

    private static String tags() {
        return Arrays.stream(Language.values()).map(Language::tag).collect(Collectors.joining(", "));
    }

    static Language language(CommandSpec spec) {
        String tag = Objects.requireNonNull(Options.text(spec, "--language"));
        return Language.of(tag)
                .orElseThrow(() -> new RefusedException(AppProblem.PAPER_LANGUAGE.at("--language", tag, tags())));
    }

    /** The printer of {@code --printer}, which must be given. */
    static Printing printing(CommandSpec spec, MachineIdentity identity, Console console) {
        String option = Objects.requireNonNull(Options.text(spec, "--printer"));
        Language language = language(spec);
        if (!option.matches("(?s)(" + KINDS + "):.*")) {
            return TextPrinter.of(option, identity.election());
        }
        Drawing drawing = Drawing.load();
        Printing printing = new PaperPrinting(
                Printers.open(option, drawing).orThrow(),
                language,
                identity,
                RunningSoftware.once().hash(),
                problem -> console.say(problem.sentence()));
        drawOnce(drawing, language, identity.key().station());
        return printing;
    }

    /** The first drawing loads much; nobody shall stand waiting for it. */
    private static void drawOnce(Drawing drawing, Language language, StationCode station) {
        StationHead head = new StationHead("Cotejo", station, List.of(), true);
        Receipt nobodys = new Receipt(
                head,
                List.of(new Receipt.Choice("Cotejo", List.of(new Receipt.Chosen.Blank()))),
                ReceiptCode.ofRandom(new byte[ReceiptCode.RANDOM_BYTES]));
        drawing.strip(nobodys, language, PaperSize.ROLL_80);
    }

    /** Says which names can't be printed as they are, while there is still time. */
    static void warn(StationDefinition setup, Console console) {
        Drawing drawing = Drawing.load();
        TreeSet<String> texts = new TreeSet<>(setup.places());
        texts.add(setup.election().title());
        for (Contest contest : setup.contests()) {
            texts.add(contest.title());
            contest.candidates().stream().map(Candidate::name).forEach(texts::add);
            contest.options().stream().map(BallotOption::party).forEach(texts::add);
        }
        for (String text : texts) {
            String missing = drawing.undrawable(text);
            if (!missing.isEmpty()) {
                console.say(new Sentence(
                                "Warning: the paper has no letter for {0} in \"{1}\" and shows an empty box there.",
                                "Aviso: el papel no tiene letra para {0} en \"{1}\" y muestra ahí un cuadro vacío.")
                        .with(missing, text));
            }
        }
    }

    static boolean isAsked(CommandSpec spec) {
        @Nullable String option = Options.text(spec, "--printer");
        return option != null;
    }
}
