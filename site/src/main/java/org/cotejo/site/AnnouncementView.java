package org.cotejo.site;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.cotejo.base.Fraction;
import org.cotejo.bounds.FigureCheck;
import org.cotejo.bounds.Judgement;
import org.cotejo.bounds.Reading;
import org.cotejo.bounds.RoundingBack;
import org.cotejo.bulletin.AnnouncedFigure;
import org.cotejo.bulletin.Announcement;
import org.cotejo.bulletin.Coverage;
import org.cotejo.bulletin.Percentage;
import org.cotejo.bulletin.Subject;
import org.cotejo.dossier.Finding;
import org.cotejo.tally.Figure;
import org.jspecify.annotations.Nullable;

/** An announced result with its verdict and the arithmetic behind it, line by line. */
final class AnnouncementView {
    private final Race race;
    private final Words words;
    private final Judgement judgement;

    AnnouncementView(Race race, Words words, Judgement judgement) {
        this.race = race;
        this.words = words;
        this.judgement = judgement;
    }

    /** One figure under one reading of the coverage. */
    record Check(
            String subject,
            String announced,
            String percentage,
            String known,
            String lowest,
            String highest,
            String reach,
            String result,
            List<String> steps) {}

    /** One way to understand the coverage, with its checks. */
    record ReadingView(String sentence, List<Check> checks) {}

    /** One line of the test of rounding back. */
    record RoundedLine(String subject, String count, String percentage, String recomputed) {}

    /** All figures of an announcement in one line. */
    static String figures(Race race, Words words, Announcement announcement) {
        return announcement.figures().stream()
                .map(figure -> words.say(
                        "announced.figure",
                        race.subject(words, figure.subject()),
                        figure.count() == null ? "" : words.number(figure.count()),
                        figure.percentage() == null ? "" : words.printed(figure.percentage())))
                .map(String::strip)
                .collect(Collectors.joining("; "));
    }

    String id() {
        return judgement.announcement().id();
    }

    String announcer() {
        return race.election().custodianName(judgement.announcement().announcer());
    }

    /** When it was announced; empty if nobody knows. */
    String moment() {
        var at = judgement.announcement().announcedAt();
        return at == null ? "" : words.moment(at);
    }

    boolean isCalledIrreversible() {
        return judgement.announcement().isCalledIrreversible();
    }

    String verdict() {
        return judgement.verdict().key();
    }

    String verdictWord() {
        return words.say("judged." + verdict());
    }

    String headline() {
        return words.in(judgement.headline());
    }

    /** How much it says that it covers. */
    String coverage() {
        return switch (judgement.announcement().coverage()) {
            case Coverage.Full() -> words.say("coverage.full");
            case Coverage.Stations(int number) -> words.count("coverage.stations", number);
            case Coverage.Registered(long voters) -> words.count("coverage.register", voters);
            case Coverage.Percent(Percentage percentage, Coverage.Base base, Coverage.Rounding rounding) ->
                words.say(
                        "coverage.percent",
                        words.printed(percentage),
                        words.say("coverage.base." + base.name()),
                        words.say("coverage.rounding." + rounding.name()));
        };
    }

    /** The readings with the checks of every figure. */
    List<ReadingView> readings() {
        List<ReadingView> views = new ArrayList<>();
        for (Reading reading : judgement.readings()) {
            List<Check> checks = judgement.checks().stream()
                    .filter(check -> check.reading().equals(reading) && isShown(check))
                    .map(this::check)
                    .toList();
            views.add(new ReadingView(words.in(reading.sentence()), checks));
        }
        return views;
    }

    /** Figures that no sheet carries can't be checked, and nothing is said of them. */
    private static boolean isShown(FigureCheck check) {
        return !(check.figure().subject() instanceof Subject.OfCount(Figure.Count count))
                || count == Figure.Count.VALID
                || count == Figure.Count.NULL
                || count == Figure.Count.BLANK;
    }

    private Check check(FigureCheck check) {
        FigureCheck.Shares shares = check.shares();
        return new Check(
                race.subject(words, check.figure().subject()),
                number(check.figure().count()),
                percentage(check.figure().percentage()),
                words.number(check.known()),
                shares != null ? words.share(shares.lowest()) : number(check.lowest()),
                shares != null ? words.share(shares.highest()) : number(check.highest()),
                check.reach().name(),
                result(check),
                check.steps().stream().map(words::in).toList());
    }

    private String number(@Nullable Long number) {
        return number == null ? Words.NONE : words.number(number);
    }

    private String percentage(@Nullable Percentage percentage) {
        return percentage == null ? "" : words.printed(percentage);
    }

    private String result(FigureCheck check) {
        String key = "reach." + check.reach().name();
        if (check.reach() != FigureCheck.Reach.IMPOSSIBLE || check.shortBy() == 0) {
            return words.say(key);
        }
        return check.shortBy() > 0
                ? words.say(key + ".low", check.shortBy())
                : words.say(key + ".high", -check.shortBy());
    }

    /** What was found about it, each with its code. */
    List<Finding> findings() {
        return judgement.findings();
    }

    String sentence(Finding finding) {
        return words.in(finding.sentence());
    }

    String innocent(Finding finding) {
        return words.in(finding.kind().innocent());
    }

    @Nullable
    RoundingBack roundingBack() {
        return judgement.roundingBack();
    }

    /** The counts beside what their rounded percentages give. */
    List<RoundedLine> rounded(RoundingBack test) {
        List<String> subjects = subjects(judgement.announcement());
        List<RoundedLine> lines = new ArrayList<>();
        for (int i = 0; i < test.counts().size(); i++) {
            Fraction percentage = Fraction.of(test.units().get(i), 1);
            lines.add(new RoundedLine(
                    i < subjects.size() ? subjects.get(i) : "",
                    words.number(test.counts().get(i)),
                    words.decimal(percentage
                                    .over(Fraction.of(tenTo(test.decimals()), 1))
                                    .decimal(test.decimals()))
                            + words.say("format.percent"),
                    words.number(test.recomputed().get(i))));
        }
        return lines;
    }

    private static long tenTo(int decimals) {
        long power = 1;
        for (int i = 0; i < decimals; i++) {
            power *= 10;
        }
        return power;
    }

    private List<String> subjects(Announcement announcement) {
        return announcement.figures().stream()
                .map(AnnouncedFigure::subject)
                .filter(subject -> !(subject instanceof Subject.OfCount))
                .map(subject -> race.subject(words, subject))
                .toList();
    }

    /** How likely such a match is for freely counted votes, in plain words. */
    String chance(RoundingBack test) {
        return words.say(
                "rounding.chance",
                words.oneIn(test.chanceOverTries()),
                words.tiny(test.chanceOverTries()),
                test.tries(),
                words.number(test.total()),
                test.informative(),
                words.exact(test.chance()),
                words.exact(test.chanceByCounting()),
                words.number(BigInteger.TEN.pow(test.decimals() + 2).longValueExact()),
                test.informative() - 1);
    }
}
