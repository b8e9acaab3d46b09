package org.cotejo.covered;

import org.cotejo.base.Problem;
import org.cotejo.base.Sentence;
import org.cotejo.base.Where;

/** What is wrong with the files of a redaction (from 101), and what refutes one (from 201), each with its public code. */
public enum RedactProblem {
    AREA(
            "REDACT-101",
            "'{0}' is no area; X,Y,WIDTH,HEIGHT in whole pixels from the upper left corner was expected",
            "«{0}» no es una zona; se esperaba X,Y,ANCHO,ALTO en píxeles enteros desde la esquina superior izquierda"),
    OUTSIDE(
            "REDACT-102",
            "the area {0} does not lie in this picture of {1} x {2} pixels",
            "la zona {0} no está dentro de esta imagen de {1} x {2} píxeles"),
    LARGE(
            "REDACT-103",
            "this picture has {0} x {1} pixels; at most {2} million in all were expected: scan it with fewer",
            "esta imagen tiene {0} x {1} píxeles; se esperaban como máximo {2} millones en total: escanéela con menos"),
    NOTHING(
            "REDACT-104",
            "nothing is to be covered: no area, no block and no field was named",
            "no hay nada que cubrir: no se nombró ninguna zona, ningún bloque ni ningún campo"),
    FIELD(
            "REDACT-105",
            "this is no field; 'name', 'identity', 'role' or 'other', then '=' and 1 to 500 bytes of text were expected; at most {0}"
                    + " fields",
            "esto no es un campo; se esperaba «name», «identity», «role» u «other», luego «=» y de 1 a 500 bytes de texto; como máximo {0}"
                    + " campos"),
    PROOF("REDACT-106", "this is no proof of a redaction: {0}", "esto no es una prueba de una redacción: {0}"),
    PICTURE(
            "REDACT-107",
            "this is no picture of a public copy: {0}; a PNG of 8 bits of grey was expected",
            "esto no es una imagen de una copia pública: {0}; se esperaba un PNG de grises de 8 bits"),
    MORE(
            "REDACT-108",
            "this PNG holds {0} beside its pixels; a public copy holds nothing else",
            "este PNG contiene {0} además de sus píxeles; una copia pública no contiene nada más"),
    SEALED(
            "REDACT-109",
            "this is no sealed file of a redaction, or it was cut short",
            "esto no es un archivo sellado de una redacción, o está cortado"),
    OTHER_KEY(
            "REDACT-110",
            "this file was sealed with the key {0}, and the key here is {1}: bring the key of whoever sealed it",
            "este archivo se selló con la clave {0}, y la clave de aquí es {1}: traiga la clave de quien lo selló"),
    ALTERED(
            "REDACT-111",
            "this sealed file was changed after it was sealed, or cut short: take another copy of it",
            "este archivo sellado se cambió después de sellarlo, o está cortado: use otra copia"),
    DISCLOSURE(
            "REDACT-112",
            "this is no disclosure of a redaction: {0}",
            "esto no es una revelación de una redacción: {0}"),
    NOT_COVERED("REDACT-113", "nothing covered lies there: {0}", "allí no hay nada cubierto: {0}"),
    BLOCKS(
            "REDACT-114",
            "this is no list of blocks as 'cotejo redact suggest' writes it: {0}",
            "esto no es una lista de bloques como la escribe 'cotejo redact suggest': {0}"),
    OTHER_PICTURE(
            "REDACT-115",
            "these blocks were found in another picture; suggest anew for this one",
            "estos bloques se hallaron en otra imagen; pida una propuesta para esta"),
    NO_BLOCK(
            "REDACT-116",
            "there is no block {0}; the numbers 1 to {1} stand on the preview",
            "no existe el bloque {0}; en la vista previa están los números 1 a {1}"),
    CODE_TOUCHED(
            "REDACT-117",
            "what is covered touches the QR code at {0}: it may no longer be read, and the public copy then proves less",
            "lo que se cubre toca el código QR en {0}: puede que ya no se lea, y la copia pública probará menos"),
    SIZE(
            "REDACT-201",
            "the picture has {0} x {1} pixels, the proof says {2} x {3}",
            "la imagen tiene {0} x {1} píxeles, la prueba dice {2} x {3}"),
    CHANGED(
            "REDACT-202",
            "the part at {0} is not what was committed to: its pixels or its salt were changed",
            "la parte en {0} no es aquello a lo que se comprometió: se cambiaron sus píxeles o su sal"),
    NOT_BLACK(
            "REDACT-203",
            "the part at {0} is said to be covered, and it is not all black",
            "se dice que la parte en {0} está cubierta, y no es toda negra"),
    TREE(
            "REDACT-204",
            "the hashes of this proof have another root than it says: something in it was changed",
            "los hashes de esta prueba tienen otra raíz que la que dice: algo en ella se cambió"),
    ROOT(
            "REDACT-205",
            "this is of the root {0}, not of the expected one {1}",
            "esto es de la raíz {0}, no de la esperada {1}"),
    NOT_THAT(
            "REDACT-206",
            "what is shown as part {0} is not what was covered there",
            "lo que se muestra como parte {0} no es lo que allí se cubrió"),
    HEADER(
            "REDACT-207",
            "the size that this proof says is not the one that was committed to",
            "el tamaño que dice esta prueba no es aquel al que se comprometió");

    private final String code;
    private final Sentence sentence;

    RedactProblem(String code, String en, String es) {
        this.code = code;
        this.sentence = new Sentence(en, es);
    }

    /** The problem with its values filled in. */
    public Problem with(Object... values) {
        return new Problem(code, Where.file(""), sentence.with(values));
    }

    /** The problem with its reason, in each language, as its one value. */
    public Problem because(Sentence reason) {
        return new Problem(
                code,
                Where.file(""),
                new Sentence(
                        sentence.with(reason.en()).en(),
                        sentence.with(reason.es()).es()));
    }
}
