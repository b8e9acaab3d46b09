package org.cotejo.definition;

/** Somebody or something that can be chosen; a public fact, as printed on the ballot. */
public record Candidate(CandidateId id, String name) {
    public Candidate {
        Names.checkName("candidate name", name);
    }
}
