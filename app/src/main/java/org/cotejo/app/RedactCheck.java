package org.cotejo.app;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.cotejo.base.Problem;
import org.cotejo.base.RefusedException;
import org.cotejo.base.Sentence;
import org.cotejo.capture.picture.PictureLimits;
import org.cotejo.capture.redaction.Disclosure;
import org.cotejo.capture.redaction.PublicCopy;
import org.cotejo.capture.redaction.RedactionProof;
import org.cotejo.crypto.Hash;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;

/** {@code cotejo redact check PUBLIC.png PROOF [--root HEX] [--disclosure FILE]}. */
final class RedactCheck implements Callable<Integer> {
    private static final int SHOWN_MOST = 10;

    private final CommandSpec spec = CommandSpec.wrapWithoutInspection(this);
    private final Console console;

    RedactCheck(Console console) {
        this.console = console;
        Options.positional(spec, "PICTURE", "the public picture, a PNG");
        Options.positional(spec, "PROOF", "its proof");
        Options.value(
                spec, "--root", "HEX", null, "the root as you know it from elsewhere: a log, a gazette, a timestamp");
        Options.value(spec, "--disclosure", "FILE", null, "also check what 'redact open' wrote");
        Options.value(
                spec, "--picture", "FILE", null, "draw what the disclosure shows into a new PNG; for the court's eyes");
        Options.about(
                spec,
                "Recomputes everything that a public copy proves: each part that is seen, against what was committed to"
                        + " before it was covered. Exit code 0 if it holds against --root, 1 if it is refuted, 3 without --root:"
                        + " then it holds in itself, and nobody vouches that it is the first one.",
                "cotejo redact check public/5f0c2a19d4be7731.png public/5f0c2a19d4be7731.proof --root 5f0c2a19...",
                "cotejo redact check p.png p.proof --disclosure for-the-court.txt --picture opened.png");
    }

    CommandSpec spec() {
        return spec;
    }

    @Override
    public Integer call() {
        String picture = Options.positional(spec, 0);
        String file = Options.positional(spec, 1);
        Hash root = root();
        RedactionProof proof =
                RedactFiles.named(file, RedactionProof.parse(ClockFiles.bytes(file, RedactionProof.BYTES_MOST)));
        PublicCopy copy =
                RedactFiles.named(picture, PublicCopy.read(ClockFiles.bytes(picture, PictureLimits.BYTES_MOST), proof));
        List<Problem> faults = new ArrayList<>(root == null ? copy.faults() : copy.faults(root));
        String shown = Options.text(spec, "--disclosure");
        Disclosure disclosure = shown == null
                ? null
                : RedactFiles.named(shown, Disclosure.parse(ClockFiles.bytes(shown, Disclosure.BYTES_MOST)));
        if (disclosure != null) {
            faults.addAll(disclosure.faults(proof));
        }
        console.print(new Sentence("root     {0}", "raíz     {0}").with(proof.root()));
        console.print(new Sentence("covered  {0} of {1} tiles, {2} fields", "cubierto {0} de {1} casillas, {2} campos")
                .with(proof.coveredTiles(), proof.tileCount(), proof.fields()));
        if (!faults.isEmpty()) {
            return refuted(faults);
        }
        if (disclosure != null) {
            disclosed(copy, proof, disclosure);
        }
        console.print(
                root == null
                        ? new Sentence(
                                "[could not check] intact in itself; whether this root was stated before, nobody said (--root)",
                                "[no se pudo comprobar] íntegra en sí misma; nadie dijo si esta raíz se declaró antes (--root)")
                        : new Sentence(
                                "[proven] everything that is not covered is what was committed to",
                                "[probado] todo lo que no está cubierto es aquello a lo que se comprometió"));
        return root == null ? Exit.UNCHECKED : Exit.PROVEN;
    }

    private @Nullable Hash root() {
        String typed = Options.text(spec, "--root");
        if (typed != null && !typed.matches("[0-9a-f]{64}")) {
            throw new RefusedException(AppProblem.BAD_ROOT.at("--root", typed));
        }
        return typed == null ? null : Hash.ofHex(typed);
    }

    private int refuted(List<Problem> faults) {
        faults.stream().limit(SHOWN_MOST).forEach(fault -> console.print(fault.line(console.language())));
        console.print(new Sentence("[refuted] {0} faults", "[refutado] {0} faltas").with(faults.size()));
        return Exit.REFUTED;
    }

    private void disclosed(PublicCopy copy, RedactionProof proof, Disclosure disclosure) {
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
        String into = Options.text(spec, "--picture");
        if (into != null) {
            RedactFiles.writePrivate(Path.of(into), copy.with(disclosure));
        }
    }
}
