package org.cotejo.site;

import java.util.ArrayList;
import java.util.List;
import org.cotejo.reconcile.Reconciliation;

/**
 * What one page of a place shows, in no language yet: the places inside, or stations of it, or the pages on which its
 * stations stand if there are too many for one.
 *
 * @param number 0-based page of stations, or {@link #WHOLE} for the place's own page
 * @param rows the places inside
 * @param parts the pages of stations; none if the stations stand here
 */
record PlaceContent(
        Race race,
        int place,
        int number,
        PlaceRow total,
        List<PlaceRow> rows,
        List<Part> parts,
        List<StationCard> cards) {
    static final int WHOLE = -1;

    /** A page of stations, from one code to another. */
    record Part(String page, String first, String last, int stations) {}

    /** All pages of a place: its own and, if it has very many stations, those of its stations. */
    static List<PlacePlan> plan(Race race, int place) {
        int stations = race.election().reconciliation().stationsIn(place).size();
        List<PlacePlan> plans = new ArrayList<>();
        plans.add(new PlacePlan(race, place, WHOLE));
        if (stations > Address.STATIONS_A_PAGE) {
            for (int page = 0; page * Address.STATIONS_A_PAGE < stations; page++) {
                plans.add(new PlacePlan(race, place, page));
            }
        }
        return plans;
    }

    /** One page that is to be made. */
    record PlacePlan(Race race, int place, int number) {
        PlaceContent make() {
            return PlaceContent.make(race, place, number);
        }
    }

    private static PlaceContent make(Race race, int place, int number) {
        Reconciliation all = race.election().reconciliation();
        List<Integer> stations = all.stationsIn(place);
        boolean isSplit = stations.size() > Address.STATIONS_A_PAGE;
        List<PlaceRow> rows = new ArrayList<>();
        List<Part> parts = new ArrayList<>();
        if (number == WHOLE) {
            all.placesIn(place).forEach(inside -> rows.add(PlaceRow.of(race, inside, null)));
            if (isSplit) {
                parts.addAll(parts(race, place, stations));
            }
        }
        List<Integer> shown = number == WHOLE
                ? isSplit ? List.of() : stations
                : stations.subList(from(number), Math.min(from(number + 1), stations.size()));
        List<StationCard> cards = shown.stream()
                .map(station -> new StationCard(race, all.station(race.index(), station)))
                .toList();
        return new PlaceContent(
                race, place, number, PlaceRow.of(race, place, null), List.copyOf(rows), List.copyOf(parts), cards);
    }

    private static int from(int page) {
        return page * Address.STATIONS_A_PAGE;
    }

    private static List<Part> parts(Race race, int place, List<Integer> stations) {
        var register = race.election().dossier().frame().register();
        List<Part> parts = new ArrayList<>();
        for (int page = 0; from(page) < stations.size(); page++) {
            int to = Math.min(from(page + 1), stations.size());
            parts.add(new Part(
                    Address.stations(race, place, stations.size(), page),
                    register.codeText(stations.get(from(page))),
                    register.codeText(stations.get(to - 1)),
                    to - from(page)));
        }
        return parts;
    }

    /** Where the page lies. */
    String path() {
        int stations = race.election().reconciliation().stationsIn(place).size();
        return number == WHOLE ? Address.place(race, place) : Address.stations(race, place, stations, number);
    }
}
