package org.cotejo.app;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.cotejo.base.Problem;
import org.cotejo.base.RefusedException;
import org.cotejo.base.Result;
import org.cotejo.base.Sentence;
import org.cotejo.node.keys.KeyBackup;
import org.cotejo.node.keys.KeyShare;
import org.cotejo.tlog.Note;
import org.cotejo.tlog.SignedCheckpoint;
import org.cotejo.tlog.Skey;
import org.cotejo.tlog.Vkey;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;

/** {@code cotejo keys restore SHARE...}: keys from shares that their holders brought. */
final class KeysRestore implements Callable<Integer> {
    private static final int SHARE_MOST = 1 << 14;

    private final CommandSpec spec = Options.of(this);
    private final Console console;

    KeysRestore(Console console) {
        this.console = console;
        Options.positionals(spec, "SHARE", "text files of shares: typed, or what a QR reader read from the sheets");
        Options.flag(spec, "--check", "only say whether these shares restore the keys, and which; write nothing");
        Options.value(
                spec,
                "--head",
                "FILE",
                null,
                "the newest head (checkpoint) that any mirror, witness or reader holds: nothing that does not continue"
                        + " it will be signed");
        Options.flag(spec, "--never-published", "nothing was ever published with these keys, as with a successor's");
        Options.value(spec, "--into", "DIR", null, "another key folder than $COTEJO_KEYS");
        Options.about(
                spec,
                "Restores the keys of a log from shares. A wrong, missing, mixed or altered share is refused with its"
                        + " reason.",
                "cotejo keys restore share-1-of-5.txt share-4-of-5.txt share-5-of-5.txt --check",
                "cotejo keys restore share-*.txt --head mirror/site/checkpoint");
    }

    CommandSpec spec() {
        return spec;
    }

    @Override
    public Integer call() {
        List<String> files = Options.words(spec, 0);
        if (files.isEmpty()) {
            throw new RefusedException(AppProblem.MISSING_OPTION.at("SHARE", "SHARE"));
        }
        List<KeyShare> shares = new ArrayList<>();
        files.forEach(file -> shares.add(share(file)));
        List<Skey> keys = KeyBackup.restore(shares).orThrow();
        Vkey key = keys.getFirst().vkey();
        console.print(new Sentence(
                "These shares restore the keys of the log:", "Estas partes restauran las claves del registro:"));
        KeysCommand.fingerprint(console, key);
        if (Options.isSet(spec, "--check")) {
            return Exit.PROVEN;
        }
        @Nullable SignedCheckpoint head = head(key);
        String into = Options.text(spec, "--into");
        LogKeyFolder folder = into == null ? console.keys() : new LogKeyFolder(Path.of(into));
        if (folder.has(key.name())) {
            throw new RefusedException(
                    AppProblem.KEYS_THERE.at(folder.of(key.name()).toString(), key.name()));
        }
        if (head != null) {
            folder.notes(key.name()).restored(head);
        }
        folder.bring(key.name(), keys);
        console.print(new Sentence("Restored into {0}.", "Restauradas en {0}.").with(folder.of(key.name())));
        return Exit.PROVEN;
    }

    private static KeyShare share(String file) {
        String text = new String(ClockFiles.bytes(file, SHARE_MOST), StandardCharsets.UTF_8);
        return switch (KeyShare.parse(text)) {
            case Result.Ok<KeyShare>(KeyShare share) -> share;
            case Result.Refused<KeyShare>(Problem problem) -> throw new RefusedException(problem.in(file));
        };
    }

    private @Nullable SignedCheckpoint head(Vkey key) {
        String file = Options.text(spec, "--head");
        if (file == null) {
            if (Options.isSet(spec, "--never-published")) {
                return null;
            }
            throw new RefusedException(AppProblem.RESTORE_HEAD.at("--head"));
        }
        return switch (SignedCheckpoint.parse(ClockFiles.bytes(file, Note.SIZE_MOST))
                .then(head -> head.verify(List.of(key)).then(_ -> Result.ok(head)))) {
            case Result.Ok<SignedCheckpoint>(SignedCheckpoint head) -> Objects.requireNonNull(head);
            case Result.Refused<SignedCheckpoint>(Problem problem) -> throw new RefusedException(problem.in(file));
        };
    }
}
