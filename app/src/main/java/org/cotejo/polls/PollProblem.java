package org.cotejo.polls;

import org.cotejo.base.Problem;
import org.cotejo.base.RefusedException;
import org.cotejo.base.Sentence;
import org.cotejo.base.Where;
import org.jspecify.annotations.Nullable;

/** Why a file or an option of a quick count or exit poll is refused, each with its public code. */
public enum PollProblem {
    COLUMNS_FORM(
            "POLL-101",
            "'{0}' is not NAME=COLUMN with one of these names: {1}",
            "'{0}' no es NOMBRE=COLUMNA con uno de estos nombres: {1}"),
    LEVEL(
            "POLL-102",
            "there is no level of places '{0}'; one of these was expected: {1}",
            "no existe el nivel de lugares '{0}'; se esperaba uno de estos: {1}"),
    STATION_TWICE(
            "POLL-103",
            "station {0} stands here and in line {1}; once was expected",
            "la mesa {0} está aquí y en la línea {1}; se esperaba una sola vez"),
    NO_NUMBER(
            "POLL-104",
            "nothing legible is written here; a whole number from 0 to 999999999 was expected",
            "aquí no hay nada legible; se esperaba un número entero de 0 a 999999999"),
    ABOVE_REGISTER(
            "POLL-105",
            "{0} votes, but {1} voters are registered at station {2}; at most as many were expected (--exempt {2} if it is a"
                    + " special station)",
            "{0} votos, pero hay {1} electores registrados en la mesa {2}; se esperaban a lo sumo esos (--exempt {2} si es una"
                    + " mesa especial)"),
    ABOVE_TOTAL(
            "POLL-106",
            "the candidates have {0} votes together, but the total is {1}; at most the total was expected",
            "los candidatos suman {0} votos, pero el total es {1}; se esperaba a lo sumo el total"),
    STRATUM_SIZE(
            "POLL-107",
            "stratum {0} has {1} here and {2} in line {3}; the same was expected",
            "el estrato {0} tiene {1} aquí y {2} en la línea {3}; se esperaba lo mismo"),
    DRAWN_MOST(
            "POLL-108",
            "{0} units are drawn of {1}, which has {2}; no more than there are was expected",
            "se sortearon {0} unidades de {1}, que tiene {2}; se esperaban a lo sumo las que hay"),
    NO_SPREAD(
            "POLL-109",
            "nobody says how much stations differ from each other; results of a past election (--past FILE) for at least half of"
                    + " the stations, or --spread 10%, was expected",
            "nadie dice cuánto difieren las mesas entre sí; se esperaban resultados de una elección pasada (--past ARCHIVO) de al"
                    + " menos la mitad de las mesas, o --spread 10%"),
    TIME(
            "POLL-110",
            "'{0}' is no time; one such as 2027-05-12T20:15:00-04:00 was expected",
            "'{0}' no es una hora; se esperaba una como 2027-05-12T20:15:00-04:00"),
    SHARE(
            "POLL-111",
            "'{0}' is no share from {1} to {2}; one such as 1% or 0.01 was expected",
            "'{0}' no es una proporción de {1} a {2}; se esperaba una como 1% o 0.01"),
    NO_REPORT(
            "POLL-112",
            "no report with a vote is of a station of the sample; at least one was expected",
            "ningún reporte con votos es de una mesa de la muestra; se esperaba al menos uno"),
    CANDIDATES(
            "POLL-113",
            "there are {0} columns of candidates; two at least were expected: name them with --votes A,B,C",
            "hay {0} columnas de candidatos; se esperaban al menos dos: indíquelas con --votes A,B,C"),
    CONTEST(
            "POLL-114",
            "there is no contest '{0}'; one of these was expected: {1}",
            "no existe la contienda '{0}'; se esperaba una de estas: {1}"),
    FEW_POLLED(
            "POLL-115",
            "these strata have fewer than two stations in the poll: {0}; without two there is no error of sampling",
            "estos estratos tienen menos de dos mesas en la encuesta: {0}; sin dos no hay error de muestreo"),
    CHOICE("POLL-116", "'{0}' is none of these: {1}", "'{0}' no es ninguno de estos: {1}"),
    NO_NAME(
            "POLL-117",
            "nothing is written here; a name was expected",
            "aquí no hay nada escrito; se esperaba un nombre"),
    CANDIDATE_UNKNOWN(
            "POLL-118",
            "contest {0} has no candidate '{1}'; one of these was expected: {2}",
            "la contienda {0} no tiene el candidato '{1}'; se esperaba uno de estos: {2}"),
    NOT_POLLED(
            "POLL-119",
            "station {0} is not in the design; a station of the design was expected",
            "la mesa {0} no está en el diseño; se esperaba una del diseño"),
    ZERO("POLL-120", "0 stands here; a number above it was expected", "aquí dice 0; se esperaba un número mayor"),
    NO_STATION(
            "POLL-121",
            "there is no station in it; at least one was expected",
            "no contiene ninguna mesa; se esperaba al menos una"),
    SOURCES("POLL-122", "{0} was expected, one and not several", "se esperaba {0}, uno y no varios"),
    NOT_REGISTERED(
            "POLL-123",
            "station {0} of the sample is not in the register of this folder",
            "la mesa {0} de la muestra no está en el registro de esta carpeta"),
    NO_FILE("POLL-124", "there is no such file; a file was expected", "no existe tal archivo; se esperaba un archivo"),
    PAST_LEAD(
            "POLL-125",
            "'{0}' is no lead; a share of votes from -1 to 1, such as 0.125 or -0.04, was expected",
            "'{0}' no es una ventaja; se esperaba una proporción de votos de -1 a 1, como 0.125 o -0.04"),
    OUTSIDE(
            "POLL-201",
            "station {0} was not drawn: its report is left out of every estimate",
            "la mesa {0} no fue sorteada: su reporte queda fuera de toda estimación");

    private final String code;
    private final Sentence sentence;

    PollProblem(String code, String en, String es) {
        this.code = code;
        this.sentence = new Sentence(en, es);
    }

    /** The problem at a place of a file. */
    public Problem problem(Where where, @Nullable Object... values) {
        return new Problem(code, where, sentence.with(values));
    }

    /** The refusal at a place of a file. */
    public RefusedException at(Where where, @Nullable Object... values) {
        return new RefusedException(problem(where, values));
    }
}
