package org.cotejo.capture.checker;

import org.cotejo.base.Problem;
import org.cotejo.base.Sentence;
import org.cotejo.base.Where;

/** Why a text that was read does not count, or what is to be known of one that does, each with its public code. */
enum CheckProblem {
    NO_DEFINITION(
            "READ-201",
            "not checked: no election was named to hold this against (--dir DIR or --definition FILE)",
            "sin comprobar: no se indicó ninguna elección con la que compararlo (--dir DIR o --definition ARCHIVO)"),
    STATION("READ-202", "the register has no station {0}", "el registro no tiene ninguna mesa {0}"),
    POSITIONS(
            "READ-203",
            "the text has votes of {0} ballot positions; the contest {1} has {2}",
            "el texto tiene votos de {0} posiciones de la boleta; la contienda {1} tiene {2}"),
    CONTEST(
            "READ-204",
            "the definition has no contest {0}, or not these candidates in it",
            "la definición no tiene la contienda {0}, o no estos candidatos en ella"),
    BOUND(
            "READ-205",
            "{0} votes stand there, more than the {1} voters of this station",
            "hay {0} votos, más que los {1} electores de esta mesa"),
    SUM(
            "READ-206",
            "the votes add up to {0}, but the text counts {1} voters or ballots",
            "los votos suman {0}, pero el texto cuenta {1} votantes o comprobantes"),
    ONE_DECODER(
            "READ-207",
            "one decoder alone read this, and nothing in the text could show a misreading: a person must look, or send a better picture",
            "sólo un decodificador leyó esto, y nada en el texto mostraría un error: debe mirarlo una persona, o envíe una foto mejor"),
    CONTRADICTED(
            "READ-208",
            "two decoders read different texts at this place: neither is taken",
            "dos decodificadores leyeron textos distintos en este lugar: no se toma ninguno"),
    SIGNATURE(
            "READ-209",
            "the signature is not that of the key listed for this machine: misread or forged, so a person must look",
            "la firma no es la de la clave inscrita para esta máquina: mal leída o falsa, así que debe mirarla una persona"),
    ELECTION(
            "READ-210",
            "the sheet names another election or definition: {0}",
            "el acta nombra otra elección o definición: {0}"),
    PART_MISSING(
            "READ-211",
            "part {0} of {1} of this sheet was read; the others were not",
            "se leyó la parte {0} de {1} de esta acta; las demás no"),
    OPENING(
            "READ-212",
            "this is the report printed before the vote, with all zeros: it is no result",
            "este es el reporte impreso antes de votar, todo en cero: no es un resultado"),
    NO_KEY(
            "READ-213",
            "no key is listed for the machine {0}: its signature was not checked",
            "no hay clave inscrita para la máquina {0}: no se comprobó su firma"),
    ALL_ZERO(
            "READ-214",
            "all votes are zero, as in a report printed before the vote",
            "todos los votos son cero, como en un reporte impreso antes de votar"),
    TWO_SHEETS(
            "READ-215",
            "this picture has two codes of station {0} and contest {1} with different votes: a person must look",
            "esta imagen tiene dos códigos de la mesa {0} y la contienda {1} con votos distintos: debe mirarlos una persona"),
    NO_REGISTER(
            "READ-216",
            "how many voters station {0} has is not known: nothing bounds its votes",
            "no se sabe cuántos electores tiene la mesa {0}: nada acota sus votos"),
    SIGNED_BUT_UNKNOWN(
            "READ-217",
            "the signature of this report was not checked: the authority's keys are not known here",
            "no se comprobó la firma de este boletín: aquí no se conocen las claves de la autoridad"),
    PRINT_CELLS(
            "READ-218",
            "of the print, {0} of {1} numbers surely say the same in figures and in words; people must look at the others: {2}",
            "de lo impreso, {0} de {1} números dicen con seguridad lo mismo en cifras y en letras; los demás los debe mirar una persona: {2}"),
    PRINT_SUM(
            "READ-219",
            "the numbers read from print add up to {0}, but the sheet states {1} ({2}): a person must look",
            "los números leídos de lo impreso suman {0}, pero el acta dice {1} ({2}): debe mirarlo una persona"),
    PRINT_CODE(
            "READ-220",
            "which station this sheet is of was not read surely enough from its print: a person must say it",
            "no se leyó con bastante seguridad de qué mesa es esta acta: debe decirlo una persona"),
    PRINT_STATION(
            "READ-221",
            "the code of station {0} was read from print, and no number of voters confirms it: a person must confirm the station",
            "el código de la mesa {0} se leyó de lo impreso y ningún número de electores lo confirma: una persona debe confirmar la mesa"),
    PRINT_REGISTERED(
            "READ-222",
            "the sheet states {0} voters, the register has {2} for station {1}: misread or another station, so a person must look",
            "el acta dice {0} electores y el registro tiene {2} para la mesa {1}: mal leída u otra mesa, así que debe mirarla una persona"),
    PRINT_NAME(
            "READ-223",
            "the name printed at position {0} is not '{1}', which the definition has there: a person must look",
            "el nombre impreso en la posición {0} no es '{1}', que es el de la definición: debe mirarlo una persona"),
    CODE_AND_PRINT(
            "READ-224",
            "the code and the print of this sheet of station {0} state different numbers: neither is taken, a person must look",
            "el código y lo impreso de esta acta de la mesa {0} dicen números distintos: no se toma ninguno, debe mirarla una persona"),
    HANDWRITTEN(
            "READ-225",
            "{0} of {1} figures were read from handwriting: a proposal only, which never counts; two people must type them, each without seeing the other",
            "se leyeron {0} de {1} cifras escritas a mano: solo una propuesta, que nunca cuenta; deben escribirlas dos personas, sin verse una a la otra");

    private final String code;
    private final Sentence sentence;

    CheckProblem(String code, String en, String es) {
        this.code = code;
        this.sentence = new Sentence(en, es);
    }

    Problem with(Object... values) {
        return new Problem(code, Where.field("qr"), sentence.with(values));
    }
}
