package org.cotejo.sim;

import org.cotejo.base.Problem;
import org.cotejo.base.Sentence;
import org.cotejo.base.Where;

/** Why a country is not simulated, each with its public code. */
enum SimProblem {
    STATIONS(
            "SIM-101",
            "{0} stations were asked for; 1 to {1} were expected",
            "se pidieron {0} mesas; se esperaban de 1 a {1}"),
    COPIES(
            "SIM-102",
            "{0} copies of each sheet were asked for; 1 to {1} were expected",
            "se pidieron {0} copias de cada acta; se esperaban de 1 a {1}"),
    LIE(
            "SIM-103",
            "there is no lie \"{0}\"; one of these was expected: {1}",
            "no existe la mentira \"{0}\"; se esperaba una de estas: {1}"),
    TOO_SMALL(
            "SIM-104",
            "{0} stations are too few for lies; at least {1} were expected",
            "{0} mesas son muy pocas para mentir; se esperaban al menos {1}"),
    NOT_EMPTY(
            "SIM-105",
            "this folder holds an election already; an empty folder was expected",
            "esta carpeta ya contiene una elección; se esperaba una carpeta vacía");

    private final String code;
    private final Sentence sentence;

    SimProblem(String code, String en, String es) {
        this.code = code;
        this.sentence = new Sentence(en, es);
    }

    /** The problem at an option of the command line. */
    Problem in(String option, Object... values) {
        return new Problem(code, Where.field(option), sentence.with(values));
    }

    /** The problem with a folder. */
    Problem at(String folder) {
        return new Problem(code, Where.file(folder), sentence);
    }
}
