package org.cotejo.formats.csv;

import org.cotejo.base.Problem;
import org.cotejo.base.RefusedException;
import org.cotejo.base.Sentence;
import org.cotejo.base.Where;

/** Why a table or its MAP is refused, beyond what the rooms around say, each with its public code. */
enum CsvProblem {
    CANDIDATE_ID(
            "CSV-101",
            "'{0}' is no id of a candidate; 1 to 60 characters without white space or slashes were expected",
            "'{0}' no es un identificador de candidato; se esperaban de 1 a 60 caracteres sin espacios ni barras"),
    COLUMN_USED_TWICE(
            "CSV-102",
            "the column '{0}' is added to two candidates; one candidate for each column was expected",
            "la columna '{0}' se suma a dos candidatos; se esperaba un candidato por columna"),
    WAY_TWICE(
            "CSV-103",
            "a text stands both under transmitted and under by_hand; different texts were expected",
            "un texto está en transmitted y también en by_hand; se esperaban textos distintos"),
    SUM_LARGE(
            "CSV-104",
            "the columns of candidate {0} add up to {1}; at most 999999999 was expected",
            "las columnas del candidato {0} suman {1}; se esperaba 999999999 como máximo"),
    ROWS_DISAGREE(
            "CSV-105",
            "station {0} has {1} here and {2} in line {3}; the same in all its rows was expected",
            "la mesa {0} tiene {1} aquí y {2} en la línea {3}; se esperaba lo mismo en todas sus filas"),
    CANDIDATE_TWICE(
            "CSV-106",
            "candidate {0} stands twice at station {1}; one row for each candidate of a station was expected",
            "el candidato {0} está dos veces en la mesa {1}; se esperaba una fila por candidato y mesa"),
    CANDIDATES_MOST(
            "CSV-107",
            "the column '{0}' names more than {1} candidates, or names too long for one entry; fewer were expected: is it the right column?",
            "la columna '{0}' nombra más de {1} candidatos, o nombres muy largos para un asiento; se esperaban menos: ¿es la columna correcta?"),
    CANDIDATES_ALIKE(
            "CSV-108",
            "'{0}' and '{1}' give the same id {2}; names that differ in more than blanks and slashes were expected",
            "'{0}' y '{1}' dan el mismo identificador {2}; se esperaban nombres que difieran en más que espacios y barras");

    private final String code;
    private final Sentence sentence;

    CsvProblem(String code, String en, String es) {
        this.code = code;
        this.sentence = new Sentence(en, es);
    }

    RefusedException at(Where where, Object... values) {
        return new RefusedException(new Problem(code, where, sentence.with(values)));
    }
}
