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
    SIGNATURE_FALSE(
            "SHEET-701",
            Weight.CONTRADICTION,
            "{0} delivered a sheet of machine {1} whose signature is not the station's: it counts nowhere.",
            "{0} entregó un acta de la máquina {1} cuya firma no es de la mesa: no cuenta en nada.",
            "The text of the code was damaged or typed with a mistake, or is of a rehearsal.",
            "El texto del código se dañó o se tecleó con un error, o es de un simulacro."),
    OTHER_STATION(
            "SHEET-702",
            Weight.CONTRADICTION,
            "{0} delivered the sheet of station {1} for this one: it counts nowhere.",
            "{0} entregó para esta mesa el acta de la mesa {1}: no cuenta en nada.",
            "Two sheets were mixed up when they were delivered.",
            "Se confundieron dos actas al entregarlas."),
    OTHER_ELECTION(
            "SHEET-703",
            Weight.CONTRADICTION,
            "{0} delivered a sheet here that is of another election, contest or definition ({1}): it counts nowhere.",
            "{0} entregó aquí un acta de otra elección, contienda o definición ({1}): no cuenta en nada.",
            "The machine was loaded with an older definition, or the sheet is of a rehearsal.",
            "La máquina tenía una definición anterior, o el acta es de un simulacro."),
    SIGNED_TWICE(
            "SHEET-704",
            Weight.CONTRADICTION,
            "Machine {0} signed two different final sheets of this station and contest.",
            "La máquina {0} firmó dos actas finales distintas de esta mesa y contienda.",
            "The machine was closed twice, for instance after a power failure, and its clock went on.",
            "La máquina se cerró dos veces, por ejemplo tras un corte de luz, y su reloj avanzó."),
    NO_KEY(
            "SHEET-705",
            Weight.ABSENCE,
            "The register lists no key for machine {0}: the signature of its sheet could not be checked, and the copy counts as paper does.",
            "El registro no tiene clave de la máquina {0}: no se pudo comprobar la firma de su acta, y la copia cuenta como papel.",
            "The keys were not published, or the machine was replaced.",
            "Las claves no se publicaron, o se cambió la máquina."),
    LATE_KEY(
            "SHEET-706",
            Weight.CONTRADICTION,
            "The key of machine {0} was enrolled after the definition was frozen: it proves nothing, and what it signed counts as paper does.",
            "La clave de la máquina {0} se inscribió después de congelar la definición: no prueba nada, y lo que firmó cuenta como papel.",
            "A machine was replaced at the last moment by a decision that should be on record.",
            "Se cambió una máquina a última hora por una decisión que debería constar."),
    SECOND_KEY(
            "KEY-201",
            Weight.CONTRADICTION,
            "Machine {0} of this station was given another key than its first one, which alone counts.",
            "A la máquina {0} de esta mesa se le dio otra clave distinta de la primera, la única que cuenta.",
            "The machine was set up anew, or a key was typed with a mistake and stated again.",
            "La máquina se configuró de nuevo, o una clave se tecleó con un error y se declaró otra vez."),
    REHEARSAL_KEYS(
            "KEY-202",
            Weight.CONTRADICTION,
            "{0} keys of a rehearsal are listed in an election that is none: they count nowhere.",
            "Constan {0} claves de un simulacro en una elección que no lo es: no cuentan en nada.",
            "The list of keys of the rehearsal was imported by mistake.",
            "Se importó por error la lista de claves del simulacro."),
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
