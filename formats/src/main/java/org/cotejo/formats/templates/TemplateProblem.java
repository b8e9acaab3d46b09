package org.cotejo.formats.templates;

import org.cotejo.base.Problem;
import org.cotejo.base.RefusedException;
import org.cotejo.base.Sentence;
import org.cotejo.base.Where;

/** Why a file that follows a template is refused, each with its public code. */
enum TemplateProblem {
    NO_DEFINITION(
            "TEMPLATE-101",
            "this folder has no definition yet; it was expected that definition.json is imported first",
            "esta carpeta aún no tiene definición; se esperaba que se importara primero definition.json"),
    NO_STATION(
            "TEMPLATE-102",
            "the register has no station '{0}'; a listed one was expected, the nearest are: {1}",
            "el registro no tiene la mesa '{0}'; se esperaba una que conste, las más parecidas: {1}"),
    AMBIGUOUS(
            "TEMPLATE-103",
            "station '{0}' may be any of several that differ in leading zeros; the whole code was expected",
            "la mesa '{0}' puede ser cualquiera de varias que difieren en ceros iniciales; se esperaba el código entero"),
    NO_CUSTODIAN(
            "TEMPLATE-104",
            "the definition has no custodian '{0}'; a known one was expected, the nearest are: {1}",
            "la definición no tiene el custodio '{0}'; se esperaba uno conocido, los más parecidos: {1}"),
    NO_SIDE(
            "TEMPLATE-105",
            "the definition has no side '{0}'; a known one was expected, the nearest are: {1}",
            "la definición no tiene la parte '{0}'; se esperaba una conocida, las más parecidas: {1}"),
    NO_CONTEST(
            "TEMPLATE-106",
            "the definition has no contest '{0}'; one of these was expected: {1}",
            "la definición no tiene la contienda '{0}'; se esperaba una de estas: {1}"),
    NO_CANDIDATE(
            "TEMPLATE-107",
            "contest {0} has no candidate '{1}'; a known one was expected, the nearest are: {2}",
            "la contienda {0} no tiene el candidato '{1}'; se esperaba uno conocido, los más parecidos: {2}"),
    NO_SOURCE(
            "TEMPLATE-108",
            "this folder has no delivery '{0}'; one such as coalition/1 was expected, the nearest are: {1}",
            "esta carpeta no tiene la entrega '{0}'; se esperaba una como coalition/1, las más parecidas: {1}"),
    UNKNOWN_COLUMN(
            "TEMPLATE-109",
            "the column '{0}' is not known here; one of these was expected: {1}",
            "aquí no se conoce la columna '{0}'; se esperaba una de estas: {1}"),
    PRIVATE_COLUMN(
            "TEMPLATE-110",
            "the column '{0}' may hold names or free text, which stay out of public entries for ever; no such column was expected",
            "la columna '{0}' puede tener nombres o texto libre, que nunca entran en asientos públicos; no se esperaba tal columna"),
    WORD(
            "TEMPLATE-111",
            "'{0}' is not known here; one of these words was expected: {1}",
            "aquí no se conoce '{0}'; se esperaba una de estas palabras: {1}"),
    ID(
            "TEMPLATE-112",
            "'{0}' is no id; 1 to 60 characters without white space or slashes were expected",
            "'{0}' no es un identificador; se esperaban de 1 a 60 caracteres sin espacios ni barras"),
    SHORT_NAME(
            "TEMPLATE-113",
            "'{0}' is no short name; 1 to 60 letters A to Z, digits, dots, low lines or dashes were expected",
            "'{0}' no es un nombre corto; se esperaban de 1 a 60 letras A a Z, dígitos, puntos, guiones o guiones bajos"),
    TEXT(
            "TEMPLATE-114",
            "'{0}' can't stand here; {1} to 200 characters without control characters were expected",
            "'{0}' no puede estar aquí; se esperaban de {1} a 200 caracteres sin caracteres de control"),
    EMPTY("TEMPLATE-115", "nothing stands here; a value was expected", "aquí no hay nada; se esperaba un valor"),
    TIME(
            "TEMPLATE-116",
            "'{0}' is no time; one after 1970 such as 2030-05-12T19:00Z or 2030-05-12T15:00-04:00 was expected",
            "'{0}' no es una hora; se esperaba una posterior a 1970 como 2030-05-12T19:00Z o 2030-05-12T15:00-04:00"),
    DAY(
            "TEMPLATE-117",
            "'{0}' is no day; one between 1970 and 2999 such as 2030-05-12 was expected",
            "'{0}' no es un día; se esperaba uno entre 1970 y 2999 como 2030-05-12"),
    SEAL(
            "TEMPLATE-118",
            "'{0}' is no seal number; at most 40 letters A to Z, digits and dashes were expected",
            "'{0}' no es un número de precinto; se esperaban como máximo 40 letras A a Z, dígitos y guiones"),
    HASH(
            "TEMPLATE-119",
            "'{0}' is no SHA-256; 64 hexadecimal digits were expected",
            "'{0}' no es un SHA-256; se esperaban 64 dígitos hexadecimales"),
    SLOT(
            "TEMPLATE-120",
            "'{0}' is no number of a signature place; 1 to 64 was expected",
            "'{0}' no es el número de un lugar de firma; se esperaba de 1 a 64"),
    SLOT_TWICE(
            "TEMPLATE-121",
            "the place {0} {1} of station {2} stands twice, or there are more than 64; each once was expected",
            "el lugar {0} {1} de la mesa {2} está dos veces, o hay más de 64; se esperaba cada uno una vez"),
    HANDED_OVER(
            "TEMPLATE-122",
            "a hand-over has two ends; both from and to were expected",
            "una entrega tiene dos extremos; se esperaban from y to"),
    DONE_ON(
            "TEMPLATE-123",
            "done_on was expected exactly where the state is done",
            "se esperaba done_on exactamente donde el estado es done"),
    SAME_SOURCE(
            "TEMPLATE-124",
            "the original and the corrected delivery are the same; two different ones were expected",
            "la entrega original y la corregida son la misma; se esperaban dos distintas"),
    STATION_TWICE(
            "TEMPLATE-125",
            "station {0} stands twice, first in line {1}; once was expected",
            "la mesa {0} está dos veces, la primera en la línea {1}; se esperaba una vez"),
    REGISTERED(
            "TEMPLATE-126",
            "'{0}' is no number of registered voters; 0 to 999999999 or nothing was expected",
            "'{0}' no es un número de electores inscritos; se esperaba de 0 a 999999999 o nada"),
    IN_USE(
            "TEMPLATE-127",
            "this definition lacks {0}, which delivery {1} in this folder uses; it was expected to stay",
            "a esta definición le falta {0}, que usa la entrega {1} de esta carpeta; se esperaba que siguiera"),
    WHO_LISTS(
            "TEMPLATE-128",
            "nobody says whose register this is; an announcer in the definition or --custodian was expected",
            "nadie dice de quién es este registro; se esperaba un announcer en la definición o --custodian"),
    ID_TWICE(
            "TEMPLATE-129",
            "the id '{0}' stands twice; once was expected",
            "el id '{0}' está dos veces; se esperaba una vez"),
    ROSTER(
            "TEMPLATE-130",
            "'{0}' is neither yes nor no; one of them was expected",
            "'{0}' no es yes ni no; se esperaba uno de los dos"),
    NO_FIGURES(
            "TEMPLATE-131",
            "no column of this file is a candidate of contest {0}; at least one of these was expected: {1}",
            "ninguna columna de este archivo es un candidato de la contienda {0}; se esperaba al menos uno de estos: {1}"),
    WHOSE_SHEETS(
            "TEMPLATE-132",
            "nobody says who holds these papers; --custodian or a line custodian=... with a custodian of the definition was expected",
            "nadie dice quién tiene estos papeles; se esperaba --custodian o una línea custodian=... con un custodio de la definición"),
    NO_SHEETS(
            "TEMPLATE-133",
            "this file holds no signed sheet; texts that begin with COTEJO1 were expected, one a line",
            "este archivo no contiene ningún acta firmada; se esperaban textos que empiezan por COTEJO1, uno por línea"),
    POSITIONS(
            "TEMPLATE-134",
            "this paper has {0} ballot positions, but contest {1} has {2}; one of this election was expected",
            "este papel tiene {0} posiciones de la boleta, pero la contienda {1} tiene {2}; se esperaba uno de esta elección"),
    NO_CERTIFICATES(
            "TEMPLATE-137",
            "this file holds no certificate of a count; texts that begin with COTEJOCOUNT1/ were expected, one a line",
            "este archivo no contiene ninguna constancia de un conteo; se esperaban textos que empiezan por COTEJOCOUNT1/, uno por línea"),
    OTHER_LOG(
            "TEMPLATE-138",
            "this is the log of a machine of the election {0}; one of {1} was expected",
            "esta es la bitácora de una máquina de la elección {0}; se esperaba una de {1}"),
    NO_KEY(
            "TEMPLATE-139",
            "the definition lists no key of machine {0} of station {1}; the log of a machine whose key it lists was expected",
            "la definición no tiene clave de la máquina {0} de la mesa {1}; se esperaba la bitácora de una máquina con clave en ella"),
    KEY(
            "TEMPLATE-135",
            "'{0}' is no public key; 64 hexadecimal digits were expected",
            "'{0}' no es una clave pública; se esperaban 64 dígitos hexadecimales"),
    MANY_SHEETS(
            "TEMPLATE-136",
            "station {0} stands in this file with more than {1} different sheets of one contest; fewer were expected",
            "la mesa {0} está en este archivo con más de {1} actas distintas de una contienda; se esperaban menos"),
    PICTURE_OTHERWISE(
            "TEMPLATE-141",
            "the picture with the root {0} was stated before by another body, for another station or with another public copy; a"
                    + " statement that adds to it was expected",
            "la imagen con la raíz {0} ya la declaró otro ente, o para otra mesa, o con otra copia pública; se esperaba una"
                    + " declaración que añada algo"),
    LIST_HAS_STATIONS(
            "TEMPLATE-142",
            "a list of pictures says itself of which station each is; proofs, or a list without this option, were expected",
            "una lista de imágenes dice ella misma de qué mesa es cada una; se esperaban pruebas, o una lista sin esta opción"),
    NO_PROOF(
            "TEMPLATE-143",
            "there is no proof at '{0}'; the path of a .proof file, from where this list lies, was expected",
            "no hay ninguna prueba en '{0}'; se esperaba la ruta de un archivo .proof, desde donde está esta lista");

    private final String code;
    private final Sentence sentence;

    TemplateProblem(String code, String en, String es) {
        this.code = code;
        this.sentence = new Sentence(en, es);
    }

    RefusedException at(Where where, Object... values) {
        return new RefusedException(new Problem(code, where, sentence.with(values)));
    }

    /** The beginning of a text that was found, fit for a sentence. */
    static String shown(String text) {
        return text.length() <= 40 ? text : text.substring(0, 40) + "...";
    }
}
