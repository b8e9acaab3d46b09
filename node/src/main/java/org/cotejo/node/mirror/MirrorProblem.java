package org.cotejo.node.mirror;

import org.cotejo.base.Problem;
import org.cotejo.base.RefusedException;
import org.cotejo.base.Sentence;
import org.cotejo.base.Where;

/** Why a mirror can't work in a folder, each with its public code. */
enum MirrorProblem {
    OCCUPIED(
            "MIRROR-101",
            "something stands here that is no mirror, and it is never overwritten; name an empty or new folder",
            "aquí hay algo que no es una réplica, y nunca se sobrescribe; indique una carpeta vacía o nueva"),
    BUSY("MIRROR-102", "another program works with this mirror already", "otro programa ya trabaja con esta réplica"),
    OTHER_POLICY(
            "MIRROR-103",
            "this mirror follows the log \"{0}\", which the policy does not name; a mirror of another log needs"
                    + " another folder",
            "esta réplica sigue el registro «{0}», que la política no nombra; la réplica de otro registro necesita"
                    + " otra carpeta");

    private final String code;
    private final Sentence sentence;

    MirrorProblem(String code, String en, String es) {
        this.code = code;
        this.sentence = new Sentence(en, es);
    }

    RefusedException at(Object place, Object... values) {
        return new RefusedException(new Problem(code, Where.file(place.toString()), sentence.with(values)));
    }
}
