package org.cotejo.verify.time;

import java.util.Optional;
import org.cotejo.base.Problem;
import org.cotejo.base.Result;

/** A timestamp as somebody gave it: well-formed, and nothing about it believed before {@link #judge}. */
public sealed interface Timestamp permits OtsProof, Rfc3161Token {
    /** Most bytes of a file. */
    int SIZE_MOST = 1 << 17;

    /** The two kinds, by the ending of their files. */
    enum Kind {
        /** An RFC 3161 response or token. */
        TSR,
        /** An OpenTimestamps proof. */
        OTS;

        /** As a file's name ends, with the full stop. */
        public String ending() {
            return this == TSR ? ".tsr" : ".ots";
        }

        /** The kind of a file by its name; {@code .tst}, as some programs call a bare token, is one of the first. */
        public static Optional<Kind> of(String name) {
            if (name.endsWith(TSR.ending()) || name.endsWith(".tst")) {
                return Optional.of(TSR);
            }
            return name.endsWith(OTS.ending()) ? Optional.of(OTS) : Optional.empty();
        }
    }

    /** Reads a file; refused where it is malformed, above a limit, or says that no time was given. */
    static Result<Timestamp> read(Kind kind, byte[] file) {
        return switch (kind) {
            case TSR -> Rfc3161Token.read(file);
            case OTS -> OtsProof.read(file);
        };
    }

    /** Whether a file was refused for its size alone, so that it is neither true nor false: it could not be checked. */
    static boolean isAboveLimit(Problem problem) {
        return problem.code().equals(TimeProblem.MANY.code());
    }

    /** Whether it is over these bytes. */
    boolean isOver(byte[] stamped);

    /** What it proves of these bytes, to somebody who trusts this. */
    TimeVerdict judge(byte[] stamped, TimeTrust trust);
}
