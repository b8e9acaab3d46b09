package org.cotejo.formats.templates;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.cotejo.base.Sentence;
import org.cotejo.base.Where;
import org.cotejo.bulletin.AnnouncedFigure;
import org.cotejo.bulletin.Announcement;
import org.cotejo.bulletin.Coverage;
import org.cotejo.bulletin.Percentage;
import org.cotejo.bulletin.Subject;
import org.cotejo.definition.CandidateId;
import org.cotejo.definition.Contest;
import org.cotejo.definition.ElectionDefinition;
import org.cotejo.entry.Entry;
import org.cotejo.formats.importer.ImportRequest;
import org.cotejo.formats.importer.ImportSession;
import org.cotejo.formats.importer.ImportSummary;
import org.cotejo.formats.importer.Importer;
import org.cotejo.formats.importer.InputFile;
import org.cotejo.formats.text.JsonValue;
import org.cotejo.formats.text.JsonValue.JsonObject;
import org.cotejo.tally.Figure;
import org.jspecify.annotations.Nullable;

/** {@code announcements.json}: results as announced for a contest as a whole, with what they say that they cover. */
final class AnnouncementsImport implements Importer {
    private static final long COUNT_MOST = 100_000_000_000L;
    private static final Sentence PERCENT = new Sentence(
            "a percentage from 0 to 100 with at most 9 decimals, as printed, such as \"51.20\"",
            "un porcentaje de 0 a 100 con 9 decimales como máximo, como se imprimió, como \"51.20\"");
    private static final Sentence SUBJECT = new Sentence(
            "exactly one of candidate, group (with members) or count, not named before",
            "exactamente uno de candidate, group (con members) o count, no nombrado antes");
    private static final Sentence FIGURE = new Sentence("votes, percent or both", "votes, percent o ambos");
    private static final Sentence GROUP = new Sentence(
            "a group name of 1 to 60 characters, its members each once",
            "un nombre de grupo de 1 a 60 caracteres, cada miembro una vez");
    private static final Sentence FIGURES = new Sentence(
            "1 to " + Announcement.FIGURES_MOST + " figures", "de 1 a " + Announcement.FIGURES_MOST + " cifras");

    @Override
    public String name() {
        return "announcements";
    }

    @Override
    public Sentence what() {
        return new Sentence(
                "results as announced for the whole election, with their coverage",
                "resultados anunciados para toda la elección, con su cobertura");
    }

    @Override
    public ImportSummary run(ImportRequest request) {
        return ImportSession.run(this, request, AnnouncementsImport::read);
    }

    private static void read(InputFile file, ImportSession session) {
        Known known = Known.of(session, Where.file(file.name()));
        session.keep(file);
        Set<String> ids = new HashSet<>();
        for (JsonValue value : JsonValue.read(file.name(), file.bytes()).list()) {
            Announcement announcement = announcement(value, known);
            if (!ids.add(announcement.id())) {
                throw TemplateProblem.ID_TWICE.at(value.where(), announcement.id());
            }
            session.add(new Entry.AnnouncementMade(announcement), value.where());
            session.count("announcements", 1);
        }
    }

    private static Announcement announcement(JsonValue value, Known known) {
        JsonObject of =
                value.object("id", "announcer", "contest", "announced_at", "coverage", "irreversible", "figures");
        Contest contest = known.contest(of.find("contest").map(JsonValue::text).orElse(""), value.where());
        List<JsonValue> figures = of.get("figures").list();
        if (figures.isEmpty() || figures.size() > Announcement.FIGURES_MOST) {
            throw of.get("figures").refusal(FIGURES);
        }
        List<AnnouncedFigure> read = new ArrayList<>();
        Set<String> subjects = new HashSet<>();
        for (JsonValue figure : figures) {
            AnnouncedFigure one = figure(figure, contest, known);
            if (!subjects.add(one.subject().toString())) {
                throw figure.refusal(SUBJECT);
            }
            read.add(one);
        }
        return new Announcement(
                Words.shortName(of.get("id").text(), of.get("id").where()),
                known.custodian(of.get("announcer").text(), of.get("announcer").where()),
                contest.id(),
                announcedAt(of),
                coverage(of.get("coverage")),
                of.find("irreversible").map(JsonValue::flag).orElse(false),
                read);
    }

    private static @Nullable Instant announcedAt(JsonObject of) {
        return of.find("announced_at")
                .map(value -> Words.second(value.text(), value.where()))
                .orElse(null);
    }

    private static Coverage coverage(JsonValue value) {
        JsonObject of = value.object("kind", "value", "of", "rounding");
        JsonValue kind = of.get("kind");
        boolean isPercent = kind.text().equals("percent");
        if (!isPercent && (of.find("of").isPresent() || of.find("rounding").isPresent())
                || kind.text().equals("full") && of.find("value").isPresent()) {
            throw value.refusal(new Sentence(
                    "value only with stations, register or percent; of and rounding only with percent",
                    "value sólo con stations, register o percent; of y rounding sólo con percent"));
        }
        return switch (kind.text()) {
            case "full" -> new Coverage.Full();
            case "stations" -> new Coverage.Stations((int) of.get("value").number(ElectionDefinition.STATIONS_MOST));
            case "register" -> new Coverage.Registered(of.get("value").number(COUNT_MOST));
            case "percent" ->
                new Coverage.Percent(
                        percentage(of.get("value")),
                        of.find("of")
                                .map(base -> Words.of(Coverage.Base.class, base.text(), base.where()))
                                .orElse(Coverage.Base.UNSTATED),
                        of.find("rounding")
                                .map(how -> Words.of(Coverage.Rounding.class, how.text(), how.where()))
                                .orElse(Coverage.Rounding.UNSTATED));
            default ->
                throw kind.refusal(
                        new Sentence("full, stations, register or percent", "full, stations, register o percent"));
        };
    }

    private static AnnouncedFigure figure(JsonValue value, Contest contest, Known known) {
        JsonObject of = value.object("candidate", "group", "members", "count", "votes", "percent");
        @Nullable Long votes = of.find("votes").map(v -> v.number(COUNT_MOST)).orElse(null);
        @Nullable
        Percentage percent =
                of.find("percent").map(AnnouncementsImport::percentage).orElse(null);
        if (votes == null && percent == null) {
            throw value.refusal(FIGURE);
        }
        return new AnnouncedFigure(subject(value, of, contest, known), votes, percent);
    }

    private static Subject subject(JsonValue value, JsonObject of, Contest contest, Known known) {
        long named = Stream.of("candidate", "group", "count")
                .filter(key -> of.find(key).isPresent())
                .count();
        if (named != 1 || of.find("group").isPresent() != of.find("members").isPresent()) {
            throw value.refusal(SUBJECT);
        }
        if (of.find("candidate").isPresent()) {
            return new Subject.OfCandidate(candidate(of.get("candidate"), contest, known));
        }
        if (of.find("count").isPresent()) {
            JsonValue count = of.get("count");
            return new Subject.OfCount(
                    Words.of(Figure.Count.class, count.text().toLowerCase(Locale.ROOT), count.where()));
        }
        List<CandidateId> members = of.get("members").list().stream()
                .map(member -> candidate(member, contest, known))
                .toList();
        String name = Words.name(of.get("group").text(), of.get("group").where());
        if (name.length() > 60
                || members.isEmpty()
                || members.stream().distinct().count() != members.size()) {
            throw value.refusal(GROUP);
        }
        return new Subject.OfGroup(name, members);
    }

    private static CandidateId candidate(JsonValue value, Contest contest, Known known) {
        return known.candidate(contest, value.text(), value.where());
    }

    private static Percentage percentage(JsonValue value) {
        String text = value.digits(PERCENT).replace(',', '.');
        if (!text.matches("[0-9]{1,3}(\\.[0-9]{1,9})?")
                || new BigDecimal(text).compareTo(BigDecimal.valueOf(100)) > 0) {
            throw value.refusal(PERCENT);
        }
        return Percentage.of(text);
    }
}
