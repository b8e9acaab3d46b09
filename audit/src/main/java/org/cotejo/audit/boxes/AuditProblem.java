package org.cotejo.audit.boxes;

import org.cotejo.base.Problem;
import org.cotejo.base.RefusedException;
import org.cotejo.base.Sentence;
import org.cotejo.base.Where;
import org.jspecify.annotations.Nullable;

/** What is refused of those who do an audit, each with its public code. */
public enum AuditProblem {
    NO_AUDIT(
            "AUDIT-102",
            "there is no audit '{0}' here; one of these was expected: {1}",
            "aquí no hay ninguna auditoría '{0}'; se esperaba una de estas: {1}"),
    THERE_ALREADY(
            "AUDIT-103",
            "there is an audit '{0}' already; what is committed to is never replaced, so another id was expected",
            "ya hay una auditoría '{0}'; lo comprometido nunca se reemplaza, así que se esperaba otro id"),
    NO_CONTEST(
            "AUDIT-104",
            "there is no contest '{0}'; one of these was expected: {1}",
            "no hay ninguna contienda '{0}'; se esperaba una de estas: {1}"),
    VALUE("AUDIT-105", "'{0}' can't stand here; {1} was expected", "'{0}' no puede estar aquí; se esperaba {2}"),
    STATE("AUDIT-106", "this audit can't take that now: {0}", "esta auditoría no admite eso ahora: {1}"),
    NOT_PUBLIC(
            "AUDIT-107",
            "the plan is not public yet: no publication was made since it was committed to; run 'cotejo publish'"
                    + " before the seed is thrown",
            "el plan aún no es público: no se publicó nada desde que se comprometió; ejecute 'cotejo publish' antes de"
                    + " echar la semilla"),
    SEED_USED(
            "AUDIT-108",
            "audit '{0}' used this seed; a seed that is known before its plan draws nothing, so a new one was expected",
            "la auditoría '{0}' usó esta semilla; una semilla conocida antes que su plan no sortea nada, así que se"
                    + " esperaba una nueva"),
    OTHER_SEED(
            "AUDIT-109",
            "this audit has its seed already, which is {0}; none or the same was expected",
            "esta auditoría ya tiene su semilla, que es {0}; se esperaba ninguna o la misma"),
    NOT_DRAWN(
            "AUDIT-110",
            "station {0} was not drawn; one of the stations on the pull list was expected",
            "la mesa {0} no fue sorteada; se esperaba una de las mesas de la lista"),
    TWICE(
            "AUDIT-111",
            "station {0} stands twice with different counts, first at {1}; once was expected",
            "la mesa {0} está dos veces con conteos distintos, primero en {1}; se esperaba una vez"),
    ABOVE_BOUND(
            "AUDIT-112",
            "{0} ballots at station {1}, whose box holds {2} at most; fewer were expected. If the box really holds"
                    + " more, record its state as overfull",
            "{0} papeletas en la mesa {1}, cuya caja tiene a lo sumo {2}; se esperaban menos. Si la caja de verdad"
                    + " tiene más, anote su estado como overfull"),
    OTHER_AUDIT(
            "AUDIT-113",
            "this form is of audit '{0}'; one of audit '{1}' was expected",
            "este formulario es de la auditoría '{0}'; se esperaba uno de la auditoría '{1}'"),
    COUNTS_MISSING(
            "AUDIT-114",
            "a counted box has a number for every figure; one was expected here",
            "una caja contada tiene un número para cada cifra; aquí se esperaba uno"),
    COUNTS_EXTRA(
            "AUDIT-115",
            "a box that is {0} has no counts; nothing was expected here",
            "una caja en estado {0} no tiene conteos; aquí no se esperaba nada"),
    RECORDED(
            "AUDIT-116",
            "station {0} is on record with other counts; if these are right, give --correct, and the older ones stay"
                    + " in view",
            "la mesa {0} ya consta con otros conteos; si estos son los correctos, dé --correct, y los anteriores"
                    + " quedan a la vista"),
    NOTHING_NEW(
            "AUDIT-117", "this file says nothing that is not on record", "este archivo no dice nada que no conste ya"),
    NO_BOX(
            "AUDIT-118",
            "station {0} is not in the register; one of its stations was expected",
            "la mesa {0} no está en el registro; se esperaba una de sus mesas"),
    OTHER_BUNDLE("AUDIT-119", "this is no audit bundle: {0}", "esto no es un paquete de auditoría: {0}"),
    UNSETTLED(
            "AUDIT-120",
            "audit '{0}' of the same claim has its seed and is not settled; who may draw again until the boxes suit"
                    + " them proves nothing, so go on with that one first",
            "la auditoría '{0}' de la misma afirmación tiene su semilla y no está resuelta; quien puede sortear de"
                    + " nuevo hasta que las cajas le convengan no prueba nada, así que siga primero con esa"),
    WOULD_BE_VOID(
            "AUDIT-121",
            "with this the audit would be void, so nothing was written: {0}",
            "con esto la auditoría sería nula, así que no se escribió nada: {1}"),
    OTHER_KIND(
            "AUDIT-122",
            "audit '{0}' is of another kind; one of {1} was expected",
            "la auditoría '{0}' es de otra clase; se esperaba una de {2}"),
    NOT_ASKED(
            "AUDIT-123",
            "this audit asks for no {1} of '{0}'; one of these was expected: {2}",
            "esta auditoría no pide {1} a '{0}'; se esperaba uno de estos: {2}"),
    PAPER_TWICE(
            "AUDIT-124",
            "{1} of station {0} stands twice with different contents, first at {2}; once was expected",
            "{1} de la mesa {0} está dos veces con contenidos distintos, primero en {2}; se esperaba una vez"),
    PAPER_ABOVE(
            "AUDIT-125",
            "this paper of station {0} can't be: {1}. If it really says so, record its state as overfull",
            "este papel de la mesa {0} no puede ser: {2}. Si de verdad lo dice, anote su estado como overfull"),
    PAPER_RECORDED(
            "AUDIT-126",
            "{1} of station {0} is on record with other contents; if these are right, give --correct, and the older"
                    + " ones stay in view",
            "{1} de la mesa {0} ya consta con otro contenido; si este es el correcto, dé --correct, y el anterior"
                    + " queda a la vista");

    private final String code;
    private final Sentence sentence;

    AuditProblem(String code, String en, String es) {
        this.code = code;
        this.sentence = new Sentence(en, es);
    }

    /** What is thrown, with its place and the values of its sentence. */
    public RefusedException at(Where where, @Nullable Object... values) {
        return new RefusedException(new Problem(code, where, sentence.with(values)));
    }

    /** As {@link #at}, about an option of the command line. */
    public RefusedException of(String option, @Nullable Object... values) {
        return at(Where.field(option), values);
    }
}
