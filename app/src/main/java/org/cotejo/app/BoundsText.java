package org.cotejo.app;

import java.text.NumberFormat;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.cotejo.audit.night.BoundsOverTime;
import org.cotejo.audit.night.Moment;
import org.cotejo.base.Fraction;
import org.cotejo.base.Sentence;
import org.cotejo.bounds.Bounds;
import org.cotejo.bounds.KnownVotes.Grade;
import org.cotejo.bounds.LeadBounds;
import org.cotejo.bounds.RegionBounds;
import org.cotejo.bounds.Step;
import org.cotejo.definition.CandidateId;
import org.cotejo.definition.PlaceTree;

/** Prints the bounds of one contest as a person does a sum: line by line, and what follows. */
final class BoundsText {
    private static final int WIDTH = 12;

    private final BoundsCommand.Bounded contest;
    private final PlaceTree places;
    private final Console console;
    private final NumberFormat numbers;

    BoundsText(BoundsCommand.Bounded contest, PlaceTree places, Console console) {
        this.contest = contest;
        this.places = places;
        this.console = console;
        this.numbers = NumberFormat.getIntegerInstance(
                console.language().equals("es") ? Locale.of("es", "VE") : Locale.ENGLISH);
    }

    void write() {
        console.print("");
        console.print("== " + contest.result().contest().title() + " ==");
        contest.grades().forEach(this::grade);
    }

    private void grade(BoundsCommand.Graded graded) {
        Bounds bounds = graded.bounds();
        console.print("");
        console.print(
                bounds.grade() == Grade.SHEETS_UNKNOWN
                        ? new Sentence(
                                "-- If every sheet that counts is true, and only stations without one are unknown:",
                                "-- Si toda acta que cuenta es cierta, y sólo se desconocen las mesas sin ella:")
                        : new Sentence(
                                "-- The strict way: stations contradicted or of one side alone are unknown too:",
                                "-- En sentido estricto: tampoco se conocen las contradichas ni las de una sola parte:"));
        for (Step step : bounds.steps()) {
            console.print("  " + padded(step.value()) + "  " + step.what().in(console.language()));
        }
        console.print(bounds.conclusion());
        say(
                "  Stations known: {0}; unknown: {1}.",
                "  Mesas conocidas: {0}; desconocidas: {1}.", bounds.knownStations(), bounds.unknownStations());
        LeadBounds arithmetic = NeededVotes.arithmetic(contest, bounds);
        if (arithmetic != null) {
            needed(bounds, arithmetic);
        }
        night(graded.night());
        if (graded.regions().size() > 1) {
            regions(graded);
        }
    }

    private void needed(Bounds bounds, LeadBounds arithmetic) {
        CandidateId runnerUp = Objects.requireNonNull(bounds.runnerUp());
        Fraction turnout = bounds.turnoutNeeded();
        if (turnout != null) {
            say(
                    "  Turnout needed at the unknown stations, all of it for {0}: {1}{2}.",
                    "  Participación necesaria en las mesas desconocidas, toda para {0}: {1}{2}.",
                    runnerUp,
                    percent(turnout),
                    turnout.compareTo(Fraction.ONE) > 0
                            ? new Sentence(": impossible", ": imposible").in(console.language())
                            : "");
        }
        for (NeededVotes at : NeededVotes.of(arithmetic)) {
            say(
                    "  At a turnout of {0} there, {1} would need a margin of {2}{3}.",
                    "  Con una participación de {0} ahí, {1} necesitaría un margen de {2}{3}.",
                    percent(at.turnout()),
                    runnerUp,
                    percent(at.needed().margin()),
                    at.isImpossible() ? new Sentence(": impossible", ": imposible").in(console.language()) : "");
        }
        share(Objects.requireNonNull(bounds.leader()), arithmetic.leaderShareLowest(), arithmetic.leaderShareHighest());
        share(runnerUp, arithmetic.runnerUpShareLowest(), arithmetic.runnerUpShareHighest());
        Integer fewest = bounds.fewestStations();
        if (fewest != null) {
            say(
                    "  Fewest unknown stations whose whole registers reach the lead: {0}.",
                    "  Menor número de mesas desconocidas cuyos padrones enteros alcanzan la ventaja: {0}.", fewest);
        }
    }

    private void share(
            CandidateId candidate, java.util.Optional<Fraction> lowest, java.util.Optional<Fraction> highest) {
        if (lowest.isPresent() && highest.isPresent()) {
            say(
                    "  In the whole result {0} has from {1} to {2}, whatever is missing.",
                    "  En el resultado entero {0} tiene de {1} a {2}, falte lo que falte.",
                    candidate,
                    percent(lowest.get()),
                    percent(highest.get()));
        }
    }

    private void night(BoundsOverTime night) {
        if (night.known() == 0) {
            return;
        }
        Moment decided = night.decided();
        if (decided == null) {
            say(
                    "  Over time: never decided by the {0} stations that came in.",
                    "  En el tiempo: nunca decidido con las {0} mesas que llegaron.", night.known());
            return;
        }
        say(
                "  Over time: decided after {0} of {1} stations, with a lead of {2} over {3} votes still out.",
                "  En el tiempo: decidido tras {0} de {1} mesas, con una ventaja de {2} sobre {3} votos por llegar.",
                decided.stations(),
                night.known(),
                decided.lead(),
                decided.missing());
    }

    private void regions(BoundsCommand.Graded graded) {
        Bounds bounds = graded.bounds();
        if (bounds.leader() == null || bounds.runnerUp() == null) {
            return;
        }
        List<CandidateId> candidates = contest.votes().candidates();
        int leader = candidates.indexOf(bounds.leader());
        int runnerUp = candidates.indexOf(bounds.runnerUp());
        say(
                "  By region: lead of {0} over {1} known, missing at most, worst, best:",
                "  Por región: ventaja conocida de {0} sobre {1}, faltan a lo sumo, peor, mejor:",
                bounds.leader(),
                bounds.runnerUp());
        for (RegionBounds region : graded.regions()) {
            String name = region.place() == RegionBounds.NOT_LISTED
                    ? new Sentence("not listed", "sin listar").in(console.language())
                    : places.name(region.place());
            long lead = region.votes(leader) - region.votes(runnerUp);
            String rest = region.between(leader, runnerUp)
                    .map(two -> padded(two.missing())
                            + padded(two.lead() - two.missing())
                            + padded(two.lead() + two.missing()))
                    .orElse(new Sentence("   not known", "   no se sabe").in(console.language()));
            console.print("  " + padded(lead) + rest + "  " + name);
        }
    }

    private void say(String en, String es, Object... values) {
        Object[] written = new Object[values.length];
        for (int i = 0; i < values.length; i++) {
            written[i] = values[i] instanceof Number number ? numbers.format(number) : values[i];
        }
        console.print(new Sentence(en, es).with(written));
    }

    private String padded(long value) {
        String text = numbers.format(value);
        return " ".repeat(Math.max(1, WIDTH - text.length())) + text;
    }

    private String percent(Fraction share) {
        String text = share.times(Fraction.of(100, 1)).decimal(2).toPlainString() + " %";
        return console.language().equals("es") ? text.replace('.', ',') : text;
    }
}
