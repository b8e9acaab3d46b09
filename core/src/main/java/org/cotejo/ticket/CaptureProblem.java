package org.cotejo.ticket;

import org.cotejo.base.Problem;
import org.cotejo.base.Sentence;
import org.cotejo.base.Where;

/** Why a capture or its tickets are refused, each with its public code. */
public enum CaptureProblem {
    NOTE(
            "CAPT-101",
            "this is no capture note: line {0} is not as it must be",
            "esto no es una nota de captura: la línea {0} no es como debe ser"),
    PICTURE(
            "CAPT-102",
            "these are not the bytes of the picture that was signed: {0} bytes with the SHA-256 {1} were expected",
            "estos no son los bytes de la imagen que se firmó: se esperaban {0} bytes con el SHA-256 {1}"),
    SIGNATURE(
            "CAPT-103",
            "the ticket has not signed this note: something in it was changed",
            "el vale no firmó esta nota: algo en ella se cambió"),
    ELECTION(
            "CAPT-104",
            "this capture is of the election {0}, and {1} was expected",
            "esta captura es de la elección {0}, y se esperaba {1}"),
    STATION("CAPT-105", "the register has no station {0}", "el registro no tiene la mesa {0}"),
    TICKET(
            "CAPT-106",
            "this ticket is not in the list of those who collect here",
            "este vale no está en la lista de quienes recogen aquí"),
    REVOKED(
            "CAPT-107",
            "this ticket was revoked from {0} on, and the capture came later",
            "este vale se revocó desde {0}, y la captura llegó después"),
    USED(
            "CAPT-108",
            "this ticket has signed another capture already; each signs one",
            "este vale ya firmó otra captura; cada uno firma una"),
    TICKETS(
            "CAPT-109",
            "these are no tickets: line {0} is not as it must be",
            "esto no son vales: la línea {0} no es como debe ser"),
    NONE_LEFT(
            "CAPT-110",
            "no ticket is left here; the body that collects hands out more",
            "no queda ningún vale aquí; el ente que recoge entrega más"),
    NO_SET("CAPT-111", "there is no set {0} of tickets in this list", "no hay ningún juego {0} de vales en esta lista"),
    LARGE(
            "CAPT-112",
            "this picture has {0} bytes; 1 to {1} were expected: make it smaller",
            "esta imagen tiene {0} bytes; se esperaban de 1 a {1}: hágala más pequeña"),
    NOT_STATED(
            "CAPT-113",
            "no capture with this receipt is here; the one that the intake answered was expected",
            "no hay aquí ninguna captura con este recibo; se esperaba el que respondió la recepción");

    private final String code;
    private final Sentence sentence;

    CaptureProblem(String code, String en, String es) {
        this.code = code;
        this.sentence = new Sentence(en, es);
    }

    /** The problem with its values filled in. */
    public Problem with(Object... values) {
        return new Problem(code, Where.file(""), sentence.with(values));
    }
}
