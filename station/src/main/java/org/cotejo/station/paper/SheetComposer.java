package org.cotejo.station.paper;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.cotejo.definition.BallotOption;
import org.cotejo.definition.Candidate;
import org.cotejo.definition.Contest;
import org.cotejo.sheet.Sheet;
import org.cotejo.sheet.SheetHours;
import org.cotejo.station.paper.Block.Tone;
import org.cotejo.station.words.NumberWords;
import org.cotejo.station.words.Words;
import org.cotejo.tally.Figure;

/** The figures of sheets and certificates in digits and in words, their sums and differences. */
final class SheetComposer {
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

    private final Words words;
    private final NumberWords numbers;

    SheetComposer(Words words, NumberWords numbers) {
        this.words = words;
        this.numbers = numbers;
    }

    /** Machine, number of the sheet and hours. */
    List<Block.Pair> facts(Sheet sheet) {
        List<Block.Pair> facts = new ArrayList<>();
        facts.add(new Block.Pair(words.get("paper.machine"), sheet.machine().value()));
        facts.add(new Block.Pair(words.get("paper.contest"), sheet.contest().value()));
        SheetHours hours = sheet.hours();
        switch (sheet.paper()) {
            case OPENING -> facts.add(pair("paper.printed", hours.closing().format(MINUTE)));
            case FINAL -> {
                facts.add(pair("paper.opened", hours.opening().format(MINUTE)));
                facts.add(pair("paper.closed", hours.closing().format(MINUTE)));
            }
        }
        int minutes = hours.offset().getTotalSeconds() / 60;
        facts.add(pair(
                "paper.clock",
                "UTC%s%02d:%02d".formatted(minutes < 0 ? "-" : "+", Math.abs(minutes) / 60, Math.abs(minutes) % 60)));
        facts.add(new Block.Pair(words.get("paper.sheet.number", sheet.number(), sheet.of()), ""));
        return facts;
    }

    private Block.Pair pair(String key, String value) {
        return new Block.Pair(words.get(key), value);
    }

    /** Votes by position, by candidate where these differ, and counts; each in digits and in words. */
    void figures(List<Block> blocks, Contest contest, Sheet sheet) {
        blocks.add(new Block.Section(words.get("paper.votes.positions")));
        List<Block.FigureRow> rows = new ArrayList<>();
        List<Name> names = names(contest);
        for (int i = 0; i < names.size(); i++) {
            rows.add(row(
                    Integer.toString(i + 1),
                    names.get(i).candidate(),
                    names.get(i).party(),
                    sheet.votes().get(i)));
        }
        blocks.add(new Block.Figures(titles("paper.candidate"), rows));
        if (!contest.options().isEmpty()) {
            blocks.add(new Block.Section(words.get("paper.votes.candidates")));
            blocks.add(new Block.Figures(titles("paper.candidate"), byCandidate(contest, sheet)));
        }
        blocks.add(new Block.Section(words.get("paper.votes.all")));
        List<Block.FigureRow> sums = new ArrayList<>();
        sums.add(sum("paper.valid", valid(sheet)));
        count(sums, sheet, Figure.Count.NULL, "paper.null");
        count(sums, sheet, Figure.Count.BLANK, "paper.blank");
        sums.add(sum("paper.total", total(sheet)));
        blocks.add(new Block.Figures(titles("paper.figure"), sums));
        blocks.add(new Block.Section(words.get("paper.counts")));
        List<Block.FigureRow> counts = new ArrayList<>();
        count(counts, sheet, Figure.Count.REGISTERED, "paper.registered");
        count(counts, sheet, Figure.Count.VOTERS, "paper.voters");
        count(counts, sheet, Figure.Count.BALLOTS, "paper.ballots");
        blocks.add(new Block.Figures(titles("paper.figure"), counts));
    }

    private List<Block.FigureRow> byCandidate(Contest contest, Sheet sheet) {
        Map<Candidate, Long> votes = new LinkedHashMap<>();
        contest.candidates().forEach(candidate -> votes.put(candidate, 0L));
        for (BallotOption option : contest.options()) {
            Candidate candidate = contest.candidates().get(contest.indexOf(option.candidate()));
            votes.merge(candidate, (long) sheet.votes().get(option.position() - 1), Long::sum);
        }
        List<Block.FigureRow> rows = new ArrayList<>();
        votes.forEach((candidate, sum) -> rows.add(row("", candidate.name(), "", sum)));
        return rows;
    }

    private Block.FigureTitles titles(String name) {
        return new Block.FigureTitles(
                words.get("paper.number"),
                words.get(name),
                words.get("paper.party"),
                words.get(name.equals("paper.candidate") ? "paper.votes" : "paper.count"),
                words.get("paper.words"));
    }

    private Block.FigureRow row(String number, String name, String party, long figure) {
        return new Block.FigureRow(number, name, party, Long.toString(figure), say(figure));
    }

    /** In words, as far as they go: a sum of forged cells may be larger than any number of votes. */
    private String say(long figure) {
        return figure <= NumberWords.MOST ? numbers.say((int) figure) : "";
    }

    private Block.FigureRow sum(String key, long figure) {
        return row("", words.get(key), "", figure);
    }

    private void count(List<Block.FigureRow> rows, Sheet sheet, Figure.Count count, String key) {
        Integer figure = sheet.counts().get(count);
        if (figure != null) {
            rows.add(sum(key, figure));
        }
    }

    private static long valid(Sheet sheet) {
        return sheet.votes().stream().mapToLong(Integer::longValue).sum();
    }

    private static long total(Sheet sheet) {
        return valid(sheet)
                + sheet.counts().getOrDefault(Figure.Count.NULL, 0)
                + sheet.counts().getOrDefault(Figure.Count.BLANK, 0);
    }

    /** What should be zero and, if it is not, is a difference on record. */
    void differences(List<Block> blocks, TallySheet tally) {
        Sheet sheet = tally.sheet().sheet();
        Integer registered = sheet.counts().get(Figure.Count.REGISTERED);
        Integer voters = sheet.counts().get(Figure.Count.VOTERS);
        Integer ballots = sheet.counts().get(Figure.Count.BALLOTS);
        TallySheet.Receipts receipts = tally.receipts();
        List<Block.Pair> pairs = new ArrayList<>();
        if (receipts != null) {
            pairs.add(pair("paper.receipts.kept", Integer.toString(receipts.kept())));
            pairs.add(pair("paper.receipts.spoiled", Integer.toString(receipts.spoiled())));
            pairs.add(pair("paper.difference.receipts", signed(total(sheet) - receipts.kept())));
        }
        if (ballots != null) {
            pairs.add(pair("paper.difference.votes", signed(total(sheet) - ballots)));
        }
        if (ballots != null && voters != null) {
            pairs.add(pair("paper.difference.voters", signed((long) ballots - voters)));
        }
        if (registered != null && voters != null) {
            pairs.add(pair("paper.difference.register", signed(Math.max(0L, (long) voters - registered))));
        }
        if (!pairs.isEmpty()) {
            blocks.add(new Block.Section(words.get("paper.differences")));
            blocks.add(new Block.Pairs(pairs));
        }
    }

    private static String signed(long difference) {
        return (difference > 0 ? "+" : "") + difference;
    }

    /** The machine, both tellers and the difference, line by line. */
    void comparison(List<Block> blocks, BoxCertificate certificate) {
        List<Block.ComparisonRow> rows = new ArrayList<>();
        Sheet sheet = certificate.sheet().sheet();
        List<Name> names = names(certificate.contest());
        int differing = 0;
        int disagreeing = 0;
        for (int i = 0; i < names.size() + OTHERS.size(); i++) {
            Line line = i < names.size() ? line(certificate, i, names.get(i)) : other(certificate, i - names.size());
            if (i >= names.size() && !sheet.counts().containsKey(OTHERS.get(i - names.size()))) {
                continue;
            }
            differing += line.differs() ? 1 : 0;
            disagreeing += line.first() != line.second() ? 1 : 0;
            rows.add(line.row(say(line.first())));
        }
        blocks.add(new Block.Comparison(
                new Block.ComparisonTitles(
                        words.get("paper.number"),
                        words.get("paper.candidate"),
                        words.get("paper.party"),
                        List.of(
                                words.get("paper.machine"),
                                words.get("paper.first"),
                                words.get("paper.second"),
                                words.get("paper.difference")),
                        words.get("paper.words")),
                rows));
        blocks.add(new Block.Paragraph(
                differing == 0 && disagreeing == 0
                        ? words.get("paper.certificate.same")
                        : words.get("paper.certificate.differs", differing),
                Tone.STRONG));
        if (disagreeing > 0) {
            blocks.add(new Block.Paragraph(words.get("paper.certificate.tellers", disagreeing), Tone.STRONG));
        }
    }

    private static final List<Figure.Count> OTHERS =
            List.of(Figure.Count.NULL, Figure.Count.BLANK, Figure.Count.BALLOTS);
    private static final List<String> OTHER_KEYS = List.of("paper.null", "paper.blank", "paper.ballots");

    private record Line(String number, Name name, long machine, long first, long second) {
        boolean differs() {
            return first != machine || second != machine;
        }

        /** The difference is the tellers' figure less the machine's; where they disagree there is none yet. */
        Block.ComparisonRow row(String words) {
            String difference = first == second ? signed(first - machine) : "?";
            return new Block.ComparisonRow(
                    number,
                    name.candidate(),
                    name.party(),
                    List.of(Long.toString(machine), Long.toString(first), Long.toString(second), difference),
                    first == second ? words : "",
                    differs());
        }
    }

    private static Line line(BoxCertificate certificate, int index, Name name) {
        return new Line(
                Integer.toString(index + 1),
                name,
                certificate.sheet().sheet().votes().get(index),
                certificate.first().votes().get(index),
                certificate.second().votes().get(index));
    }

    private Line other(BoxCertificate certificate, int index) {
        Figure.Count count = OTHERS.get(index);
        return new Line(
                "",
                new Name(words.get(OTHER_KEYS.get(index)), ""),
                certificate.sheet().sheet().counts().getOrDefault(count, 0),
                certificate.first().others().getOrDefault(count, 0),
                certificate.second().others().getOrDefault(count, 0));
    }

    /** Candidate and party of a position; the party is empty where the contest has candidates alone. */
    private record Name(String candidate, String party) {}

    private static List<Name> names(Contest contest) {
        return contest.options().isEmpty()
                ? contest.candidates().stream()
                        .map(candidate -> new Name(candidate.name(), ""))
                        .toList()
                : contest.options().stream()
                        .map(option -> new Name(
                                contest.candidates()
                                        .get(contest.indexOf(option.candidate()))
                                        .name(),
                                option.party()))
                        .toList();
    }
}
