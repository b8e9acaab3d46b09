package org.cotejo.dossier;

import org.cotejo.base.FindingCode;
import org.cotejo.base.FindingText;
import org.cotejo.base.Weight;

/** What folding the entries shows by itself, each with its public code. */
public enum DossierFinding implements FindingCode {
    UNKNOWN_STATION(
            "COPY-208",
            Weight.CONTRADICTION,
            "{0} delivered figures of station {1}, which the register does not have: quarantined, counts nowhere.",
            "{0} entregó cifras de la mesa {1}, que no está en el registro: en cuarentena, no cuenta en nada.",
            "The code was mistyped, or the register is older than the opening of the station.",
            "El código se tecleó mal, o el registro es anterior a la apertura de la mesa."),
    UNKNOWN_CONTEST(
            "COPY-215",
            Weight.CONTRADICTION,
            "{0} delivered figures of contest {1}, which the definition does not have: they count nowhere.",
            "{0} entregó cifras de la contienda {1}, que no está en la definición: no cuentan en nada.",
            "The definition was imported after the figures and names the contest in another way.",
            "La definición se importó después de las cifras y nombra la contienda de otra forma."),
    RECORD_OF_UNKNOWN_STATION(
            "REG-406",
            Weight.NOTE,
            "A record is about station {0}, which the register does not have.",
            "Un registro trata de la mesa {0}, que no está en el registro de mesas.",
            "The register was imported after the record.",
            "El registro de mesas se importó después."),
    OTHER_PLACE(
            "REG-402",
            Weight.NOTE,
            "{0} places this station in {1}.",
            "{0} ubica esta mesa en {1}.",
            "The name of the place is spelt in another way, or the place was divided or renamed.",
            "El nombre del lugar se escribe de otra forma, o el lugar se dividió o cambió de nombre."),
    AFTER_FREEZE(
            "REG-403",
            Weight.CONTRADICTION,
            "This station was added after the definition was frozen.",
            "Esta mesa se añadió después de congelar la definición.",
            "A station was opened late by a decision that should be on record.",
            "La mesa se abrió tarde por una decisión que debería constar."),
    FROZEN_HASH(
            "REG-405",
            Weight.CONTRADICTION,
            "The definition and register do not have the hash with which they were frozen.",
            "La definición y el registro no tienen el hash con que se congelaron.",
            "The definition was corrected afterwards and not frozen again.",
            "La definición se corrigió después y no se volvió a congelar."),
    AUDIT_CANCELLED(
            "ABS-505",
            Weight.ABSENCE,
            "The audit \"{0}\", due on {1}, was cancelled.",
            "La auditoría «{0}», prevista para el {1}, fue cancelada.",
            "It was put off, and the new day is not on record yet.",
            "Se aplazó, y la nueva fecha aún no consta."),
    AUDIT_LATE(
            "ABS-506",
            Weight.ABSENCE,
            "The audit \"{0}\", due on {1}, was held on {2}.",
            "La auditoría «{0}», prevista para el {1}, se hizo el {2}.",
            "Organisational reasons.",
            "Razones de organización."),
    CERTIFIED_WITHOUT_FIGURES(
            "DEC-801",
            Weight.ABSENCE,
            "{0} certified a result on {1} and gave no figures of any station.",
            "{0} certificó un resultado el {1} y no dio cifras de ninguna mesa.",
            "The figures may be published later.",
            "Las cifras pueden publicarse después.");

    private final FindingText text;

    DossierFinding(String code, Weight weight, String en, String es, String innocentEn, String innocentEs) {
        this.text = new FindingText(code, weight, en, es, innocentEn, innocentEs);
    }

    @Override
    public FindingText text() {
        return text;
    }
}
