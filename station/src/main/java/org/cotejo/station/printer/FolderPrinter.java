package org.cotejo.station.printer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import org.cotejo.station.paper.Copy;
import org.cotejo.station.paper.Document;
import org.cotejo.station.paper.Drawing;
import org.cotejo.station.paper.PaperSize;
import org.cotejo.station.paper.Receipt;
import org.cotejo.station.printer.PrintOutcome.Failed;
import org.cotejo.station.printer.PrintOutcome.OnPaper;
import org.cotejo.station.printer.PrintOutcome.Printed;
import org.cotejo.station.words.Language;

/**
 * Writes documents as files into a folder, for a rehearsal and for sheets that are also sent as PDF. A folder keeps what is printed,
 * in its order, so it refuses receipts of a real vote.
 */
final class FolderPrinter implements Printer {
    /** What is written. */
    enum Form {
        PDF,
        ESCPOS
    }

    private final String address;
    private final Path folder;
    private final PaperSize size;
    private final Form form;
    private final Drawing drawing;

    FolderPrinter(String address, Path folder, PaperSize size, Form form, Drawing drawing) {
        this.address = address;
        this.folder = folder;
        this.size = size;
        this.form = form;
        this.drawing = drawing;
    }

    @Override
    public PrintOutcome print(Document document, Language language) {
        if (document instanceof Receipt && !document.head().rehearsal()) {
            return new Failed(PrinterState.READY, OnPaper.NOTHING, PrintProblem.KEPT.at(address));
        }
        byte[] bytes = switch (form) {
            case PDF -> drawing.pdf(document, language, size);
            case ESCPOS -> drawing.escPos(document, language, size);
        };
        try {
            Files.createDirectories(folder);
            Path half = folder.resolve(".half-" + ProcessHandle.current().pid());
            Files.write(half, bytes);
            Files.move(half, free(document), StandardCopyOption.ATOMIC_MOVE);
            return new Printed(bytes.length, true);
        } catch (IOException e) {
            return new Failed(PrinterState.FAULT, OnPaper.NOTHING, PrintProblem.FILE.at(address, LineFault.of(e)));
        }
    }

    /** A name that says what it is and that no file has yet. */
    private Path free(Document document) {
        String name = document.kind().name().toLowerCase(Locale.ROOT) + copy(document);
        String end = form == Form.PDF ? ".pdf" : ".escpos";
        int number = 1;
        while (Files.exists(folder.resolve(name + '-' + number + end))) {
            number++;
        }
        return folder.resolve(name + '-' + number + end);
    }

    private static String copy(Document document) {
        return document.copyOf()
                .map(copy -> "-copy-" + copy.number() + "-of-" + copy.of() + printing(copy))
                .orElse("");
    }

    private static String printing(Copy copy) {
        return copy.printing() == 1 ? "" : "-printing-" + copy.printing();
    }

    @Override
    public PrinterState state() {
        return Files.isDirectory(folder) && !Files.isWritable(folder) ? PrinterState.FAULT : PrinterState.READY;
    }

    @Override
    public String address() {
        return address;
    }

    @Override
    public void close() {
        // Each document is a whole file already.
    }
}
