package org.cotejo.audit.boxes;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.cotejo.base.Sentence;
import org.cotejo.custody.BallotManifest;
import org.cotejo.custody.BoxCount;
import org.cotejo.definition.CandidateId;
import org.cotejo.definition.Contest;
import org.cotejo.definition.StationCode;
import org.cotejo.tally.Figure;
import org.jspecify.annotations.Nullable;

/** Which counts of a box can be, and what they say of the candidates. */
final class CountRule {
    private CountRule() {}

    /** Why a count can't stand on record, or null. */
    static @Nullable Sentence fault(BoxCount count, BallotManifest manifest, boolean isFull, Set<StationCode> drawn) {
        int box = manifest.find(count.station());
        if (box < 0 || !isFull && !drawn.contains(count.station())) {
            return new Sentence("it was not drawn", "no fue sorteada");
        }
        int most = manifest.boxes().get(box).ballotsAtMost();
        if (count.state() == BoxCount.State.COUNTED && ballots(count) > most) {
            return new Sentence(
                            "{0} ballots are more than the {1} that it can hold",
                            "{0} papeletas son más que las {1} que puede tener")
                    .with(ballots(count), most);
        }
        return null;
    }

    /** All ballots of a count, null and blank ones too. */
    static long ballots(BoxCount count) {
        return count.counts().stream().mapToLong(Integer::longValue).sum();
    }

    /** Votes by candidate, those of a candidate's ballot positions added up; empty if a figure is none of the contest's. */
    static List<Long> votes(List<Figure> figures, BoxCount count, Contest contest) {
        long[] votes = new long[contest.candidates().size()];
        for (int i = 0; i < figures.size() && !count.counts().isEmpty(); i++) {
            int candidate = switch (figures.get(i)) {
                case Figure.OfCandidate(CandidateId id) -> contest.indexOf(id);
                case Figure.OfOption(int position)
                when position <= contest.options().size() ->
                    contest.indexOf(contest.options().get(position - 1).candidate());
                case Figure.OfOption _, Figure.Count _ -> -1;
            };
            if (candidate >= 0) {
                votes[candidate] += count.counts().get(i);
            }
        }
        List<Long> all = new ArrayList<>();
        for (long vote : votes) {
            all.add(vote);
        }
        return all;
    }
}
