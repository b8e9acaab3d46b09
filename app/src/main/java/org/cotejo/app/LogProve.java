package org.cotejo.app;

import java.util.Base64;
import java.util.List;
import java.util.concurrent.Callable;
import org.cotejo.base.Problem;
import org.cotejo.base.Result;
import org.cotejo.base.Sentence;
import org.cotejo.crypto.Hash;
import org.cotejo.tlog.TlogProof;
import picocli.CommandLine.Model.CommandSpec;

/** {@code cotejo log prove SITE|URL N [--into FILE]}: a proof that an entry is in a log, as one file that needs no network. */
final class LogProve implements Callable<Integer> {
    private final CommandSpec spec = CommandSpec.wrapWithoutInspection(this);
    private final Console console;

    LogProve(Console console) {
        this.console = console;
        Options.positional(spec, "SITE|URL", "a publication: a folder, or an http:// or https:// address");
        Options.positional(spec, "N", "which entry, from 0 on");
        Options.value(spec, "--into", "FILE", null, "write the proof into this file instead of printing it");
        Options.flag(spec, "--with-entry", "put the entry itself into the proof, as its extra line");
        Options.about(
                spec,
                "Writes a proof (C2SP tlog-proof) that an entry is in the log: its number, the hashes up to the root, and the"
                        + " head with its signatures. Whoever has the log's policy can check it without a network.",
                "cotejo log prove public/venezuela 12 --with-entry --into entry-12.tlog-proof",
                "cotejo log check-proof entry-12.tlog-proof --policy venezuela.policy");
    }

    CommandSpec spec() {
        return spec;
    }

    @Override
    public Integer call() {
        long index = LogEntry.index(spec, 1);
        try (LogAt log = LogAt.open(Options.positional(spec, 0))) {
            Result<TlogProof> proof = log.tiles()
                    .then(tiles -> tiles.entry(index)
                            .then(entry ->
                                    tiles.inclusion(index).then(path -> Result.ok(proof(log, index, path, entry)))));
            return switch (proof) {
                case Result.Refused<TlogProof>(Problem problem) -> LogCommand.refused(problem, console);
                case Result.Ok<TlogProof>(TlogProof made) -> write(made);
            };
        }
    }

    private TlogProof proof(LogAt log, long index, List<Hash> path, byte[] entry) {
        String extra = Options.isSet(spec, "--with-entry") ? Base64.getEncoder().encodeToString(entry) : "";
        return new TlogProof(extra, index, path, log.head());
    }

    private int write(TlogProof proof) {
        String into = Options.text(spec, "--into");
        if (into == null) {
            console.out().writeBytes(proof.bytes());
            return Exit.PROVEN;
        }
        WrittenFile.write(into, proof.bytes());
        console.print(
                new Sentence("{0}: entry {1} of {2} in the log \"{3}\"", "{0}: asiento {1} de {2} del registro «{3}»")
                        .with(
                                into,
                                proof.index(),
                                proof.checkpoint().checkpoint().size(),
                                proof.checkpoint().checkpoint().origin()));
        return Exit.PROVEN;
    }
}
