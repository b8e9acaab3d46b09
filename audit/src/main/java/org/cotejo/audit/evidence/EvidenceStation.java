package org.cotejo.audit.evidence;

import java.util.List;
import org.cotejo.custody.EvidenceAsk;
import org.cotejo.custody.EvidencePaper;
import org.cotejo.definition.SideId;
import org.cotejo.definition.StationCode;
import org.jspecify.annotations.Nullable;

/**
 * A drawn station: its published sheet beside the papers that were asked for.
 *
 * @param place the places around it, the widest first; empty where none is known
 * @param number of the draw that gave it, from 1; 0 if only the check of all sheets takes it in
 * @param claimed the votes of its published sheet, a number for each candidate
 * @param papers one for each paper asked for, in the order of the plan
 */
public record EvidenceStation(
        StationCode station, String place, int number, List<Long> claimed, EvidenceOutcome outcome, List<Held> papers) {
    public EvidenceStation {
        claimed = List.copyOf(claimed);
        papers = List.copyOf(papers);
    }

    /**
     * A paper that was asked for, held against the published sheet.
     *
     * @param paper the newest on record, or null while there is none
     * @param versions how many are on record, older ones included
     * @param votes of each candidate on it; empty where it can't be held against anything
     * @param differing figures in which it differs: ids of candidates, {@code null}, {@code blank}
     */
    public record Held(
            EvidenceAsk ask,
            SideId side,
            @Nullable EvidencePaper paper,
            int versions,
            List<Long> votes,
            List<String> differing) {
        public Held {
            votes = List.copyOf(votes);
            differing = List.copyOf(differing);
        }

        /** Whether it was produced and says the same as the published sheet. */
        public boolean isAgreeing() {
            return isProduced() && differing.isEmpty();
        }

        /** Whether it was produced. */
        public boolean isProduced() {
            return paper != null && paper.state() == EvidencePaper.State.PRODUCED;
        }

        /** Whether it is on record as anything but produced. */
        public boolean isRefused() {
            return paper != null && paper.state() != EvidencePaper.State.PRODUCED;
        }

        /** Whether it speaks against the published sheet. */
        boolean isAgainst() {
            return !differing.isEmpty() || paper != null && paper.state() == EvidencePaper.State.OVERFULL;
        }
    }

    /** Every figure in which some paper differs, each once. */
    public List<String> differing() {
        return papers.stream()
                .flatMap(held -> held.differing().stream())
                .distinct()
                .toList();
    }

    /** Bodies that did not show what they were asked for. */
    public List<Held> refused() {
        return papers.stream().filter(Held::isRefused).toList();
    }
}
