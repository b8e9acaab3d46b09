package org.cotejo.reconcile;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.cotejo.definition.PlaceTree;
import org.cotejo.definition.Register;
import org.cotejo.dossier.Dossier;

/** Which stations and places lie in which place. Made when first asked for, since most readers ask for totals alone. */
final class PlaceIndex {
    private final Dossier dossier;
    private List<List<Integer>> inside = List.of();
    private List<List<Integer>> stations = List.of();

    PlaceIndex(Dossier dossier) {
        this.dossier = dossier;
    }

    private synchronized void make() {
        if (!stations.isEmpty()) {
            return;
        }
        PlaceTree places = dossier.frame().places();
        Register register = dossier.frame().register();
        List<List<Integer>> below = new ArrayList<>();
        List<List<Integer>> listed = new ArrayList<>();
        for (int place = 0; place < places.size(); place++) {
            below.add(new ArrayList<>());
            listed.add(new ArrayList<>());
        }
        for (int place = 1; place < places.size(); place++) {
            below.get(places.parent(place)).add(place);
        }
        for (int station = 0; station < register.size(); station++) {
            listed.get(register.place(station)).add(station);
        }
        below.forEach(list -> list.sort(Comparator.comparing(places::name)));
        listed.forEach(list -> list.sort(Comparator.comparing(register::codeText)));
        inside = below;
        stations = listed;
    }

    List<Integer> inside(int place) {
        make();
        return List.copyOf(inside.get(place));
    }

    List<Integer> stations(int place) {
        make();
        return List.copyOf(stations.get(place));
    }

    int[] stationsBelow(int place) {
        make();
        IntStream.Builder all = IntStream.builder();
        addBelow(place, all);
        return all.build().toArray();
    }

    private void addBelow(int place, IntStream.Builder all) {
        stations.get(place).forEach(all::add);
        inside.get(place).forEach(inner -> addBelow(inner, all));
    }
}
