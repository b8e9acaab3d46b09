package org.cotejo.capture;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.cotejo.base.Problem;
import org.cotejo.base.Result;
import org.cotejo.capture.alteration.Alterations;
import org.cotejo.capture.alteration.Hint;
import org.cotejo.capture.checker.Checked;
import org.cotejo.capture.checker.Checker;
import org.cotejo.capture.checker.ReadText;
import org.cotejo.capture.form.FormPage;
import org.cotejo.capture.form.FormReader;
import org.cotejo.capture.form.PrintedForm;
import org.cotejo.capture.form.SeenSlot;
import org.cotejo.capture.likeness.Likeness;
import org.cotejo.capture.picture.Grey;
import org.cotejo.capture.picture.HeicDecoder;
import org.cotejo.capture.picture.Picture;
import org.cotejo.capture.picture.PictureDecoder;
import org.cotejo.capture.picture.PictureKind;
import org.cotejo.capture.quality.Quality;
import org.cotejo.capture.quality.Remark;
import org.cotejo.capture.symbols.Sought;
import org.cotejo.capture.symbols.Symbol;
import org.cotejo.capture.symbols.SymbolReader;
import org.cotejo.capture.symbols.Symbols;
import org.cotejo.crypto.Sha256;

/** Reads pictures, one after the other: one reader for each thread. */
public final class PictureReader {
    private static final Sought SHEETS = new Sought() {
        @Override
        public boolean isSought(String text) {
            return Checker.isSheet(text);
        }

        @Override
        public boolean needsSecond(String text) {
            return Checker.needsSecond(text);
        }
    };

    private final Checker checker;
    private final PrintUse use;
    private final Supplier<Optional<FormReader>> forms;
    private final HeicDecoder heic;
    private final SymbolReader symbols = new SymbolReader();

    /** Reads codes alone, with what decides whether a text counts. */
    public PictureReader(Checker checker) {
        this(checker, PrintUse.NEVER, Optional::empty, HeicDecoder.NONE);
    }

    /** Reads print too; {@code forms} is asked for its reader when the first print is to be read, and may have none. */
    public PictureReader(Checker checker, PrintUse use, Supplier<Optional<FormReader>> forms, HeicDecoder heic) {
        this.checker = checker;
        this.use = use;
        this.forms = forms;
        this.heic = heic;
    }

    /** What a file says; never throws for what stands in it. */
    public PictureReading read(byte[] file) {
        return read(file, Optional.empty());
    }

    /** As {@link #read(byte[])}, and makes the extras where the file is a picture. */
    public PictureReading read(byte[] file, Extras extras) {
        return read(file, Optional.of(extras));
    }

    private PictureReading read(byte[] file, Optional<Extras> extras) {
        List<Problem> problems = new ArrayList<>();
        List<ReadText> texts = new ArrayList<>();
        List<Remark> remarks = new ArrayList<>();
        List<Symbols> found = new ArrayList<>();
        List<Grey> pages = List.of();
        switch (PictureDecoder.decode(file, heic)) {
            case Result.Refused<Picture>(Problem problem) -> problems.add(problem);
            case Result.Ok<Picture>(Picture picture) -> {
                problems.addAll(picture.notes());
                pages = picture.pages();
                for (Grey page : pages) {
                    Symbols symbolsOfPage = symbols.read(page, SHEETS);
                    found.add(symbolsOfPage);
                    remarks.addAll(Quality.judge(found.size() - 1, page, symbolsOfPage));
                    symbolsOfPage.read().forEach(symbol -> texts.add(text(symbol, symbolsOfPage)));
                }
            }
        }
        List<Checked> checked = checker.check(texts);
        Print print = print(pages, checked);
        PictureReading reading = new PictureReading(
                Sha256.of(file),
                PictureKind.of(file).key(),
                texts,
                print.forms(),
                print.slots(),
                print.hints(),
                print.forms().isEmpty() ? checked : checker.check(texts, print.forms()),
                pages.isEmpty() ? null : Likeness.of(pages.getFirst()),
                remarks,
                problems);
        if (extras.isPresent() && !pages.isEmpty()) {
            if (extras.get().withOverlay()) {
                Overlay.draw(
                        pages.getFirst(),
                        found.getFirst(),
                        reading,
                        extras.get().overlayOut());
            }
            if (extras.get().withCrops()) {
                Crops.cut(pages, print.forms(), extras.get());
            }
        }
        return reading;
    }

    /** The printed sheets, one a page at most, and what else is seen on the pages. */
    private Print print(List<Grey> pages, List<Checked> checked) {
        Print print = new Print(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        boolean isRead =
                checked.stream().anyMatch(one -> one instanceof Checked.Taken || one instanceof Checked.Unchecked);
        if (use == PrintUse.NEVER || use == PrintUse.AUTO && isRead || pages.isEmpty()) {
            return print;
        }
        forms.get().ifPresent(reader -> {
            for (int i = 0; i < pages.size(); i++) {
                print.add(pages.get(i), i, reader.readPage(pages.get(i), i));
            }
        });
        return print;
    }

    /** What print gave, page by page. */
    private record Print(List<PrintedForm> forms, List<SeenSlot> slots, List<Hint> hints) {
        void add(Grey plane, int number, FormPage page) {
            slots.addAll(page.slots());
            page.form().ifPresent(form -> {
                forms.add(form);
                hints.addAll(Alterations.of(plane, number, form));
            });
        }
    }

    private static ReadText text(Symbol symbol, Symbols all) {
        boolean isContradicted = all.contradicted().stream()
                .anyMatch(other -> !other.text().equals(symbol.text())
                        && other.place().centre().x()
                                > symbol.place().centre().x() - symbol.place().side() / 2
                        && other.place().centre().x()
                                < symbol.place().centre().x() + symbol.place().side() / 2
                        && other.place().centre().y()
                                > symbol.place().centre().y() - symbol.place().side() / 2
                        && other.place().centre().y()
                                < symbol.place().centre().y() + symbol.place().side() / 2);
        return new ReadText(symbol.text(), symbol.isConfirmed(), isContradicted);
    }
}
