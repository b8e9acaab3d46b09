package org.cotejo.bounds;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cotejo.base.Check;
import org.cotejo.bounds.KnownVotes.Grade;
import org.cotejo.definition.PlaceTree;
import org.jspecify.annotations.Nullable;

/**
 * The known votes of one region and the most that its unknown stations can hold. The stations that the definition counts but
 * does not list are a region of their own, {@link #NOT_LISTED}: nobody knows where they are.
 */
public final class RegionBounds {
    /** Stands for the place of the stations without a code. */
    public static final int NOT_LISTED = -1;

    private final int place;
    private int knownStations;
    private int unknownStations;
    private int withoutRegister;
    private long registers;
    private final long[] votes;
    private @Nullable Long cap;

    private RegionBounds(int place, int figures) {
        this.place = place;
        this.votes = new long[figures];
    }

    /**
     * The regions at a depth of the tree of places, in the order of their places, and last the unlisted stations if there are
     * any. A station whose own place is less deep makes a region of that place.
     *
     * @param depth 0 for the country, 1 for its widest divisions, and so on
     */
    public static List<RegionBounds> of(KnownVotes votes, Grade grade, PlaceTree places, int depth) {
        Check.that(depth >= 0 && depth <= PlaceTree.DEPTH_MOST, "depth %d", depth);
        int[] regionOf = regions(places, depth);
        @Nullable RegionBounds[] byPlace = new @Nullable RegionBounds[places.size()];
        for (int station = 0; station < votes.listed(); station++) {
            int place = regionOf[votes.place(station)];
            RegionBounds region = byPlace[place];
            if (region == null) {
                region = new RegionBounds(place, votes.figures());
                byPlace[place] = region;
            }
            region.add(votes, station, grade);
        }
        List<RegionBounds> regions = new ArrayList<>();
        for (RegionBounds region : byPlace) {
            if (region != null) {
                region.cap = region.withoutRegister == 0 ? region.registers : null;
                regions.add(region);
            }
        }
        if (votes.unlisted() > 0) {
            regions.add(notListed(votes, grade, regions));
        }
        return List.copyOf(regions);
    }

    private static int[] regions(PlaceTree places, int depth) {
        int[] regionOf = new int[places.size()];
        for (int place = 0; place < regionOf.length; place++) {
            // A place is numbered after the one around it, so that one's region is already there.
            regionOf[place] = places.depth(place) <= depth ? place : regionOf[places.parent(place)];
        }
        return regionOf;
    }

    private void add(KnownVotes known, int station, Grade grade) {
        if (known.isKnown(station, grade)) {
            knownStations++;
            known.addVotes(station, votes);
            return;
        }
        unknownStations++;
        int registered = known.registered(station);
        if (registered < 0) {
            withoutRegister++;
        } else {
            registers += registered;
        }
    }

    /** What is left of M once every listed unknown station took its own register; unknowable if one of those has none. */
    private static RegionBounds notListed(KnownVotes votes, Grade grade, List<RegionBounds> listed) {
        RegionBounds region = new RegionBounds(NOT_LISTED, votes.figures());
        region.unknownStations = votes.unlisted();
        Long most = MissingRegister.of(votes, grade).most();
        if (most != null && listed.stream().allMatch(r -> r.withoutRegister == 0)) {
            region.cap = Math.max(
                    0, most - listed.stream().mapToLong(r -> r.registers).sum());
        }
        return region;
    }

    /** The place in the tree, or {@link #NOT_LISTED}. */
    public int place() {
        return place;
    }

    public int knownStations() {
        return knownStations;
    }

    public int unknownStations() {
        return unknownStations;
    }

    /** Votes on the sheets of the known stations: the candidates, then null, then blank. */
    public long votes(int figure) {
        return votes[figure];
    }

    /** The most votes that the unknown stations can hold: their registered voters; empty if it can't be computed. */
    public Optional<Long> cap() {
        return Optional.ofNullable(cap);
    }

    /** The arithmetic of two candidates, by their places in the definition, within the region; empty without a cap. */
    public Optional<LeadBounds> between(int leader, int runnerUp) {
        long valid = 0;
        for (int candidate = 0; candidate < votes.length - 2; candidate++) {
            valid += votes[candidate];
        }
        long others = valid - votes[leader] - votes[runnerUp];
        return cap().map(most -> new LeadBounds(votes[leader], votes[runnerUp], others, most));
    }
}
