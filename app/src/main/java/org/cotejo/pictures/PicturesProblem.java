package org.cotejo.pictures;

import org.cotejo.base.Problem;
import org.cotejo.base.Sentence;
import org.cotejo.base.Where;

/** Why a picture of a batch gave no sheet, or a batch is refused, each with its public code. */
public enum PicturesProblem {
    NO_FILE(
            "READ-101",
            "there is no such file; a picture, or a folder with pictures, was expected",
            "no existe ese archivo; se esperaba una imagen o una carpeta con imágenes"),
    SLOW(
            "READ-102",
            "reading this picture was given up after {0} seconds",
            "se dejó de leer esta imagen después de {0} segundos"),
    NOTHING(
            "READ-103",
            "no code of a sheet was read: a person must read it",
            "no se leyó ningún código de acta: debe leerla una persona"),
    FAILED(
            "READ-104",
            "reading this picture failed within the program ({0}); please report it",
            "la lectura de esta imagen falló dentro del programa ({0}); por favor avise"),
    SAME_FILE("READ-105", "this is the same file as {0}", "este es el mismo archivo que {0}"),
    NO_CUSTODIAN(
            "READ-106",
            "--custodian says who holds the sheets: one of the definition, or a new one with --side",
            "--custodian dice quién tiene las actas: uno de la definición, o uno nuevo con --side"),
    NO_DEFINITION(
            "READ-107",
            "this folder has no definition yet, so no picture could be checked; import one first",
            "esta carpeta aún no tiene definición, así que no se podría comprobar ninguna imagen; importe una primero"),
    NO_SHEET(
            "READ-108",
            "in {0} pictures there was no sheet that counts: nothing was imported",
            "en {0} imágenes no había ningún acta que cuente: no se importó nada"),
    CHANGED("READ-109", "this file changed while it was read", "este archivo cambió mientras se leía"),
    OPTION("READ-110", "'{0}' can't be used here; {1} was expected", "'{0}' no se puede usar aquí; se esperaba {1}"),
    SAVED_AGAIN(
            "READ-111",
            "this looks like the same picture as {0}, saved again",
            "esta parece la misma imagen que {0}, guardada otra vez"),
    OTHER_STATION(
            "READ-112",
            "this looks like the same picture as {0}, saved again, but a sheet of another station was read in it: a person must look at both",
            "esta parece la misma imagen que {0}, guardada otra vez, pero en ella se leyó un acta de otra mesa: una persona debe mirar ambas"),
    FOR_PEOPLE(
            "READ-113",
            "{0} lines for people were added to this table: what of the pictures was not read for sure, with a cut-out of each number where print was read",
            "se añadieron {0} líneas para personas a esta tabla: lo que no se leyó con seguridad en las imágenes, con un recorte de cada número donde se leyó lo impreso"),
    PROPOSAL(
            "READ-114",
            "of {0} copies the places to sign were seen; nothing of it was imported. Go through this file, say of empty places whether the signer was absent, refused or nobody was accredited, and import it as signatures",
            "se vieron los lugares para firmar de {0} copias; nada de ello se importó. Revise este archivo, diga de los lugares vacíos si la persona faltó, se negó o nadie estaba acreditado, e impórtelo como signatures"),
    NO_HEIC_PROGRAM(
            "READ-115",
            "there is no program {0}; the name of one, such as heif-convert, or its path was expected",
            "no existe el programa {0}; se esperaba el nombre de uno, como heif-convert, o su ruta"),
    HEIC_FAILED(
            "READ-116",
            "the program {0} made no picture of this HEIC file ({1}); save or send it as JPEG",
            "el programa {0} no dio ninguna imagen de este archivo HEIC ({1}); guárdelo o envíelo como JPEG");

    private final String code;
    private final Sentence sentence;

    PicturesProblem(String code, String en, String es) {
        this.code = code;
        this.sentence = new Sentence(en, es);
    }

    /** The problem in a named file or option. */
    public Problem at(String where, Object... values) {
        return new Problem(code, Where.file(where), sentence.with(values));
    }
}
