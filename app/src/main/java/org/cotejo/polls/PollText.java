package org.cotejo.polls;

import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.cotejo.audit.exitpoll.Gap;
import org.cotejo.audit.exitpoll.PollResult;
import org.cotejo.audit.exitpoll.PollShare;
import org.cotejo.audit.survey.Estimate;

/** An exit poll beside results, in words and as JSON (docs/formats/exitpoll.md, section 3). */
public final class PollText {
    private static final double CONFIDENCE = 0.95;

    private PollText() {}

    /** The lines to print. */
    public static List<String> lines(PollResult poll, List<Gap> gaps, String language) {
        Lines lines = new Lines(language);
        lines.say(
                "Exit poll: {0} interviews at {1} stations.",
                "Encuesta a boca de urna: {0} entrevistas en {1} mesas.", poll.interviews(), poll.stations());
        Double response = poll.response();
        if (response == null) {
            lines.say(
                    "Refusals were not counted at every station, so nobody can say how many of those asked answered.",
                    "No se contaron las negativas en todas las mesas: no se sabe cuántos de los consultados respondieron.");
        } else {
            lines.say(
                    "Of those asked {0} answered; {1} did not.",
                    "De los consultados respondió {0}; {1} no.", response, 1 - response);
        }
        shares(lines, poll);
        String leader = poll.shares().get(poll.leader()).candidate();
        String second = poll.shares().get(poll.runnerUp()).candidate();
        Estimate.Interval interval = poll.lead().interval(CONFIDENCE);
        lines.say(
                "Lead of {0} over {1}: {2}, standard error {3}, 95 %: {4} .. {5}.",
                "Ventaja de {0} sobre {1}: {2}, error estándar {3}, 95 %: {4} .. {5}.",
                leader,
                second,
                poll.lead().value(),
                poll.lead().standardError(),
                interval.low(),
                interval.high());
        gaps.forEach(gap -> gap(lines, gap, leader, second));
        lines.gap();
        lines.say(
                "Exit polls fail by who refuses to answer, not by chance: a gap is a hint, not proof.",
                "Las encuestas a boca de urna fallan por quién se niega a responder, no por azar: una brecha es un indicio, no una prueba.");
        return lines.all();
    }

    private static void shares(Lines lines, PollResult poll) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(
                "",
                lines.word("share", "proporción"),
                lines.word("std. error", "error est."),
                lines.word("95 % interval", "intervalo 95 %"),
                lines.word("design effect", "efecto de diseño"),
                "rho"));
        for (PollShare share : poll.shares()) {
            Estimate.Interval interval = share.estimate().interval(CONFIDENCE);
            rows.add(List.of(
                    share.candidate(),
                    lines.share(share.estimate().value()),
                    lines.share(share.estimate().standardError()),
                    lines.share(interval.low()) + " .. " + lines.share(interval.high()),
                    lines.numerals().number(share.effect(), 2),
                    lines.numerals().number(share.rho(), 3)));
        }
        lines.table(rows);
    }

    private static void gap(Lines lines, Gap gap, String leader, String second) {
        lines.gap();
        lines.say(
                "Beside {0}: there the lead of {1} over {2} is {3}; gap {4}, z {5}.",
                "Frente a: {0}. Allí la ventaja de {1} sobre {2} es {3}; brecha {4}, z {5}.",
                gap.result(),
                leader,
                second,
                gap.resultLead(),
                gap.gap(),
                Double.isFinite(gap.z()) ? lines.numerals().number(gap.z(), 1) : "-");
        Double first = gap.leaderResponse();
        Double other = gap.runnerUpResponse();
        if (first == null || other == null) {
            lines.say(
                    "  How many refusals would explain it cannot be said without a response rate.",
                    "  Sin tasa de respuesta no se puede decir cuántas negativas la explicarían.");
        } else if (gap.isBeyondRefusals()) {
            lines.say(
                    "  Refusals alone cannot explain it: voters of {0} would have had to answer at {1}, those of {2} at {3}.",
                    "  Las negativas solas no la explican: los votantes de {0} habrían tenido que responder en un {1} y los de {2} en un {3}.",
                    leader,
                    first,
                    second,
                    other);
        } else {
            lines.say(
                    "  Refusals alone would explain it if voters of {0} answered at {1} and those of {2} at {3}: a difference of {4}.",
                    "  Las negativas solas la explicarían si los votantes de {0} respondieron en un {1} y los de {2} en un {3}: una diferencia de {4}.",
                    leader,
                    first,
                    second,
                    other,
                    first - other);
        }
    }

    /** Writes the poll and what it is held beside as one JSON object. */
    public static void json(PollResult poll, List<Gap> gaps, String language, OutputStream to) {
        JsonOut.write(to, out -> {
            out.put("interviews", poll.interviews())
                    .put("stations", poll.stations())
                    .put("response", poll.response());
            out.put("confidence", Double.valueOf(CONFIDENCE));
            out.list(
                    "candidates",
                    poll.shares(),
                    (json, share) -> json.put("id", share.candidate())
                            .put("share", Double.valueOf(share.estimate().value()))
                            .errors(share.estimate(), CONFIDENCE)
                            .put("deff", Double.valueOf(share.effect()))
                            .put("rho", Double.valueOf(share.rho())));
            out.put("leader", poll.shares().get(poll.leader()).candidate());
            out.put("runner_up", poll.shares().get(poll.runnerUp()).candidate());
            out.object(
                    "lead",
                    json -> json.put("value", Double.valueOf(poll.lead().value()))
                            .errors(poll.lead(), CONFIDENCE));
            out.list(
                    "beside",
                    gaps,
                    (json, gap) -> json.put("result", gap.result().in(language))
                            .put("lead", Double.valueOf(gap.resultLead()))
                            .put("gap", Double.valueOf(gap.gap()))
                            .put("z", Double.valueOf(gap.z()))
                            .put("p_by_chance", Double.valueOf(gap.chance()))
                            .put("leader_response_needed", gap.leaderResponse())
                            .put("runner_up_response_needed", gap.runnerUpResponse())
                            .put("refusals_alone_can_explain", gap.leaderResponse() == null ? null : explained(gap)));
            out.put("caveat", "a hint, not proof");
        });
    }

    private static String explained(Gap gap) {
        return gap.isBeyondRefusals() ? "no" : "yes";
    }
}
