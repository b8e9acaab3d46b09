package org.cotejo.capture.form;

import java.util.List;

/** Which row of the strip a label and a code name. Codes of the parties: shared/FORMATS.md, section 1.3. */
final class VenezuelaRows {
    static final String VOTES = "votes ";

    private static final List<String> PARTIES = List.of(
            "PSUV",
            "PCV",
            "TUPAMARO",
            "PPT",
            "MSV",
            "PODEMOS",
            "MEP",
            "APC",
            "ORA",
            "UPV",
            "EV",
            "PVV",
            "PFV",
            "AD",
            "COPEI",
            "MR",
            "BR",
            "DDP",
            "UNE",
            "EL CAMBIO",
            "PV",
            "VU",
            "UVV",
            "MPJ",
            "AP",
            "MOVEV",
            "CMC",
            "FV",
            "ALIANZA DEL LAPIZ",
            "MIN UNIDAD",
            "SPV",
            "VPA",
            "AREPA",
            "UNTC",
            "MPV",
            "MUD",
            "CENTRADOS",
            "CONDE");
    private static final List<String> CODES = List.of(
            "269", "9", "931", "276", "1017", "514", "6", "219", "906", "513", "1089", "1090", "1093", "1", "2", "1065",
            "1066", "1091", "1095", "1048", "1053", "868", "1096", "458", "814", "878", "1050", "1062", "1051", "1068",
            "1049", "236", "1094", "460", "1069", "1075", "1073", "1092");
    private static final List<String> SUMS = List.of(
            "En la máquina de",
            "En el cuaderno de",
            "Votos",
            "Votos validos",
            "Votos parciales",
            "Votos nulos",
            "Votos vacios",
            "Opciones validas",
            "Opciones nulas",
            "Opciones vacias");
    private static final List<String> SUM_ROWS = List.of(
            "voters_machine",
            "voters_book",
            "total",
            "valid",
            "partial",
            "null",
            "blank",
            "options_valid",
            "options_null",
            "options_blank");
    static final String UNNAMED = "unnamed";

    /** The position after that of the row before, as the ballot goes on. */
    private int next;

    /**
     * The row: {@code votes} and a position, or the name of a sum. A party's row is named by its code and its name, one of which may be
     * misread where it stands behind the row before it; nothing else names one.
     */
    String name(String label, String code) {
        int byCode = CODES.indexOf(code);
        int byName = PARTIES.indexOf(label.strip());
        if (byName < 0) {
            byName = like(label, PARTIES);
        }
        if (byCode >= 0 && byName >= 0 && byCode != byName) {
            return UNNAMED;
        }
        int due = next;
        if (byCode >= 0 && (byCode == byName || byCode == due)) {
            return votes(byCode);
        }
        if (byName == due) {
            return votes(byName);
        }
        int sum = like(label, SUMS);
        return sum >= 0 && code.isEmpty() ? SUM_ROWS.get(sum) : UNNAMED;
    }

    private String votes(int index) {
        next = index + 1;
        return VOTES + (index + 1);
    }

    /** The only text that a label is like; of a long one its beginning may stand for it, since its end is on the next line. */
    private static int like(String label, List<String> texts) {
        String bare = Spelling.bare(label);
        int best = -1;
        int least = Integer.MAX_VALUE;
        for (int i = 0; i < texts.size(); i++) {
            String text = Spelling.bare(texts.get(i));
            if (text.length() > bare.length() && bare.length() >= 9) {
                text = text.startsWith(bare) ? bare : text;
            }
            int wrong = Spelling.distance(bare, text);
            if (wrong < least) {
                least = wrong;
                best = wrong * 4 <= text.length() ? i : -1;
            } else if (wrong == least) {
                best = -1;
            }
        }
        return best;
    }
}
