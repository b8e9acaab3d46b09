package org.cotejo.sim;

import java.util.Locale;

/** Names of places made from syllables, so that no real place is accused of anything. */
final class CoinedName {
    private static final String[] BEGINNINGS = {
        "vul", "orm", "tir", "quel", "zam", "bru", "esk", "dol", "fri", "gua", "hol", "ixt", "jun", "kor", "lum", "mez",
        "nav", "olv", "pra", "ruz", "sil", "tul", "urb", "yan"
    };
    private static final String[] MIDDLES = {"na", "ze", "qui", "ro", "la", "di", "vu", "to", "se", "ga", "mi", "po"};
    private static final String[] ENDINGS = {
        "ra", "da", "nte", "llo", "sca", "rel", "gón", "zul", "mbe", "nza", "ría", "do"
    };

    private CoinedName() {}

    static String of(Dice dice) {
        String name = one(BEGINNINGS, dice) + one(MIDDLES, dice) + one(ENDINGS, dice);
        return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }

    private static String one(String[] syllables, Dice dice) {
        return syllables[dice.below(syllables.length)];
    }
}
