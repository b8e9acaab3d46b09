package org.cotejo.station.kiosk;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.cotejo.base.Result;
import org.cotejo.base.Sentence;
import org.cotejo.definition.StationCode;
import org.cotejo.sheet.SignedSheet;
import org.cotejo.station.day.Booth;
import org.cotejo.station.day.Figures;
import org.cotejo.station.day.Machine;
import org.cotejo.station.day.MachineState;
import org.cotejo.station.day.StationDefinition;
import org.cotejo.station.words.Language;
import org.cotejo.station.words.MachineWords;
import org.cotejo.tally.Figure;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** What the officer's page may ask: acts of the day and counters. Nothing that it is answered depends on a choice. */
final class OfficerActs {
    private final Desk desk;
    private final Seat seat;
    private final StationDefinition setup;
    private final KioskSettings settings;
    private final boolean isRehearsal;
    /** What the machine says, in the languages that its sentences do not have. */
    private final Map<Language, MachineWords> others = new EnumMap<>(Language.class);

    OfficerActs(Desk desk, Seat seat, StationDefinition setup, KioskSettings settings, boolean isRehearsal) {
        this.desk = desk;
        this.seat = seat;
        this.setup = setup;
        this.settings = settings;
        this.isRehearsal = isRehearsal;
        for (Language language : settings.languages()) {
            if (language != Language.ENGLISH && language != Language.SPANISH) {
                others.put(language, MachineWords.of(language));
            }
        }
    }

    Map<String, PageServer.Act> all() {
        Machine machine = desk.machine();
        return Map.ofEntries(
                Map.entry("/hello", _ -> hello()),
                Map.entry("/state", asked -> state(desk.after(asked.any("seen"), VoterActs.PATIENCE))),
                Map.entry("/open", did(asked -> desk.print(() -> machine.openStation(asked.number("copies"))))),
                Map.entry("/print", did(_ -> desk.print(machine::goOnPrinting))),
                Map.entry("/release", did(asked -> desk.release(Wanted.of(asked)))),
                Map.entry("/cancel", did(_ -> desk.cancel())),
                Map.entry("/reprint", did(_ -> desk.print(machine::printReceiptAgain))),
                Map.entry("/withdraw", did(_ -> desk.withdraw())),
                Map.entry("/left", did(_ -> desk.act(machine::voterLeft))),
                Map.entry("/call", did(_ -> desk.call())),
                Map.entry("/close", did(this::close)),
                Map.entry("/another", did(_ -> desk.print(machine::printAnotherCopy))));
    }

    private void close(Asked asked) {
        int pollBook = asked.number("pollBook");
        int copies = asked.number("copies");
        desk.print(() -> desk.machine().closeStation(pollBook, copies));
    }

    /** Does something and tells how things stand then; a refusal is part of that, until something else is done. */
    private PageServer.Act did(Consumer<Asked> act) {
        return asked -> {
            act.accept(asked);
            return state(desk.now());
        };
    }

    private Answer hello() {
        return Answer.json(Json.object(json -> {
            StationCode station = setup.station();
            json.writeStringProperty("election", setup.election().title());
            json.writeStringProperty("station", station.value());
            json.writeStringProperty(
                    "machine", desk.machine().identity().key().machine().toString());
            json.writeStringProperty("definition", setup.spoken().toString());
            json.writeStringProperty("software", settings.software().toString());
            json.writeNumberProperty("copies", settings.copies());
            json.writeBooleanProperty("test", isRehearsal);
            VoterActs.writeLanguages(json, settings.languages());
        }));
    }

    private Answer state(Desk.Moment now) {
        return Answer.json(Json.object(json -> {
            json.writeNumberProperty("seq", now.seq());
            writeState(json, now.view().state());
            json.writeBooleanProperty("printing", now.isPrinting());
            json.writeBooleanProperty("away", now.isAway());
            json.writeBooleanProperty("stopped", now.isStopped());
            json.writeBooleanProperty("kiosk", seat.isTaken());
            json.writeStringProperty(
                    "again", now.again() == null ? null : now.again().name().toLowerCase(Locale.ROOT));
            writeFigures(json, now.view().figures());
            write(json, "last", now.last(), null);
            if (now.problem() != null) {
                write(json, "problem", now.problem().sentence(), now.problem().code());
            }
            if (now.view().state() instanceof MachineState.Closed) {
                writeBalance(json, now.view().figures());
            }
        }));
    }

    private static void writeState(JsonGenerator json, MachineState state) {
        switch (state) {
            case MachineState.Initialised() -> json.writeStringProperty("state", "initialised");
            case MachineState.Ready() -> json.writeStringProperty("state", "ready");
            case MachineState.Opening(int printed, int copies) -> writePrinting(json, "opening", printed, copies);
            case MachineState.Closing(int printed, int copies) -> writePrinting(json, "closing", printed, copies);
            case MachineState.Closed() -> json.writeStringProperty("state", "closed");
            case MachineState.Open(Booth booth) -> {
                json.writeStringProperty("state", "open");
                json.writeStringProperty(
                        "booth",
                        switch (booth) {
                            case Booth.Idle() -> "idle";
                            case Booth.Released() -> "released";
                            case Booth.Checking(Booth.Strip strip) -> {
                                json.writeStringProperty("strip", strip.name().toLowerCase(Locale.ROOT));
                                yield "checking";
                            }
                        });
            }
        }
    }

    private static void writePrinting(JsonGenerator json, String state, int printed, int copies) {
        json.writeStringProperty("state", state);
        json.writeNumberProperty("printed", printed);
        json.writeNumberProperty("copies", copies);
    }

    private static void writeFigures(JsonGenerator json, Figures figures) {
        json.writeObjectPropertyStart("figures");
        json.writeNumberProperty("released", figures.released());
        json.writeNumberProperty("cancelled", figures.cancelled());
        json.writeNumberProperty("confirmed", figures.confirmed());
        json.writeNumberProperty("counted", figures.counted());
        json.writeNumberProperty("spoiled", figures.spoiled());
        json.writeNumberProperty("withdrawn", figures.withdrawn());
        json.writeNumberProperty("void_strips", figures.voidStrips());
        json.writeNumberProperty("unanswered", figures.unanswered());
        json.writeNumberProperty("restarts", figures.restarts());
        json.writeEndObject();
    }

    private void write(JsonGenerator json, String name, Sentence sentence, @Nullable String code) {
        json.writeObjectPropertyStart(name);
        json.writeStringProperty("en", sentence.en());
        json.writeStringProperty("es", sentence.es());
        others.forEach((language, words) ->
                words.say(sentence.en()).ifPresent(said -> json.writeStringProperty(language.tag(), said)));
        if (code != null) {
            json.writeStringProperty("code", code);
        }
        json.writeEndObject();
    }

    /** Whether the three counts of the day agree; the poll book's is the one that stands on the sheets. */
    private void writeBalance(JsonGenerator json, Figures figures) {
        if (desk.machine().sheets() instanceof Result.Ok<List<SignedSheet>>(List<SignedSheet> sheets)) {
            Integer pollBook = sheets.getFirst().sheet().counts().get(Figure.Count.VOTERS);
            if (pollBook != null) {
                json.writeObjectPropertyStart("balance");
                json.writeNumberProperty("machine", figures.counted());
                json.writeNumberProperty("receipts", figures.receipts());
                json.writeNumberProperty("pollBook", pollBook);
                json.writeEndObject();
            }
        }
    }
}
