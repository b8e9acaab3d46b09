package org.cotejo.station.box;

import org.cotejo.base.Problem;
import org.cotejo.base.Sentence;
import org.cotejo.base.Where;

/** Why the electronic box refuses a ballot or does not open, each with its public code. */
enum BoxProblem {
    NO_CHOICE(
            "BOX-101",
            "nothing is chosen in the contest {0}; one position of the ballot or blank was expected",
            "no se ha elegido nada en la contienda {0}; se esperaba una posición de la boleta o blanco"),
    NO_POSITION(
            "BOX-102",
            "the contest {0} has no position {1}; 1 to {2} was expected",
            "la contienda {0} no tiene la posición {1}; se esperaba de 1 a {2}"),
    NO_CONTEST("BOX-103", "there is no contest {0} on this ballot", "la contienda {0} no está en esta boleta"),
    NO_NAME(
            "BOX-104",
            "position {1} of the contest {0} is for a name that the voter writes; one of at most 40 letters was expected",
            "la posición {1} de la contienda {0} es para un nombre que escribe el elector; se esperaba uno de 40 letras como máximo"),
    CLOSED_BOX(
            "BOX-201",
            "the electronic box of this machine does not open: it is damaged, it is another machine's, or it was changed outside this"
                    + " program; touch nothing, keep the machine and the receipts sealed, and call the electoral authority",
            "la urna electrónica de esta máquina no se abre: está dañada, es de otra máquina o fue cambiada fuera de este programa; no"
                    + " toque nada, guarde selladas la máquina y los comprobantes y llame a la autoridad electoral");

    private final String code;
    private final Sentence sentence;

    BoxProblem(String code, String en, String es) {
        this.code = code;
        this.sentence = new Sentence(en, es);
    }

    Problem problem(String field, Object... values) {
        return new Problem(code, Where.field(field), sentence.with(values));
    }

    Problem in(Object file) {
        return new Problem(code, Where.file(file.toString()), sentence);
    }
}
