package org.cotejo.tlog;

import org.cotejo.base.Problem;
import org.cotejo.base.Sentence;
import org.cotejo.base.Where;
import org.jspecify.annotations.Nullable;

/** Why a checkpoint, a tile or a bundle is refused, each with its public code. */
enum TlogProblem {
    CHECKPOINT("TLOG-101", "this is no checkpoint: {0}", "esto no es un punto de control: {0}"),
    EXTENSION(
            "TLOG-102",
            "this checkpoint has lines after its root; nobody could audit them, so they are refused",
            "este punto de control tiene líneas tras la raíz; nadie podría auditarlas y se rechazan"),
    SIZE(
            "TLOG-103",
            "a log has at most {1} entries, this checkpoint says {0}",
            "un registro tiene como máximo {1} asientos; este punto de control dice {0}"),
    PATH("TLOG-104", "'{0}' is no path of a tile", "'{0}' no es la ruta de una tesela"),
    MISSING("TLOG-105", "{0} is missing", "falta {0}"),
    LENGTH("TLOG-106", "{0} has {1} bytes instead of {2}", "{0} tiene {1} bytes en vez de {2}"),
    OTHER_HASHES(
            "TLOG-107",
            "{0} does not hash to what the checkpoint says",
            "{0} no da el hash que dice el punto de control"),
    BUNDLE(
            "TLOG-108",
            "{0} is no bundle of {1} entries, each with its length",
            "{0} no es un paquete de {1} asientos, cada uno con su longitud"),
    ENTRY("TLOG-109", "entry {0} is not the one in the tree", "el asiento {0} no es el que está en el árbol"),
    INDEX(
            "TLOG-110",
            "there is no entry {0} in a log of {1} entries",
            "no hay ningún asiento {0} en un registro de {1} asientos"),
    ORIGIN(
            "TLOG-111",
            "this checkpoint is of the log '{0}', not of '{1}'",
            "este punto de control es del registro '{0}', no de '{1}'"),
    NO_FORK("TLOG-112", "these two notes show no fork: {0}", "estas dos notas no muestran ninguna bifurcación: {0}"),
    FORK_FILE("TLOG-113", "this is no file of two notes: {0}", "esto no es un archivo de dos notas: {0}");

    private final String code;
    private final Sentence sentence;

    TlogProblem(String code, String en, String es) {
        this.code = code;
        this.sentence = new Sentence(en, es);
    }

    Problem with(@Nullable Object... values) {
        return new Problem(code, Where.file(""), sentence.with(values));
    }

    Problem because(String en, String es) {
        return new Problem(
                code,
                Where.file(""),
                new Sentence(sentence.with(en).en(), sentence.with(es).es()));
    }
}
