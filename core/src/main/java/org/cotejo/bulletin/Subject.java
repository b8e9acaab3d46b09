package org.cotejo.bulletin;

import java.util.List;
import org.cotejo.base.Check;
import org.cotejo.base.Texts;
import org.cotejo.definition.CandidateId;
import org.cotejo.tally.Figure;

/** What an announced figure is about. */
public sealed interface Subject {
    /** One candidate. */
    record OfCandidate(CandidateId candidate) implements Subject {
        @Override
        public String toString() {
            return candidate.value();
        }
    }

    /** Several candidates taken together under a name, such as "others". */
    record OfGroup(String name, List<CandidateId> members) implements Subject {
        public OfGroup {
            members = List.copyOf(members);
            Check.that(!name.isEmpty() && name.length() <= 60 && Texts.isClean(name), "group name '%s'", name);
            Check.that(!members.isEmpty(), "group %s has no members", name);
            Check.that(members.stream().distinct().count() == members.size(), "a member of %s stands twice", name);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    /** Valid, null or blank votes, registered, voters. */
    record OfCount(Figure.Count count) implements Subject {
        @Override
        public String toString() {
            return count.toString();
        }
    }
}
