package org.cotejo.site;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.cotejo.definition.PlaceTree;

/** Every place with the way to its page, as deep as one page can hold; a script filters it, a reader without one scrolls. */
final class PlaceIndexPage {
    private static final int ENTRIES_MOST = 6_000;

    private final Page page;
    private final PlaceTree places;
    private final int depth;

    PlaceIndexPage(Page page) {
        this.page = page;
        this.places = page.election().places();
        this.depth = depthThatFits(places);
    }

    /** The places of one contest. */
    record Part(String title, Page.Link country, List<Group> groups) {}

    /** One of the widest divisions of the country, with the places inside. */
    record Group(Page.Link head, List<Entry> entries) {}

    /**
     * A place.
     *
     * @param inside the places around it, from the nearest, without the group's own
     * @param searched its names without accents and capitals
     */
    record Entry(Page.Link link, int depth, String inside, String searched) {}

    private static int depthThatFits(PlaceTree places) {
        int[] byDepth = new int[PlaceTree.DEPTH_MOST + 1];
        for (int place = 1; place < places.size(); place++) {
            byDepth[places.depth(place)]++;
        }
        int depth = 1;
        int sum = byDepth[1];
        while (depth < PlaceTree.DEPTH_MOST && byDepth[depth + 1] > 0 && sum + byDepth[depth + 1] <= ENTRIES_MOST) {
            sum += byDepth[++depth];
        }
        return depth;
    }

    Page page() {
        return page;
    }

    /** Whether deeper places than those listed have pages too. */
    boolean isCut() {
        for (int place = 1; place < places.size(); place++) {
            if (places.depth(place) > depth) {
                return true;
            }
        }
        return false;
    }

    List<Part> parts() {
        return page.election().races().stream().map(this::part).toList();
    }

    private Part part(Race race) {
        List<Group> groups = new ArrayList<>();
        for (int region : page.election().reconciliation().placesIn(PlaceTree.COUNTRY)) {
            List<Entry> entries = new ArrayList<>();
            addInside(race, region, entries);
            groups.add(new Group(link(race, region), entries));
        }
        return new Part(race.title(), link(race, PlaceTree.COUNTRY), groups);
    }

    private void addInside(Race race, int place, List<Entry> entries) {
        if (places.depth(place) >= depth) {
            return;
        }
        for (int inside : page.election().reconciliation().placesIn(place)) {
            List<String> path = places.path(inside);
            List<String> around = path.subList(1, path.size() - 1).reversed();
            entries.add(new Entry(
                    link(race, inside),
                    places.depth(inside),
                    String.join(", ", around),
                    searched(String.join(" ", path.subList(1, path.size())))));
            addInside(race, inside, entries);
        }
    }

    private Page.Link link(Race race, int place) {
        String name = page.election().placeName(page.words(), place);
        return new Page.Link(page.to(Address.place(race, place)), name, false);
    }

    /** As the script compares: small letters without accents. */
    static String searched(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFD)
                .replaceAll("\\p{M}+", "")
                .toLowerCase(Locale.ROOT);
    }
}
