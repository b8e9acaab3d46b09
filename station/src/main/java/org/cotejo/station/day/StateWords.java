package org.cotejo.station.day;

import org.cotejo.base.Sentence;

/** The states of a machine in words that a presiding officer can act on. */
final class StateWords {
    private StateWords() {}

    /** What the machine is doing, as part of a sentence. */
    static Sentence of(MachineState state) {
        return switch (state) {
            case MachineState.Initialised() ->
                new Sentence(
                        "the machine has no definition yet; load it", "la máquina aún no tiene definición; cárguela");
            case MachineState.Ready() ->
                new Sentence("the station is not open yet; open it", "la mesa aún no está abierta; ábrala");
            case MachineState.Opening(int printed, int copies) ->
                new Sentence(
                                "the opening reports are being printed, {0} of {1} came out; go on printing",
                                "se imprimen las actas en cero, salieron {0} de {1}; siga imprimiendo")
                        .with(printed, copies);
            case MachineState.Open(Booth.Idle()) ->
                new Sentence(
                        "the station is open and no ballot is released",
                        "la mesa está abierta y no hay ninguna boleta habilitada");
            case MachineState.Open(Booth.Released()) ->
                new Sentence(
                        "a ballot is released and nothing is confirmed; let the voter finish, or cancel the release",
                        "hay una boleta habilitada y nada confirmado; deje terminar al elector o anule la habilitación");
            case MachineState.Open(Booth.Checking(Booth.Strip strip)) -> checking(strip);
            case MachineState.Closing(int printed, int copies) ->
                new Sentence(
                                "the station is closed to voters and the sheets are being printed, {0} of {1} copies came out; go on"
                                        + " printing",
                                "la mesa está cerrada a los electores y se imprimen las actas, salieron {0} de {1} ejemplares; siga"
                                        + " imprimiendo")
                        .with(printed, copies);
            case MachineState.Closed() ->
                new Sentence("the station is closed, for good", "la mesa está cerrada, definitivamente");
        };
    }

    private static Sentence checking(Booth.Strip strip) {
        return switch (strip) {
            case PRINTING ->
                new Sentence(
                        "a vote is confirmed and its receipt is being printed",
                        "hay un voto confirmado y se imprime su comprobante");
            case UNKNOWN, FAILED ->
                new Sentence(
                        "a vote is confirmed and its receipt did not surely come out; take away any strip, and print it again",
                        "hay un voto confirmado y no es seguro que saliera su comprobante; retire la tira e imprímalo de nuevo");
            case PRINTED ->
                new Sentence(
                        "a vote is confirmed and the voter is looking at its receipt",
                        "hay un voto confirmado y el elector mira su comprobante");
        };
    }

    /**
     * In which state the last voter was.
     *
     * @param voter the word of the last event of a voter
     */
    static Sentence lastVoter(MachineState state, String voter) {
        return switch (state) {
            case MachineState.Open(Booth.Released()) -> released(voter);
            case MachineState.Open(Booth.Checking(Booth.Strip strip)) -> receipt(strip);
            case MachineState.Open(Booth.Idle()), MachineState.Closing _, MachineState.Closed() -> done(voter);
            case MachineState.Initialised(), MachineState.Ready(), MachineState.Opening _ ->
                new Sentence("Nobody has voted on this machine yet.", "Aún nadie ha votado en esta máquina.");
        };
    }

    private static Sentence released(String voter) {
        return switch (voter) {
            case "spoiled" ->
                new Sentence(
                        "The last voter's receipt was reported wrong, and that vote was taken out: the same voter votes again now, on the"
                                + " ballot that is released.",
                        "El último elector dijo que su comprobante estaba mal y ese voto se retiró: el mismo elector vota ahora de"
                                + " nuevo, en la boleta habilitada.");
            case "withdrawn" ->
                new Sentence(
                        "The last voter's receipt could not be printed, and that vote was taken out: the same voter votes again now, on"
                                + " the ballot that is released.",
                        "El comprobante del último elector no se pudo imprimir y ese voto se retiró: el mismo elector vota ahora de"
                                + " nuevo, en la boleta habilitada.");
            default ->
                new Sentence(
                        "The last voter has not voted: a ballot is released and nothing is confirmed. The voter votes now.",
                        "El último elector no ha votado: hay una boleta habilitada y nada confirmado. El elector vota ahora.");
        };
    }

    private static Sentence receipt(Booth.Strip strip) {
        return switch (strip) {
            case PRINTING ->
                new Sentence(
                        "The last voter has voted, and the vote is safe; the receipt is being printed.",
                        "El último elector votó y su voto está a salvo; se está imprimiendo el comprobante.");
            case UNKNOWN, FAILED ->
                new Sentence(
                        "The last voter has voted, and the vote is safe; whether the receipt came out is not known. Take away any strip"
                                + " as void and print the receipt again. The voter does not vote again.",
                        "El último elector votó y su voto está a salvo; no se sabe si salió el comprobante. Retire como anulada la tira"
                                + " que haya e imprima el comprobante de nuevo. El elector no vuelve a votar.");
            case PRINTED ->
                new Sentence(
                        "The last voter has voted, and the receipt came out; the voter has not yet said whether it is right.",
                        "El último elector votó y salió su comprobante; aún no ha dicho si está bien.");
        };
    }

    private static Sentence done(String voter) {
        return switch (voter) {
            case "counted", "counted-unanswered" ->
                new Sentence(
                        "The last voter has voted, and the vote is counted. No ballot is released.",
                        "El último elector votó y su voto está contado. No hay ninguna boleta habilitada.");
            case "release-cancelled" ->
                new Sentence(
                        "The last release was cancelled; that voter has not voted. No ballot is released.",
                        "La última habilitación se anuló; ese elector no ha votado. No hay ninguna boleta habilitada.");
            default ->
                new Sentence(
                        "Nobody has voted on this machine yet. No ballot is released.",
                        "Aún nadie ha votado en esta máquina. No hay ninguna boleta habilitada.");
        };
    }
}
