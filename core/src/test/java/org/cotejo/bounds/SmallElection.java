package org.cotejo.bounds;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.cotejo.base.Check;
import org.cotejo.definition.CandidateId;
import org.cotejo.definition.Register;
import org.cotejo.reconcile.StationState;
import org.jspecify.annotations.Nullable;

/** Known votes put together by hand, station by station; a figure below zero is not carried. */
final class SmallElection implements KnownVotes {
    static final int NOT_CARRIED = -1;

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Station(StationState state, int registered, int registeredAtLeast, int place, int[] votes) {}

    private final List<CandidateId> candidates;
    private final List<Station> stations = new ArrayList<>();
    private @Nullable CandidateId writeIn;
    private int unlisted;
    private @Nullable Long roll;

    private SmallElection(List<CandidateId> candidates) {
        this.candidates = candidates;
    }

    static SmallElection of(String... candidates) {
        return new SmallElection(Stream.of(candidates).map(CandidateId::new).toList());
    }

    SmallElection roll(@Nullable Long voters) {
        roll = voters;
        return this;
    }

    /** The candidate at whose position names are written. */
    SmallElection writeIn(String candidate) {
        writeIn = new CandidateId(candidate);
        return this;
    }

    @Override
    public @Nullable CandidateId writeIn() {
        return writeIn;
    }

    SmallElection unlisted(int number) {
        unlisted = number;
        return this;
    }

    /** A station in the country's own place; votes: candidates, null, blank; those at the end may be left away as 0. */
    SmallElection station(StationState state, int registered, int... votes) {
        return stationIn(0, state, registered, votes);
    }

    SmallElection stationIn(int place, StationState state, int registered, int... votes) {
        Check.that(votes.length <= figures(), "%d figures", votes.length);
        stations.add(new Station(state, registered, registered, place, Arrays.copyOf(votes, figures())));
        return this;
    }

    /** The smallest register that a source states for the station added last. */
    SmallElection atLeast(int registered) {
        Station last = stations.removeLast();
        stations.add(new Station(last.state(), last.registered(), registered, last.place(), last.votes()));
        return this;
    }

    /** A station of which one side has copies. */
    SmallElection oneSide(int registered, int... votes) {
        return station(StationState.ONE_SIDE, registered, votes);
    }

    /** A station of which nothing is known. */
    SmallElection missing(int registered) {
        return station(StationState.MISSING, registered);
    }

    @Override
    public int listed() {
        return stations.size();
    }

    @Override
    public int unlisted() {
        return unlisted;
    }

    @Override
    public StationState state(int station) {
        return stations.get(station).state();
    }

    @Override
    public int registered(int station) {
        return Math.max(stations.get(station).registered(), Register.UNKNOWN);
    }

    @Override
    public int registeredAtLeast(int station) {
        return Math.max(stations.get(station).registeredAtLeast(), Register.UNKNOWN);
    }

    @Override
    public int votes(int station, int figure) {
        return Math.max(stations.get(station).votes()[figure], 0);
    }

    @Override
    public boolean isCarried(int station, int figure) {
        return stations.get(station).votes()[figure] >= 0;
    }

    @Override
    public int place(int station) {
        return stations.get(station).place();
    }

    @Override
    public List<CandidateId> candidates() {
        return candidates;
    }

    @Override
    public @Nullable Long roll() {
        return roll;
    }
}
