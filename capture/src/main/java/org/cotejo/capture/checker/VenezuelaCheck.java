package org.cotejo.capture.checker;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cotejo.base.Problem;
import org.cotejo.base.Result;
import org.cotejo.custody.StationFigures;
import org.cotejo.definition.Contest;
import org.cotejo.formats.venezuela.QrText;
import org.cotejo.tally.Figure;
import org.jspecify.annotations.Nullable;

/**
 * Checks texts of Venezuela 2024. They have no check digit and no signature, so two decoders must always agree, whatever else
 * fits.
 */
final class VenezuelaCheck {
    private final @Nullable Known known;

    VenezuelaCheck(@Nullable Known known) {
        this.known = known;
    }

    Checked check(ReadText read) {
        List<String> texts = List.of(read.text());
        return switch (QrText.read(read.text())) {
            case Result.Refused<QrText>(Problem problem) ->
                new Checked.Doubtful(Optional.empty(), texts, List.of(problem));
            case Result.Ok<QrText>(QrText text) -> held(read, text, texts);
        };
    }

    private Checked held(ReadText read, QrText text, List<String> texts) {
        List<Integer> positions = new ArrayList<>();
        for (int i = 0; i < QrText.CARDS; i++) {
            positions.add(text.cells()[i]);
        }
        Map<Figure.Count, Integer> counts = new EnumMap<>(Figure.Count.class);
        counts.put(Figure.Count.NULL, text.cells()[QrText.CARDS]);
        counts.put(Figure.Count.BLANK, text.cells()[QrText.CARDS + 1]);
        Reasons reasons = new Reasons();
        SignedCheck.unconfirmed(read).ifPresent(reasons::against);
        if (Votes.sum(positions) == 0) {
            reasons.note(CheckProblem.ALL_ZERO.with());
        }
        Contest contest = QrText.contest();
        if (known != null) {
            contest = contest(known, contest, reasons);
            bounds(known, text, reasons);
        }
        SheetReading reading = new SheetReading(
                SheetKind.VENEZUELA_2024,
                text.station(),
                StationFigures.Paper.FINAL,
                List.of(Votes.of(contest, positions, counts)),
                texts,
                null);
        if (known == null && reasons.isClean()) {
            reasons.note(CheckProblem.NO_DEFINITION.with());
            return new Checked.Unchecked(reading, reasons.all());
        }
        return reasons.isClean()
                ? new Checked.Taken(reading, Checked.Proof.TWO_DECODERS, reasons.notes())
                : new Checked.Doubtful(Optional.of(reading), texts, reasons.all());
    }

    /** The definition's contest, if it has the 38 cards; else the one that the text was made for. */
    static Contest contest(Known known, Contest own, Reasons reasons) {
        Optional<Contest> defined = known.contest(own.id().value());
        if (defined.isEmpty()) {
            reasons.against(CheckProblem.CONTEST.with(own.id()));
            return own;
        }
        int size = Figure.positions(defined.get()).size();
        if (size != QrText.CARDS) {
            reasons.against(CheckProblem.POSITIONS.with(QrText.CARDS, own.id(), size));
            return own;
        }
        return defined.get();
    }

    private static void bounds(Known known, QrText text, Reasons reasons) {
        int station = known.station(text.station());
        if (station < 0 && known.knowsAllStations()) {
            reasons.against(CheckProblem.STATION.with(text.station()));
        }
        long registered = known.registered(station);
        long cast = 0;
        for (int cell : text.cells()) {
            cast += cell;
        }
        if (registered < 0) {
            reasons.note(CheckProblem.NO_REGISTER.with(text.station()));
        } else if (cast > registered) {
            reasons.against(CheckProblem.BOUND.with(cast, registered));
        }
    }
}
