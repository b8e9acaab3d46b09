package org.cotejo.audit.boxes;

import java.util.Locale;
import org.cotejo.base.Sentence;

/** What an audit of boxes answers. */
public enum AuditVerdict {
    CONFIRMED(
            "CONFIRMED: had the claimed winner not won, an audit like this one would say so with a chance of at most the risk limit",
            "CONFIRMADO: si el ganador afirmado no hubiera ganado, una auditoría como esta diría lo mismo con una probabilidad de a lo sumo el límite de riesgo"),
    UNPUBLISHED(
            "CONFIRMED as those present say; no public log held the plan before the seed, so nobody else can know it",
            "CONFIRMADO según dicen los presentes; ningún registro público tenía el plan antes de la semilla, así que nadie más puede saberlo"),
    NOT_YET(
            "NOT YET: what was counted does not suffice to confirm, and contradicts nothing",
            "AÚN NO: lo contado no basta para confirmar, y no contradice nada"),
    FULL_COUNT_NEEDED(
            "FULL HAND COUNT NEEDED: no larger sample can confirm this outcome",
            "HACE FALTA EL RECUENTO MANUAL COMPLETO: ninguna muestra mayor puede confirmar este resultado"),
    REFUTED(
            "REFUTED: every box was counted, and the outcome is another one",
            "REFUTADO: se contaron todas las cajas, y el resultado es otro"),
    NOT_AUDITABLE("NOT AUDITABLE", "NO AUDITABLE"),
    VOID(
            "VOID: the rules of the audit were not kept, so it says nothing",
            "NULA: no se cumplieron las reglas de la auditoría, así que no dice nada"),
    NOT_SHOWN(
            "NOT SHOWN: files that this audit commits to are not here, so nobody can check it",
            "SIN MOSTRAR: faltan archivos que esta auditoría compromete, así que nadie puede comprobarla");

    private final Sentence sentence;

    AuditVerdict(String en, String es) {
        this.sentence = new Sentence(en, es);
    }

    /** As it stands in JSON. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** In words, for people. */
    public Sentence sentence() {
        return sentence;
    }
}
