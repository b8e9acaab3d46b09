package org.cotejo.sim;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.cotejo.base.Sentence;

/**
 * A way in which a result was falsified or buried somewhere, as the simulated liars do it. Several can be told about one
 * country: each has stations of its own. Under {@link #TOTAL_WITHOUT_DETAIL} the lies about announced stations aren't told,
 * since no station is announced.
 */
public enum Lie {
    ALTERED_TRANSMISSION(
            1,
            1,
            List.of("ANN-301"),
            "The authority changed the figures of some stations after their sheets were printed.",
            "La autoridad cambió las cifras de algunas mesas después de impresas sus actas."),
    TOTAL_WITHOUT_DETAIL(
            2,
            0,
            List.of("ANN-306"),
            "The authority announced a total and no result of any station.",
            "La autoridad anunció un total y ningún resultado por mesa."),
    IMPOSSIBLE_TOTAL(
            5,
            0,
            List.of("ANN-309"),
            "The announced total can't be reached, whatever the missing sheets say.",
            "El total anunciado es inalcanzable, digan lo que digan las actas que faltan."),
    TOTALS_FROM_PERCENTAGES(
            3,
            0,
            List.of("ANN-308"),
            "The announced votes were worked out from percentages with one decimal.",
            "Los votos anunciados se calcularon a partir de porcentajes con un decimal."),
    LOADED_BY_HAND(
            4,
            2,
            List.of("ANN-304"),
            "The authority loaded results by hand where the sheets say otherwise or nothing was transmitted.",
            "La autoridad cargó resultados a mano donde las actas dicen otra cosa o no hubo transmisión."),
    SHEET_OF_ANOTHER_TABLE(
            9,
            2,
            List.of("COPY-204"),
            "A party handed in one station's sheet as that of another.",
            "Un partido entregó el acta de una mesa como si fuera de otra."),
    OPENING_REPORT_AS_FINAL(
            10,
            1,
            List.of("COPY-205"),
            "A party handed in the report printed before voting, all zeros, as the final sheet.",
            "Un partido entregó el acta de apertura, toda en cero, como acta de escrutinio."),
    SELECTIVE_ABSENCE(
            13,
            3,
            List.of("ABS-508"),
            "The authority published nearly all stations and left out strongholds of the first candidate.",
            "La autoridad publicó casi todas las mesas y omitió bastiones del primer candidato."),
    ONE_SIDE_TWICE(
            14,
            2,
            List.of("COPY-203"),
            "Two parties of one side handed in the same false copy, so that it looks confirmed.",
            "Dos partidos de un mismo lado entregaron la misma copia falsa para que parezca confirmada."),
    MORE_VOTES_THAN_REGISTERED(
            20,
            1,
            List.of("TALLY-102"),
            "The box was stuffed: the sheet has more votes than registered voters.",
            "Se rellenó la caja: el acta tiene más votos que electores inscritos."),
    TRIPLE_MATCH(
            20,
            2,
            List.of("TALLY-103", "TALLY-104"),
            "The poll book or the box doesn't match the votes on the sheet.",
            "El cuaderno o la caja no coinciden con los votos del acta."),
    PHANTOM_STATION(
            23,
            1,
            List.of("COPY-208"),
            "A party handed in sheets of stations that don't exist.",
            "Un partido entregó actas de mesas que no existen."),
    REWRITTEN_AFTER_COPIES(
            25,
            1,
            List.of("ANN-305"),
            "The authority announced other figures for some stations after the copies were given.",
            "La autoridad anunció otras cifras de algunas mesas después de entregadas las copias."),
    THREE_ORIGINALS_DIFFER(
            27,
            1,
            List.of("COPY-212"),
            "The copies that each side got of one sheet differ from each other.",
            "Las copias de una misma acta que recibió cada parte difieren todas entre sí."),
    CANCELLED_AUDITS(
            43,
            0,
            List.of("ABS-505"),
            "The authority cancelled the audits after the election.",
            "La autoridad canceló las auditorías posteriores a la elección."),
    SWAPPED_CANDIDATE_MAP(
            49,
            0,
            List.of("COPY-211"),
            "In everything that one body handed in, two candidates are exchanged.",
            "En todo lo que entregó un organismo, dos candidatos están intercambiados."),
    UNLAWFUL_DUMP(
            54,
            0,
            List.of("COPY-206"),
            "Figures got by breaking into a system are passed around; they must not count.",
            "Circulan cifras obtenidas de una intrusión; no deben contarse."),
    FORGED_SHEET(
            6,
            1,
            List.of("SHEET-701"),
            "A party handed in sheets with false figures under a signature that is not theirs.",
            "Un partido entregó actas con cifras falsas bajo una firma que no es de ellas."),
    MACHINE_SIGNS_TWICE(
            41,
            1,
            List.of("SHEET-704"),
            "Some machines signed two different final sheets.",
            "Algunas máquinas firmaron dos actas finales distintas."),
    SHEET_OF_ANOTHER_STATION(
            9,
            2,
            List.of("SHEET-702"),
            "A party handed in the signed sheet of one station as that of another.",
            "Un partido entregó el acta firmada de una mesa como si fuera de otra."),
    LATE_KEY(
            41,
            1,
            List.of("SHEET-706"),
            "The keys of some machines were enrolled after the definition was frozen.",
            "Las claves de algunas máquinas se inscribieron después de congelar la definición.");

    private static final Set<Lie> SIGNED =
            EnumSet.of(FORGED_SHEET, MACHINE_SIGNS_TWICE, SHEET_OF_ANOTHER_STATION, LATE_KEY);

    private final int attack;
    private final int slots;
    private final List<String> codes;
    private final Sentence sentence;

    Lie(int attack, int slots, List<String> codes, String en, String es) {
        this.attack = attack;
        this.slots = slots;
        this.codes = codes;
        this.sentence = new Sentence(en, es);
    }

    /** The name on the command line, such as {@code one-side-twice}. */
    public String label() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    /** Its number in the attack matrix of docs/sim.md. */
    public int attack() {
        return attack;
    }

    /** Public codes of the findings that must uncover it; each deed names the one for its station. */
    public List<String> codes() {
        return codes;
    }

    /** What was done, for people. */
    public Sentence sentence() {
        return sentence;
    }

    /** Stations that it needs for each one it is told about; 0 if it is about no single station. */
    int slots() {
        return slots;
    }

    /** Whether it is about signatures, so that it can be told only where machines sign. */
    public boolean isAboutSignatures() {
        return SIGNED.contains(this);
    }

    /** The lie of that name on the command line. */
    public static Optional<Lie> named(String label) {
        return Arrays.stream(values()).filter(lie -> lie.label().equals(label)).findFirst();
    }

    static String names() {
        return Arrays.stream(values()).map(Lie::label).collect(Collectors.joining(", "));
    }
}
