package org.cotejo.audit.evidence;

import java.util.ArrayList;
import java.util.List;
import org.cotejo.base.Sentence;
import org.cotejo.custody.EvidencePaper;
import org.cotejo.definition.CandidateId;
import org.cotejo.definition.Contest;
import org.cotejo.tally.Cell;
import org.cotejo.tally.Figure;
import org.jspecify.annotations.Nullable;

/** Which papers of a station can be, and in which figures they differ from its published sheet. */
public final class PaperRule {
    private final EvidenceClaim.Sheets claim;
    private final Contest contest;
    private final List<Figure> figures;

    /** {@code figures}: those that papers carry, in the order of their counts. */
    public PaperRule(EvidenceClaim.Sheets claim, Contest contest, List<Figure> figures) {
        this.claim = claim;
        this.contest = contest;
        this.figures = List.copyOf(figures);
    }

    /** Why a paper of a published sheet can't stand on record, or null. */
    public @Nullable Sentence fault(EvidencePaper paper) {
        Integer most = claim.boundOf(paper.station());
        long all = ballots(paper);
        if (most == null || all <= most || differing(paper).isEmpty()) {
            return null;
        }
        return new Sentence(
                        "{0} votes are more than the {1} that there can be, and the published sheet does not say the same",
                        "{0} votos son más que los {1} que puede haber, y el acta publicada no dice lo mismo")
                .with(all, most);
    }

    /** All votes of a paper, null and blank ones too. */
    public static long ballots(EvidencePaper paper) {
        return paper.counts().stream()
                .mapToLong(cell -> cell instanceof Cell.Written(int number) ? number : 0)
                .sum();
    }

    /** Votes by candidate, those of a candidate's ballot positions added up; empty if it was not produced. */
    List<Long> votes(EvidencePaper paper) {
        if (paper.counts().isEmpty()) {
            return List.of();
        }
        long[] votes = new long[contest.candidates().size()];
        for (int i = 0; i < figures.size(); i++) {
            int candidate = switch (figures.get(i)) {
                case Figure.OfCandidate(CandidateId id) -> contest.indexOf(id);
                case Figure.OfOption(int position) ->
                    contest.indexOf(contest.options().get(position - 1).candidate());
                case Figure.Count _ -> -1;
            };
            if (candidate >= 0 && paper.counts().get(i) instanceof Cell.Written(int number)) {
                votes[candidate] += number;
            }
        }
        List<Long> all = new ArrayList<>();
        for (long vote : votes) {
            all.add(vote);
        }
        return all;
    }

    /** Ids of candidates, {@code null}, {@code blank}: the figures that paper and sheet both carry and that are not the same. */
    List<String> differing(EvidencePaper paper) {
        List<Long> votes = votes(paper);
        List<String> differing = new ArrayList<>();
        int row = claim.results().find(paper.station());
        for (int c = 0; c < votes.size(); c++) {
            if (votes.get(c) != claim.results().votes(row, c)) {
                differing.add(claim.results().candidates().get(c).value());
            }
        }
        EvidenceClaim.Spoilt spoilt = claim.spoilt().get(row);
        for (int i = 0; i < figures.size() && !paper.counts().isEmpty(); i++) {
            int published = figures.get(i) == Figure.Count.NULL
                    ? spoilt.nullVotes()
                    : figures.get(i) == Figure.Count.BLANK ? spoilt.blank() : -1;
            if (published >= 0 && paper.counts().get(i) instanceof Cell.Written(int number) && number != published) {
                differing.add(figures.get(i).toString());
            }
        }
        return differing;
    }
}
