package org.cotejo.station.kiosk;

import java.util.Map;

/** Text as a literal of a script. */
final class Quoted {
    private Quoted() {}

    static String js(String text) {
        String object = Tree.write(Map.of("t", text));
        return "(" + object + ").t";
    }
}
