package org.cotejo.app;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.cotejo.base.RefusedException;
import org.cotejo.base.Sentence;
import org.cotejo.capture.redaction.Disclosure;
import org.cotejo.capture.redaction.PrivatePart;
import org.cotejo.covered.Area;
import org.cotejo.covered.RedactProblem;
import org.cotejo.crypto.FileSeal;
import picocli.CommandLine.Model.CommandSpec;

/** {@code cotejo redact open SEALED --area X,Y,W,H --into FILE}: some covered parts, for a court. */
final class RedactOpen implements Callable<Integer> {
    private final CommandSpec spec = Options.of(this);
    private final Console console;

    RedactOpen(Console console) {
        this.console = console;
        Options.positional(spec, "SEALED", "the sealed file that 'redact picture' wrote");
        Options.values(spec, "--area", "X,Y,W,H", "show the covered tiles that this area touches; may be given often");
        Options.values(spec, "--field", "N", "show this field, counted from 1; may be given often");
        Options.flag(spec, "--file", "show which file it was, by its hash");
        Options.value(spec, "--original", "FILE", null, "also write the original file, to hand over with --file");
        Options.value(spec, "--into", "FILE", null, "the disclosure to write");
        Options.about(
                spec,
                "Opens a sealed file with the key in $COTEJO_KEYS and writes the parts that a court asked for, each with"
                        + " its salt, so that the court can hold it against the published proof. All else stays covered. Never"
                        + " publish a disclosure.",
                "cotejo redact open kept/5f0c2a19d4be7731.sealed --area 120,900,400,80 --into for-the-court.txt",
                "cotejo redact open kept/5f0c2a19d4be7731.sealed --file --into hash.txt --original sheet.jpg");
    }

    CommandSpec spec() {
        return spec;
    }

    @Override
    public Integer call() {
        String file = Options.positional(spec, 0);
        Path keyFile = RedactFiles.keyFile(console.keys());
        FileSeal key = RedactFiles.key(keyFile)
                .orElseThrow(() -> new RefusedException(AppProblem.NO_REDACTION_KEY.at(keyFile.toString())));
        PrivatePart part =
                RedactFiles.named(file, PrivatePart.open(ClockFiles.bytes(file, PrivatePart.SEALED_MOST), key));
        Set<Integer> leaves = leaves(part);
        String into = Options.text(spec, "--into");
        String original = Options.text(spec, "--original");
        if (leaves.isEmpty() != (into == null) || leaves.isEmpty() && original == null) {
            throw new RefusedException(
                    AppProblem.MISSING_OPTION.at("--into", "--area, --field, --file + --into FILE; --original FILE"));
        }
        if (into != null) {
            Disclosure disclosure = RedactFiles.named(file, part.disclose(leaves));
            PrivateFile.make(Path.of(into), disclosure.bytes());
            console.print(new Sentence(
                            "{0}: {1} covered parts of {2}. For the court alone: never publish it.",
                            "{0}: {1} partes cubiertas de {2}. Sólo para el tribunal: no lo publique nunca.")
                    .with(into, disclosure.size(), part.proof().root()));
        }
        if (original != null) {
            PrivateFile.make(Path.of(original), part.file());
            console.print(new Sentence(
                            "{0}: the original, with everything that was covered",
                            "{0}: el original, con todo lo que se cubrió")
                    .with(Objects.requireNonNull(original)));
        }
        return Exit.PROVEN;
    }

    private Set<Integer> leaves(PrivatePart part) {
        Set<Integer> leaves = new TreeSet<>();
        for (String typed : Options.texts(spec, "--area")) {
            Set<Integer> covered = part.coveredIn(RedactFiles.named("--area", Area.parse(typed)));
            if (covered.isEmpty()) {
                throw new RefusedException(RedactProblem.NOT_COVERED.with(typed).in("--area"));
            }
            leaves.addAll(covered);
        }
        for (String typed : Options.texts(spec, "--field")) {
            int number = typed.matches("[0-9]{1,3}") ? Integer.parseInt(typed) : 0;
            leaves.add(part.fieldLeaf(number)
                    .orElseThrow(() -> new RefusedException(
                            RedactProblem.NOT_COVERED.with(typed).in("--field"))));
        }
        if (Options.isSet(spec, "--file")) {
            leaves.add(PrivatePart.fileLeaf());
        }
        return leaves;
    }
}
