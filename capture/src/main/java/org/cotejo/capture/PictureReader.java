package org.cotejo.capture;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cotejo.base.Problem;
import org.cotejo.base.Result;
import org.cotejo.capture.checker.Checker;
import org.cotejo.capture.checker.ReadText;
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
    private final SymbolReader symbols = new SymbolReader();

    /** With what decides whether a text counts. */
    public PictureReader(Checker checker) {
        this.checker = checker;
    }

    /** What a file says; never throws for what stands in it. */
    public PictureReading read(byte[] file) {
        return read(file, Optional.empty());
    }

    /** As {@link #read(byte[])}; an overlay of the first page goes into {@code overlay}, as PNG, where the file is a picture. */
    public PictureReading read(byte[] file, ByteArrayOutputStream overlay) {
        return read(file, Optional.of(overlay));
    }

    private PictureReading read(byte[] file, Optional<ByteArrayOutputStream> overlay) {
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
        PictureReading reading = new PictureReading(
                Sha256.of(file), PictureKind.of(file).key(), texts, checker.check(texts), remarks, problems);
        if (overlay.isPresent() && !pages.isEmpty()) {
            Overlay.draw(pages.getFirst(), found.getFirst(), reading, overlay.get());
        }
        return reading;
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
