package org.cotejo.app;

import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;

/** {@code cotejo redact suggest|picture|check|open}: public copies of pictures, without what is personal in them. */
final class RedactCommand implements Callable<Integer> {
    private final CommandSpec spec = Options.of(this);

    RedactCommand(Console console) {
        Options.about(
                spec,
                "Makes a public copy of a picture of a sheet with names, identity numbers and signatures covered; proves"
                        + " that everything else is unchanged; shows a court the rest later. A person says what is covered:"
                        + " Cotejo only suggests.",
                "cotejo redact suggest sheet.jpg --private kept",
                "cotejo redact picture sheet.jpg --blocks kept/blocks.txt --confirm 4,5 --into public --private kept",
                "cotejo redact check public/5f0c2a19d4be7731.png public/5f0c2a19d4be7731.proof --root 5f0c...",
                "cotejo redact open kept/5f0c2a19d4be7731.sealed --area 120,900,400,80 --into for-the-court.txt");
        Parts.add(spec, "suggest", new RedactSuggest(console).spec());
        Parts.add(spec, "picture", new RedactPicture(console).spec());
        Parts.add(spec, "check", new RedactCheck(console).spec());
        Parts.add(spec, "open", new RedactOpen(console).spec());
    }

    CommandSpec spec() {
        return spec;
    }

    @Override
    public Integer call() {
        throw Parts.missing(spec, "WHAT");
    }
}
