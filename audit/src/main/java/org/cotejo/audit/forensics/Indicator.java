package org.cotejo.audit.forensics;

import org.cotejo.base.Sentence;

/**
 * The indicators, registered in advance and in this order: all are always run, and all are shown. Each has its null, its
 * source, and what else than falsification sets it off. The share of honest elections in which each falls below 0.05 was measured
 * over {@link HonestElection} (docs/statistics.md, "How often honest elections set them off").
 */
public enum Indicator {
    ROUNDED_TOTALS(
            "rounded_totals",
            "Gelman (31 July 2024); Tao (2 August 2024)",
            "announced totals computed from rounded percentages",
            "totales anunciados calculados a partir de porcentajes redondeados",
            "each count is as likely as its neighbours",
            "cada recuento es tan probable como sus vecinos",
            "A clerk who had only the total and rounded percentages recomputed the votes.",
            "Un funcionario que sólo tenía el total y porcentajes redondeados recalculó los votos."),
    INTEGER_PERCENTAGES(
            "integer_percentages",
            "Kobak, Shpilkin, Pshenichnikov, AOAS 10(1), 2016",
            "whole percentages of turnout or of the leader's share",
            "porcentajes enteros de participación o del primero",
            "votes and voters drawn from binomials at each station's own share",
            "votos y votantes sacados de binomiales con la proporción de cada mesa",
            "Stations of few voters give simple fractions by themselves (allowed for); stations that report a share instead of a count.",
            "Las mesas pequeñas dan fracciones simples por sí solas (está descontado); mesas que informan una proporción y no un recuento."),
    SPIKES(
            "spikes",
            "after Rozenas, Political Analysis 25(1), 2017",
            "stations piled up at single values of the leader's share",
            "mesas acumuladas en valores sueltos de la proporción del primero",
            "as many stations in a bin as its neighbours and the draw give",
            "tantas mesas en una franja como dan sus vecinas y el azar",
            "Many stations of one kind, such as barracks, ships or hospitals that vote as one.",
            "Muchas mesas de una misma clase, como cuarteles, barcos u hospitales que votan en bloque."),
    FINGERPRINT_SLOPE(
            "fingerprint_slope",
            "Klimek et al., PNAS 109(41), 2012; Myagkov, Ordeshook, Shakin, 2009",
            "within areas, each further voter brings more than one vote for the leader",
            "dentro de las zonas, cada votante más trae más de un voto para el primero",
            "a slope of 1 or less within areas",
            "una pendiente de 1 o menos dentro de las zonas",
            "Turnout is high where the leader is liked, in areas that mix town and country; a leader who mobilises.",
            "La participación es alta donde se quiere al primero, en zonas que mezclan ciudad y campo; un candidato que moviliza."),
    LAST_DIGITS(
            "last_digits",
            "Beber, Scacco, Political Analysis 20(2), 2012",
            "last digits of the leader's votes that are not as free counts give",
            "últimas cifras de los votos del primero distintas de las de recuentos libres",
            "last digits as binomial draws at each station's share give, near one tenth each",
            "últimas cifras como las de binomiales con la proporción de cada mesa, cerca de un décimo cada una",
            "Figures rounded by who typed them; counts of few votes (allowed for).",
            "Cifras redondeadas por quien las tecleó; recuentos de pocos votos (está descontado)."),
    LAST_PAIRS(
            "last_pairs",
            "Beber, Scacco, Political Analysis 20(2), 2012",
            "too few last two digits that lie apart: people who invent numbers avoid them",
            "demasiado pocos pares finales separados: quien inventa números los evita",
            "about 0.70 of the pairs lie apart",
            "cerca de 0,70 de los pares están separados",
            "Figures rounded by who typed them.",
            "Cifras redondeadas por quien las tecleó."),
    DUPLICATES(
            "duplicates",
            "docs/statistics.md",
            "stations whose whole result is that of another",
            "mesas cuyo resultado entero es el de otra",
            "identical results are as frequent as those that differ by one vote",
            "los resultados idénticos son tan frecuentes como los que difieren en un voto",
            "One sheet was captured under two stations by mistake.",
            "Un acta se capturó por error en dos mesas."),
    ZERO_VOTES(
            "zero_votes",
            "Colombia 2022; beta-binomial of Williams, Biometrics 31, 1975",
            "no vote for an option that the neighbours vote for",
            "ningún voto para una opción que los vecinos votan",
            "the share of the other stations of the place, with the usual spread",
            "la proporción de las otras mesas del lugar, con su dispersión usual",
            "A form that hides the option, a line left out in typing; registers split by surname or trade.",
            "Un formulario que esconde la opción, una línea saltada al teclear; padrones divididos por apellido o gremio."),
    LATE_TREND(
            "late_trend",
            "Idrobo, Kronick, Rodríguez, Journal of Politics 84(4), 2022",
            "late results that favour one side within their own place",
            "resultados tardíos que favorecen a una parte dentro de su propio lugar",
            "within each place, which station is late is chance",
            "dentro de cada lugar, qué mesa llega tarde es azar",
            "Larger, poorer or disputed stations finish later and vote differently, also within one place.",
            "Las mesas mayores, más pobres o disputadas terminan después y votan distinto, también dentro de un lugar."),
    PAST_SHARE(
            "past_share",
            "Grubbs, Technometrics 11, 1969",
            "a place that moved unlike all others since the earlier election",
            "un lugar que se movió distinto de todos los demás desde la elección anterior",
            "places move along one line, with a normal spread",
            "los lugares se mueven sobre una recta, con dispersión normal",
            "A new neighbourhood, a local candidate, a moved voting centre; spreads with heavy tails.",
            "Un barrio nuevo, un candidato local, un centro trasladado; dispersiones de colas pesadas."),
    PAST_REGISTER(
            "past_register",
            "Grubbs, Technometrics 11, 1969",
            "a place whose register grew unlike all others",
            "un lugar cuyo padrón creció distinto de todos los demás",
            "registers grow along one line, with a normal spread",
            "los padrones crecen sobre una recta, con dispersión normal",
            "Building, resettlement, a centre that took over another's voters.",
            "Construcción, reasentamiento, un centro que recibió los electores de otro."),
    SECOND_DIGITS(
            "second_digits_bad_test",
            "Mebane, 2006; refuted by Deckert, Myagkov, Ordeshook, Political Analysis 19(3), 2011",
            "second digits against Benford's law: a bad test, shown because it is asked for",
            "segundas cifras contra la ley de Benford: una mala prueba, mostrada porque se pide",
            "Benford's law, which honest counts need not follow",
            "la ley de Benford, que los recuentos honestos no tienen por qué seguir",
            "Everything: stations of one size reject it in honest elections. Draw nothing from it.",
            "Todo: mesas de un mismo tamaño la rechazan en elecciones honestas. No saque nada de ella.");

    private final String key;
    private final String source;
    private final Sentence what;
    private final Sentence nullSaid;
    private final Sentence innocent;

    Indicator(
            String key,
            String source,
            String en,
            String es,
            String nullEn,
            String nullEs,
            String innocentEn,
            String innocentEs) {
        this.key = key;
        this.source = source;
        this.what = new Sentence(en, es);
        this.nullSaid = new Sentence(nullEn, nullEs);
        this.innocent = new Sentence(innocentEn, innocentEs);
    }

    /** The words that stand beside every indicator. */
    public static Sentence caution() {
        return new Sentence("a hint, not proof", "un indicio, no una prueba");
    }

    /** The name in JSON. */
    public String key() {
        return key;
    }

    /** Author, journal and year. */
    public String source() {
        return source;
    }

    /** What it looks for. */
    public Sentence what() {
        return what;
    }

    /** What is supposed where nothing was falsified. */
    public Sentence nullHypothesis() {
        return nullSaid;
    }

    /** Known causes that are no falsification. */
    public Sentence innocent() {
        return innocent;
    }

    /** Whether it is left out unless asked for. */
    public boolean isBadTest() {
        return this == SECOND_DIGITS;
    }

    /**
     * Share of simulated honest elections with p of 0.05 or less, the largest over all kinds of country that were measured; not a
     * number where it was not measured.
     */
    public double baseRate() {
        return BaseRates.measured(this);
    }
}
