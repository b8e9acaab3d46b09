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
import org.cotejo.sheet.Sheet;
import org.cotejo.sheet.SheetReader;
import org.cotejo.sheet.SignedSheet;
import org.cotejo.tally.Figure;
import org.jspecify.annotations.Nullable;

/** Checks sheets that machines signed: a true signature shows that nothing was misread; without a key two decoders must agree. */
final class SignedCheck {
    private final @Nullable Known known;

    SignedCheck(@Nullable Known known) {
        this.known = known;
    }

    /** Checks one whole text. */
    Checked check(ReadText read, List<String> texts) {
        return switch (SheetReader.read(read.text())) {
            case Result.Refused<SignedSheet>(Problem problem) ->
                new Checked.Doubtful(Optional.empty(), texts, List.of(problem));
            case Result.Ok<SignedSheet>(SignedSheet signed) ->
                known == null ? unchecked(read, signed, texts) : held(known, read, signed, texts);
        };
    }

    private static Checked unchecked(ReadText read, SignedSheet signed, List<String> texts) {
        Sheet sheet = signed.sheet();
        SheetReading reading =
                reading(signed, Votes.ofPositions(sheet.contest().value(), sheet.votes(), sheet.counts()), texts);
        List<Problem> reasons = new ArrayList<>();
        reasons.add(CheckProblem.NO_DEFINITION.with());
        if (sheet.paper() == Sheet.Paper.OPENING) {
            reasons.add(CheckProblem.OPENING.with());
        }
        return unconfirmed(read)
                .<Checked>map(problem -> {
                    reasons.add(problem);
                    return new Checked.Doubtful(Optional.of(reading), texts, reasons);
                })
                .orElseGet(() -> new Checked.Unchecked(reading, reasons));
    }

    /** Why a text that nothing proves is doubtful by the way it was read; empty if it is not. */
    static Optional<Problem> unconfirmed(ReadText read) {
        if (read.isContradicted()) {
            return Optional.of(CheckProblem.CONTRADICTED.with());
        }
        return read.isConfirmed() ? Optional.empty() : Optional.of(CheckProblem.ONE_DECODER.with());
    }

    private static Checked held(Known known, ReadText read, SignedSheet signed, List<String> texts) {
        Sheet sheet = signed.sheet();
        Reasons reasons = new Reasons();
        int station = known.station(sheet.station().value());
        boolean isProven = signature(known, station, signed, read, reasons);
        frame(known, station, sheet, reasons);
        sums(known, station, sheet, isProven, reasons);
        if (sheet.paper() == Sheet.Paper.OPENING) {
            reasons.note(CheckProblem.OPENING.with());
        } else if (sheet.votes().stream().allMatch(votes -> votes == 0)) {
            reasons.note(CheckProblem.ALL_ZERO.with());
        }
        SheetReading reading = reading(signed, votes(known, sheet, reasons), texts);
        return reasons.isClean()
                ? new Checked.Taken(
                        reading, isProven ? Checked.Proof.SIGNATURE : Checked.Proof.TWO_DECODERS, reasons.notes())
                : new Checked.Doubtful(Optional.of(reading), texts, reasons.all());
    }

    /** Whether the signature is that of a listed key. */
    private static boolean signature(Known known, int station, SignedSheet signed, ReadText read, Reasons reasons) {
        Optional<Boolean> isSigned = known.isSigned(station, signed);
        if (isSigned.isEmpty()) {
            // Where the station's machines have keys, another machine is more likely misread than new.
            reasons.oddity(
                    !known.hasKeys(station),
                    CheckProblem.NO_KEY.with(signed.sheet().machine()));
            unconfirmed(read).ifPresent(reasons::against);
            return false;
        }
        if (!isSigned.get()) {
            reasons.against(CheckProblem.SIGNATURE.with());
        }
        return isSigned.get();
    }

    private static void frame(Known known, int station, Sheet sheet, Reasons reasons) {
        if (!sheet.election().equals(known.definition().id())) {
            reasons.against(CheckProblem.ELECTION.with(sheet.election()));
        }
        if (!known.isFrozen(sheet.definition())) {
            reasons.against(CheckProblem.ELECTION.with(sheet.definition()));
        }
        if (station < 0) {
            reasons.against(CheckProblem.STATION.with(sheet.station()));
        }
    }

    private static void sums(Known known, int station, Sheet sheet, boolean isProven, Reasons reasons) {
        long cast = Votes.sum(sheet.votes())
                + sheet.counts().getOrDefault(Figure.Count.NULL, 0)
                + sheet.counts().getOrDefault(Figure.Count.BLANK, 0);
        long registered = known.registered(station);
        if (registered >= 0 && cast > registered) {
            reasons.oddity(isProven, CheckProblem.BOUND.with(cast, registered));
        } else if (registered < 0) {
            reasons.note(CheckProblem.NO_REGISTER.with(sheet.station()));
        }
        for (Figure.Count count : List.of(Figure.Count.REGISTERED, Figure.Count.VOTERS, Figure.Count.BALLOTS)) {
            long stated = sheet.counts().getOrDefault(count, -1);
            boolean isOff = stated >= 0 && (count == Figure.Count.REGISTERED ? cast > stated : cast != stated);
            if (isOff && sheet.paper() == Sheet.Paper.FINAL) {
                reasons.oddity(isProven, CheckProblem.SUM.with(cast, stated));
            }
        }
    }

    private static ContestVotes votes(Known known, Sheet sheet, Reasons reasons) {
        Map<Figure.Count, Integer> counts = new EnumMap<>(Figure.Count.class);
        counts.putAll(sheet.counts());
        Optional<Contest> contest = known.contest(sheet.contest().value());
        if (contest.isEmpty()) {
            reasons.against(CheckProblem.CONTEST.with(sheet.contest()));
        } else if (Figure.positions(contest.get()).size() != sheet.votes().size()) {
            reasons.against(CheckProblem.POSITIONS.with(
                    sheet.votes().size(),
                    sheet.contest(),
                    Figure.positions(contest.get()).size()));
        } else {
            return Votes.of(contest.get(), sheet.votes(), counts);
        }
        return Votes.ofPositions(sheet.contest().value(), sheet.votes(), counts);
    }

    private static SheetReading reading(SignedSheet signed, ContestVotes votes, List<String> texts) {
        return new SheetReading(
                SheetKind.COTEJO,
                signed.sheet().station().value(),
                signed.sheet().paper() == Sheet.Paper.OPENING
                        ? StationFigures.Paper.OPENING_REPORT
                        : StationFigures.Paper.FINAL,
                List.of(votes),
                texts,
                signed);
    }
}
