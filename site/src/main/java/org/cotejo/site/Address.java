package org.cotejo.site;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.cotejo.definition.PlaceTree;

/**
 * Where pages lie inside a language's folder; the same names in both. No page and no file is named after a station: a station
 * is an anchor in a page of many, so that a request does not tell which one somebody looked at.
 */
final class Address {
    /** Most stations on one page. */
    static final int STATIONS_A_PAGE = 300;

    static final String FRONT = "index.html";
    static final String PLACES = "places.html";
    static final String FINDINGS = "findings.html";
    static final String AUDITS = "audits.html";
    static final String HINTS = "hints.html";
    static final String METHOD = "method.html";
    static final String DATA = "data.html";
    static final String ABOUT = "about.html";
    static final String NOT_LISTED = "not-listed.html";

    private Address() {}

    /** The page that says all of one contest; the front page where there is only one. */
    static String contest(Race race) {
        return race.election().hasSeveralContests() ? folder(race) + FRONT : FRONT;
    }

    private static String folder(Race race) {
        return "c" + (race.index() + 1) + "/";
    }

    static String place(Race race, int place) {
        return folder(race) + "p" + place + ".html";
    }

    /** A page of stations of a place, by its 0-based number; the place's own page if it has room for all of them. */
    static String stations(Race race, int place, int stationsInPlace, int page) {
        return stationsInPlace <= STATIONS_A_PAGE
                ? place(race, place)
                : folder(race) + "p" + place + "-" + (page + 1) + ".html";
    }

    /** A station's anchor with its page. */
    static String station(Race race, int station) {
        var register = race.election().dossier().frame().register();
        int place = register.place(station);
        List<Integer> inPlace = race.election().reconciliation().stationsIn(place);
        int page = inPlace.indexOf(station) / STATIONS_A_PAGE;
        return stations(race, place, inPlace.size(), page) + "#" + encoded(anchor(register.codeText(station)));
    }

    /** The id of a station's section. */
    static String anchor(String code) {
        return "m-" + code;
    }

    /** As it stands behind {@code #} in a link. */
    static String encoded(String anchor) {
        return URLEncoder.encode(anchor, StandardCharsets.UTF_8).replace("+", "%20");
    }

    static String country(Race race) {
        return place(race, PlaceTree.COUNTRY);
    }
}
