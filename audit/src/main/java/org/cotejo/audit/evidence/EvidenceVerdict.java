package org.cotejo.audit.evidence;

import java.util.Locale;
import org.cotejo.base.Sentence;

/** What an audit of the evidence answers. */
public enum EvidenceVerdict {
    HOLDS(
            "HOLDS: fewer sheets can be false than it takes to turn the lead, even if every voter of the stations without a sheet had voted for the second",
            "SE SOSTIENE: pueden ser falsas menos actas de las que hacen falta para dar vuelta la ventaja, aunque todos los electores de las mesas sin acta hubieran votado al segundo"),
    SHEETS_HOLD(
            "THE SHEETS HOLD: fewer of them can be false than it takes to turn their lead; what the stations without a sheet hold could still turn the outcome",
            "LAS ACTAS SE SOSTIENEN: pueden ser falsas menos de las que hacen falta para dar vuelta su ventaja; lo que haya en las mesas sin acta aún podría cambiar el resultado"),
    UNPUBLISHED(
            "HOLDS as those present say; no public log held the plan before the seed, so nobody else can know it",
            "SE SOSTIENE según dicen los presentes; ningún registro público tenía el plan antes de la semilla, así que nadie más puede saberlo"),
    NOT_YET(
            "NOT YET: what was checked does not suffice, and contradicts nothing",
            "AÚN NO: lo comprobado no basta, y no contradice nada"),
    NOT_EXCLUDED(
            "NOT EXCLUDED: as many sheets can be false as it takes to turn the lead",
            "NO SE EXCLUYE: pueden ser falsas tantas actas como hacen falta para dar vuelta la ventaja"),
    LIMIT_ONLY(
            "LIMIT ONLY: how many sheets can be false is known; how many it takes to turn the lead is not",
            "SÓLO LA COTA: se sabe cuántas actas pueden ser falsas; no cuántas hacen falta para dar vuelta la ventaja"),
    REFUTED(
            "REFUTED: every sheet was held against its papers, and by these somebody else leads",
            "REFUTADO: se comparó cada acta con sus papeles, y según estos va delante otro"),
    VOID(
            "VOID: the rules of the audit were not kept, so it says nothing",
            "NULA: no se cumplieron las reglas de la auditoría, así que no dice nada"),
    NOT_SHOWN(
            "NOT SHOWN: files that this audit commits to are not here, so nobody can check it",
            "SIN MOSTRAR: faltan archivos que esta auditoría compromete, así que nadie puede comprobarla");

    private final Sentence sentence;

    EvidenceVerdict(String en, String es) {
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
