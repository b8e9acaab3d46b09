package org.cotejo.bounds;

import java.util.List;
import org.cotejo.definition.Candidate;
import org.cotejo.definition.CandidateId;
import org.cotejo.definition.Register;
import org.cotejo.reconcile.ContestResult;
import org.cotejo.reconcile.StationState;
import org.jspecify.annotations.Nullable;

/** A reconciled contest and the register, seen as known votes; copies nothing. */
record ReconciledVotes(
        ContestResult result,
        Register register,
        List<CandidateId> candidates,
        @Nullable Long roll) implements KnownVotes {

    static List<CandidateId> candidatesOf(ContestResult result) {
        return result.contest().candidates().stream().map(Candidate::id).toList();
    }

    @Override
    public @Nullable CandidateId writeIn() {
        return result.contest().writeIn();
    }

    @Override
    public int listed() {
        return result.listed();
    }

    @Override
    public int unlisted() {
        return result.unlisted();
    }

    @Override
    public StationState state(int station) {
        return result.state(station);
    }

    @Override
    public int registered(int station) {
        return result.registered(station);
    }

    @Override
    public int registeredAtLeast(int station) {
        return result.registeredAtLeast(station);
    }

    @Override
    public int votes(int station, int figure) {
        return result.votes(station, figure);
    }

    @Override
    public void addVotes(int station, long[] sums) {
        result.addVotes(station, sums);
    }

    @Override
    public boolean isCarried(int station, int figure) {
        return result.isCarried(station, figure);
    }

    @Override
    public int place(int station) {
        return register.place(station);
    }
}
