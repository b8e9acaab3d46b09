package org.cotejo.node.mirror;

import org.cotejo.base.Sentence;

/**
 * Something that a source did and that has to be said.
 *
 * @param where the path from the publication's root; empty where it is about no single file
 */
public record Sighting(Kind kind, String where, Sentence sentence) {
    /** How bad it is. */
    public enum Weight {
        /** Somebody cheats, or the copy is not what it claims to be. */
        REFUTED,
        /** Nothing is shown to be wrong, and something could not be checked. */
        UNCHECKED,
        /** Worth knowing. */
        NOTE
    }

    /** What was seen, with its public code. */
    public enum Kind {
        FORK(
                "MIRROR-201",
                Weight.REFUTED,
                "the log was forked: it signed two heads of which neither continues the other; both are kept as"
                        + " evidence",
                "el registro fue bifurcado: firmó dos cabezas de las que ninguna continúa la otra; ambas quedan como"
                        + " evidencia"),
        ROLLED_BACK(
                "MIRROR-202",
                Weight.REFUTED,
                "the source went back: it showed {0} entries before and now {1}",
                "la fuente retrocedió: antes mostraba {0} asientos y ahora {1}"),
        CHANGED(
                "MIRROR-203",
                Weight.REFUTED,
                "this file has other bytes than those that the log commits to: {0}",
                "este archivo tiene otros bytes que los que el registro compromete: {1}"),
        VANISHED(
                "MIRROR-204",
                Weight.REFUTED,
                "this file is gone, although the log commits to it",
                "este archivo desapareció, aunque el registro lo compromete"),
        FALSE_HEAD(
                "MIRROR-205",
                Weight.REFUTED,
                "the head is not one that the log has signed: {0}",
                "la cabeza no está firmada por el registro: {1}"),
        OTHER_LOG(
                "MIRROR-206",
                Weight.REFUTED,
                "this is another log than the one that is mirrored here: {0}",
                "este es otro registro que el replicado aquí: {0}"),
        NOT_SUCCEEDED(
                "MIRROR-207",
                Weight.REFUTED,
                "the log does not go on from the one whose key was given up, as the policy says: its first {0} entries are"
                        + " others",
                "el registro no continúa el de la clave abandonada, como dice la política: sus primeros {0} asientos son"
                        + " otros"),
        REVOKED(
                "MIRROR-208",
                Weight.REFUTED,
                "the key of this log was given up at {0} entries; what it signed beyond counts for nothing",
                "la clave de este registro se abandonó en {0} asientos; lo que firmó después no cuenta"),
        AWAY("MIRROR-211", Weight.UNCHECKED, "the source can't be reached: {0}", "no se puede alcanzar la fuente: {0}"),
        LAGGING(
                "MIRROR-212",
                Weight.UNCHECKED,
                "the source is behind: it has {0} entries, here are {1}",
                "la fuente va atrasada: tiene {0} asientos, aquí hay {1}"),
        LIMIT(
                "MIRROR-213",
                Weight.UNCHECKED,
                "the source asks for more than this mirror gives: {0}",
                "la fuente pide más de lo que esta réplica da: {1}"),
        UNWITNESSED(
                "MIRROR-214",
                Weight.UNCHECKED,
                "these {0} entries lack cosignatures that the policy asks for (quorum '{1}'): others could be shown"
                        + " something else",
                "a estos {0} asientos les faltan cofirmas que la política pide (quórum '{1}'): a otros se les podría"
                        + " mostrar otra cosa"),
        NO_POLICY(
                "MIRROR-215",
                Weight.UNCHECKED,
                "no policy is pinned, so nobody vouches for the key of this log",
                "no hay política fijada: nadie responde por la clave de este registro"),
        STALE(
                "MIRROR-216",
                Weight.UNCHECKED,
                "this file is the one of the publication before: a cache in between has not caught up",
                "este archivo es el de la publicación anterior: una caché intermedia no se ha puesto al día"),
        OWN_DAMAGED(
                "MIRROR-217",
                Weight.NOTE,
                "{0} files of this mirror's own copy were damaged or missing, and are fetched again",
                "{0} archivos de la copia propia estaban dañados o faltaban, y se vuelven a traer"),
        MOVING(
                "MIRROR-218",
                Weight.UNCHECKED,
                "the source changed each time while it was read; it is read again in the next round",
                "la fuente cambió cada vez mientras se leía; se lee de nuevo en la próxima ronda");

        private final String code;
        private final Weight weight;
        private final Sentence sentence;

        Kind(String code, Weight weight, String en, String es) {
            this.code = code;
            this.weight = weight;
            this.sentence = new Sentence(en, es);
        }

        /** Public and stable; listed in docs/codes.md. */
        public String code() {
            return code;
        }

        /** How bad it is. */
        public Weight weight() {
            return weight;
        }

        Sighting at(String where, Object... values) {
            return new Sighting(this, where, sentence.with(values));
        }

        /** With a reason in both languages as the values of its sentence. */
        Sighting because(String where, Sentence reason) {
            return new Sighting(this, where, sentence.with(reason.en(), reason.es()));
        }
    }

    /** One line for a person. */
    public String line(String language) {
        return kind.code() + (where.isEmpty() ? "" : " " + where) + ": " + sentence.in(language);
    }
}
