package org.cotejo.station.paper;

import java.util.HexFormat;
import java.util.Locale;
import org.cotejo.sheet.StationKey;

/** A machine's key as a line of keys.csv (templates.md): station, machine, algorithm, key. */
final class KeyLine {
    private KeyLine() {}

    static String of(StationKey key) {
        return String.join(
                ",",
                cell(key.station().value()),
                cell(key.machine().value()),
                key.algorithm().name().toLowerCase(Locale.ROOT),
                hex(key));
    }

    static String hex(StationKey key) {
        return HexFormat.of().formatHex(key.key().bytes());
    }

    private static String cell(String text) {
        return text.contains(",") || text.contains("\"") ? '"' + text.replace("\"", "\"\"") + '"' : text;
    }
}
