package org.cotejo.exchange;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.cotejo.base.RefusedException;
import org.cotejo.base.Texts;
import org.cotejo.bulletin.AnnouncedFigure;
import org.cotejo.bulletin.Subject;
import org.cotejo.definition.BallotOption;
import org.cotejo.definition.CandidateId;
import org.cotejo.definition.Contest;
import org.cotejo.definition.ContestId;
import org.cotejo.definition.ElectionDefinition;
import org.cotejo.tally.Figure;

/** Sees to it that a vote for somebody there is a vote for the same one here. */
final class Ballots {
    private final String address;
    private final ElectionDefinition here;
    private final ElectionDefinition there;
    private final boolean isById;

    Ballots(String address, ElectionDefinition here, ElectionDefinition there, boolean isById) {
        this.address = address;
        this.here = here;
        this.there = there;
        this.isById = isById;
    }

    /** Refuses figures of a contest, a candidate or a ballot position that is not the same here. */
    void check(ContestId id, List<Figure> figures) {
        Contest ours = contest(id);
        Contest theirs = there.contest(id).orElse(ours);
        Set<CandidateId> candidates = new TreeSet<>();
        List<String> faults = new ArrayList<>();
        for (Figure figure : figures) {
            switch (figure) {
                case Figure.OfCandidate(CandidateId candidate) -> candidates.add(candidate);
                case Figure.OfOption(int position) -> {
                    CandidateId there = option(theirs, position);
                    CandidateId here = option(ours, position);
                    if (there == null || !there.equals(here)) {
                        faults.add("position " + position + " is " + there + " there and " + here + " here");
                    } else {
                        candidates.add(there);
                    }
                }
                case Figure.Count _ -> {
                    // the same everywhere
                }
            }
        }
        check(ours, theirs, candidates, faults);
    }

    /** As {@link #check}, for what was announced. */
    void checkAnnounced(ContestId id, Collection<AnnouncedFigure> figures) {
        Contest ours = contest(id);
        Set<CandidateId> candidates = new TreeSet<>();
        for (AnnouncedFigure figure : figures) {
            switch (figure.subject()) {
                case Subject.OfCandidate(CandidateId candidate) -> candidates.add(candidate);
                case Subject.OfGroup(String _, List<CandidateId> members) -> candidates.addAll(members);
                case Subject.OfCount _ -> {
                    // the same everywhere
                }
            }
        }
        check(ours, there.contest(id).orElse(ours), candidates, new ArrayList<>());
    }

    private Contest contest(ContestId id) {
        return here.contest(id)
                .orElseThrow(() -> new RefusedException(ExchangeProblem.CONTEST.at(
                        address, id, here.contests().stream().map(Contest::id).toList())));
    }

    private void check(Contest ours, Contest theirs, Set<CandidateId> candidates, List<String> faults) {
        List<String> otherNames = new ArrayList<>();
        for (CandidateId candidate : candidates) {
            String name = name(theirs, candidate);
            if (ours.indexOf(candidate) < 0) {
                faults.add(candidate + " (" + name + ") is not here");
            } else if (!isSame(candidate, name, name(ours, candidate))) {
                otherNames.add(candidate + " is \"" + name + "\" there and \"" + name(ours, candidate) + "\" here");
            }
        }
        if (!faults.isEmpty()) {
            throw new RefusedException(ExchangeProblem.CANDIDATES.at(address, ours.id(), String.join("; ", faults)));
        }
        if (!otherNames.isEmpty() && !isById) {
            throw new RefusedException(ExchangeProblem.NAMES.at(address, ours.id(), String.join("; ", otherNames)));
        }
    }

    /** A name that is the id was made up where a file named nobody. */
    private static boolean isSame(CandidateId id, String there, String here) {
        return there.equals(id.value())
                || here.equals(id.value())
                || folded(there).equals(folded(here));
    }

    private static String folded(String name) {
        return Texts.tidy(name).toLowerCase(Locale.ROOT);
    }

    private static String name(Contest contest, CandidateId candidate) {
        int index = contest.indexOf(candidate);
        return index < 0 ? candidate.value() : contest.candidates().get(index).name();
    }

    private static @org.jspecify.annotations.Nullable CandidateId option(Contest contest, int position) {
        List<BallotOption> options = contest.options();
        return position > options.size() ? null : options.get(position - 1).candidate();
    }
}
