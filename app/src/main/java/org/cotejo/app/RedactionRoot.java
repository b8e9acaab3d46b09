package org.cotejo.app;

import java.util.Optional;
import org.cotejo.base.RefusedException;
import org.cotejo.covered.RedactionProof;
import org.cotejo.crypto.Hash;
import org.cotejo.custody.CommittedPicture;
import org.cotejo.exchange.HeadOnce;
import org.cotejo.exchange.ProvenLog;
import org.cotejo.tlog.Policy;
import org.cotejo.tlog.SignedCheckpoint;
import org.cotejo.verify.Answer;
import org.cotejo.verify.Level;
import org.cotejo.verify.Verification;
import org.cotejo.verify.Verifier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;

/**
 * From where the reader of a public copy knows its root: typed, or from an entry of a log that is proven against a pinned policy.
 *
 * @param source {@code typed}, {@code log}, {@code not in the log} or {@code nowhere}
 * @param root that is expected; null if none is known
 * @param log the name of the log; null if none was asked
 * @param entry that states the root; null if none does
 */
record RedactionRoot(
        String source,
        @Nullable Hash root,
        @Nullable String log,
        @Nullable CommittedPicture entry) {

    /** Reads the options {@code --root}, {@code --site} and {@code --policy}; throws {@link NotProvenException} of a site that is not. */
    static RedactionRoot of(CommandSpec spec, Console console, RedactionProof proof) {
        String typed = Options.text(spec, "--root");
        String site = Options.text(spec, "--site");
        String policy = Options.text(spec, "--policy");
        if (typed != null && site != null) {
            throw new RefusedException(AppProblem.TWO_ROOTS.at("--root", "--root", "--site"));
        }
        if ((site == null) != (policy == null)) {
            throw new RefusedException(
                    site == null
                            ? AppProblem.MISSING_OPTION.at("--site", "--site SITE")
                            : AppProblem.SITE_POLICY.at("--policy"));
        }
        if (site != null && policy != null) {
            return inLog(site, WitnessFolder.policy(policy), console, proof);
        }
        if (typed == null) {
            return new RedactionRoot("nowhere", null, null, null);
        }
        if (!typed.matches("[0-9a-f]{64}")) {
            throw new RefusedException(AppProblem.BAD_ROOT.at("--root", typed));
        }
        return new RedactionRoot("typed", Hash.ofHex(typed), null, null);
    }

    private static RedactionRoot inLog(String site, Policy policy, Console console, RedactionProof proof) {
        try (Opened opened = Opened.of(site)) {
            HeadOnce files = HeadOnce.of(opened.files());
            Verifier.Outcome outcome =
                    Verifier.verify(files, new Verifier.Trust(policy, null, false), console.progress());
            Optional<SignedCheckpoint> head = outcome.head();
            if (!isEnough(outcome.verification()) || head.isEmpty()) {
                throw new NotProvenException(outcome.verification(), null);
            }
            ProvenLog log = ProvenLog.read(site, files, head.get(), console.progress());
            CommittedPicture entry = log.frame().pictures().of(proof.root()).orElse(null);
            return new RedactionRoot(
                    entry == null ? "not in the log" : "log",
                    entry == null ? null : entry.root(),
                    head.get().checkpoint().origin(),
                    entry);
        }
    }

    /** Entries and signatures are proven and nothing is refuted; pages need not be made again for a root. */
    private static boolean isEnough(Verification verification) {
        return verification.verdict() != Answer.REFUTED
                && verification.pinned() != null
                && verification.levels().get(Level.BYTES) == Answer.PROVEN
                && verification.levels().get(Level.SIGNATURES) == Answer.PROVEN;
    }
}
