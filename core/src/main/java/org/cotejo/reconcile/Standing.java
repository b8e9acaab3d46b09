package org.cotejo.reconcile;

import org.cotejo.base.Sentence;
import org.cotejo.dossier.SignatureVerdict;

/** Whether one copy or announced row takes part in the verdict on its station, and if not, why. */
public enum Standing {
    COUNTS("counts", "cuenta"),
    ANNOUNCED("the announced result", "el resultado anunciado"),
    OTHER_ANNOUNCER(
            "announced by another body than the announcer of record: shown, never decides",
            "anunciado por otro ente que el anunciante oficial: se muestra, no decide"),
    ANNOUNCERS_OWN(
            "a copy of the announcer's own side: shown, does not decide about its own result",
            "copia de la misma parte que anuncia: se muestra, no decide sobre su propio resultado"),
    OLDER_VERSION("an older version of the same custodian", "una versión anterior del mismo custodio"),
    CORRECTED("legally corrected by a later sheet", "corregida legalmente por un acta posterior"),
    INCOMPLETE(
            "a figure is blank or illegible, so it does not count",
            "una cifra está en blanco o es ilegible: no cuenta"),
    OPENING_REPORT(
            "the opening report, or all figures zero: not a result",
            "el acta de instalación, o todo en cero: no es un resultado"),
    PROVENANCE(
            "got against the law or from nobody knows where: never counted",
            "obtenida contra la ley o de origen desconocido: nunca cuenta"),
    SIGNATURE_FALSE(
            "the signature is not the station's: counts nowhere", "la firma no es de la mesa: no cuenta en nada"),
    OTHER_STATION(
            "a signed sheet of another station: counts nowhere", "un acta firmada de otra mesa: no cuenta en nada"),
    OTHER_ELECTION(
            "a signed sheet of another election, contest or definition: counts nowhere",
            "un acta firmada de otra elección, contienda o definición: no cuenta en nada"),
    RETRACTED("taken back by who delivered it", "retirada por quien la entregó"),
    ANNULLED("annulled by a decision", "anulada por una decisión"),
    QUARANTINED("set aside by a decision", "apartada por una decisión");

    private final Sentence sentence;

    Standing(String en, String es) {
        this.sentence = new Sentence(en, es);
    }

    /** In words, for people. */
    public Sentence sentence() {
        return sentence;
    }

    /** That of a copy which its signature refutes. */
    static Standing ofRefuted(SignatureVerdict verdict) {
        return switch (verdict) {
            case FALSE -> SIGNATURE_FALSE;
            case OTHER_STATION -> OTHER_STATION;
            case OTHER_ELECTION -> OTHER_ELECTION;
            case UNSIGNED, PROVEN, LATE_KEY, UNCHECKED -> COUNTS;
        };
    }
}
