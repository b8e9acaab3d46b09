package org.cotejo.node.log;

import org.cotejo.base.Problem;
import org.cotejo.base.RefusedException;
import org.cotejo.base.Sentence;
import org.cotejo.base.Where;

/** Why the log writer refuses, each with its public code. */
enum LogProblem {
    EXISTS(
            "LOG-101",
            "there is a log here already; a log is created once, so open it, or choose other folders and another origin",
            "aquí ya hay un registro; un registro se crea una sola vez: ábralo o elija otras carpetas y otro origen"),
    NO_STORE(
            "LOG-102",
            "no log {0} was created here; create it once, or name the folder in which its newest head is kept",
            "aquí no se ha creado ningún registro {0}; créelo una vez o indique la carpeta que guarda su última cabeza"),
    BUSY(
            "LOG-103",
            "another writer has this log open; wait until it has ended",
            "otro escritor tiene abierto este registro; espere a que termine"),
    FORKED(
            "LOG-104",
            "the public checkpoint of {0} entries is of another tree than the log that is kept here: the log was forked; keep both"
                    + " checkpoints as evidence and write nothing more",
            "el punto de control público de {0} asientos es de otro árbol que el registro guardado aquí: el registro fue"
                    + " bifurcado; conserve ambos puntos de control como evidencia y no escriba más"),
    AHEAD(
            "LOG-105",
            "the public checkpoint has {0} entries and the head that is kept only {1}: the kept head is an old copy; bring back the"
                    + " newest one",
            "el punto de control público tiene {0} asientos y la cabeza guardada solo {1}: la cabeza guardada es una copia vieja;"
                    + " recupere la más nueva"),
    BEHIND(
            "LOG-106",
            "the public folder has {0} of {1} entries, and what is staged does not fill the gap; bring it back from a mirror, or"
                    + " rebuild it from the entries in an empty folder",
            "la carpeta pública tiene {0} de {1} asientos, y lo preparado no llena el hueco; recupérela de una réplica o"
                    + " reconstrúyala a partir de los asientos en una carpeta vacía"),
    DAMAGED(
            "LOG-107",
            "this file is missing or damaged: {0}; nothing was written, bring it back from a mirror or a copy",
            "este archivo falta o está dañado: {0}; no se escribió nada, recupérelo de una réplica o de una copia"),
    CHANGED(
            "LOG-108",
            "this file must never change, but it holds other bytes than those that belong there; nothing was replaced",
            "este archivo no debe cambiar nunca, pero contiene otros bytes que los que le corresponden; no se reemplazó nada"),
    NOT_OURS(
            "LOG-109",
            "this checkpoint is not one of log {0} signed with the keys at hand: {1}",
            "este punto de control no es del registro {0} firmado con las claves presentes: {1}"),
    FULL(
            "LOG-110",
            "too many entries are waiting to be written; send these again in a moment, none of them was taken",
            "hay demasiados asientos en espera de ser escritos; envíe estos de nuevo en un momento, no se tomó ninguno"),
    STOPPED(
            "LOG-111",
            "the log writer has stopped and takes nothing more until it is opened again: {0}; these entries were not taken",
            "el escritor del registro se detuvo y no toma nada más hasta que se abra de nuevo: {0}; estos asientos no se tomaron"),
    UNKNOWN(
            "LOG-112",
            "the log writer stopped while these entries were written: {0}; whether they are in the log is known when it is opened"
                    + " again",
            "el escritor del registro se detuvo mientras se escribían estos asientos: {0}; si están en el registro se sabrá cuando"
                    + " se abra de nuevo"),
    TOO_LONG(
            "LOG-113",
            "an entry has {0} bytes; at most {1} were expected",
            "un asiento tiene {0} bytes; se esperaban a lo sumo {1}"),
    CLOCK(
            "LOG-114",
            "the clock says {0}, which is before the last signature at {1}; set the clock right and open the log again",
            "el reloj marca {0}, antes de la última firma de {1}; ponga el reloj en hora y abra el registro de nuevo"),
    OTHER_ENTRIES(
            "LOG-115",
            "these are not the entries of this log: {0}; its public folder can't be rebuilt from them",
            "estos no son los asientos de este registro: {0}; su carpeta pública no se puede reconstruir con ellos"),
    NO_FOLDER("LOG-116", "there is no such folder; make it first", "no existe esta carpeta; créela primero"),
    TOO_MANY(
            "LOG-117",
            "these are {0} entries of {1} bytes at once; at most {2} entries and {3} bytes were expected",
            "son {0} asientos de {1} bytes de una vez; se esperaban a lo sumo {2} asientos y {3} bytes"),
    NESTED(
            "LOG-118",
            "the folder that keeps the newest head lies in the public folder or around it; what belongs to the keys must not lie"
                    + " where the world reads",
            "la carpeta que guarda la última cabeza está dentro de la carpeta pública o la contiene; lo que es de las claves no"
                    + " debe estar donde lee el mundo"),
    NOT_EMPTY(
            "LOG-119",
            "this public folder has a checkpoint; it can be rebuilt only where there is none",
            "esta carpeta pública tiene un punto de control; solo se reconstruye donde no lo hay");

    private final String code;
    private final Sentence sentence;

    LogProblem(String code, String en, String es) {
        this.code = code;
        this.sentence = new Sentence(en, es);
    }

    Problem in(Object place, Object... values) {
        return new Problem(code, Where.file(place.toString()), sentence.with(values));
    }

    RefusedException at(Object place, Object... values) {
        return new RefusedException(in(place, values));
    }

    /** With a reason that is itself in both languages. */
    Problem because(Object place, Sentence reason) {
        return new Problem(
                code,
                Where.file(place.toString()),
                new Sentence(
                        sentence.with(reason.en()).en(),
                        sentence.with(reason.es()).es()));
    }
}
