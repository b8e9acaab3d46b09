package org.cotejo.bounds;

import java.util.List;
import org.cotejo.base.Sentence;
import org.cotejo.bounds.KnownVotes.Grade;
import org.jspecify.annotations.Nullable;

/**
 * The most votes that the unknown stations can hold, M (DESIGN.md, section 6): the sum of their registers if each has one;
 * else the national roll minus the registers of the known stations minus the votes of those known stations that have no
 * register, since so many voters at least belong to them. Absent where neither can be computed.
 *
 * @param most M, in voters
 * @param unknown number of unknown stations, the unlisted ones included
 * @param isByStation whether every unknown station has a register
 */
record MissingRegister(@Nullable Long most, int known, int unknown, boolean isByStation, List<Step> steps) {

    static MissingRegister of(KnownVotes votes, Grade grade) {
        return of(votes, grade, StateSums.of(votes));
    }

    static MissingRegister of(KnownVotes votes, Grade grade, StateSums byState) {
        StateSums.Known ofKnown = byState.known(grade);
        StateSums.Unknown ofUnknown = byState.unknown(grade);
        int known = ofKnown.stations();
        int without = votes.unlisted() + ofUnknown.withoutRegister();
        int unknown = votes.stations() - known;
        if (without == 0) {
            return new MissingRegister(
                    ofUnknown.registered(), known, unknown, true, byStation(grade, unknown, ofUnknown.registered()));
        }
        Long roll = votes.roll();
        if (roll == null) {
            return new MissingRegister(null, known, unknown, false, List.of(unknowable(grade, without)));
        }
        long most = Math.max(0, roll - ofKnown.registeredAtLeast() - ofKnown.seenWithoutRegister());
        return new MissingRegister(most, known, unknown, false, byRoll(grade, without, new long[] {
            roll, ofKnown.registeredAtLeast(), ofKnown.seenWithoutRegister(), most
        }));
    }

    /** All votes on the sheets of a station: valid, null and blank. */
    static long seenAt(KnownVotes votes, int station) {
        long seen = 0;
        for (int figure = 0; figure < votes.figures(); figure++) {
            seen += votes.votes(station, figure);
        }
        return seen;
    }

    private static List<Step> byStation(Grade grade, int unknown, long sum) {
        return List.of(
                new Step(
                        Words.say("Stations whose result is {0}.", "Mesas cuyo resultado {0}.", unknown(grade)),
                        unknown),
                new Step(
                        new Sentence(
                                "Each of them has a register. Their registered voters together: at most so many votes are missing.",
                                "Cada una tiene su registro. Sus electores inscritos en total: a lo sumo faltan tantos votos."),
                        sum));
    }

    private static List<Step> byRoll(Grade grade, int without, long[] lines) {
        return List.of(
                unregistered(
                        grade,
                        without,
                        "so the sum starts from the national roll",
                        "así que se parte del padrón nacional"),
                new Step(new Sentence("Voters on the national roll.", "Electores del padrón nacional."), lines[0]),
                new Step(
                        Words.say(
                                "Minus the registered voters of the stations whose result is {0}.",
                                "Menos los electores inscritos en las mesas cuyo resultado {0}.", known(grade)),
                        lines[1]),
                new Step(
                        Words.say(
                                "Minus the votes of the stations whose result is {0} but whose register is not: at least so many voters belong to them.",
                                "Menos los votos de las mesas cuyo resultado {0} pero cuyo registro no: al menos tantos electores les pertenecen.",
                                known(grade)),
                        lines[2]),
                new Step(
                        new Sentence(
                                "Registered voters that are left: at most so many votes are missing.",
                                "Electores inscritos que quedan: a lo sumo faltan tantos votos."),
                        lines[3]));
    }

    private static Step unknowable(Grade grade, int without) {
        return unregistered(
                grade,
                without,
                "and the national roll is not known either: how many votes are missing can't be computed",
                "y tampoco se conoce el padrón nacional: no se puede calcular cuántos votos faltan");
    }

    private static Step unregistered(Grade grade, int without, String en, String es) {
        return new Step(
                Words.say(
                        "Stations whose result is {0} and whose register is not known either, " + en + ".",
                        "Mesas cuyo resultado {0} y cuyo registro tampoco se conoce, " + es + ".",
                        unknown(grade)),
                without);
    }

    private static Sentence known(Grade grade) {
        return switch (grade) {
            case SHEETS_UNKNOWN -> new Sentence("known", "se conoce");
            case STRICT -> new Sentence("confirmed by a second source", "confirma una segunda fuente");
        };
    }

    private static Sentence unknown(Grade grade) {
        return switch (grade) {
            case SHEETS_UNKNOWN -> new Sentence("not known", "no se conoce");
            case STRICT -> new Sentence("not confirmed by a second source", "no confirma una segunda fuente");
        };
    }
}
