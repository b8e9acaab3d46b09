package org.cotejo.formats.venezuela;

import org.cotejo.base.Problem;
import org.cotejo.base.RefusedException;
import org.cotejo.base.Sentence;
import org.cotejo.base.Where;

/** Why a file of Venezuela 2024 is refused, each with its public code. */
enum VeProblem {
    HEADER(
            "VE-101",
            "the header lacks {0}; that of RESULTADOS_2024_CSV_V1.csv or _V2.csv was expected: {1}",
            "al encabezado le falta {0}; se esperaba el de RESULTADOS_2024_CSV_V1.csv o _V2.csv: {1}"),
    QR_FORM(
            "VE-102",
            "this is no QR text of a sheet of 2024; centre.table.1.0001!38 numbers!nulls!voids was expected",
            "esto no es el texto de un QR de acta de 2024; se esperaba centro.mesa.1.0001!38 números!nulos!vacíos"),
    QR_NUMBERS(
            "VE-103",
            "this QR text has {0} numbers of votes; exactly 38, one for each card of the ballot, were expected",
            "este texto de QR tiene {0} números de votos; se esperaban exactamente 38, uno por tarjeta de la boleta"),
    QR_NUMBER(
            "VE-104",
            "'{0}' is no number of votes; 1 to 6 digits were expected",
            "'{0}' no es un número de votos; se esperaban de 1 a 6 dígitos"),
    OPTION(
            "VE-105",
            "'{0}' can't be used here; an id of 1 to 60 characters without white space or slashes was expected",
            "'{0}' no se puede usar aquí; se esperaba un identificador de 1 a 60 caracteres sin espacios ni barras");

    private final String code;
    private final Sentence sentence;

    VeProblem(String code, String en, String es) {
        this.code = code;
        this.sentence = new Sentence(en, es);
    }

    RefusedException at(Where where, Object... values) {
        return new RefusedException(new Problem(code, where, sentence.with(values)));
    }
}
