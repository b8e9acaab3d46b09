package org.cotejo.formats.text;

import org.cotejo.base.Problem;
import org.cotejo.base.RefusedException;
import org.cotejo.base.Sentence;
import org.cotejo.base.Where;

/** Why a file of rows is refused, each with its public code. */
enum TextProblem {
    WRONG_KIND(
            "TEXT-101",
            "this file is {0}; a table as CSV, TSV or XLSX was expected",
            "este archivo es {0}; se esperaba una tabla CSV, TSV o XLSX"),
    CONTROL(
            "TEXT-102",
            "there is a control character (code {0}) here; plain text was expected, so this file is damaged or of another kind",
            "aquí hay un carácter de control (código {0}); se esperaba texto, así que el archivo está dañado o es de otro tipo"),
    ENCODING(
            "TEXT-103",
            "the encoding '{0}' is not known; auto, UTF-8, UTF-16, ISO-8859-1, windows-1252 or the like was expected",
            "no se conoce la codificación '{0}'; se esperaba auto, UTF-8, UTF-16, ISO-8859-1, windows-1252 o similar"),
    NOT_ENCODED(
            "TEXT-104",
            "these bytes are no text in {0}; text in the named encoding was expected",
            "estos bytes no son texto en {0}; se esperaba texto en la codificación indicada"),
    DELIMITER(
            "TEXT-105",
            "'{0}' is no delimiter; one of these was expected: auto , ; tab |",
            "'{0}' no es un separador; se esperaba uno de estos: auto , ; tab |"),
    EMPTY(
            "TEXT-106",
            "there is no header row after the {0} rows to skip; a row with the names of the columns was expected",
            "no hay fila de encabezado después de las {0} filas por saltar; se esperaba una con los nombres de las columnas"),
    FIELDS(
            "TEXT-107",
            "this row has {0} fields, but the header has {1}; the same number was expected",
            "esta fila tiene {0} campos, pero el encabezado tiene {1}; se esperaba el mismo número"),
    COLUMNS_MOST(
            "TEXT-108",
            "this row has more than {0} columns; at most that many were expected",
            "esta fila tiene más de {0} columnas; se esperaban como máximo esas"),
    FIELD_LONG(
            "TEXT-109",
            "a field here is longer than {0} characters; at most that many were expected: is a quote not closed?",
            "aquí un campo tiene más de {0} caracteres; se esperaban como máximo esos: ¿faltan unas comillas de cierre?"),
    QUOTE(
            "TEXT-110",
            "a quoted field of this row is not closed, or more text follows its closing quote; a delimiter was expected there",
            "un campo entre comillas de esta fila no se cierra o sigue texto tras el cierre; se esperaba ahí un separador"),
    NO_COLUMN(
            "TEXT-111",
            "this file has no column '{0}'; one of its columns was expected: {1}",
            "este archivo no tiene la columna '{0}'; se esperaba una de sus columnas: {1}"),
    COLUMN_TWICE(
            "TEXT-112",
            "this file has the column '{0}' more than once; once was expected",
            "este archivo tiene la columna '{0}' más de una vez; se esperaba una sola"),
    CELL(
            "TEXT-113",
            "'{0}' is no number of votes or people; a whole number from 0 to 999999999, nothing, - or Ilegible was expected",
            "'{0}' no es un número de votos o personas; se esperaba un entero de 0 a 999999999, nada, - o Ilegible"),
    WORKBOOK(
            "TEXT-114",
            "this XLSX workbook is damaged in a part, sheet, row or cell; a whole one was expected, so save it anew or as CSV",
            "este libro XLSX está dañado en una parte, hoja, fila o celda; se esperaba uno entero: guárdelo de nuevo o como CSV"),
    WORKBOOK_LARGE(
            "TEXT-115",
            "this XLSX workbook unpacks to more than {0} bytes or has a cell far out; a smaller one was expected, so save it as CSV",
            "este libro XLSX ocupa más de {0} bytes al abrirlo o tiene una celda muy lejana; se esperaba uno menor: guárdelo como CSV"),
    PAD(
            "TEXT-116",
            "'{0}' can't be filled up with zeros; at most {1} digits and nothing else were expected",
            "'{0}' no se puede completar con ceros; se esperaban como máximo {1} dígitos y nada más"),
    CODE_LONG(
            "TEXT-117",
            "this code has {0} characters; at most {1} were expected",
            "este código tiene {0} caracteres; se esperaban como máximo {1}");

    private final String code;
    private final Sentence sentence;

    TextProblem(String code, String en, String es) {
        this.code = code;
        this.sentence = new Sentence(en, es);
    }

    RefusedException at(Where where, Object... values) {
        return new RefusedException(new Problem(code, where, sentence.with(values)));
    }

    /** The beginning of a text that was found, fit for a sentence: without control characters and at most 40 characters. */
    static String shown(String text) {
        String plain = text.replaceAll("[\\p{Cntrl}\\p{Cf}]", " ");
        return plain.length() <= 40 ? plain : plain.substring(0, 40) + "...";
    }
}
