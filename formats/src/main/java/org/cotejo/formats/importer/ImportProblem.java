package org.cotejo.formats.importer;

import org.cotejo.base.Problem;
import org.cotejo.base.RefusedException;
import org.cotejo.base.Sentence;
import org.cotejo.base.Where;

/** Why an import is refused before or after any format, each with its public code. */
enum ImportProblem {
    NO_FILE(
            "IMPORT-101",
            "there is no such file; a file was expected",
            "no existe ese archivo; se esperaba un archivo"),
    LARGE(
            "IMPORT-102",
            "this file has {0} bytes; at most {1} were expected",
            "este archivo tiene {0} bytes; se esperaban como máximo {1}"),
    NO_FILES(
            "IMPORT-103",
            "no file was named; at least one was expected",
            "no se indicó ningún archivo; se esperaba uno al menos"),
    OPTION(
            "IMPORT-104",
            "{0} takes no option '{1}'; one of these was expected: {2}",
            "{0} no admite la opción '{1}'; se esperaba una de estas: {2}"),
    MAP_MISSING(
            "IMPORT-105",
            "{0} needs a MAP that says which column is what; --map with such a file was expected",
            "{0} necesita un MAP que diga qué es cada columna; se esperaba --map con ese archivo"),
    MAP_UNUSED("IMPORT-106", "{0} takes no MAP; none was expected", "{0} no usa MAP; no se esperaba ninguno"),
    ENTRY_LONG(
            "IMPORT-107",
            "what this states makes one entry of {0} bytes; at most {1} were expected: shorten names or lists",
            "lo que esto declara da un asiento de {0} bytes; se esperaban como máximo {1}: acorte nombres o listas"),
    CHANGED(
            "IMPORT-108",
            "this file changed while it was read; a file to which nobody writes was expected: import it again",
            "este archivo cambió mientras se leía; se esperaba un archivo en el que nadie escribe: impórtelo otra vez");

    private final String code;
    private final Sentence sentence;

    ImportProblem(String code, String en, String es) {
        this.code = code;
        this.sentence = new Sentence(en, es);
    }

    RefusedException at(Where where, Object... values) {
        return new RefusedException(new Problem(code, where, sentence.with(values)));
    }
}
