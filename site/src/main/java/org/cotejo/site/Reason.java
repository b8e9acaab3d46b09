package org.cotejo.site;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.cotejo.bounds.Bounds;
import org.cotejo.bounds.Judgement;
import org.cotejo.bounds.RoundingBack;
import org.cotejo.custody.AuditDue;
import org.cotejo.reconcile.StationState;

/**
 * One reason for a verdict, as a short card that leads to its section.
 *
 * @param figure the number or word that stands large on it
 * @param section id of the section on the same page
 */
record Reason(Verdict.Tone tone, String figure, String title, String text, String section) {
    private static final int SHOWN = 3;

    /** The strongest first; three at most. */
    static List<Reason> of(Race race, Words words) {
        List<Reason> reasons = new ArrayList<>();
        impossible(race, words, reasons);
        stations(race, words, reasons);
        bounds(race, words, reasons);
        roundingBack(race, words, reasons);
        conflicting(race, words, reasons);
        audits(race, words, reasons);
        coverage(race, words, reasons);
        return List.copyOf(reasons.subList(0, Math.min(SHOWN, reasons.size())));
    }

    private static void impossible(Race race, Words words, List<Reason> reasons) {
        int impossible = Verdict.count(race, Judgement.Verdict.IMPOSSIBLE);
        if (impossible > 0) {
            reasons.add(new Reason(
                    Verdict.Tone.REFUTED,
                    words.say(
                            "reason.impossible.figure",
                            impossible,
                            race.judgements().size()),
                    words.count("reason.impossible.title", impossible),
                    words.say("reason.impossible.text"),
                    "announced"));
        }
    }

    private static void stations(Race race, Words words, List<Reason> reasons) {
        int contradicted = race.count(StationState.CONTRADICTED);
        int confirmed = race.count(StationState.CONFIRMED);
        if (contradicted > 0) {
            reasons.add(new Reason(
                    Verdict.Tone.REFUTED,
                    words.number(contradicted),
                    words.count("reason.contradicted.title", contradicted),
                    words.count("reason.contradicted.text", contradicted + confirmed),
                    "coverage"));
        } else if (confirmed > 0) {
            reasons.add(new Reason(
                    Verdict.Tone.BORNE_OUT,
                    words.number(confirmed),
                    words.count("reason.confirmed.title", confirmed),
                    words.say("reason.confirmed.text"),
                    "coverage"));
        }
    }

    private static void bounds(Race race, Words words, List<Reason> reasons) {
        Bounds bounds = race.bounds();
        if (bounds.runnerUp() == null || bounds.lead() == 0) {
            return;
        }
        String runnerUp = race.name(bounds.runnerUp());
        switch (bounds.canFlip()) {
            case NO ->
                reasons.add(new Reason(
                        Verdict.Tone.BORNE_OUT,
                        words.number(bounds.lead()),
                        words.say("reason.settled.title"),
                        bounds.unknownStations() == 0
                                ? words.say("reason.complete.text")
                                : words.say(
                                        "reason.settled.text",
                                        Objects.requireNonNull(bounds.missingRegisteredAtMost()),
                                        runnerUp),
                        "missing"));
            case YES ->
                reasons.add(new Reason(
                        Verdict.Tone.OPEN,
                        words.number(Objects.requireNonNull(bounds.missingRegisteredAtMost())),
                        words.say("reason.open.title"),
                        words.say("reason.open.text", bounds.lead(), runnerUp),
                        "missing"));
            case UNKNOWN -> reasons.add(open(words, "reason.unknown"));
            case NAMES_UNCOUNTED -> reasons.add(open(words, "reason.names"));
        }
    }

    private static Reason open(Words words, String key) {
        return new Reason(Verdict.Tone.OPEN, "?", words.say(key + ".title"), words.say(key + ".text"), "missing");
    }

    private static void roundingBack(Race race, Words words, List<Reason> reasons) {
        for (Judgement judgement : race.judgements()) {
            RoundingBack test = judgement.roundingBack();
            if (test != null) {
                reasons.add(new Reason(
                        Verdict.Tone.OPEN,
                        words.say("reason.rounding.figure", test.informative()),
                        words.say("reason.rounding.title"),
                        words.say("reason.rounding.text", words.oneIn(test.chanceOverTries())),
                        "announced"));
                return;
            }
        }
    }

    private static void conflicting(Race race, Words words, List<Reason> reasons) {
        int conflicting = race.count(StationState.CONFLICTING);
        if (conflicting > 0) {
            reasons.add(new Reason(
                    Verdict.Tone.OPEN,
                    words.number(conflicting),
                    words.count("reason.conflicting.title", conflicting),
                    words.say("reason.conflicting.text"),
                    "coverage"));
        }
    }

    private static void audits(Race race, Words words, List<Reason> reasons) {
        List<AuditDue> audits = race.election().dossier().audits();
        int cancelled = (int) audits.stream()
                .filter(audit -> audit.state() == AuditDue.State.CANCELLED)
                .count();
        if (cancelled > 0) {
            reasons.add(new Reason(
                    Verdict.Tone.OPEN,
                    words.say("reason.audits.figure", cancelled, audits.size()),
                    words.count("reason.audits.title", cancelled),
                    words.say("reason.audits.text"),
                    "audits"));
        }
    }

    private static void coverage(Race race, Words words, List<Reason> reasons) {
        int known = race.bounds().knownStations();
        reasons.add(new Reason(
                Verdict.Tone.OPEN,
                words.share(known, race.stations()),
                words.say("reason.coverage.title"),
                words.say("reason.coverage.text", known, race.stations()),
                "coverage"));
    }
}
