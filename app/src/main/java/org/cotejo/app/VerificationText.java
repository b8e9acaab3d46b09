package org.cotejo.app;

import org.cotejo.base.Sentence;
import org.cotejo.verify.Answer;
import org.cotejo.verify.Claim;
import org.cotejo.verify.Trouble;
import org.cotejo.verify.Verification;

/** Prints a verification for a person: the problems, the tree of claims, the verdict last. */
final class VerificationText {
    private static final int PROBLEMS_SHOWN = 50;

    private final Verification verification;
    private final Console console;

    VerificationText(Verification verification, Console console) {
        this.verification = verification;
        this.console = console;
    }

    void write() {
        verification.claims().forEach(claim -> claim(claim, ""));
        verification.problems().stream().limit(PROBLEMS_SHOWN).forEach(this::problem);
        int more = verification.problems().size() - PROBLEMS_SHOWN;
        if (more > 0) {
            console.print(new Sentence(
                            "... and at least {0} problems more (--json lists 1,000)",
                            "... y al menos {0} problemas más (--json enumera 1.000)")
                    .with(more));
        }
        console.print(verdict());
    }

    private void claim(Claim claim, String indent) {
        String language = console.language();
        console.print(indent + "[" + claim.answer().sentence().in(language) + "] "
                + claim.what().in(language) + ": " + claim.evidence().in(language));
        claim.parts().forEach(part -> claim(part, indent + "  "));
    }

    private void problem(Trouble trouble) {
        String language = console.language();
        console.print(
                "  " + trouble.kind().code() + "  " + trouble.spot().sentence().in(language) + ": "
                        + trouble.sentence().in(language));
    }

    private Sentence verdict() {
        if (verification.verdict() == Answer.UNCHECKED && verification.isIntactInItself()) {
            return new Sentence(
                    "UNCHECKED: intact in itself, but nobody vouches for its key; pin a policy with --policy.",
                    "SIN COMPROBAR: íntegro en sí mismo, pero nadie responde por su clave; fije una política con --policy.");
        }
        return switch (verification.verdict()) {
            case PROVEN, NONE ->
                new Sentence(
                                "PROVEN: everything that this publication claims follows from its {0} entries.",
                                "PROBADO: todo lo que afirma esta publicación se sigue de sus {0} asientos.")
                        .with(verification.entries());
            case REFUTED ->
                new Sentence(
                        "REFUTED: this publication is not what it claims; see the problems above.",
                        "REFUTADO: esta publicación no es lo que afirma; vea los problemas arriba.");
            case UNCHECKED ->
                new Sentence(
                        "UNCHECKED: nothing is refuted, and not everything could be checked.",
                        "SIN COMPROBAR: nada está refutado, y no todo se pudo comprobar.");
        };
    }
}
