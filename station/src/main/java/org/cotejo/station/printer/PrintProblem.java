package org.cotejo.station.printer;

import org.cotejo.base.Problem;
import org.cotejo.base.Sentence;
import org.cotejo.base.Where;

/** Why a printer can't be used or a document did not come out, each with its public code. */
enum PrintProblem {
    ADDRESS(
            "PRINT-101",
            "'{0}' is no printer; tcp:HOST:9100, device:FILE, serial:FILE or folder:DIR was expected",
            "'{0}' no es una impresora; se esperaba tcp:SERVIDOR:9100, device:ARCHIVO, serial:ARCHIVO o folder:CARPETA"),
    OPTION(
            "PRINT-102",
            "'{0}' can't stand after the address of this printer; {1} was expected",
            "'{0}' no puede ir tras la dirección de esta impresora; se esperaba {1}"),
    GONE(
            "PRINT-103",
            "the printer can't be reached ({0}); check cable and power, and that nothing else uses it",
            "no se alcanza la impresora ({0}); revise el cable y la corriente, y que nada más la use"),
    PAPER_OUT(
            "PRINT-104",
            "the printer is out of paper; put a new roll in and print again",
            "la impresora se quedó sin papel; ponga un rollo nuevo e imprima otra vez"),
    COVER_OPEN(
            "PRINT-105",
            "the printer's cover is open; close it and print again",
            "la tapa de la impresora está abierta; ciérrela e imprima otra vez"),
    JAM(
            "PRINT-106",
            "the paper or the cutter is jammed; free it and print again",
            "el papel o la cuchilla está atascado; libérelo e imprima otra vez"),
    FAULT(
            "PRINT-107",
            "the printer reports a fault; switch it off and on, and print again",
            "la impresora avisa de una falla; apáguela y enciéndala, e imprima otra vez"),
    STOPPED(
            "PRINT-108",
            "the printer took {0} of {1} bytes and then no more for {2} seconds; what came out is void",
            "la impresora tomó {0} de {1} bytes y luego ninguno más durante {2} segundos; lo que salió queda nulo"),
    BROKEN(
            "PRINT-109",
            "the printer was lost after {0} of {1} bytes ({2}); what came out is void",
            "se perdió la impresora tras {0} de {1} bytes ({2}); lo que salió queda nulo"),
    FILE(
            "PRINT-110",
            "the file can't be written into the folder of this printer ({0}); is the disk full or the folder write-protected?",
            "no se puede escribir el archivo en la carpeta de esta impresora ({0}); ¿está lleno el disco o protegida la"
                    + " carpeta?"),
    UNCONFIRMED(
            "PRINT-111",
            "all was sent, but the printer does not say any more that it is well ({0}); look whether the strip is whole",
            "se envió todo, pero la impresora ya no dice que está bien ({0}); mire si la tira salió entera"),
    KEPT(
            "PRINT-112",
            "a folder keeps what is printed, so a voter's receipt is printed into one in a rehearsal only; a thermal printer"
                    + " was expected",
            "una carpeta guarda lo que se imprime, por eso un comprobante sólo se imprime en ella en un simulacro; se"
                    + " esperaba una impresora térmica");

    private final String code;
    private final Sentence sentence;

    PrintProblem(String code, String en, String es) {
        this.code = code;
        this.sentence = new Sentence(en, es);
    }

    /** With values that are the same in both languages. */
    Problem at(String address, Object... values) {
        return new Problem(code, Where.file(address), sentence.with(values));
    }
}
