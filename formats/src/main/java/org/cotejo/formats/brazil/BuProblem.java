package org.cotejo.formats.brazil;

import org.cotejo.base.Problem;
import org.cotejo.base.RefusedException;
import org.cotejo.base.Sentence;
import org.cotejo.base.Where;

/** Why texts are refused as those of a ballot box report, each with its public code. */
enum BuProblem {
    HEADER(
            "BU-101",
            "this does not begin with QRBU:part:of VRQR:version, of version 1.5 or 6.0; such a text was expected",
            "esto no empieza por QRBU:parte:de VRQR:versión, de la versión 1.5 o 6.0; se esperaba un texto así"),
    FIELD(
            "BU-102",
            "the field {0} is missing or malformed; {1} was expected",
            "el campo {0} falta o está mal; se esperaba {1}"),
    PARTS(
            "BU-103",
            "part {0} of {1} is missing or stands here with two texts; each part once was expected",
            "falta la parte {0} de {1} o está con dos textos; se esperaba cada parte una vez"),
    HASH(
            "BU-104",
            "the hash of part {0} is not the one that was expected from what the parts say: they were misread or changed",
            "el hash de la parte {0} no es el que se esperaba por lo que dicen las partes: se leyeron mal o se cambiaron"),
    SUM(
            "BU-105",
            "of office {0} the votes do not add up: {1} stand there and {2} were expected",
            "del cargo {0} los votos no suman: hay {1} y se esperaban {2}");

    private final String code;
    private final Sentence sentence;

    BuProblem(String code, String en, String es) {
        this.code = code;
        this.sentence = new Sentence(en, es);
    }

    RefusedException refusal(Object... values) {
        return new RefusedException(new Problem(code, Where.field("qr"), sentence.with(values)));
    }
}
