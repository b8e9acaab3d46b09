package org.cotejo.reconcile;

import org.cotejo.base.FindingCode;
import org.cotejo.base.FindingText;
import org.cotejo.base.Weight;

/** What comparing shows, each kind with its public code; docs/codes.md lists them all. */
public enum ReconcileFinding implements FindingCode {
    CONFLICTING_SIDES(
            "COPY-201",
            Weight.CONTRADICTION,
            "Copies of different sides differ in {0}.",
            "Difieren copias de distintas partes en {0}.",
            "A figure was misread or mistyped in one of the copies.",
            "Una cifra se leyó o tecleó mal en una de las copias."),
    CONFLICTING_WITHIN(
            "COPY-202",
            Weight.CONTRADICTION,
            "Two copies of one side ({0}) differ in {1}.",
            "Difieren dos copias de una misma parte ({0}) en {1}.",
            "A figure was misread or mistyped in one of the copies.",
            "Una cifra se leyó o tecleó mal en una de las copias."),
    ONE_SIDE_TWICE(
            "COPY-203",
            Weight.NOTE,
            "{0} custodians of one side ({1}) hold the same figures, and no other side confirms them: they weigh as one copy.",
            "{0} custodios de una misma parte ({1}) tienen las mismas cifras y ninguna otra parte las confirma: pesan como una sola copia.",
            "Bodies of one side work together.",
            "Los entes de una misma parte trabajan juntos."),
    REPLAYED(
            "COPY-204",
            Weight.CONTRADICTION,
            "The figures of {0} here differ from the other copies and are those of station {1}: a sheet of another station.",
            "Las cifras de {0} aquí difieren de las demás copias y son las de la mesa {1}: un acta de otra mesa.",
            "Two sheets were mixed up when they were delivered.",
            "Se confundieron dos actas al entregarlas."),
    OPENING_REPORT(
            "COPY-205",
            Weight.CONTRADICTION,
            "{0} delivered an opening report, or all zeros, as the result: it does not count.",
            "{0} entregó como resultado un acta de instalación, o todo en cero: no cuenta.",
            "The wrong paper was photographed; or nobody voted and no other copy shows it.",
            "Se fotografió el papel equivocado; o nadie votó y ninguna otra copia lo muestra."),
    NO_PROVENANCE(
            "COPY-206",
            Weight.NOTE,
            "A copy delivered by {0} was got against the law or from nobody knows where: it is kept and never counted.",
            "Una copia entregada por {0} se obtuvo contra la ley o no se sabe de dónde: se conserva y nunca se cuenta.",
            "The custodian did not say where it comes from.",
            "El custodio no dijo de dónde procede."),
    BY_DECISION(
            "COPY-207",
            Weight.NOTE,
            "The copies here are set aside by decision {0}.",
            "Las copias de esta mesa están apartadas por la decisión {0}.",
            "The decision may be right.",
            "La decisión puede ser correcta."),
    CHANGED(
            "COPY-209",
            Weight.CONTRADICTION,
            "{0} delivered other figures before: {1} changed.",
            "{0} entregó antes otras cifras: cambió {1}.",
            "A typing mistake was put right.",
            "Se corrigió un error de tecleo."),
    VANISHED(
            "COPY-210",
            Weight.NOTE,
            "{0} delivered this station before and left it out of its newest delivery: the earlier one still counts.",
            "{0} entregó antes esta mesa y la omitió en su entrega más reciente: la anterior sigue contando.",
            "The newest file covers a part only, or the custodian withdrew the sheet without saying why.",
            "El archivo más reciente es parcial, o el custodio retiró el acta sin decir por qué."),
    SWAPPED(
            "COPY-211",
            Weight.CONTRADICTION,
            "The figures of {0} and {1} differ by an exchange of {2} and {3}, here and at nearly every station: a column was mapped to the wrong candidate.",
            "Las cifras de {0} y {1} difieren por un intercambio de {2} y {3}, aquí y en casi todas las mesas: una columna se asignó al candidato equivocado.",
            "The map of columns to candidates was mistaken in one delivery.",
            "El mapa de columnas a candidatos estaba equivocado en una entrega."),
    ALL_DIFFER(
            "COPY-212",
            Weight.CONTRADICTION,
            "The copies of {0} sides all differ from each other.",
            "Las copias de {0} partes difieren todas entre sí.",
            "Originals filled in by hand one after the other.",
            "Originales llenados a mano uno tras otro."),
    INCOMPLETE(
            "COPY-213",
            Weight.ABSENCE,
            "A copy of {0} has a blank or illegible figure ({1}), so it does not count.",
            "Una copia de {0} tiene una cifra en blanco o ilegible ({1}): no cuenta.",
            "The picture is bad, or the cell was left empty for zero.",
            "La foto es mala, o la casilla se dejó vacía por cero."),
    SAME_FIGURES(
            "COPY-214",
            Weight.HINT,
            "The figures here are the same as at station {0}. A hint, not proof.",
            "Las cifras aquí son las mismas que en la mesa {0}. Un indicio, no una prueba.",
            "Chance, among very many small stations.",
            "La casualidad, entre muchísimas mesas pequeñas."),
    RETRACTED(
            "COPY-216",
            Weight.NOTE,
            "{0} took back what it delivered for this station: it stays in view and no longer counts.",
            "{0} retiró lo que entregó de esta mesa: sigue a la vista y ya no cuenta.",
            "A mistake was put right, on record.",
            "Se corrigió un error, y consta."),
    CONTRADICTED(
            "ANN-301",
            Weight.CONTRADICTION,
            "The announced result differs from every copy of the other sides in {0}.",
            "El resultado anunciado difiere de todas las copias de las demás partes en {0}.",
            "A typing mistake where the result was loaded.",
            "Un error de tecleo al cargar el resultado."),
    OTHER_ANNOUNCER(
            "ANN-302",
            Weight.CONTRADICTION,
            "{0} announced figures that differ from the copies or from the announcer of record in {1}.",
            "{0} anunció cifras que difieren de las copias o del anunciante oficial en {1}.",
            "A typing mistake.",
            "Un error de tecleo."),
    ANNOUNCED_ONLY(
            "ANN-303",
            Weight.ABSENCE,
            "A result is announced and there is no copy of another side to compare it with: it is not evidence.",
            "Hay un resultado anunciado y ninguna copia de otra parte con que compararlo: no es prueba.",
            "No other side had anybody there.",
            "Ninguna otra parte tenía a nadie allí."),
    BY_HAND(
            "ANN-304",
            Weight.CONTRADICTION,
            "The announced result was loaded by hand, and it differs from the copies or the station did not transmit.",
            "El resultado anunciado se cargó a mano, y difiere de las copias o la mesa no transmitió.",
            "The machine failed and the sheet was typed in, with a mistake.",
            "La máquina falló y el acta se tecleó, con un error."),
    REANNOUNCED(
            "ANN-305",
            Weight.CONTRADICTION,
            "The announced result was changed after it was first given: {0} changed, and no correction is on record.",
            "El resultado anunciado se cambió después de darse por primera vez: cambió {0}, y no consta ninguna corrección.",
            "A mistake was put right without a record.",
            "Se corrigió un error sin dejar constancia."),
    MISSING(
            "ABS-501",
            Weight.ABSENCE,
            "There is nothing from this station, and no reason is on record.",
            "No hay nada de esta mesa ni consta la razón.",
            "The sheet was lost, or is still on its way.",
            "El acta se perdió, o aún está en camino."),
    COPY_REFUSED(
            "ABS-502",
            Weight.ABSENCE,
            "{0} was refused its copy of the sheet here.",
            "A {0} se le negó aquí su copia del acta.",
            "The copies ran out.",
            "Se acabaron las copias."),
    WITNESS_OUT(
            "ABS-503",
            Weight.ABSENCE,
            "The witness of {0} was put out or not let in here.",
            "El testigo de {0} fue expulsado o no admitido aquí.",
            "The accreditation was in doubt.",
            "La acreditación estaba en duda."),
    NOT_TRANSMITTED(
            "ABS-504",
            Weight.ABSENCE,
            "The station did not transmit, as {0} reports.",
            "La mesa no transmitió, según informa {0}.",
            "The network failed.",
            "Falló la red."),
    COUNT_DENIED(
            "ABS-507",
            Weight.ABSENCE,
            "{0} was denied the count of the box against the sheet, or the posting of the sheet.",
            "A {0} se le negó el cotejo de la caja con el acta, o no se publicó el acta en la mesa.",
            "The law left it to the station.",
            "La ley lo dejaba a criterio de la mesa."),
    LEFT_OUT(
            "ABS-508",
            Weight.ABSENCE,
            "{0} published results of other stations but not of this one, of which there are copies.",
            "{0} publicó resultados de otras mesas pero no de esta, de la que hay copias.",
            "The station was loaded late.",
            "La mesa se cargó tarde."),
    BOX_GONE(
            "ABS-509",
            Weight.ABSENCE,
            "Paper of this station (box, sheet or poll book) is missing or destroyed, or access to it was denied: see its custody.",
            "Falta o se destruyó papel de esta mesa (caja, acta o cuaderno), o se negó el acceso: vea su custodia.",
            "The box is kept elsewhere and nobody wrote it down.",
            "La caja está en otro lugar y nadie lo anotó."),
    PLANNED_NO_COPY(
            "ABS-511",
            Weight.ABSENCE,
            "{0} had somebody accredited here, but there is no copy of it and no denial.",
            "{0} tenía a alguien acreditado aquí, pero no hay copia suya ni denuncia.",
            "The copy is still on its way.",
            "La copia aún está en camino."),
    NONE_COUNTS(
            "ABS-512",
            Weight.ABSENCE,
            "There are copies of this station, but none that counts.",
            "Hay copias de esta mesa, pero ninguna que cuente.",
            "The pictures are bad.",
            "Las fotos son malas."),
    NOT_LISTED(
            "ABS-513",
            Weight.ABSENCE,
            "{0} stations have no known code, and nothing is known of them.",
            "{0} mesas no tienen código conocido y nada se sabe de ellas.",
            "Nobody delivered a sheet of them, and the list of stations is not public.",
            "Nadie entregó un acta de ellas, y la lista de mesas no es pública."),
    CUSTODY_GAP(
            "CUST-601",
            Weight.CONTRADICTION,
            "The custody of this station's paper has a gap: {0} gave away what {1} held.",
            "La custodia del papel de esta mesa tiene un hueco: {0} entregó lo que tenía {1}.",
            "A hand-over was not written down.",
            "No se anotó una entrega."),
    SEAL_CHANGED(
            "CUST-602",
            Weight.CONTRADICTION,
            "A seal changed from {0} to {1} and no opening is on record.",
            "Un precinto cambió de {0} a {1} y no consta ninguna apertura.",
            "A seal number was mistyped.",
            "Un número de precinto se tecleó mal."),
    RECEIPTS_DIFFER(
            "CUST-603",
            Weight.CONTRADICTION,
            "The receipts counted by hand at closing say something else than the copies of {0} (copy/receipts): {1}.",
            "Los comprobantes contados a mano al cierre dicen otra cosa que las copias de {0} (copia/comprobantes): {1}.",
            "The tellers made a mistake, or receipts were not put into the box or lie in another one.",
            "Los escrutadores se equivocaron, o hubo comprobantes que no entraron en la caja o están en otra."),
    CERTIFICATE_FALSE(
            "CUST-604",
            Weight.CONTRADICTION,
            "A certificate of the count of the receipts, brought by {0}, is not that of machine {1} of this station and election.",
            "Una constancia del conteo de comprobantes, aportada por {0}, no es la de la máquina {1} de esta mesa y elección.",
            "It was copied out with a mistake.",
            "Se copió con un error."),
    MACHINE_LOG_FALSE(
            "CUST-605",
            Weight.CONTRADICTION,
            "The log of machine {1}, brought by {0}, is not that machine's from line {2} of {3} on.",
            "La bitácora de la máquina {1}, aportada por {0}, no es la de esa máquina desde la línea {2} de {3}.",
            "The file was damaged on its way.",
            "El archivo se dañó en el camino."),
    MACHINE_LOG_DIFFERS(
            "CUST-606",
            Weight.CONTRADICTION,
            "The log of machine {0} says something else than the copies of {1} (copy/log): {2}.",
            "La bitácora de la máquina {0} dice otra cosa que las copias de {1} (copia/bitácora): {2}.",
            "A figure was misread or mistyped in the copy; or the station had several machines.",
            "Una cifra se leyó o tecleó mal en la copia; o la mesa tuvo varias máquinas."),
    MACHINE_LOGS_PART(
            "CUST-607",
            Weight.CONTRADICTION,
            "Two different logs of machine {1} are signed with its key: the one brought by {0} differs from an earlier one at line {2}.",
            "Hay dos bitácoras distintas de la máquina {1} firmadas con su clave: la aportada por {0} difiere de otra anterior en la línea {2}.",
            "The machine's folder was put back to an earlier state and used again, as in a test.",
            "La carpeta de la máquina se devolvió a un estado anterior y se usó de nuevo, como en una prueba."),
    MACHINE_LOG_DENIES_ITSELF(
            "CUST-608",
            Weight.CONTRADICTION,
            "The log of machine {1}, brought by {0}, contradicts itself: votes counted {2}, stated at closing {3}; copies printed {4} of {5}.",
            "La bitácora de la máquina {1}, aportada por {0}, se contradice: votos contados {2}, declarados al cierre {3}; copias impresas {4} de {5}.",
            "There is no innocent cause: the program that ran is another one.",
            "No hay causa inocente: el programa que corrió es otro."),
    NOT_SIGNED(
            "SIG-701",
            Weight.NOTE,
            "{0} signature places of the copy of {1} are marked absent or refused; the law lets a sheet stand without them if that is recorded.",
            "{0} espacios de firma de la copia de {1} constan como ausentes o negados; la ley admite el acta si eso consta.",
            "Members and witnesses go home early or refuse.",
            "Miembros y testigos se van antes o se niegan."),
    OTHER_REGISTER(
            "REG-401",
            Weight.NOTE,
            "The sources give this station between {0} and {1} registered voters.",
            "Las fuentes dan a esta mesa entre {0} y {1} electores inscritos.",
            "The register was corrected, or a figure was misread.",
            "El registro se corrigió, o una cifra se leyó mal."),
    ABOVE_ROLL(
            "REG-404",
            Weight.CONTRADICTION,
            "The registers of the stations add up to {0}, more than the national roll of {1}.",
            "Los registros de las mesas suman {0}, más que el registro nacional de {1}.",
            "The roll is of another day.",
            "El registro nacional es de otra fecha.");

    private final FindingText text;

    ReconcileFinding(String code, Weight weight, String en, String es, String innocentEn, String innocentEs) {
        this.text = new FindingText(code, weight, en, es, innocentEn, innocentEs);
    }

    @Override
    public FindingText text() {
        return text;
    }
}
