package org.cotejo.audit.boxes;

import org.cotejo.base.Sentence;

/** What can be wrong with an audit on record, each with its public code (docs/formats/audit.md, section 10). */
public enum AuditFault {
    ORDER(
            "AUDIT-201",
            Weight.VOID,
            "{0} has no place where it stands: an audit commits to its results and manifest, then its plan, then its seed, its draw and its counts",
            "{1} no tiene lugar donde está: una auditoría compromete sus resultados y su lista de cajas, luego su plan, su semilla, su sorteo y sus conteos"),
    FILE(
            "AUDIT-202",
            Weight.VOID,
            "{0} is not the file that it should be: {2}",
            "{1} no es el archivo que debería ser: {3}"),
    CLAIM(
            "AUDIT-203",
            Weight.VOID,
            "the station results committed to are not those that the entries before them give: {0}",
            "los resultados por mesa comprometidos no son los que dan los asientos anteriores: {1}"),
    BOXES(
            "AUDIT-204",
            Weight.VOID,
            "the boxes and bounds committed to are not those of the register: {0}",
            "las cajas y cotas comprometidas no son las del registro: {1}"),
    PLAN(
            "AUDIT-205",
            Weight.VOID,
            "the plan does not follow from its results and manifest: {0}",
            "el plan no se sigue de sus resultados y su lista de cajas: {1}"),
    DRAW(
            "AUDIT-206",
            Weight.VOID,
            "draw {0} of this seed gives station {1}, not {2}",
            "el sorteo {0} con esta semilla da la mesa {1}, no {2}"),
    COUNT(
            "AUDIT-207",
            Weight.VOID,
            "the counts of station {0} can't be: {1}",
            "los conteos de la mesa {0} no pueden ser: {2}"),
    SEED_USED(
            "AUDIT-208",
            Weight.VOID,
            "audit '{0}' used the same seed before",
            "la auditoría '{0}' usó antes la misma semilla"),
    NOT_PUBLIC(
            "AUDIT-209",
            Weight.VOID,
            "the seed was recorded before any head with the plan was published, though there was a log",
            "la semilla se anotó antes de publicarse una cabeza con el plan, aunque había un registro"),
    NOT_SHOWN(
            "AUDIT-210",
            Weight.NOT_SHOWN,
            "{0} is committed to, and its file is not here",
            "{1} está comprometido, y su archivo no está aquí"),
    NO_LOG(
            "AUDIT-211",
            Weight.UNPUBLISHED,
            "there was no public log when the seed was recorded, so nobody else can know that the plan was there before it",
            "no había registro público cuando se anotó la semilla, así que nadie más puede saber que el plan estaba antes");

    /** What a fault means for the audit. */
    public enum Weight {
        /** The rules were not kept: the audit says nothing. */
        VOID,
        /** It can't be checked here. */
        NOT_SHOWN,
        /** It holds for those who were there, and others can't check it. */
        UNPUBLISHED
    }

    private final String code;
    private final Weight weight;
    private final Sentence sentence;

    AuditFault(String code, Weight weight, String en, String es) {
        this.code = code;
        this.weight = weight;
        this.sentence = new Sentence(en, es);
    }

    public String code() {
        return code;
    }

    public Weight weight() {
        return weight;
    }

    /** The fault of one entry, with the values of its sentence. */
    public Found at(long entry, Object... values) {
        return new Found(this, entry, sentence.with(values));
    }

    /**
     * A fault with its place.
     *
     * @param entry index of the entry concerned
     */
    public record Found(AuditFault fault, long entry, Sentence sentence) {}
}
