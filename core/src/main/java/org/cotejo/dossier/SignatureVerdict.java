package org.cotejo.dossier;

import org.cotejo.base.Sentence;

/** What checking the signature of one row gave: proven, refuted and could-not-check are three things. */
public enum SignatureVerdict {
    /** The row is of paper that nobody signed with a key. */
    UNSIGNED("a copy on paper, not signed by a machine", "una copia en papel, sin firma de máquina"),
    /** The key listed for the machine in the committed definition signed exactly this. */
    PROVEN("signed by the station's machine, proven", "firmada por la máquina de la mesa, comprobado"),
    /** Somebody signed with a key that was stated after the definition was frozen. */
    LATE_KEY(
            "signed with a key that was enrolled after the definition was frozen: proves nothing",
            "firmada con una clave inscrita después de congelar la definición: no prueba nada"),
    /** No key is listed for the machine. */
    UNCHECKED(
            "could not be checked: no key is listed for its machine",
            "no se pudo comprobar: no consta ninguna clave de su máquina"),
    /** The signature is not the station's. */
    FALSE("the signature is not the station's", "la firma no es de la mesa"),
    /** The sheet is of another station than the one it was delivered for. */
    OTHER_STATION("a sheet of another station", "un acta de otra mesa"),
    /** The sheet is of another election, contest or definition. */
    OTHER_ELECTION(
            "a sheet of another election, contest or definition", "un acta de otra elección, contienda o definición");

    private final Sentence sentence;

    SignatureVerdict(String en, String es) {
        this.sentence = new Sentence(en, es);
    }

    /** In words, for people. */
    public Sentence sentence() {
        return sentence;
    }

    /** Whether a copy with this verdict counts nowhere. */
    public boolean refutes() {
        return this == FALSE || this == OTHER_STATION || this == OTHER_ELECTION;
    }
}
