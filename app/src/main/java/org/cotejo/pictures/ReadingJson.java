package org.cotejo.pictures;

import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cotejo.base.Problem;
import org.cotejo.capture.PictureReading;
import org.cotejo.capture.checker.Checked;
import org.cotejo.capture.checker.ContestVotes;
import org.cotejo.capture.checker.ReadText;
import org.cotejo.capture.checker.SheetReading;
import org.cotejo.capture.quality.Remark;
import org.cotejo.capture.symbols.Quad;
import org.cotejo.tally.Figure;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;

/** Writes what one picture says as one JSON object on one line (docs/formats/capture.md, section 2). */
public final class ReadingJson {
    private static final JsonFactory JSON =
            JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();

    private final JsonGenerator json;
    private final String language;

    private ReadingJson(JsonGenerator json, String language) {
        this.json = json;
        this.language = language;
    }

    /** Writes one line; sentences are in the language. */
    public static void write(PictureRead read, String language, OutputStream to) {
        try (JsonGenerator generator = JSON.createGenerator(ObjectWriteContext.empty(), to)) {
            new ReadingJson(generator, language).write(read);
            generator.writeRaw('\n');
        }
    }

    private void write(PictureRead read) {
        Verdict verdict = Verdict.of(read);
        Optional<PictureReading> reading = read.reading();
        json.writeStartObject();
        json.writeStringProperty("image", read.file().toString());
        json.writeStringProperty(
                "sha256", reading.map(known -> known.hash().hex()).orElse(null));
        json.writeStringProperty("kind", reading.map(PictureReading::kind).orElse("unknown"));
        json.writeStringProperty("status", verdict.status().key());
        json.writeArrayPropertyStart("qr");
        reading.ifPresent(known -> known.texts().forEach(text -> json.writeString(text.text())));
        json.writeEndArray();
        @Nullable SheetReading sheet = verdict.sheet().orElse(null);
        json.writeStringProperty("station", sheet == null ? null : sheet.station());
        // A sheet of several contests has them all in "sheets".
        @Nullable ContestVotes first = sheet == null ? null : sheet.contests().getFirst();
        json.writeStringProperty("contest", first == null ? null : first.contest());
        votes("votes", first == null ? Map.of() : first.byCandidate());
        count("null", first, Figure.Count.NULL);
        count("blank", first, Figure.Count.BLANK);
        sheets(reading);
        PrintJson.write(reading.map(PictureReading::print).orElse(List.of()), json);
        MarksJson.write(reading, language, json);
        json.writeArrayPropertyStart("problems");
        verdict.problems().forEach(this::problem);
        json.writeEndArray();
        quality(reading);
        json.writeEndObject();
    }

    private void sheets(Optional<PictureReading> reading) {
        json.writeArrayPropertyStart("sheets");
        reading.ifPresent(known -> known.checked().forEach(checked -> sheet(known, checked)));
        json.writeEndArray();
    }

    private void sheet(PictureReading reading, Checked checked) {
        Optional<SheetReading> sheet = switch (checked) {
            case Checked.Taken taken -> Optional.of(taken.reading());
            case Checked.Unchecked open -> Optional.of(open.reading());
            case Checked.Doubtful doubtful -> doubtful.reading();
            case Checked.Foreign _ -> Optional.empty();
        };
        json.writeStartObject();
        json.writeStringProperty("status", Verdict.status(checked).key());
        if (checked instanceof Checked.Taken taken) {
            json.writeStringProperty("proof", taken.proof().name().toLowerCase(java.util.Locale.ROOT));
        }
        sheet.ifPresent(known -> {
            json.writeStringProperty("format", known.kind().key());
            json.writeStringProperty("station", known.station());
            json.writeStringProperty("paper", known.paper().name().toLowerCase(java.util.Locale.ROOT));
            json.writeBooleanProperty("confirmed", isConfirmed(checked, reading, known));
            json.writeArrayPropertyStart("contests");
            known.contests().forEach(this::contest);
            json.writeEndArray();
        });
        json.writeArrayPropertyStart("problems");
        Verdict.problems(checked).forEach(this::problem);
        json.writeEndArray();
        json.writeEndObject();
    }

    private static boolean isConfirmed(Checked checked, PictureReading reading, SheetReading sheet) {
        boolean isPrint = checked instanceof Checked.Taken taken && taken.proof() == Checked.Proof.FIGURES_AND_WORDS;
        return !isPrint
                && reading.texts().stream()
                        .filter(text -> sheet.texts().contains(text.text()))
                        .allMatch(ReadText::isConfirmed)
                && reading.texts().stream().anyMatch(text -> sheet.texts().contains(text.text()));
    }

    private void contest(ContestVotes contest) {
        json.writeStartObject();
        json.writeStringProperty("contest", contest.contest());
        votes("votes", contest.byCandidate());
        json.writeObjectPropertyStart("figures");
        for (int i = 0; i < contest.figures().size(); i++) {
            json.writeNumberProperty(
                    contest.figures().get(i).toString(), contest.cells().get(i));
        }
        json.writeEndObject();
        json.writeEndObject();
    }

    private void votes(String name, Map<String, Integer> votes) {
        json.writeObjectPropertyStart(name);
        votes.forEach(json::writeNumberProperty);
        json.writeEndObject();
    }

    private void count(String name, @Nullable ContestVotes votes, Figure.Count count) {
        int at = votes == null ? -1 : votes.figures().indexOf(count);
        if (votes == null || at < 0) {
            json.writeNullProperty(name);
        } else {
            json.writeNumberProperty(name, votes.cells().get(at));
        }
    }

    private void problem(Problem problem) {
        json.writeStartObject();
        json.writeStringProperty("code", problem.code());
        json.writeStringProperty("where", problem.where().toString());
        json.writeStringProperty("message", problem.sentence().in(language));
        json.writeEndObject();
    }

    private void quality(Optional<PictureReading> reading) {
        json.writeArrayPropertyStart("quality");
        reading.ifPresent(known -> known.remarks().forEach(this::remark));
        json.writeEndArray();
    }

    private void remark(Remark remark) {
        json.writeStartObject();
        json.writeStringProperty("flaw", remark.flaw().key());
        json.writeStringProperty("code", remark.problem().code());
        json.writeNumberProperty("page", remark.page() + 1);
        @Nullable Quad quad = remark.place();
        if (quad != null) {
            PrintJson.place(quad, json);
        }
        json.writeStringProperty("message", remark.problem().sentence().in(language));
        json.writeEndObject();
    }
}
