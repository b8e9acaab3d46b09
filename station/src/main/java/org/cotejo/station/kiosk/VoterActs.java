package org.cotejo.station.kiosk;

import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.cotejo.definition.BallotOption;
import org.cotejo.definition.Candidate;
import org.cotejo.definition.Contest;
import org.cotejo.definition.ContestId;
import org.cotejo.station.box.Ballot;
import org.cotejo.station.box.Choice;
import org.cotejo.station.day.BallotPass;
import org.cotejo.station.day.Booth;
import org.cotejo.station.day.MachineState;
import org.cotejo.station.day.StationDefinition;
import org.cotejo.station.words.Language;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** What the voter's page may ask: the ballot, how things stand, to confirm once, and to answer for the receipt. */
final class VoterActs {
    /** How long a page waits for news. It is heard of as often, which keeps its seat. */
    static final Duration PATIENCE = Duration.ofSeconds(2);

    private static final int PASS_LETTERS = 32;

    private final Desk desk;
    private final Seat seat;
    private final StationDefinition setup;
    private final KioskSettings settings;
    private final boolean isRehearsal;

    VoterActs(Desk desk, Seat seat, StationDefinition setup, KioskSettings settings, boolean isRehearsal) {
        this.desk = desk;
        this.seat = seat;
        this.setup = setup;
        this.settings = settings;
        this.isRehearsal = isRehearsal;
    }

    Map<String, PageServer.Act> all() {
        return Map.of(
                "/hello", _ -> hello(),
                "/state", seated(asked -> state(desk.after(asked.any("seen"), PATIENCE))),
                "/confirm", seated(this::confirm),
                "/receipt", seated(this::receipt),
                "/away",
                        seated(asked -> {
                            desk.away(asked.flag("away"));
                            return state(desk.now());
                        }),
                "/bye",
                        seated(asked -> {
                            seat.leave(asked.text("seat"));
                            return Answer.json(Json.object(_ -> {}));
                        }));
    }

    /** Only for the page that sits here. */
    private PageServer.Act seated(PageServer.Act act) {
        return asked -> seat.isOf(asked.text("seat")) ? act.answer(asked) : Answer.refusal(Answer.IN_USE);
    }

    private Answer hello() {
        Optional<String> taken = seat.take();
        if (taken.isEmpty()) {
            return Answer.refusal(Answer.IN_USE);
        }
        return Answer.json(Json.object(json -> {
            json.writeStringProperty("seat", taken.get());
            json.writeStringProperty("election", setup.election().title());
            json.writeStringProperty("station", setup.station().value());
            json.writeBooleanProperty("test", isRehearsal);
            writeLanguages(json, settings.languages());
            json.writeArrayPropertyStart("contests");
            setup.contests().forEach(contest -> write(json, contest));
            json.writeEndArray();
        }));
    }

    static void writeLanguages(JsonGenerator json, List<Language> languages) {
        json.writeArrayPropertyStart("languages");
        for (Language language : languages) {
            json.writeStartObject();
            json.writeStringProperty("code", language.tag());
            json.writeStringProperty("name", language.ownName());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void write(JsonGenerator json, Contest contest) {
        json.writeStartObject();
        json.writeStringProperty("title", contest.title());
        json.writeNumberProperty("write_in", contest.writeInPosition());
        json.writeArrayPropertyStart("options");
        for (BallotOption option : contest.options()) {
            write(
                    json,
                    option.position(),
                    contest.candidates().get(contest.indexOf(option.candidate())),
                    option.party());
        }
        if (contest.options().isEmpty()) {
            List<Candidate> candidates = contest.candidates();
            for (int i = 0; i < candidates.size(); i++) {
                write(json, i + 1, candidates.get(i), null);
            }
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, int position, Candidate candidate, @Nullable String party) {
        json.writeStartObject();
        json.writeNumberProperty("position", position);
        json.writeStringProperty("name", candidate.name());
        json.writeStringProperty("party", party);
        json.writeEndObject();
    }

    private Answer confirm(Asked asked) {
        int[] positions = asked.numbers();
        try {
            String pass = asked.text("ticket");
            if (!pass.matches("[0-9a-f]{" + PASS_LETTERS + "}")) {
                throw new Asked.NotUnderstood();
            }
            desk.confirm(new BallotPass(pass), ballot(setup.contests(), positions, asked.names()));
        } finally {
            Arrays.fill(positions, 0);
        }
        return state(desk.now());
    }

    /** One number for each contest in order: a position, or 0 for blank; and a name for each where the position is one for it. */
    static Ballot ballot(List<Contest> contests, int[] positions, List<String> names) {
        if (positions.length != contests.size() || !names.isEmpty() && names.size() != contests.size()) {
            throw new Asked.NotUnderstood();
        }
        Map<ContestId, Choice> choices = new LinkedHashMap<>();
        for (int i = 0; i < positions.length; i++) {
            Contest contest = contests.get(i);
            int most = contest.options().isEmpty()
                    ? contest.candidates().size()
                    : contest.options().size();
            if (positions[i] > most) {
                throw new Asked.NotUnderstood();
            }
            choices.put(contest.id(), choice(contest, positions[i], names.isEmpty() ? "" : names.get(i)));
        }
        return new Ballot(choices);
    }

    private static Choice choice(Contest contest, int position, String name) {
        boolean isWriteIn = position != 0 && position == contest.writeInPosition();
        if (isWriteIn ? !Choice.WrittenIn.isName(name) : !name.isEmpty()) {
            throw new Asked.NotUnderstood();
        }
        if (isWriteIn) {
            return new Choice.WrittenIn(position, name);
        }
        return position == 0 ? new Choice.Blank() : new Choice.Picked(position);
    }

    private Answer receipt(Asked asked) {
        switch (asked.text("receipt")) {
            case "right" -> desk.answer(true);
            case "wrong" -> desk.answer(false);
            default -> throw new Asked.NotUnderstood();
        }
        return state(desk.now());
    }

    private Answer state(Desk.Moment now) {
        return Answer.json(Json.object(json -> {
            json.writeNumberProperty("seq", now.seq());
            json.writeStringProperty("phase", phase(now));
            json.writeNumberProperty("turn", now.turn());
            json.writeNumberProperty("calls", now.calls());
            json.writeStringProperty(
                    "ticket",
                    now.view().pass() == null ? null : now.view().pass().value());
            json.writeStringProperty(
                    "again", now.again() == null ? null : now.again().name().toLowerCase(Locale.ROOT));
            json.writeNumberProperty("quiet", settings.quiet().toMillis() / 1000.0);
            json.writeNumberProperty("warning", settings.warning().toMillis() / 1000.0);
            json.writeObjectPropertyStart("wanted");
            now.wanted().write(json);
            json.writeEndObject();
        }));
    }

    /** What the voter's page shows. */
    private static String phase(Desk.Moment now) {
        if (now.isStopped()) {
            return "trouble";
        }
        return switch (now.view().state()) {
            case MachineState.Open(Booth booth) -> phase(booth, now.isPrinting());
            case MachineState.Initialised(),
                    MachineState.Ready(),
                    MachineState.Opening(int _, int _),
                    MachineState.Closing(int _, int _),
                    MachineState.Closed() -> "locked";
        };
    }

    private static String phase(Booth booth, boolean isPrinting) {
        return switch (booth) {
            case Booth.Idle() -> "waiting";
            case Booth.Released() -> isPrinting ? "printing" : "voting";
            case Booth.Checking(Booth.Strip strip) -> isPrinting ? "printing" : phase(strip);
        };
    }

    private static String phase(Booth.Strip strip) {
        return switch (strip) {
            case PRINTING -> "printing";
            case PRINTED -> "check";
            case UNKNOWN, FAILED -> "trouble";
        };
    }
}
