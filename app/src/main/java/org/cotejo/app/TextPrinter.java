package org.cotejo.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.cotejo.base.RefusedException;
import org.cotejo.definition.Contest;
import org.cotejo.sheet.CountCertificate;
import org.cotejo.sheet.KeyAlgorithm;
import org.cotejo.sheet.Sheet;
import org.cotejo.sheet.SignedSheet;
import org.cotejo.station.box.Choice;
import org.cotejo.station.day.Document;
import org.cotejo.station.day.PrintOutcome;
import org.cotejo.station.day.Printing;
import org.cotejo.station.day.Receipt;

/**
 * Prints into text files, one a paper, to rehearse and to test. A folder of receipts in their order is what must never exist of a real
 * vote, so that it is refused for any election whose id does not say that it is a rehearsal.
 */
final class TextPrinter implements Printing {
    private static final String PREFIX = "text:";

    private final Path folder;
    private int printed;

    private TextPrinter(Path folder) {
        this.folder = folder;
    }

    /** The printer that an option names, for an election. */
    static Printing of(String option, String election) {
        if (!option.startsWith(PREFIX)) {
            throw new RefusedException(AppProblem.PRINTER.at("--printer", option));
        }
        if (!KeyAlgorithm.ED25519_DEMO.countsIn(election)) {
            throw new RefusedException(AppProblem.TEXT_PRINTER.at("--printer", election));
        }
        Path folder = Path.of(option.substring(PREFIX.length()));
        Folders.make(folder);
        return new TextPrinter(folder);
    }

    @Override
    public PrintOutcome print(Document document) {
        String text = switch (document) {
            case Document.OfVoter(Receipt receipt) -> receipt(receipt);
            case Document.OfStation report -> report(report);
            case Document.OfBoxCount count -> certificates(count);
        };
        try {
            Path file;
            do {
                file = folder.resolve(String.format(Locale.ROOT, "%05d.txt", ++printed));
            } while (Files.exists(file));
            Files.writeString(file, text);
            return new PrintOutcome.Printed();
        } catch (IOException e) {
            return new PrintOutcome.Failed(PrintOutcome.Reason.FAULT);
        }
    }

    private static String receipt(Receipt receipt) {
        StringBuilder text = new StringBuilder(receipt.election()).append('\n');
        text.append(receipt.station()).append('\n');
        for (Receipt.Line line : receipt.lines()) {
            text.append(line.contest().title())
                    .append(": ")
                    .append(choice(line))
                    .append('\n');
        }
        return text.append(receipt.code()).append('\n').toString();
    }

    private static String choice(Receipt.Line line) {
        return switch (line.choice()) {
            case Choice.Blank() -> "- - -";
            case Choice.WrittenIn(int position, String name) -> position + " " + name;
            case Choice.Picked(int position) -> position + " " + name(line.contest(), position);
        };
    }

    private static String name(Contest contest, int position) {
        return contest.options().isEmpty()
                ? contest.candidates().get(position - 1).name()
                : contest.options().get(position - 1).party() + " "
                        + contest.options().get(position - 1).candidate();
    }

    private static String report(Document.OfStation report) {
        StringBuilder text = new StringBuilder();
        text.append(report.copy()).append('/').append(report.copies()).append('\n');
        for (SignedSheet signed : report.sheets()) {
            Sheet sheet = signed.sheet();
            text.append(sheet.paper()).append(' ').append(sheet.contest()).append(' ');
            text.append(sheet.votes()).append(' ').append(sheet.counts()).append('\n');
            text.append(signed.text()).append('\n');
        }
        return text.toString();
    }

    private static String certificates(Document.OfBoxCount count) {
        StringBuilder text = new StringBuilder();
        for (CountCertificate each : count.check().certificates()) {
            text.append(each.text()).append('\n');
        }
        return text.toString();
    }
}
