package org.cotejo.station.trial;

import org.cotejo.base.Problem;
import org.cotejo.base.Sentence;
import org.cotejo.base.Where;

/** Why a script of a parallel test is refused, each with its public code. */
enum TrialProblem {
    COLUMNS(
            "TRIAL-101",
            "each contest of the definition must be a column once, and nothing else but 'how'; these are missing, unknown or twice: {0}",
            "cada contienda de la definición debe ser una columna una sola vez, y nada más salvo 'how'; estas faltan, no se conocen o"
                    + " están repetidas: {0}"),
    CELLS("TRIAL-102", "this line has {0} cells; {1} were expected", "esta línea tiene {0} celdas; se esperaban {1}"),
    POSITION(
            "TRIAL-103",
            "'{0}' is no position; 1 to {1} or 'blank' was expected",
            "'{0}' no es una posición; se esperaba de 1 a {1} o 'blank'"),
    ANSWER(
            "TRIAL-104",
            "'{0}' is nothing that a voter does; right, wrong, left or cancel was expected",
            "'{0}' no es algo que haga un elector; se esperaba right, wrong, left o cancel"),
    NOBODY("TRIAL-105", "nobody votes in this script", "en este guion no vota nadie");

    private final String code;
    private final Sentence sentence;

    TrialProblem(String code, String en, String es) {
        this.code = code;
        this.sentence = new Sentence(en, es);
    }

    Problem at(String file, int line, String field, Object... values) {
        return new Problem(code, new Where(file, line, field), sentence.with(values));
    }
}
