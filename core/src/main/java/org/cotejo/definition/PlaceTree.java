package org.cotejo.definition;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.cotejo.base.Check;
import org.jspecify.annotations.Nullable;

/**
 * The places of an election as a tree of any depth. Place 0 is the whole country; every other place has a number, the
 * number of the place around it and a name that is unique there. Grows; a place is never changed.
 */
public final class PlaceTree {
    /** The whole country. */
    public static final int COUNTRY = 0;

    public static final int DEPTH_MOST = 12;

    private record Key(int parent, String name) {
        /** Written out for the reason that {@link CandidateId} has. */
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Key key && parent == key.parent && name.equals(key.name);
        }

        @Override
        public int hashCode() {
            return 31 * parent + name.hashCode();
        }
    }

    private final List<String> names = new ArrayList<>(List.of(""));
    private final List<Integer> parents = new ArrayList<>(List.of(-1));
    private final List<Integer> depths = new ArrayList<>(List.of(0));
    private final Map<Key, Integer> numbers = new HashMap<>();

    /** Number of places, the country included. */
    public int size() {
        return names.size();
    }

    /** The place of that name inside {@code parent}, or -1. */
    public int find(int parent, String name) {
        return numbers.getOrDefault(new Key(parent, name), -1);
    }

    /** Adds a place and returns its number, which is {@link #size()} before the call. */
    public int add(int parent, String name) {
        Names.checkName("place", name);
        Check.that(parent >= 0 && parent < size(), "no place %d", parent);
        Check.that(depth(parent) < DEPTH_MOST, "places are nested more than %d deep", DEPTH_MOST);
        Check.that(numbers.putIfAbsent(new Key(parent, name), size()) == null, "place %s is there twice", name);
        names.add(name);
        parents.add(parent);
        depths.add(depth(parent) + 1);
        return size() - 1;
    }

    public String name(int place) {
        return names.get(place);
    }

    /** The place around this one; -1 for the country. */
    public int parent(int place) {
        return parents.get(place);
    }

    /** 0 for the country, 1 for its widest divisions, and so on. */
    public int depth(int place) {
        return depths.get(place);
    }

    /** Names from the widest division to this place; empty for the country. */
    public List<String> path(int place) {
        List<String> path = new ArrayList<>();
        for (int at = place; at > COUNTRY; at = parent(at)) {
            path.addFirst(name(at));
        }
        return path;
    }
}
