package org.cotejo.app;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.cotejo.base.RefusedException;
import org.cotejo.base.Result;
import org.cotejo.base.Sentence;
import org.cotejo.node.web.HttpWeb;
import org.cotejo.ticket.CaptureProblem;
import org.cotejo.tlog.TlogProof;
import picocli.CommandLine.Model.CommandSpec;

/** {@code cotejo capture receipt NUMBER --to URL --into FILE}: the proof that a capture is in the public record, once it is. */
final class CaptureReceipt implements Callable<Integer> {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int OK = 200;
    private static final int NOT_YET = 202;
    private static final int UNKNOWN = 404;

    private final CommandSpec spec = Options.of(this);
    private final Console console;

    CaptureReceipt(Console console) {
        this.console = console;
        Options.positional(spec, "NUMBER", "the receipt number that the intake answered, as receipts.txt has it");
        Options.required(spec, "--to", "URL", "the intake");
        Options.required(spec, "--into", "FILE", "the .tlog-proof to write");
        Options.about(
                spec,
                "Asks an intake whether a capture is in the public record. Exit code 0 if it is: then the proof is written, which"
                        + " needs no intake and no network from then on; 3 if not yet. What it proves 'cotejo log check-proof' says,"
                        + " against a policy that you have from elsewhere.",
                "cotejo capture receipt 7d1a... --to https://intake.example.org/ --into acta.tlog-proof",
                "cotejo log check-proof acta.tlog-proof --policy coalition.policy");
    }

    CommandSpec spec() {
        return spec;
    }

    @Override
    public Integer call() {
        String number = Options.positional(spec, 0);
        String to = Objects.requireNonNull(Options.text(spec, "--to"));
        String into = Objects.requireNonNull(Options.text(spec, "--into"));
        SheetPush.check(to);
        if (!number.matches("[0-9a-f]{64}")) {
            throw new RefusedException(AppProblem.BAD_ROOT.at("NUMBER", number));
        }
        String url = (to.endsWith("/") ? to : to + "/") + CaptureInbox.RECEIPTS + number;
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        int status;
        try (HttpWeb web = new HttpWeb(PATIENCE)) {
            status = web.get(url, TlogProof.SIZE_MOST, answer);
        } catch (IOException e) {
            throw new UncheckedIOException("asking " + url, e);
        }
        if (status == UNKNOWN) {
            throw new RefusedException(CaptureProblem.NOT_STATED.with().in(url));
        }
        if (status == NOT_YET) {
            console.print(new Sentence(
                    "Not yet: the capture is there, and no publication holds it so far. Ask again.",
                    "Todavía no: la captura está, y ninguna publicación la contiene aún. Pregunte de nuevo."));
            return Exit.UNCHECKED;
        }
        byte[] proof = answer.toByteArray();
        if (status != OK || !(TlogProof.parse(proof) instanceof Result.Ok<TlogProof>(TlogProof read))) {
            throw new RefusedException(AppProblem.INTAKE_REFUSED.at(
                    "--to", url, status, new String(proof, StandardCharsets.UTF_8).strip()));
        }
        WrittenFile.write(into, proof);
        console.print(new Sentence(
                        "{0}: entry {1} of the log \"{2}\". Check it: cotejo log check-proof {0} --policy FILE",
                        "{0}: asiento {1} del registro «{2}». Compruébelo: cotejo log check-proof {0} --policy FILE")
                .with(into, read.index(), read.checkpoint().checkpoint().origin()));
        return Exit.PROVEN;
    }
}
