package org.cotejo.exchange;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.cotejo.base.Problem;
import org.cotejo.base.Result;
import org.cotejo.crypto.Sha256;
import org.cotejo.tlog.Checkpoint;
import org.cotejo.tlog.ForkEvidence;
import org.cotejo.tlog.Policy;
import org.cotejo.tlog.SignedCheckpoint;
import org.cotejo.tlog.Vkey;
import org.cotejo.verify.SiteFiles;

/**
 * Keeps two heads of a log of which the newer does not continue the older, in a folder of their own beside the entries: {@code
 * evidence/}. What is there is never replaced.
 */
public final class KeptEvidence {
    private static final int NAME_DIGITS = 16;

    private KeptEvidence() {}

    /**
     * Keeps both heads, if the log has signed the second one too, and says what they show; empty for a head that anybody could have
     * made up, or one that continues the first.
     *
     * @param dir the election folder
     * @param older as it was taken before
     */
    public static Optional<Problem> keep(
            Path dir, String address, SignedCheckpoint older, SignedCheckpoint newer, Policy policy, SiteFiles files) {
        boolean isSigned = policy.judge(newer) instanceof Result.Ok<Policy.Verdict>;
        if (!isSigned || !newer.checkpoint().origin().equals(older.checkpoint().origin())) {
            return Optional.empty();
        }
        Checkpoint before = older.checkpoint();
        Checkpoint now = newer.checkpoint();
        if (now.size() < before.size()) {
            Path kept = write(dir, older, newer, Optional.empty());
            return Optional.of(ExchangeProblem.WENT_BACK.at(address, now.origin(), before.size(), now.size(), kept));
        }
        return fork(older, newer, policy, files)
                .map(fork ->
                        ExchangeProblem.FORKED.at(address, now.origin(), write(dir, older, newer, Optional.of(fork))));
    }

    private static Optional<ForkEvidence> fork(
            SignedCheckpoint older, SignedCheckpoint newer, Policy policy, SiteFiles files) {
        Result<ForkEvidence> fork =
                older.checkpoint().size() == newer.checkpoint().size()
                        ? Result.ok(ForkEvidence.of(older, newer))
                        : ForkEvidence.of(older, newer, ProvenLog.open(files, newer));
        var keys = policy.logs().stream()
                .map(Policy.Log::key)
                .filter((Vkey key) -> key.name().equals(newer.checkpoint().origin()))
                .toList();
        return fork.then(shown -> shown.verify(keys)) instanceof Result.Ok<ForkEvidence>(ForkEvidence proven)
                ? Optional.of(proven)
                : Optional.empty();
    }

    private static Path write(Path dir, SignedCheckpoint older, SignedCheckpoint newer, Optional<ForkEvidence> fork) {
        byte[] both = (older.checkpoint().text() + newer.checkpoint().text())
                .getBytes(java.nio.charset.StandardCharsets.UTF_8);
        Path folder = dir.resolve("evidence").resolve(Sha256.of(both).hex().substring(0, NAME_DIGITS));
        try {
            Files.createDirectories(folder);
            write(folder.resolve("older.checkpoint"), older.bytes());
            write(folder.resolve("newer.checkpoint"), newer.bytes());
            if (fork.isPresent()) {
                write(folder.resolve("fork"), fork.get().bytes());
            }
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException("keeping evidence in " + folder, e);
        }
    }

    private static void write(Path file, byte[] bytes) throws IOException {
        if (!Files.exists(file)) {
            Files.write(file, bytes);
        }
    }
}
