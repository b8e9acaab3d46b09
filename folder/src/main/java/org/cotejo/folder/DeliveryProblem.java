package org.cotejo.folder;

import org.cotejo.base.Problem;
import org.cotejo.base.RefusedException;
import org.cotejo.base.Sentence;
import org.cotejo.base.Where;

/** Why a delivery is refused, each with its public code. */
enum DeliveryProblem {
    TWICE(
            "DELIVERY-101",
            "station {0} stands twice in this file; one row for each station of a contest was expected",
            "la mesa {0} está dos veces en este archivo; se esperaba una fila por mesa y contienda"),
    OTHER_SIDE(
            "DELIVERY-102",
            "custodian {0} is on side {1} in this folder, not on side {2}; one side for each custodian was expected",
            "el custodio {0} es de la parte {1} en esta carpeta, no de {2}; se esperaba una sola parte por custodio"),
    CONTEST(
            "DELIVERY-103",
            "the definition has no contest {0}; one of these was expected: {1}",
            "la definición no tiene la contienda {0}; se esperaba una de estas: {1}"),
    CANDIDATE(
            "DELIVERY-104",
            "contest {0} of the definition has no candidate {1}; one of these was expected: {2}",
            "la contienda {0} de la definición no tiene el candidato {1}; se esperaba uno de estos: {2}"),
    OPTION(
            "DELIVERY-105",
            "contest {0} of the definition has no option {1}",
            "la contienda {0} de la definición no tiene la opción {1}"),
    STATION(
            "DELIVERY-106",
            "'{0}' is no station code: {1}; 1 to 60 characters without white space were expected",
            "'{0}' no es un código de mesa: {1}; se esperaban de 1 a 60 caracteres sin espacios"),
    PLACE(
            "DELIVERY-107",
            "'{0}' is no name of a place; 1 to 200 characters were expected",
            "'{0}' no es el nombre de un lugar; se esperaban de 1 a 200 caracteres"),
    AMBIGUOUS(
            "DELIVERY-108",
            "station {0} may be any of several stations of the register that differ in leading zeros; write the whole code",
            "la mesa {0} puede ser cualquiera de varias del registro que difieren en ceros iniciales; escriba el código entero"),
    EMPTY("DELIVERY-109", "this file holds no station", "este archivo no contiene ninguna mesa");

    private final String code;
    private final Sentence sentence;

    DeliveryProblem(String code, String en, String es) {
        this.code = code;
        this.sentence = new Sentence(en, es);
    }

    RefusedException at(Where where, Object... values) {
        return new RefusedException(new Problem(code, where, sentence.with(values)));
    }
}
