package org.cotejo.app;

import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.Callable;
import org.cotejo.base.Problem;
import org.cotejo.base.RefusedException;
import org.cotejo.base.Result;
import org.cotejo.base.Sentence;
import org.cotejo.crypto.Ed25519Key;
import org.cotejo.crypto.Hash;
import org.cotejo.custody.SheetCopy;
import org.cotejo.entry.Entry;
import org.cotejo.entry.EntryReader;
import org.cotejo.node.monitor.QrPicture;
import org.cotejo.tlog.CompactProof;
import org.cotejo.tlog.TileReader;
import org.cotejo.tlog.TlogProof;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;

/** {@code cotejo log prove SITE|URL N [--into FILE]}: a proof that an entry is in a log, as one file that needs no network. */
final class LogProve implements Callable<Integer> {
    private final CommandSpec spec = Options.of(this);
    private final Console console;

    LogProve(Console console) {
        this.console = console;
        Options.positional(spec, "SITE|URL", "a publication: a folder, or an http:// or https:// address");
        Options.optional(spec, "N", "which entry, from 0 on");
        Options.value(spec, "--root", "HEX", null, "instead of N: the entry that states this root of a picture first");
        Options.value(spec, "--into", "FILE", null, "write the proof into this file instead of printing it");
        Options.flag(spec, "--with-entry", "put the entry itself into the proof, as its extra line");
        Options.value(
                spec,
                "--qr",
                "FILE.svg",
                null,
                "also draw the compact proof (QR 2) for paper; needs --policy. Of a sheet it holds what QR 1 lacks");
        Options.value(spec, "--policy", "FILE", null, "whose signatures the compact proof holds");
        Options.about(
                spec,
                "Writes a proof (C2SP tlog-proof) that an entry is in the log: its number, the hashes up to the root,"
                        + " and the head with its signatures. Whoever has the log's policy can check it without a"
                        + " network.",
                "cotejo log prove public/venezuela 12 --with-entry --into entry-12.tlog-proof",
                "cotejo log prove public/venezuela --root 5f0c... --with-entry --into picture.tlog-proof",
                "cotejo log check-proof entry-12.tlog-proof --policy venezuela.policy",
                "cotejo log prove public/venezuela 12 --into entry-12.tlog-proof --qr receipt-12.svg --policy"
                        + " venezuela.policy");
    }

    CommandSpec spec() {
        return spec;
    }

    @Override
    public Integer call() {
        String root = Options.text(spec, "--root");
        if ((root == null) == (Options.optional(spec, 1) == null)) {
            throw new RefusedException(AppProblem.MISSING_OPTION.at("N", "N, --root HEX"));
        }
        try (LogAt log = LogAt.open(Options.positional(spec, 0))) {
            Result<Made> proof = log.tiles()
                    .then(tiles -> index(log, tiles, root)
                            .then(index -> tiles.entry(index)
                                    .then(entry -> tiles.inclusion(index)
                                            .then(path ->
                                                    Result.ok(new Made(proof(log, index, path, entry), entry))))));
            return switch (proof) {
                case Result.Refused<Made>(Problem problem) -> LogCommand.refused(problem, console);
                case Result.Ok<Made>(Made made) -> write(made);
            };
        }
    }

    private Result<Long> index(LogAt log, TileReader tiles, @Nullable String root) {
        if (root == null) {
            return Result.ok(LogEntry.index(spec, 1));
        }
        if (!root.matches("[0-9a-f]{64}")) {
            throw new RefusedException(AppProblem.BAD_ROOT.at("--root", root));
        }
        return Receipts.place(log, tiles, Hash.ofHex(root))
                .map(Result::ok)
                .orElseGet(() -> Result.refused(AppProblem.NO_LOG_ROOT.at("--root", root)));
    }

    /** A proof and the entry that it is about. */
    @SuppressWarnings("ArrayRecordComponent") // handed on, never compared
    private record Made(TlogProof proof, byte[] entry) {
        /** The same for paper: of a sheet with the beginning of its entry, which the sheet's own code completes. */
        TlogProof forPaper() {
            if (!proof.extra().isEmpty()
                    || !(EntryReader.read(entry) instanceof Result.Ok<Entry>(Entry read))
                    || !(read instanceof Entry.SheetGiven(SheetCopy copy))) {
                return proof;
            }
            byte[] signed = copy.sheet().signed();
            int end = entry.length
                    - Ed25519Key.SIGNATURE_SIZE
                    - signed.length
                    - (signed.length < 1 << 7 ? 1 : signed.length < 1 << 14 ? 2 : 3);
            String extra = Base64.getEncoder().encodeToString(Arrays.copyOf(entry, end));
            return new TlogProof(extra, proof.index(), proof.path(), proof.checkpoint());
        }
    }

    private TlogProof proof(LogAt log, long index, List<Hash> path, byte[] entry) {
        String extra = Options.isSet(spec, "--with-entry") ? Base64.getEncoder().encodeToString(entry) : "";
        return new TlogProof(extra, index, path, log.head());
    }

    /** The proof as a receipt on paper: names come from the reader's policy, so only signatures of its keys are in it. */
    private void draw(TlogProof proof, String file) {
        String policy = Options.text(spec, "--policy");
        if (policy == null) {
            throw new RefusedException(AppProblem.MISSING_OPTION.at("--qr", "--policy FILE"));
        }
        byte[] compact =
                CompactProof.of(proof, WitnessFolder.policy(policy)).orThrow().bytes();
        if (compact.length > CompactProof.SIZE_MOST) {
            throw new RefusedException(AppProblem.QR_LONG.at("--qr", compact.length, CompactProof.SIZE_MOST));
        }
        String origin = proof.checkpoint().checkpoint().origin();
        WrittenFile.write(
                file,
                QrPicture.svg(compact, "QR 2: " + origin + ", " + proof.index())
                        .getBytes(java.nio.charset.StandardCharsets.UTF_8));
        console.say(
                new Sentence("{0}: {1} bytes in the code", "{0}: {1} bytes en el código").with(file, compact.length));
    }

    private int write(Made made) {
        TlogProof proof = made.proof();
        String picture = Options.text(spec, "--qr");
        if (picture != null) {
            draw(made.forPaper(), picture);
        }
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
