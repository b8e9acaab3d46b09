package org.cotejo.capture;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.cotejo.base.Problem;
import org.cotejo.base.Result;
import org.cotejo.capture.checker.Checked;
import org.cotejo.capture.checker.Checker;
import org.cotejo.capture.checker.ReadText;
import org.cotejo.capture.form.FormReader;
import org.cotejo.capture.form.PrintedForm;
import org.cotejo.capture.likeness.Likeness;
import org.cotejo.capture.picture.Grey;
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
    private final SymbolReader symbols = new SymbolReader();

    /** Reads codes alone, with what decides whether a text counts. */
    public PictureReader(Checker checker) {
        this(checker, PrintUse.NEVER, Optional::empty);
    }

    /** Reads print too; {@code forms} is asked for its reader when the first print is to be read, and may have none. */
    public PictureReader(Checker checker, PrintUse use, Supplier<Optional<FormReader>> forms) {
        this.checker = checker;
        this.use = use;
        this.forms = forms;
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
        switch (PictureDecoder.decode(file)) {
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
        List<PrintedForm> print = print(pages, checked);
        PictureReading reading = new PictureReading(
                Sha256.of(file),
                PictureKind.of(file).key(),
                texts,
                print,
                print.isEmpty() ? checked : checker.check(texts, print),
                pages.isEmpty() ? null : Likeness.of(pages.getFirst()),
                remarks,
                problems);
        if (extras.isPresent() && !pages.isEmpty()) {
            Overlay.draw(
                    pages.getFirst(), found.getFirst(), reading, extras.get().overlayOut());
            if (extras.get().withCrops()) {
                Crops.cut(pages, print, extras.get());
            }
        }
        return reading;
    }

    /** The printed sheets, one a page at most. */
    private List<PrintedForm> print(List<Grey> pages, List<Checked> checked) {
        boolean isRead =
                checked.stream().anyMatch(one -> one instanceof Checked.Taken || one instanceof Checked.Unchecked);
        if (use == PrintUse.NEVER || use == PrintUse.AUTO && isRead || pages.isEmpty()) {
            return List.of();
        }
        return forms.get()
                .map(reader -> {
                    List<PrintedForm> print = new ArrayList<>();
                    for (int i = 0; i < pages.size(); i++) {
                        reader.read(pages.get(i), i).ifPresent(print::add);
                    }
                    return List.copyOf(print);
                })
                .orElse(List.of());
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
