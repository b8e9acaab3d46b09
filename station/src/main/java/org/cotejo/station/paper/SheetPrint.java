package org.cotejo.station.paper;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.cotejo.crypto.Sha256;
import org.cotejo.sheet.SignedSheet;

/** The first 8 hexadecimal digits of a signed sheet's hash, by which people tell sheets apart; those of its chained parts too. */
final class SheetPrint {
    private SheetPrint() {}

    static String of(SignedSheet sheet) {
        String hex =
                Sha256.of(sheet.text().getBytes(StandardCharsets.UTF_8)).hex().toUpperCase(Locale.ROOT);
        return hex.substring(0, 4) + " " + hex.substring(4, 8);
    }
}
