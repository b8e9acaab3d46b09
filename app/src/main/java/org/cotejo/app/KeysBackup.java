package org.cotejo.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.cotejo.base.Sentence;
import org.cotejo.node.keys.KeyBackup;
import org.cotejo.node.keys.KeyShare;
import org.cotejo.node.keys.KeySheet;
import picocli.CommandLine.Model.CommandSpec;

/** {@code cotejo keys backup ORIGIN}: the keys in shares, one sheet for each holder. */
final class KeysBackup implements Callable<Integer> {
    private final CommandSpec spec = Options.of(this);
    private final Console console;
    private final Clock clock;

    KeysBackup(Console console, Clock clock) {
        this.console = console;
        this.clock = clock;
        Options.positional(spec, "ORIGIN", "the log");
        Options.value(spec, "--shares", "N", "5", "how many shares to make, 2 to " + KeyShare.SHARES_MOST);
        Options.value(spec, "--need", "K", "3", "how many of them restore the keys");
        Options.value(
                spec, "--from", "DIR", null, "the folder with the keys, where it is another: the stick of a successor");
        Options.required(spec, "--into", "DIR", "a new folder: a page to print and a text file for each share");
        Options.about(
                spec,
                "Splits the keys of a log into shares. Any K of them restore the keys, and fewer tell nothing. Each"
                        + " share is a page of its own: print each, hand it to its holder, then delete the folder.",
                "cotejo keys backup results.example.org/2027 --shares 5 --need 3 --into shares");
    }

    CommandSpec spec() {
        return spec;
    }

    @Override
    public Integer call() {
        String origin = Options.positional(spec, 0);
        int shares = (int) Options.number(spec, "--shares", 2, KeyShare.SHARES_MOST);
        int need = (int) Options.number(spec, "--need", 2, shares);
        String from = Options.text(spec, "--from");
        LogKeyFolder folder = from == null ? console.keys() : new LogKeyFolder(Path.of(from));
        Path into = Path.of(Objects.requireNonNull(Options.text(spec, "--into")));
        Folders.checkNew(into);
        List<KeyShare> made = KeyBackup.split(folder.read(origin).keys(), shares, need, new SecureRandom())
                .orThrow();
        // Before anything is handed out: what was printed must be what restores.
        KeyBackup.restore(made.subList(shares - need, shares)).orThrow();
        LocalDate day = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        Folders.make(into);
        for (KeyShare share : made) {
            String name = "share-" + share.index() + "-of-" + shares;
            write(into.resolve(name + ".txt"), share.text());
            write(into.resolve(name + ".html"), KeySheet.share(share, day));
        }
        console.print(new Sentence(
                        "{0} shares in {1}, any {2} of them restore the keys of {3}. Print each page, hand each to its"
                                + " holder in an envelope, try a restore (keys restore --check), then delete the folder.",
                        "{0} partes en {1}; {2} cualesquiera restauran las claves de {3}. Imprima cada página,"
                                + " entregue cada una en un sobre, pruebe a restaurar (keys restore --check) y borre la"
                                + " carpeta.")
                .with(shares, into, need, origin));
        console.print("  " + made.getFirst().fingerprint());
        return Exit.PROVEN;
    }

    /** For nobody's eyes but the owner's. */
    private static void write(Path file, String text) {
        try {
            Files.createFile(file);
            LogKeyFolder.ownersOnly(file, false);
            Files.write(file, text.getBytes(StandardCharsets.UTF_8), StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw new UncheckedIOException("writing " + file, e);
        }
    }
}
