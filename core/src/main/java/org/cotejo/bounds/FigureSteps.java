package org.cotejo.bounds;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.cotejo.base.Fraction;
import org.cotejo.base.Sentence;
import org.cotejo.bounds.FigureCheck.Shares;
import org.cotejo.bounds.KnownSheets.Column;
import org.cotejo.bulletin.AnnouncedFigure;
import org.cotejo.bulletin.Announcement;
import org.cotejo.bulletin.Percentage;
import org.jspecify.annotations.Nullable;

/** Writes down the check of one figure in sentences that can be printed one below the other. */
record FigureSteps(AnnouncedFigure figure, Reading reading, Column column, Announcement announcement) {

    List<Sentence> ofCount(
            Amount amount, @Nullable Long leftOut, @Nullable Long lowest, long shortBy, @Nullable BigDecimal tipping) {
        List<Sentence> steps = new ArrayList<>();
        steps.add(reading.sentence());
        if (figure.count() == null) {
            steps.add(ofPercentage(amount));
        }
        if (leftOut != null && lowest != null) {
            steps.add(leftOut(leftOut));
            steps.add(atLeast(amount, lowest, shortBy));
            withoutRegisters(amount, leftOut, steps);
        }
        if (shortBy <= 0) {
            steps.add(atMost(amount, shortBy));
        }
        if (tipping != null) {
            steps.add(Words.say(
                    "It stays impossible down to a coverage of {0} % of the {1}.",
                    "Sigue siendo imposible hasta una cobertura del {0} % de {1}.", tipping, unit()));
        }
        return steps;
    }

    List<Sentence> ofShare(Percentage percentage, Shares shares, boolean isTooLow, boolean isTooHigh) {
        Sentence outcome = isTooLow
                ? new Sentence("too low for any of them", "demasiado bajo para cualquiera de ellos")
                : isTooHigh
                        ? new Sentence("too high for any of them", "demasiado alto para cualquiera de ellos")
                        : new Sentence("not excluded", "no queda excluido");
        return List.of(
                reading.sentence(),
                Words.say(
                        "Only a percentage is announced. From the {0} {1} on the sheets, their share of the valid votes is at least {2} % and at most {3} %.",
                        "Sólo se anuncia un porcentaje. Según los {0} {1} en las actas, su parte de los votos válidos es al menos del {2} % y a lo sumo del {3} %.",
                        column.total(),
                        Words.votes(figure.subject()),
                        percent(shares.lowest(), RoundingMode.FLOOR),
                        percent(shares.highest(), RoundingMode.CEILING)),
                Words.say(
                        "Announced is {0}, taken as rounded to the nearest: {1}.",
                        "Se anuncia {0}, tomado como redondeado al más cercano: {1}.", percentage, outcome));
    }

    private Sentence ofPercentage(Amount amount) {
        return Words.say(
                "{0} of {1} valid votes, taken as rounded to the nearest, is {2} to {3} votes.",
                "El {0} de {1} votos válidos, tomado como redondeado al más cercano, son {2} a {3} votos.",
                Objects.requireNonNull(figure.percentage()),
                Objects.requireNonNull(Amount.validOf(announcement)),
                amount.low(),
                amount.high());
    }

    private Sentence leftOut(long leftOut) {
        return Words.say(
                "At most {0} of the {1} {2} on the sheets can lie in the part that is left out.",
                "A lo sumo {0} de los {1} {2} en las actas pueden estar en la parte que queda fuera.",
                leftOut,
                column.total(),
                Words.votes(figure.subject()));
    }

    /** The limit without any register: a voter left out has one vote at most. Says it only where that alone suffices. */
    private void withoutRegisters(Amount amount, long leftOut, List<Sentence> steps) {
        Long room = reading.unit() == Reading.Unit.REGISTERED_VOTERS ? reading.leftOut() : null;
        if (room != null && leftOut <= room && column.total() - room > amount.high()) {
            steps.add(Words.say(
                    "Even if each of the {0} voters left out had voted so, {1} must be in it: still short by {2}.",
                    "Aunque cada uno de los {0} electores que quedan fuera hubiera votado así, {1} deben estar ahí: aún faltan {2}.",
                    room,
                    column.total() - room,
                    column.total() - room - amount.high()));
        }
    }

    private Sentence atLeast(Amount amount, long lowest, long shortBy) {
        return shortBy > 0
                ? Words.say(
                        "So at least {0} must be in the announced figure, which is {1}: short by {2}.",
                        "Así que al menos {0} deben estar en la cifra anunciada, que es {1}: faltan {2}.",
                        lowest,
                        announced(amount),
                        shortBy)
                : Words.say(
                        "So at least {0} must be in the announced figure, which is {1}: not too low.",
                        "Así que al menos {0} deben estar en la cifra anunciada, que es {1}: no es demasiado baja.",
                        lowest,
                        announced(amount));
    }

    private Sentence atMost(Amount amount, long shortBy) {
        Long most = column.most();
        if (most == null) {
            return new Sentence(
                    "How many more there may be at stations without a known sheet can't be computed, so there is no upper limit.",
                    "No se puede calcular cuántos más puede haber en las mesas sin acta conocida, así que no hay límite superior.");
        }
        Sentence outcome = shortBy < 0
                ? Words.say("{0} more than there can be", "{0} más de los que puede haber", -shortBy)
                : new Sentence("not too high", "no es demasiado alta");
        return Words.say(
                "With everything that stations without a known sheet can hold there are at most {0}, and the announced figure is {1}: {2}.",
                "Con todo lo que cabe en las mesas sin acta conocida son a lo sumo {0}, y la cifra anunciada es {1}: {2}.",
                most,
                announced(amount),
                outcome);
    }

    private static Sentence announced(Amount amount) {
        return amount.low() == amount.high()
                ? Words.say("{0}", "{0}", amount.low())
                : Words.say("{0} to {1}", "{0} a {1}", amount.low(), amount.high());
    }

    private Sentence unit() {
        return switch (reading.unit()) {
            case STATIONS -> new Sentence("stations", "las mesas");
            case REGISTERED_VOTERS -> new Sentence("registered voters", "los electores inscritos");
        };
    }

    private static BigDecimal percent(Fraction share, RoundingMode rounding) {
        return new BigDecimal(share.numerator())
                .movePointRight(2)
                .divide(new BigDecimal(share.denominator()), 2, rounding);
    }
}
