package org.cotejo.bounds;

import org.cotejo.base.FindingCode;
import org.cotejo.base.FindingText;
import org.cotejo.base.Weight;

/**
 * What can be found about an announced total. Value {@code {0}} is always the announcement's id; numbers are plain digits.
 * Source of the tests: DESIGN.md, section 6; STATISTICS.md, sections 2 and 5.1.
 */
public enum AnnouncementFinding implements FindingCode {
    WITHOUT_STATION_RESULTS(
            "ANN-306",
            Weight.ABSENCE,
            "{0}: a total was announced, but {1} published no result of any station, so nobody can check the sum.",
            "{0}: se anunció un total, pero {1} no publicó el resultado de ninguna mesa, así que nadie puede comprobar la suma.",
            "On the night itself a first total often comes before the results by station; afterwards there is no technical reason.",
            "En la misma noche, un primer total suele preceder a los resultados por mesa; después no hay razón técnica."),
    NOT_SUM_OF_OWN_STATIONS(
            "ANN-307",
            Weight.CONTRADICTION,
            "{0}: {2} is announced for {1}, but the announcer's own station results add up to {3}.",
            "{0}: se anuncia {2} para {1}, pero los resultados por mesa del propio anunciante suman {3}.",
            "Stations were corrected or added between the total and the results by station, or a digit was miscopied.",
            "Entre el total y los resultados por mesa se corrigieron o añadieron mesas, o se copió mal una cifra."),
    COMPUTED_FROM_PERCENTAGES(
            "ANN-308",
            Weight.HINT,
            "{0}: each of its {1} counts is exactly what a percentage with {2} decimal(s) gives of {3} votes. Freely counted votes do that about once in {4} times; it is what one sees when the votes were computed from the percentages. A hint, not proof.",
            "{0}: cada uno de sus {1} recuentos es exactamente lo que da un porcentaje con {2} decimal(es) de {3} votos. Con votos contados libremente eso pasa cerca de una vez en {4}; es lo que se ve cuando los votos se calcularon a partir de los porcentajes. Un indicio, no una prueba.",
            "A clerk who had only the total and the rounded percentages recomputed the votes from them for the bulletin.",
            "Un funcionario que sólo tenía el total y los porcentajes redondeados recalculó con ellos los votos para el boletín."),
    TOO_LOW(
            "ANN-309",
            Weight.CONTRADICTION,
            "{0}: {2} is announced for {1}. If the {3} known sheets are true, at least {4} must be in it, whatever it leaves out: impossible, short by {5}.",
            "{0}: se anuncia {2} para {1}. Si las {3} actas conocidas son ciertas, al menos {4} deben estar ahí, deje fuera lo que deje: imposible, faltan {5}.",
            "A digit was miscopied from the bulletin, its coverage was misstated, or sheets are not true.",
            "Se copió mal una cifra del boletín, su cobertura se indicó mal o hay actas que no son ciertas."),
    DOES_NOT_ADD_UP(
            "ANN-310",
            Weight.CONTRADICTION,
            "{0}: the candidates' announced votes add up to {1}, but {2} valid votes are announced.",
            "{0}: los votos anunciados de los candidatos suman {1}, pero se anuncian {2} votos válidos.",
            "A digit was swapped or a candidate left out when the bulletin was copied.",
            "Al copiar el boletín se cambió una cifra o se omitió un candidato."),
    CALLED_IRREVERSIBLE(
            "ANN-311",
            Weight.HINT,
            "{0} was called irreversible with a lead of {1}, but by its own coverage up to {2} registered voters were not counted yet: by these figures alone the order could still change.",
            "{0} se llamó irreversible con una ventaja de {1}, pero por su propia cobertura quedaban por contar hasta {2} electores inscritos: sólo con esas cifras el orden aún podía cambiar.",
            "The announcer may know which stations are left and how many voted there; publishing that would settle it.",
            "El anunciante puede saber qué mesas quedan y cuántos votaron en ellas; publicarlo lo aclararía."),
    MORE_STATIONS_THAN_EXIST(
            "ANN-312",
            Weight.CONTRADICTION,
            "{0} is said to cover {1} stations, but there are only {2}.",
            "De {0} se dice que abarca {1} mesas, pero sólo hay {2}.",
            "The list of stations here is incomplete, or stations abroad or special ones are counted apart.",
            "La lista de mesas está aquí incompleta, o las del exterior o especiales se cuentan aparte."),
    COVERS_CONTRADICTED(
            "ANN-313",
            Weight.CONTRADICTION,
            "{0} covers at least one of the {1} stations whose announced result is contradicted by the other sides' copies.",
            "{0} abarca al menos una de las {1} mesas cuyo resultado anunciado contradicen las copias de las demás partes.",
            "A result was mistyped at the station's capture on one side; compare the pictures of the sheets.",
            "Una de las partes tecleó mal un resultado de la mesa; compare las imágenes de las actas."),
    PERCENTAGE_DOES_NOT_MATCH(
            "ANN-314",
            Weight.CONTRADICTION,
            "{0}: {2} is printed for {1} beside {3} votes, but these are {4} % of {5}; no way of rounding joins the two.",
            "{0}: se imprime {2} para {1} junto a {3} votos, pero éstos son el {4} % de {5}; ningún redondeo une ambas cifras.",
            "The percentages are of another total than the one announced, or a digit was miscopied.",
            "Los porcentajes son de otro total que el anunciado, o se copió mal una cifra."),
    MORE_VOTERS_THAN_EXIST(
            "ANN-315",
            Weight.CONTRADICTION,
            "{0} is said to cover {1} registered voters, but there are only {2}.",
            "De {0} se dice que abarca {1} electores inscritos, pero sólo hay {2}.",
            "The national roll used here is another version, or voters abroad are counted apart.",
            "El padrón nacional usado aquí es otra versión, o los electores del exterior se cuentan aparte."),
    TOO_HIGH(
            "ANN-316",
            Weight.CONTRADICTION,
            "{0}: {2} is announced for {1}. If the {3} known sheets are true, there can be at most {4}, whatever the missing sheets say: impossible, {5} too many.",
            "{0}: se anuncia {2} para {1}. Si las {3} actas conocidas son ciertas, puede haber a lo sumo {4}, digan lo que digan las que faltan: imposible, sobran {5}.",
            "A digit was miscopied from the bulletin, the roll used here is too small, or sheets are not true.",
            "Se copió mal una cifra del boletín, el padrón usado aquí es demasiado pequeño o hay actas que no son ciertas."),
    IMPOSSIBLE_EITHER_WAY(
            "ANN-317",
            Weight.CONTRADICTION,
            "{0}: if the {1} known sheets are true, its coverage can't be a share of the stations, since then {2} is impossible, nor of the registered voters, since then {3} is.",
            "{0}: si las {1} actas conocidas son ciertas, su cobertura no puede ser de las mesas, pues entonces es imposible {2}, ni de los electores inscritos, pues entonces lo es {3}.",
            "A digit was miscopied from the bulletin, its coverage was misstated, or sheets are not true.",
            "Se copió mal una cifra del boletín, su cobertura se indicó mal o hay actas que no son ciertas.");

    private final FindingText text;

    AnnouncementFinding(String code, Weight weight, String en, String es, String innocentEn, String innocentEs) {
        this.text = new FindingText(code, weight, en, es, innocentEn, innocentEs);
    }

    @Override
    public FindingText text() {
        return text;
    }
}
