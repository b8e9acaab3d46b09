package org.cotejo.station.paper;

import java.util.List;
import org.cotejo.base.Check;
import org.cotejo.definition.Names;
import org.jspecify.annotations.Nullable;

/**
 * The voter's receipt: exactly the choice, the station, and a code that says nothing. It has no time, no running number and no
 * number of a printing: a receipt that was printed again must look like all others in the box. Its code comes last, so that a strip
 * that broke off has none and is void.
 */
public record Receipt(StationHead head, List<Choice> choices, ReceiptCode code) implements Document {
    private static final int CONTESTS_MOST = 1_000;

    public Receipt {
        choices = List.copyOf(choices);
        Check.that(!choices.isEmpty() && choices.size() <= CONTESTS_MOST, "%d contests on a receipt", choices.size());
    }

    /** What was chosen in one contest. */
    public record Choice(String contest, List<Chosen> chosen) {
        public Choice {
            Printable.check("contest", contest, Names.NAME_MOST);
            chosen = List.copyOf(chosen);
            Check.that(!chosen.isEmpty(), "nothing chosen in %s, not even blank", contest);
        }
    }

    /** One thing that a voter can choose. */
    public sealed interface Chosen {
        /**
         * A position of the ballot.
         *
         * @param position as on the ballot, from 1
         * @param party of the option; null where the contest has candidates alone
         */
        record Position(
                int position, String candidate, @Nullable String party) implements Chosen {
            public Position {
                Check.that(position >= 1, "ballot position %d", position);
                Printable.check("candidate", candidate, Names.NAME_MOST);
                if (party != null) {
                    Printable.check("party", party, Names.NAME_MOST);
                }
            }
        }

        /**
         * A name that the voter wrote, where the contest allows it.
         *
         * @param position as on the ballot, from 1
         */
        record WrittenIn(int position, String name) implements Chosen {
            public WrittenIn {
                Check.that(position >= 1, "ballot position %d", position);
                Printable.check("name written in", name, Names.NAME_MOST);
            }
        }

        /** A blank vote. */
        record Blank() implements Chosen {}

        /** A null vote, where the law lets a voter choose it. */
        record NullVote() implements Chosen {}
    }
}
