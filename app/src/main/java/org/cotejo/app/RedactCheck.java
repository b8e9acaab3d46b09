package org.cotejo.app;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.cotejo.base.Problem;
import org.cotejo.base.Sentence;
import org.cotejo.capture.redaction.Disclosure;
import org.cotejo.covered.PublicCopy;
import org.cotejo.covered.PublicPng;
import org.cotejo.covered.RedactionProof;
import org.cotejo.custody.CommittedPicture;
import picocli.CommandLine.Model.CommandSpec;

/** {@code cotejo redact check PUBLIC.png PROOF [--root HEX] [--disclosure FILE]}. */
final class RedactCheck implements Callable<Integer> {
    private static final int SHOWN_MOST = 10;

    private final CommandSpec spec = Options.of(this);
    private final Console console;

    RedactCheck(Console console) {
        this.console = console;
        Options.positional(spec, "PICTURE", "the public picture, a PNG");
        Options.positional(spec, "PROOF", "its proof");
        Options.value(
                spec, "--root", "HEX", null, "the root as you know it from elsewhere: a log, a gazette, a timestamp");
        Options.value(
                spec,
                "--site",
                "SITE|URL",
                null,
                "take the root from this publication, which is verified first; instead of --root");
        Options.value(spec, "--policy", "FILE", null, "with --site: what to pin, from elsewhere than the publication");
        Options.value(spec, "--disclosure", "FILE", null, "also check what 'redact open' wrote");
        Options.value(
                spec, "--picture", "FILE", null, "draw what the disclosure shows into a new PNG; for the court's eyes");
        Options.json(spec);
        Options.about(
                spec,
                "Recomputes everything that a public copy proves: each part that is seen, against what was committed to"
                        + " before it was covered. Exit code 0 if it holds against --root or against an entry"
                        + " of a log, 1 if it is refuted, 3 if no root is known: then it holds in itself, and nobody vouches that it"
                        + " is the first one.",
                "cotejo redact check public/5f0c2a19d4be7731.png public/5f0c2a19d4be7731.proof --root 5f0c2a19...",
                "cotejo redact check p.png p.proof --site https://party.example/2027/ --policy party.policy",
                "cotejo redact check p.png p.proof --disclosure for-the-court.txt --picture opened.png");
    }

    CommandSpec spec() {
        return spec;
    }

    @Override
    public Integer call() {
        String picture = Options.positional(spec, 0);
        String file = Options.positional(spec, 1);
        RedactionProof proof =
                RedactFiles.named(file, RedactionProof.parse(ClockFiles.bytes(file, RedactionProof.BYTES_MOST)));
        PublicCopy copy =
                RedactFiles.named(picture, PublicCopy.read(ClockFiles.bytes(picture, PublicPng.BYTES_MOST), proof));
        RedactionRoot known;
        try {
            known = RedactionRoot.of(spec, console, proof);
        } catch (NotProvenException e) {
            return e.show(console, Options.isSet(spec, "--json"));
        }
        List<Problem> faults = new ArrayList<>(known.root() == null ? copy.faults() : copy.faults(known.root()));
        String shown = Options.text(spec, "--disclosure");
        Disclosure disclosure = shown == null
                ? null
                : RedactFiles.named(shown, Disclosure.parse(ClockFiles.bytes(shown, Disclosure.BYTES_MOST)));
        if (disclosure != null) {
            faults.addAll(disclosure.faults(proof));
        }
        int exit = !faults.isEmpty() ? Exit.REFUTED : known.root() == null ? Exit.UNCHECKED : Exit.PROVEN;
        if (Options.isSet(spec, "--json")) {
            String verdict = exit == Exit.REFUTED ? "refuted" : exit == Exit.PROVEN ? "proven" : "unchecked";
            RedactionJson.checked(console.out(), proof, verdict, known, faults, console.language());
        } else {
            tell(proof, known, faults, exit);
        }
        if (disclosure != null && faults.isEmpty()) {
            disclosed(copy, proof, disclosure);
        }
        return exit;
    }

    private void tell(RedactionProof proof, RedactionRoot known, List<Problem> faults, int exit) {
        console.print(new Sentence("root     {0}", "raíz     {0}").with(proof.root()));
        console.print(new Sentence("covered  {0} of {1} tiles, {2} fields", "cubierto {0} de {1} casillas, {2} campos")
                .with(proof.coveredTiles(), proof.tileCount(), proof.fields()));
        CommittedPicture entry = known.entry();
        if (entry != null) {
            console.print(new Sentence(
                            "log      {0}: stated by {1}, station {2}", "registro {0}: declarada por {1}, mesa {2}")
                    .with(
                            Objects.requireNonNull(known.log()),
                            entry.holder(),
                            entry.station() == null ? "-" : entry.station().value()));
        }
        faults.stream().limit(SHOWN_MOST).forEach(fault -> console.print(fault.line(console.language())));
        console.print(
                switch (exit) {
                    case Exit.REFUTED ->
                        new Sentence("[refuted] {0} faults", "[refutado] {0} faltas").with(faults.size());
                    case Exit.PROVEN ->
                        new Sentence(
                                "[proven] everything that is not covered is what was committed to",
                                "[probado] todo lo que no está cubierto es aquello a lo que se comprometió");
                    default ->
                        known.log() == null
                                ? new Sentence(
                                        "[could not check] intact in itself; whether this root was stated before, nobody said (--root,"
                                                + " --site)",
                                        "[no se pudo comprobar] íntegra en sí misma; nadie dijo si esta raíz se declaró antes (--root,"
                                                + " --site)")
                                : new Sentence(
                                                "[could not check] intact in itself; no entry of the log \"{0}\" states this root",
                                                "[no se pudo comprobar] íntegra en sí misma; ningún asiento del registro «{0}» declara"
                                                        + " esta raíz")
                                        .with(Objects.requireNonNull(known.log()));
                });
    }

    private void disclosed(PublicCopy copy, RedactionProof proof, Disclosure disclosure) {
        if (!Options.isSet(spec, "--json")) {
            tellDisclosed(proof, disclosure);
        }
        String into = Options.text(spec, "--picture");
        if (into != null) {
            PrivateFile.make(Path.of(into), disclosure.shownOn(copy));
        }
    }

    private void tellDisclosed(RedactionProof proof, Disclosure disclosure) {
        console.print(new Sentence(
                        "shown    {0} covered parts, each what was covered there",
                        "mostrado {0} partes cubiertas, cada una la que allí se cubrió")
                .with(disclosure.size()));
        disclosure
                .fields(proof)
                .forEach(field -> console.print("  " + field.what().key() + " = " + field.text()));
        disclosure
                .file(proof)
                .ifPresent(hash -> console.print(
                        new Sentence("  the file has the SHA-256 {0}", "  el archivo tiene el SHA-256 {0}")
                                .with(hash)));
    }
}
