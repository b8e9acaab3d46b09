package org.cotejo.bench;

import java.util.ArrayList;
import java.util.List;

/**
 * The place tree: 24 states, 335 municipalities, and parishes that grow with the square root of the stations
 * (1,136 at Venezuela's 30,026). Names of states are real, those below are made up but look alike.
 */
final class Places {
    private static final int PARISHES_AT_VENEZUELA = 1_136;
    private static final int STATIONS_OF_VENEZUELA = 30_026;
    /** A code has two digits for the parish within its municipality. */
    private static final int PARISHES_PER_MUNICIPALITY_MAX = 99;

    private static final long STREAM = 1;

    private record Region(String name, int municipalities) {}

    private static final List<Region> STATES = List.of(
            new Region("DTTO. CAPITAL", 1),
            new Region("EDO. ANZOATEGUI", 21),
            new Region("EDO. APURE", 7),
            new Region("EDO. ARAGUA", 18),
            new Region("EDO. BARINAS", 12),
            new Region("EDO. BOLIVAR", 11),
            new Region("EDO. CARABOBO", 14),
            new Region("EDO. COJEDES", 9),
            new Region("EDO. FALCON", 25),
            new Region("EDO. GUARICO", 15),
            new Region("EDO. LARA", 9),
            new Region("EDO. MERIDA", 23),
            new Region("EDO. MIRANDA", 21),
            new Region("EDO. MONAGAS", 13),
            new Region("EDO. NUEVA ESPARTA", 11),
            new Region("EDO. PORTUGUESA", 14),
            new Region("EDO. SUCRE", 15),
            new Region("EDO. TACHIRA", 29),
            new Region("EDO. TRUJILLO", 20),
            new Region("EDO. YARACUY", 14),
            new Region("EDO. ZULIA", 21),
            new Region("EDO. AMAZONAS", 7),
            new Region("EDO. DELTA AMACURO", 4),
            new Region("EDO. LA GUAIRA", 1));

    private static final String[] FIRST = {
        "SAN JOSE", "SANTA ROSA", "LA CONCEPCION", "EL RECREO", "ALTAGRACIA", "SUCRE", "BOLIVAR", "MIRANDA", "ZAMORA",
        "LAS PIEDRAS", "NUÑEZ", "PEÑA", "LA CAÑADA", "SAN ANTONIO", "EL CARMEN", "SAN JUAN", "PAEZ", "URDANETA",
        "MARIÑO", "LOS GUAYOS", "RICAURTE", "ANDRES BELLO", "SANTA LUCIA", "CRUZ PAREDES", "LIBERTADOR", "GUAICAIPURO"
    };

    private static final String[] SECOND = {
        "",
        " DE LA SIERRA",
        " DEL LLANO",
        " NORTE",
        " SUR",
        " DE GUARIBE",
        " DEL TUY",
        " DE LOS MORROS",
        " ALTO",
        " DE LA COSTA",
        " VIEJO",
        " DEL ORINOCO",
        " DE CAPARO",
        " DE UNARE",
        " DEL LAGO",
        " DE MORUY",
        " DE YARE"
    };

    private final List<Parish> parishes = new ArrayList<>();

    /** A parish: its six code digits, its names as the three first columns of a row, and its share of the stations. */
    record Parish(String code, String columns, int weight) {}

    Places(long seed, int stations) {
        int wanted = Math.toIntExact(Math.round(
                PARISHES_AT_VENEZUELA * Math.sqrt(Math.max(1.0, stations / (double) STATIONS_OF_VENEZUELA))));
        int municipalities = STATES.stream().mapToInt(Region::municipalities).sum();
        int share =
                Math.min(PARISHES_PER_MUNICIPALITY_MAX, Math.max(1, (wanted + municipalities / 2) / municipalities));
        Dice dice = new Dice();
        int ordinal = 0;
        for (int s = 0; s < STATES.size(); s++) {
            Region state = STATES.get(s);
            for (int m = 0; m < state.municipalities; m++) {
                dice.at(seed, STREAM, ordinal++);
                int here = Math.clamp(1 + dice.below(2 * share - 1), 1, PARISHES_PER_MUNICIPALITY_MAX);
                String names = state.name + ",MP. " + name(ordinal * 7, m) + ",PQ. ";
                for (int p = 0; p < here; p++) {
                    int skew = dice.below(100);
                    parishes.add(new Parish(
                            "%02d%02d%02d".formatted(s + 1, m + 1, p + 1),
                            names + name(ordinal, p) + ',',
                            20 + skew * skew / 25));
                }
            }
        }
    }

    List<Parish> parishes() {
        return parishes;
    }

    /** A name that no other number below 400 under the same parent has. */
    private static String name(int parent, int number) {
        int turned = Math.floorMod(parent * 31, FIRST.length);
        int first = (number + turned) % FIRST.length;
        int second = (number / FIRST.length + parent + number) % SECOND.length;
        return FIRST[first] + SECOND[second];
    }
}
