package org.cotejo.bounds;

import java.util.List;
import org.cotejo.base.Sentence;
import org.cotejo.bounds.KnownVotes.Grade;
import org.jspecify.annotations.Nullable;

/** The one sentence that says what became of an announcement, and what that rests on. */
record Headline(KnownVotes votes, List<Reading> readings, List<FigureCheck> checks) {

    Sentence impossible() {
        FigureCheck first = worst();
        return first == null
                ? Words.say(
                        "Impossible{0}: however its coverage is understood, one of its figures can't come about.",
                        "Imposible{0}: se entienda como se entienda su cobertura, una de sus cifras no puede darse.",
                        ifTrue())
                : Words.say("Impossible{0}: {1}", "Imposible{0}: {1}", ifTrue(), reason(first));
    }

    /** The impossible figure that is furthest off, under the reading that is kindest to it; null if none is so under all. */
    private @Nullable FigureCheck worst() {
        FigureCheck worst = null;
        for (int i = 0; i < checks.size(); i += readings.size()) {
            List<FigureCheck> ofFigure = checks.subList(i, i + readings.size());
            if (ofFigure.stream().allMatch(FigureCheck::isImpossible)) {
                FigureCheck kindest = FigureCheck.kindest(ofFigure);
                if (worst == null || kindest.outside().compareTo(worst.outside()) > 0) {
                    worst = kindest;
                }
            }
        }
        return worst;
    }

    private static Sentence reason(FigureCheck check) {
        Sentence what = Words.votes(check.figure().subject());
        Long lowest = check.lowest();
        Long highest = check.highest();
        if (check.shortBy() > 0 && lowest != null) {
            return Words.say(
                    "at least {0} {1} must be in it, {2} more than announced.",
                    "al menos {0} {1} deben estar ahí, {2} más que los anunciados.", lowest, what, check.shortBy());
        }
        if (check.shortBy() < 0 && highest != null) {
            return Words.say(
                    "there can be at most {0} {1}, {2} fewer than announced.",
                    "puede haber a lo sumo {0} {1}, {2} menos que los anunciados.", highest, what, -check.shortBy());
        }
        return Words.say(
                "the announced share of {0} can't come about.", "la proporción anunciada de {0} no puede darse.", what);
    }

    /** On how many sheets it rests, and whether on those of one side only. */
    private Sentence ifTrue() {
        int known = 0;
        int strict = 0;
        for (int station = 0; station < votes.listed(); station++) {
            known += votes.isKnown(station, Grade.SHEETS_UNKNOWN) ? 1 : 0;
            strict += votes.isKnown(station, Grade.STRICT) ? 1 : 0;
        }
        if (known == strict) {
            return Words.say(
                    " by {0} sheets, each confirmed by a second source",
                    " según {0} actas, cada una confirmada por una segunda fuente", known);
        }
        return strict == 0
                ? Words.say(" if these {0} sheets are true", " si estas {0} actas son ciertas", known)
                : Words.say(
                        " if these {0} sheets are true, {1} of which no second source confirms",
                        " si estas {0} actas son ciertas, {1} de ellas sin confirmación de una segunda fuente",
                        known,
                        known - strict);
    }

    static Sentence contradicted(boolean isNotOwnSum) {
        return isNotOwnSum
                ? new Sentence(
                        "Contradicted: it is not the sum of the announcer's own station results.",
                        "Contradicho: no es la suma de los resultados por mesa del propio anunciante.")
                : new Sentence(
                        "Contradicted: it covers a station whose announced result differs from the copies of the other sides.",
                        "Contradicho: abarca una mesa cuyo resultado anunciado difiere de las copias de las demás partes.");
    }

    Sentence consistent() {
        return Words.say(
                "Consistent: it covers all {0} stations, each confirmed or agreed, and equals the sum of their sheets.",
                "Coherente: abarca las {0} mesas, cada una confirmada o concordante, y es igual a la suma de sus actas.",
                votes.stations());
    }

    Sentence unproven() {
        boolean isUnchecked = checks.stream().allMatch(check -> check.reach() == FigureCheck.Reach.UNCHECKED);
        return isUnchecked
                ? new Sentence(
                        "Unproven: it could not be checked with what is known.",
                        "Sin probar: no se pudo comprobar con lo que se conoce.")
                : new Sentence(
                        "Unproven: the known sheets neither exclude it nor show it to be right.",
                        "Sin probar: las actas conocidas ni lo excluyen ni muestran que sea correcto.");
    }
}
