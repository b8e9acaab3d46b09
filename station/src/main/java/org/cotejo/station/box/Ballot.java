package org.cotejo.station.box;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.cotejo.base.Check;
import org.cotejo.definition.ContestId;
import org.jspecify.annotations.Nullable;

/**
 * One voter's choices, one for each contest. It exists from the voter's confirmation until the receipt is answered for, and its text
 * form says nothing, so that no log line can hold one.
 *
 * @param choices of each contest, in the order of the ballot
 */
public record Ballot(Map<ContestId, Choice> choices) {
    public Ballot {
        choices = Collections.unmodifiableMap(new LinkedHashMap<>(choices));
        Check.that(!choices.isEmpty(), "a ballot without a choice");
    }

    /** What was chosen in a contest; throws where this ballot lacks the contest. */
    public Choice choice(ContestId contest) {
        @Nullable Choice choice = choices.get(contest);
        if (choice == null) {
            throw new IllegalArgumentException("no contest " + contest + " on this ballot");
        }
        return choice;
    }

    @Override
    public String toString() {
        return "a ballot of " + choices.size() + " contests";
    }
}
