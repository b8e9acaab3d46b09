package org.cotejo.station.day;

import org.cotejo.base.Problem;
import org.cotejo.base.RefusedException;
import org.cotejo.base.Result;
import org.cotejo.base.Sentence;
import org.cotejo.base.Where;

/** Why the machine refuses, each with its public code and what the presiding officer can do. */
enum StationProblem {
    NO_MACHINE(
            "STATION-101",
            "there is no machine here, or its making was cut off; make one in a new folder with 'cotejo station init'",
            "aquí no hay ninguna máquina, o su creación se interrumpió; cree una en una carpeta nueva con 'cotejo station init'"),
    EXISTS(
            "STATION-102",
            "something lies here already; a machine is made once, in a new folder",
            "aquí ya hay algo; una máquina se crea una sola vez, en una carpeta nueva"),
    BUSY(
            "STATION-103",
            "this machine is running already; close the other window, or wait until it has ended",
            "esta máquina ya está en marcha; cierre la otra ventana o espere a que termine"),
    WRONG_KEY(
            "STATION-104",
            "the private key in this machine is not the one of machine {0}: it was replaced or copied; do not use this machine, seal it"
                    + " and call the electoral authority",
            "la clave privada de esta máquina no es la de la máquina {0}: fue reemplazada o copiada; no use esta máquina, séllela y"
                    + " llame a la autoridad electoral"),
    OTHER_HARDWARE(
            "STATION-105",
            "this machine's key was made on another board: its folder was copied; use the machine on which it was made",
            "la clave de esta máquina se hizo en otro equipo: su carpeta fue copiada; use la máquina en la que se hizo"),
    DAMAGED(
            "STATION-106",
            "this file is missing, damaged or was changed; touch nothing, keep the machine sealed and call the electoral authority",
            "este archivo falta, está dañado o fue cambiado; no toque nada, guarde la máquina sellada y llame a la autoridad electoral"),
    OLD_BOX(
            "STATION-107",
            "the log has {0} lines and the electronic box only knows {1}: an old copy of the box was put back; do not go on, keep the"
                    + " machine and the receipts sealed and call the electoral authority",
            "la bitácora tiene {0} líneas y la urna electrónica sólo conoce {1}: se repuso una copia vieja de la urna; no siga, guarde"
                    + " selladas la máquina y los comprobantes y llame a la autoridad electoral"),
    CLOCK(
            "STATION-108",
            "the clock says {0}, but the last event was at {1}; set the clock right and try again",
            "el reloj marca {0}, pero el último suceso fue a las {1}; ponga el reloj en hora e inténtelo de nuevo"),
    STOPPED(
            "STATION-109",
            "the disk failed, so this machine does nothing more until it is started again; nothing that was confirmed is lost",
            "falló el disco, así que esta máquina no hace nada más hasta que se reinicie; nada de lo confirmado se pierde"),
    FULL(
            "STATION-110",
            "the disk is nearly full ({0} bytes are free, {1} are needed); free some, then release the next ballot",
            "el disco está casi lleno ({0} bytes libres, hacen falta {1}); libere espacio y luego habilite la siguiente boleta"),
    REHEARSAL_KEY(
            "STATION-111",
            "a key of a rehearsal was asked for, and the election {0} is none",
            "se pidió una clave de simulacro y la elección {0} no lo es"),
    OTHER_ELECTION(
            "STATION-121",
            "this definition is of {0}, station {1}; this machine is of {2}, station {3}",
            "esta definición es de {0}, mesa {1}; esta máquina es de {2}, mesa {3}"),
    NOT_FROZEN(
            "STATION-122",
            "this definition is not frozen, or was changed after it was; a machine takes the frozen one",
            "esta definición no está congelada, o se cambió después; una máquina toma la congelada"),
    NOT_TYPED(
            "STATION-123",
            "what was typed is not the hash of this definition, which is {0}; load nothing that you did not hear read aloud",
            "lo tecleado no es el hash de esta definición, que es {0}; no cargue nada que no haya oído leer en voz alta"),
    KEY_NOT_LISTED(
            "STATION-124",
            "the frozen definition lists no key of this machine, so its sheets would prove nothing; have its key listed before the freeze",
            "la definición congelada no lista ninguna clave de esta máquina, así que sus actas no probarían nada; haga listar su clave"
                    + " antes de congelar"),
    OTHER_KEY_LISTED(
            "STATION-125",
            "the frozen definition lists another key for this machine; its sheets would be false",
            "la definición congelada lista otra clave para esta máquina; sus actas serían falsas"),
    NO_PLACE_FOR_VOTES(
            "STATION-126", "the contest {0} has nobody to vote for", "la contienda {0} no tiene por quién votar"),
    NOT_NOW("STATION-201", "this can't be done now: {0}", "esto no se puede hacer ahora: {0}"),
    OLD_PASS(
            "STATION-202",
            "this page belongs to an earlier ballot and votes for nobody; the ballot that is released now is on a fresh page",
            "esta página es de una boleta anterior y no vota por nadie; la boleta habilitada ahora está en una página nueva"),
    ACTING(
            "STATION-203",
            "the machine is doing something, such as printing; wait a moment and look again",
            "la máquina está haciendo algo, como imprimir; espere un momento y vuelva a mirar"),
    COUNT_RANGE("STATION-204", "{0} is no number from {1} to {2}", "{0} no es un número de {1} a {2}"),
    NOT_PRINTED(
            "STATION-301",
            "the receipt did not come out: {0}. The vote is kept. Take away any strip that came out, mend the printer and print the"
                    + " receipt again",
            "el comprobante no salió: {0}. El voto está guardado. Retire la tira que haya salido, repare la impresora e imprima el"
                    + " comprobante de nuevo"),
    COPY_NOT_PRINTED(
            "STATION-302",
            "copy {0} of {1} did not come out: {2}. Mark any strip that came out as void, mend the printer and go on printing",
            "el ejemplar {0} de {1} no salió: {2}. Anule la tira que haya salido, repare la impresora y siga imprimiendo"),
    SHEET_TOO_SOON(
            "STATION-401",
            "no sheet leaves this machine before it is closed and all copies are printed; now: {0}",
            "ningún acta sale de esta máquina antes de cerrarla e imprimir todos los ejemplares; ahora: {0}"),
    TELLERS_DIFFER(
            "STATION-402",
            "the tellers differ in {0}: {1} and {2}; count these receipts again, both of you",
            "los escrutadores difieren en {0}: {1} y {2}; cuenten de nuevo esos comprobantes, ambos"),
    BAD_LOG(
            "STATION-403",
            "line {0} of this log is not what the machine signed: it was changed, or a line is missing",
            "la línea {0} de esta bitácora no es lo que firmó la máquina: fue cambiada, o falta una línea"),
    OTHER_BALLOT(
            "STATION-404",
            "this count does not have the contests and positions of this station's ballot, each once and in order",
            "este conteo no tiene las contiendas y posiciones de la boleta de esta mesa, cada una una vez y en orden"),
    NO_LETTERS(
            "STATION-405",
            "the paper has no letters for the name that was written; nothing was counted, write it with others",
            "el papel no tiene letras para el nombre que se escribió; no se contó nada, escríbalo con otras");

    private final String code;
    private final Sentence sentence;

    StationProblem(String code, String en, String es) {
        this.code = code;
        this.sentence = new Sentence(en, es);
    }

    /** Of values that are the same in both languages, or sentences. */
    Problem at(Where where, Object... values) {
        Object[] en = new Object[values.length];
        Object[] es = new Object[values.length];
        for (int i = 0; i < values.length; i++) {
            en[i] = values[i] instanceof Sentence each ? each.en() : values[i];
            es[i] = values[i] instanceof Sentence each ? each.es() : values[i];
        }
        return new Problem(
                code,
                where,
                new Sentence(sentence.with(en).en(), sentence.with(es).es()));
    }

    Problem problem(Object... values) {
        return at(Where.file(""), values);
    }

    Problem in(Object file, Object... values) {
        return at(Where.file(file.toString()), values);
    }

    <T> Result<T> refused(Object... values) {
        return Result.refused(problem(values));
    }

    RefusedException refusal(Object file, Object... values) {
        return new RefusedException(in(file, values));
    }
}
