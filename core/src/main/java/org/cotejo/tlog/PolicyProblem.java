package org.cotejo.tlog;

import org.cotejo.base.Problem;
import org.cotejo.base.Sentence;
import org.cotejo.base.Where;
import org.jspecify.annotations.Nullable;

/** Why a policy is refused, or a checkpoint under it, each with its public code. */
enum PolicyProblem {
    LINE(
            "POLICY-101",
            "'{0}' is no line of a policy; log, witness, group or quorum with its parts was expected",
            "'{0}' no es una línea de una política; se esperaba log, witness, group o quorum con sus partes"),
    NAME_TWICE("POLICY-102", "the name {0} is taken already", "el nombre {0} ya está en uso"),
    KEY_TWICE("POLICY-103", "the key of {0} stands here a second time", "la clave de {0} figura por segunda vez"),
    UNKNOWN("POLICY-104", "{0} is not defined on a line before", "{0} no está definido en una línea anterior"),
    MEMBER_TWICE(
            "POLICY-105",
            "{0} is a member of a group already, and would count twice",
            "{0} ya es miembro de un grupo y contaría dos veces"),
    THRESHOLD(
            "POLICY-106",
            "'{0}' of {1} members is no number that a group can ask for",
            "'{0}' de {1} miembros no es un número que un grupo pueda exigir"),
    ONE_QUORUM(
            "POLICY-107",
            "a policy has exactly one line 'quorum', this one has {0}",
            "una política tiene exactamente una línea 'quorum'; esta tiene {0}"),
    FILE("POLICY-108", "this is no file of a policy: {0}", "esto no es un archivo de política: {0}"),
    KIND(
            "POLICY-109",
            "the key of {0} is of a type that does not sign as a {1} does",
            "la clave de {0} es de un tipo que no firma como un {1}"),
    OTHER_LOG(
            "POLICY-110",
            "the log '{0}' is not one that this policy trusts",
            "el registro '{0}' no es de los que esta política acepta"),
    NOT_SIGNED(
            "POLICY-111",
            "the checkpoint is not signed by a key that this policy lists for the log '{0}'",
            "el punto de control no está firmado con una clave que esta política lista para el registro '{0}'"),
    NO_QUORUM(
            "POLICY-112",
            "the cosignatures do not reach the quorum '{0}': there are those of {1}",
            "las cofirmas no alcanzan el quórum '{0}': están las de {1}");

    private final String code;
    private final Sentence sentence;

    PolicyProblem(String code, String en, String es) {
        this.code = code;
        this.sentence = new Sentence(en, es);
    }

    Problem with(@Nullable Object... values) {
        return new Problem(code, Where.file(""), sentence.with(values));
    }

    Problem at(long line, @Nullable Object... values) {
        return new Problem(code, new Where("", line, ""), sentence.with(values));
    }

    Problem because(String en, String es) {
        return new Problem(
                code,
                Where.file(""),
                new Sentence(sentence.with(en).en(), sentence.with(es).es()));
    }
}
