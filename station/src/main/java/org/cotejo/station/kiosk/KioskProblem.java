package org.cotejo.station.kiosk;

import org.cotejo.base.Problem;
import org.cotejo.base.Sentence;
import org.cotejo.base.Where;

/** Why the pages can't be served, each with its public code. */
enum KioskProblem {
    PORT(
            "KIOSK-101",
            "port {0} of this machine is in use: another machine's pages are open, or another program has it",
            "el puerto {0} de esta máquina está en uso: están abiertas las páginas de otra máquina, o lo tiene otro"
                    + " programa"),
    NO_BALLOT(
            "KIOSK-102",
            "the machine has no definition yet, so there is no ballot to show; load the frozen definition first",
            "la máquina aún no tiene definición, así que no hay boleta que mostrar; cargue primero la definición"
                    + " congelada"),
    FAULT(
            "KIOSK-901",
            "a fault of this program ({0}): nothing was done that is not in the counters; note it, and report it",
            "un fallo de este programa ({0}): no se hizo nada que no esté en los contadores; anótelo y comuníquelo");

    private final String code;
    private final Sentence sentence;

    KioskProblem(String code, String en, String es) {
        this.code = code;
        this.sentence = new Sentence(en, es);
    }

    Problem at(String field, Object... values) {
        return new Problem(code, Where.field(field), sentence.with(values));
    }
}
