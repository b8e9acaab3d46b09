package org.cotejo.app;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.cotejo.base.RefusedException;
import org.cotejo.base.Result;
import org.cotejo.base.Sentence;
import org.cotejo.crypto.Hash;
import org.cotejo.definition.SpokenHash;
import org.cotejo.publication.PinnedPolicy;
import org.cotejo.publication.Succession;
import org.cotejo.tlog.Policy;
import picocli.CommandLine.Model.CommandSpec;

/** {@code cotejo keys accept NEW --policy OLD}: a reader or witness takes a new policy in place of one whose key was given up. */
final class KeysAccept implements Callable<Integer> {

    private final CommandSpec spec = Options.of(this);
    private final Console console;

    KeysAccept(Console console) {
        this.console = console;
        Options.positional(spec, "NEW", "the new policy");
        Options.required(spec, "--policy", "OLD", "the policy that you pinned before");
        Options.value(
                spec,
                "--typed",
                "GROUPS",
                null,
                "the fingerprint of the new key from paper: needed where the old policy names no successor");
        Options.about(
                spec,
                "Takes a new policy in place of an old one whose key was stolen, lost or replaced: if the old policy,"
                        + " or paper, vouches for the new key and the last head of the old log is one that the old policy"
                        + " accepts. From then on nothing else by the old key counts here, for verify and for witnesses of"
                        + " this key folder. Exit code 0 accepted, 1 refuted, 3 nobody vouches for the new key.",
                "cotejo keys accept new.policy --policy old.policy",
                "cotejo keys accept new.policy --policy old.policy --typed \"0123 4567 ...\"");
    }

    CommandSpec spec() {
        return spec;
    }

    @Override
    public Integer call() {
        String newFile = Options.positional(spec, 0);
        String oldFile = Objects.requireNonNull(Options.text(spec, "--policy"));
        PinnedPolicy fresh = PublicationPolicy.read(newFile);
        PinnedPolicy old = PublicationPolicy.read(oldFile);
        Succession succession = fresh.succession();
        if (succession == null
                || old.policy().logs().stream().noneMatch(log -> log.key().equals(succession.from()))) {
            throw new RefusedException(AppProblem.NOT_AFTER.at(newFile, oldFile));
        }
        int exit = vouched(succession, old);
        if (exit != Exit.PROVEN) {
            return exit;
        }
        if (!witnessed(succession, old.policy())) {
            return Exit.UNCHECKED;
        }
        console.heads().keep(succession);
        for (WitnessFolder witness : WitnessFolder.all(console.keys())) {
            if (witness.succeed(succession)) {
                console.print(new Sentence(
                                "  the witness {0} knows the new log and no longer the old one; start it again",
                                "  el testigo {0} conoce el registro nuevo y ya no el anterior; reinícielo")
                        .with(witness.keys().name()));
            }
        }
        console.print(new Sentence(
                        "[proven] accepted: of the old log the first {0} entries count, and nothing else that its key"
                                + " signs. Pin {1} from now on.",
                        "[probado] aceptada: del registro anterior cuentan los primeros {0} asientos, y nada más que"
                                + " firme su clave. Fije {1} desde ahora.")
                .with(succession.last().checkpoint().size(), newFile));
        return Exit.PROVEN;
    }

    /** Whether the new key is the one that was named before the theft, or that stands on paper. */
    private int vouched(Succession succession, PinnedPolicy old) {
        String typed = Options.text(spec, "--typed");
        if (typed != null) {
            return KeysCommand.typed(console, succession.to(), typed);
        }
        Optional<Hash> named = Optional.ofNullable(old.successor());
        KeysCommand.fingerprint(console, succession.to());
        if (named.isEmpty()) {
            console.print(new Sentence(
                    "[could not check] the old policy names no successor, so nobody vouches for this key: compare the"
                            + " groups with paper and give them with --typed",
                    "[no se pudo comprobar] la política anterior no nombra sucesora, así que nadie responde por esta"
                            + " clave: compare los grupos con el papel y délos con --typed"));
            return Exit.UNCHECKED;
        }
        boolean isIt = PinnedPolicy.fingerprint(succession.to()).equals(named.get());
        console.print(
                isIt
                        ? new Sentence(
                                "[proven] it is the successor that the old policy names",
                                "[probado] es la sucesora que nombra la política anterior")
                        : new Sentence(
                                        "[refuted] it is not the successor that the old policy names, which is {0}:"
                                                + " somebody else made this policy",
                                        "[refutado] no es la sucesora que nombra la política anterior, que es {0}: esta"
                                                + " política la hizo otro")
                                .with(SpokenHash.of(named.get())));
        return isIt ? Exit.PROVEN : Exit.REFUTED;
    }

    private boolean witnessed(Succession succession, Policy old) {
        boolean isReached = succession.witnessed(old) instanceof Result.Ok<Policy.Verdict>(Policy.Verdict verdict)
                && verdict.isReached();
        List<String> names = succession.witnessed(old) instanceof Result.Ok<Policy.Verdict>(Policy.Verdict verdict)
                ? verdict.cosigned().stream().map(one -> one.witness().name()).toList()
                : List.of();
        console.print(
                isReached
                        ? new Sentence(
                                        "[proven] the last head of the old log, {0} entries, cosigned by {1}",
                                        "[probado] la última cabeza del registro anterior, {0} asientos, cofirmada por"
                                                + " {1}")
                                .with(
                                        succession.last().checkpoint().size(),
                                        names.isEmpty() ? "-" : String.join(", ", names))
                        : new Sentence(
                                "[could not check] the last head of the old log lacks cosignatures that the old policy"
                                        + " asks for: it could have been made after the theft",
                                "[no se pudo comprobar] a la última cabeza del registro anterior le faltan cofirmas"
                                        + " que la política anterior pide: pudo hacerse después del robo"));
        return isReached;
    }
}
