package org.cotejo.capture.symbols;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What was found in a page so far. A symbol is one place; what is read there again counts for the same symbol. */
final class Findings {
    private static final int FAILED_MOST = 12;
    private static final int MARK_MODULES = 7;

    private final Sought sought;
    private final List<Symbol> read = new ArrayList<>();
    private final List<Symbol> contradicted = new ArrayList<>();
    private final List<Symbol> failed = new ArrayList<>();
    private final List<Symbol> lookedAt = new ArrayList<>();
    private boolean mayHoldMore;

    Findings(Sought sought) {
        this.sought = sought;
    }

    /** Lets a decoder look at a view and takes what it read. */
    void add(Decoder decoder, View view) {
        take(decoder.name(), decoder.decode(view.plane()), view);
    }

    /** Takes what a decoder of this name says of a view. */
    void take(String decoder, Decoder.Answer answer, View view) {
        mayHoldMore = answer.mayHoldMore();
        for (Decoder.Seen seen : answer.seen()) {
            take(new Symbol(seen.text(), view.onPage(seen.place()), seen.module() / view.factor(), Set.of(decoder)));
        }
        for (Decoder.Seen seen : answer.failed()) {
            Quad place = view.onPage(seen.place());
            boolean isNew = failed.stream().noneMatch(other -> isSame(other.place(), place));
            if (isNew && failed.size() < FAILED_MOST) {
                failed.add(new Symbol("", place, seen.module() / view.factor(), Set.of()));
            }
        }
    }

    /** Takes a symbol, or what another decoder says of one that was read before. */
    void take(Symbol symbol) {
        for (int i = 0; i < read.size(); i++) {
            Symbol known = read.get(i);
            if (isSame(known.place(), symbol.place())) {
                if (known.text().equals(symbol.text())) {
                    read.set(i, known.alsoBy(symbol.decoders()));
                } else if (!contradicted.contains(symbol)) {
                    contradicted.add(symbol);
                }
                return;
            }
        }
        if (read.size() < Symbols.MOST) {
            read.add(symbol);
        }
    }

    private static boolean isSame(Quad one, Quad other) {
        return one.centre().distance(other.centre()) < Math.min(one.side(), other.side()) / 3;
    }

    /** Whether what is sought was found and nothing else looks like a symbol that was not looked at closely. */
    boolean isEnough() {
        return hasSought() && !mayHoldMore && lookedAt.containsAll(unread());
    }

    /** Whether something was read that is of the kind that is looked for. */
    boolean hasSought() {
        return read.stream().anyMatch(symbol -> sought.isSought(symbol.text()));
    }

    /** The next places that were not read and not looked at closely, which they are now. */
    List<Symbol> nextUnread(int most) {
        List<Symbol> next = unread().stream()
                .filter(place -> !lookedAt.contains(place))
                .limit(most)
                .toList();
        lookedAt.addAll(next);
        return next;
    }

    List<Symbol> read() {
        return List.copyOf(read);
    }

    /** Places that look like a symbol and were not read. */
    List<Symbol> unread() {
        return failed.stream()
                .filter(place -> read.stream().noneMatch(symbol -> isSame(symbol.place(), place.place())))
                .filter(place -> !isBetween(place))
                .toList();
    }

    /** Whether its marks are those of symbols that were read: three of them, of two symbols, look like a third. */
    private boolean isBetween(Symbol place) {
        double side = Math.max(1, place.place().side());
        Quad marks = place.place().grown(Math.max(0, 1 - MARK_MODULES * place.module() / side));
        return List.of(marks.upperLeft(), marks.upperRight(), marks.lowerLeft()).stream()
                .allMatch(mark -> read.stream()
                        .anyMatch(symbol ->
                                symbol.place().box(symbol.module() * 2).holds(mark)));
    }

    Symbols result() {
        return new Symbols(read, unread(), contradicted);
    }
}
