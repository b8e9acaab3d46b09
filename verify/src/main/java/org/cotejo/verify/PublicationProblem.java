package org.cotejo.verify;

import org.cotejo.base.Sentence;

/** What can be wrong with a publication, each with its public code (docs/formats/publication.md, section 5). */
public enum PublicationProblem {
    FILE_MISSING(
            "PUB-201",
            "the manifest lists this file, and it is missing",
            "el manifiesto incluye este archivo, y falta"),
    FILE_CHANGED(
            "PUB-202",
            "this file is not the one that the log commits to: SHA-256 {0} was expected, {1} found",
            "este archivo no es el comprometido en el registro: se esperaba SHA-256 {0}, se halló {1}"),
    BLOB("PUB-203", "an entry names this file by its hash: {0}", "una entrada nombra este archivo por su hash: {0}"),
    EXTRA_FILE("PUB-204", "nothing in the log covers this file", "nada en el registro cubre este archivo"),
    MANIFEST("PUB-205", "the manifest can't be used: {0}", "el manifiesto no sirve: {0}"),
    TILE(
            "PUB-206",
            "this tile or bundle is not what the tree says: {0}",
            "esta tesela o paquete no es lo que dice el árbol: {0}"),
    ROOT(
            "PUB-207",
            "the entries hash to the root {0}, the checkpoint says {1}",
            "las entradas dan la raíz {0}, el punto de control dice {1}"),
    CHECKPOINT("PUB-208", "the checkpoint can't be read: {0}", "el punto de control no se puede leer: {0}"),
    LOG_SIGNATURE("PUB-209", "the log's signature: {0}", "la firma del registro: {0}"),
    QUORUM(
            "PUB-210",
            "the policy asks for cosignatures that are not there: {0}",
            "la política exige cofirmas que no están: {0}"),
    OTHER_LOG(
            "PUB-211",
            "this is the log \"{0}\", the policy pins \"{1}\"",
            "este es el registro «{0}», la política fija «{1}»"),
    ENTRIES("PUB-212", "an entry can\'t stand here: {0}", "un asiento no puede estar aquí: {0}"),
    MADE_AGAIN(
            "PUB-213",
            "made again from the entries, this file is another",
            "hecho de nuevo de las entradas, este archivo es otro"),
    OTHER_RENDERER(
            "PUB-214",
            "made again from the entries, this page is another, but another version of the program made it: could not"
                    + " check",
            "hecha de nuevo de las entradas, esta página es otra, pero la hizo otra versión del programa: no se pudo"
                    + " comprobar"),
    NOT_CONTINUED(
            "PUB-215",
            "a head of this log was seen before and kept, and this one does not continue it: {0}",
            "se vio y guardó antes una cabeza de este registro, y esta no la continúa: {0}"),
    TIMESTAMP("PUB-216", "this timestamp is refuted: {0}", "este sello de tiempo está refutado: {0}"),
    NO_TIME(
            "PUB-217",
            "what was given to check the time proves none of the {0} timestamps here",
            "lo que se dio para comprobar la hora no prueba ninguno de los {0} sellos de tiempo que hay aquí"),
    NO_PUBLICATION(
            "PUB-218", "no entry commits to the pages and data", "ninguna entrada compromete las páginas y los datos"),
    NOT_YET_SHOWN(
            "PUB-219",
            "the pages speak of the first {0} entries; the log has {1}",
            "las páginas hablan de las primeras {0} entradas; el registro tiene {1}"),
    MIRRORS("PUB-230", "this is no list of mirrors: {0}", "esto no es una lista de réplicas: {0}"),
    NOT_SUCCEEDED(
            "PUB-231",
            "this log does not go on from the one whose key was given up: {0}",
            "este registro no continúa aquel cuya clave se abandonó: {0}"),
    REVOKED(
            "PUB-232",
            "the key of this log was given up after {0} entries, and this head with {1} entries is not its last one"
                    + " that counts: whoever has the old key can sign anything; the log goes on as \"{2}\"",
            "la clave de este registro se abandonó tras {0} asientos, y esta cabeza de {1} asientos no es la última"
                    + " que cuenta: quien tenga la clave anterior puede firmar lo que quiera; el registro sigue como"
                    + " «{2}»"),
    LAST_UNWITNESSED(
            "PUB-233",
            "the head of the earlier log from which this one goes on lacks cosignatures that the policy asks for ({0}):"
                    + " that it is older than the theft rests on the word of whoever made the succession",
            "a la cabeza del registro anterior desde la que este sigue le faltan cofirmas que la política pide ({0}):"
                    + " que sea anterior al robo descansa en la palabra de quien hizo la sucesión"),
    CLOCKS(
            "PUB-221",
            "the clocks contradict each other: this was stamped at {0}, and an entry in it says that it was published"
                    + " at {1}",
            "los relojes se contradicen: esto se selló en {0}, y un asiento que contiene dice que se publicó en {1}"),
    AUDIT("PUB-222", "audit {0}: {1}", "auditoría {0}: {2}"),
    AUDIT_UNCHECKED(
            "PUB-223", "audit {0} can't be checked here: {1}", "la auditoría {0} no se puede comprobar aquí: {2}"),
    FUTURE(
            "PUB-224",
            "this entry says that it was published at {0}, and the clock here says {1}: one of the two is wrong by"
                    + " more than a day",
            "este asiento dice que se publicó en {0}, y el reloj de aquí dice {1}: uno de los dos yerra en más de un"
                    + " día"),
    PICTURE(
            "PUB-225",
            "this public copy of a picture is not what its entry commits to: {0}",
            "esta copia pública de una imagen no es aquello a lo que se compromete su asiento: {0}"),
    MACHINE_LOG(
            "PUB-226",
            "what this entry states of a machine's log is not what the log says: {0}",
            "lo que este asiento declara de la bitácora de una máquina no es lo que ella dice: {0}");

    private final String code;
    private final Sentence sentence;

    PublicationProblem(String code, String en, String es) {
        this.code = code;
        this.sentence = new Sentence(en, es);
    }

    /** Public and stable; listed in docs/codes.md. */
    public String code() {
        return code;
    }

    /** What it means for the verdict. */
    public Answer answer() {
        return switch (this) {
            case OTHER_RENDERER, NO_TIME, AUDIT_UNCHECKED, NO_PUBLICATION, NOT_YET_SHOWN, FUTURE, LAST_UNWITNESSED ->
                Answer.UNCHECKED;
            case FILE_MISSING,
                    FILE_CHANGED,
                    BLOB,
                    EXTRA_FILE,
                    MANIFEST,
                    TILE,
                    ROOT,
                    CHECKPOINT,
                    LOG_SIGNATURE,
                    QUORUM,
                    OTHER_LOG,
                    ENTRIES,
                    MADE_AGAIN,
                    NOT_CONTINUED,
                    TIMESTAMP,
                    AUDIT,
                    MACHINE_LOG,
                    MIRRORS,
                    NOT_SUCCEEDED,
                    REVOKED,
                    CLOCKS,
                    PICTURE -> Answer.REFUTED;
        };
    }

    /** This problem at a place, with the values of its sentence. */
    public Trouble at(Spot spot, Object... values) {
        return new Trouble(this, spot, sentence.with(values));
    }

    /** This problem at a place, with a reason in both languages as the value of its sentence. */
    public Trouble because(Spot spot, Sentence reason) {
        return new Trouble(
                this,
                spot,
                new Sentence(
                        sentence.with(reason.en()).en(),
                        sentence.with(reason.es()).es()));
    }
}
