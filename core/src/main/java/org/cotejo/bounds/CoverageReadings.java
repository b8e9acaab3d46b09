package org.cotejo.bounds;

import java.math.BigInteger;
import java.util.List;
import org.cotejo.base.Fraction;
import org.cotejo.base.Sentence;
import org.cotejo.bulletin.Coverage;
import org.cotejo.bulletin.Coverage.Rounding;
import org.cotejo.bulletin.Percentage;
import org.jspecify.annotations.Nullable;

/**
 * Turns a stated coverage into the most that it leaves out. Of a percentage that is the end of its rounding interval that
 * leaves out most; where the base is not stated, both readings are given.
 *
 * @param stations number of all stations
 * @param register all registered voters: the national roll, else the sum of the registers if each station has one
 */
record CoverageReadings(int stations, @Nullable Long register) {

    static CoverageReadings of(KnownVotes votes) {
        Long roll = votes.roll();
        return new CoverageReadings(votes.stations(), roll != null ? roll : sumOfRegisters(votes));
    }

    private static @Nullable Long sumOfRegisters(KnownVotes votes) {
        long sum = 0;
        for (int station = 0; station < votes.listed(); station++) {
            if (votes.registered(station) < 0) {
                return null;
            }
            sum += votes.registered(station);
        }
        return votes.unlisted() > 0 ? null : sum;
    }

    /** The readings of a coverage, at least one. */
    List<Reading> readings(Coverage coverage) {
        return switch (coverage) {
            case Coverage.Full() ->
                List.of(byStation(
                        0,
                        new Sentence(
                                "It is said to cover all stations, so nothing is left out.",
                                "Se dice que abarca todas las mesas, así que no queda nada fuera.")));
            case Coverage.Stations(int number) -> List.of(ofStations(number));
            case Coverage.Registered(long voters) -> List.of(ofVoters(voters));
            case Coverage.Percent(var percentage, var base, var rounding) -> {
                LowEnd end = LowEnd.of(percentage, rounding);
                yield switch (base) {
                    case STATIONS -> List.of(stationsAbove(end));
                    case REGISTER -> List.of(votersAbove(end));
                    case UNSTATED -> List.of(stationsAbove(end), votersAbove(end));
                };
            }
        };
    }

    /** How many more stations or voters a coverage names than there are; 0 if it does not. */
    long surplus(Coverage coverage) {
        return switch (coverage) {
            case Coverage.Stations(int number) -> Math.max(0, number - stations);
            case Coverage.Registered(long voters) -> register == null ? 0 : Math.max(0, voters - register);
            case Coverage.Full(), Coverage.Percent(var _, var _, var _) -> 0;
        };
    }

    private Reading ofStations(int number) {
        long leftOut = Math.max(0, stations - number);
        return byStation(
                leftOut,
                Words.say(
                        "{0} stations minus {1} covered leaves {2}, and nobody says which.",
                        "{0} mesas menos {1} abarcadas deja {2}, y nadie dice cuáles.", stations, number, leftOut));
    }

    private Reading ofVoters(long voters) {
        if (register == null) {
            return unknowable();
        }
        long leftOut = Math.max(0, register - voters);
        return byVoter(
                leftOut,
                Words.say(
                        "{0} registered voters minus {1} covered leaves {2} that nobody names.",
                        "{0} electores inscritos menos {1} abarcados deja {2} que nadie identifica.",
                        register,
                        voters,
                        leftOut));
    }

    private Reading stationsAbove(LowEnd end) {
        long leftOut = end.mostLeftOut(stations);
        return byStation(
                leftOut,
                Words.say(
                        "{0} Of {1} stations at most {2} are left out, and nobody says which.",
                        "{0} De {1} mesas quedan fuera a lo sumo {2}, y nadie dice cuáles.",
                        end.sentence(new Sentence("stations", "las mesas")),
                        stations,
                        leftOut));
    }

    private Reading votersAbove(LowEnd end) {
        if (register == null) {
            return unknowable();
        }
        long leftOut = end.mostLeftOut(register);
        return byVoter(
                leftOut,
                Words.say(
                        "{0} Of {1} registered voters at most {2} are left out, and nobody says which.",
                        "{0} De {1} electores inscritos quedan fuera a lo sumo {2}, y nadie dice cuáles.",
                        end.sentence(new Sentence("registered voters", "los electores inscritos")),
                        register,
                        leftOut));
    }

    private Reading byStation(long leftOut, Sentence sentence) {
        return new Reading(Reading.Unit.STATIONS, (long) stations, leftOut, sentence);
    }

    private Reading byVoter(long leftOut, Sentence sentence) {
        return new Reading(Reading.Unit.REGISTERED_VOTERS, register, leftOut, sentence);
    }

    private static Reading unknowable() {
        return new Reading(
                Reading.Unit.REGISTERED_VOTERS,
                null,
                null,
                new Sentence(
                        "How many registered voters are left out can't be computed: neither the national roll nor the register of every station is known.",
                        "No se puede calcular cuántos electores inscritos quedan fuera: no se conocen ni el padrón nacional ni el registro de cada mesa."));
    }

    /**
     * The smallest share that a printed percentage can stand for.
     *
     * @param isOpen whether the share must be above {@code share}, and not equal to it
     */
    private record LowEnd(Percentage percentage, Rounding rounding, Fraction share, boolean isOpen) {

        static LowEnd of(Percentage percentage, Rounding rounding) {
            Fraction printed = percentage.share();
            Fraction unit = percentage.unit();
            Fraction end = switch (rounding) {
                case NEAREST, UNSTATED -> printed.minus(unit.times(Fraction.of(1, 2)));
                case DOWN -> printed;
                case UP -> printed.minus(unit);
            };
            boolean isBelowNothing = end.compareTo(Fraction.ZERO) < 0;
            return new LowEnd(
                    percentage,
                    rounding,
                    isBelowNothing ? Fraction.ZERO : end,
                    rounding == Rounding.UP && !isBelowNothing);
        }

        /** The most units of a whole that a part of at least this share leaves out. */
        long mostLeftOut(long whole) {
            Fraction rest = Fraction.of(whole, 1).times(Fraction.ONE.minus(share));
            BigInteger most = isOpen ? rest.ceiling().subtract(BigInteger.ONE) : rest.floor();
            return Math.max(0, most.longValueExact());
        }

        Sentence sentence(Sentence what) {
            Object end = share.times(Fraction.of(100, 1)).decimal(percentage.decimals() + 1);
            return switch (rounding) {
                case NEAREST ->
                    Words.say(
                            "{0} of {2}, rounded to the nearest, is at least {1} %.",
                            "El {0} de {2}, redondeado al más cercano, es al menos el {1} %.", percentage, end, what);
                case UNSTATED ->
                    Words.say(
                            "{0} of {2}, taken as rounded to the nearest since nothing else is stated, is at least {1} %.",
                            "El {0} de {2}, tomado como redondeado al más cercano porque no se dice otra cosa, es al menos el {1} %.",
                            percentage,
                            end,
                            what);
                case DOWN ->
                    Words.say(
                            "{0} of {2}, rounded down, is at least {1} %.",
                            "El {0} de {2}, redondeado hacia abajo, es al menos el {1} %.", percentage, end, what);
                case UP ->
                    Words.say(
                            "{0} of {2}, rounded up, is above {1} %.",
                            "El {0} de {2}, redondeado hacia arriba, es más del {1} %.", percentage, end, what);
            };
        }
    }
}
