package org.cotejo.app;

import org.cotejo.base.Problem;
import org.cotejo.verify.Verification;
import org.jspecify.annotations.Nullable;

/** Ends a command that needs a proven publication: what verifying it came to, and what else is to be said. */
final class NotProvenException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Verification verification;
    private final transient @Nullable Problem more;

    NotProvenException(Verification verification, @Nullable Problem more) {
        super(verification.origin() + " is " + verification.verdict(), null, false, false);
        this.verification = verification;
        this.more = more;
    }

    Verification verification() {
        return verification;
    }

    /** Shows the tree of claims, the problems and what was kept as evidence; returns the exit code. */
    int show(Console console, boolean asJson) {
        if (asJson) {
            VerificationJson.write(verification, console.language(), console.out());
        } else {
            new VerificationText(verification, console).write();
        }
        Problem said = more;
        if (said != null) {
            console.say(new org.cotejo.base.Sentence(said.line("en"), said.line("es")));
        }
        return switch (verification.verdict()) {
            case REFUTED -> Exit.REFUTED;
            case UNCHECKED, PROVEN, NONE -> Exit.UNCHECKED;
        };
    }
}
