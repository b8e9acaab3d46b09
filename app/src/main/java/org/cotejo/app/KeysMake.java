package org.cotejo.app;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.concurrent.Callable;
import org.cotejo.base.RefusedException;
import org.cotejo.base.Sentence;
import org.cotejo.node.keys.KeySheet;
import org.cotejo.node.log.LogKeys;
import org.cotejo.tlog.Skey;
import org.cotejo.tlog.Vkey;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;

/** {@code cotejo keys make ORIGIN}: the ceremony. */
final class KeysMake implements Callable<Integer> {
    private final CommandSpec spec = Options.of(this);
    private final Console console;
    private final Clock clock;

    KeysMake(Console console, Clock clock) {
        this.console = console;
        this.clock = clock;
        Options.positional(spec, "ORIGIN", "the log's name, an address without https:// that names one election");
        Options.value(
                spec,
                "--successor",
                "DIR",
                null,
                "also make the key that takes over if this one is stolen or lost, into a folder of its own: a stick"
                        + " that goes elsewhere");
        Options.value(
                spec, "--into", "FILE", null, "a page to print and sign: fingerprints, QR code, places for roles");
        Options.about(
                spec,
                "Makes the keys of a log before anything is published, on a computer that is on no network. Read the"
                        + " groups aloud, compare, and have somebody type them back (keys confirm); print the page.",
                "cotejo keys make results.example.org/2027 --successor /media/stick --into ceremony.html");
    }

    CommandSpec spec() {
        return spec;
    }

    @Override
    public Integer call() {
        String origin = Options.positional(spec, 0);
        if (!Publisher.isOrigin(origin)) {
            throw new RefusedException(AppProblem.ORIGIN.at("ORIGIN", origin));
        }
        String stick = Options.text(spec, "--successor");
        @Nullable LogKeyFolder elsewhere = stick == null ? null : new LogKeyFolder(Path.of(stick));
        String next = next(origin);
        if (console.keys().has(origin)) {
            throw new RefusedException(
                    AppProblem.KEYS_THERE.at(console.keys().of(origin).toString(), origin));
        }
        if (elsewhere != null && elsewhere.has(next)) {
            throw new RefusedException(
                    AppProblem.KEYS_THERE.at(elsewhere.of(next).toString(), next));
        }
        SecureRandom random = new SecureRandom();
        KeyNotes notes = console.keys().notes(origin);
        // Noted first: keys without the note could sign before anybody looked at them.
        notes.unconfirmed();
        @Nullable Vkey successor = null;
        if (elsewhere != null) {
            successor = elsewhere.make(next, random).keys().getFirst().vkey();
            notes.successor(successor);
        }
        LogKeys keys = console.keys().make(origin, random);
        say(keys, successor);
        String page = Options.text(spec, "--into");
        if (page != null) {
            WrittenFile.write(
                    page,
                    KeySheet.ceremony(
                                    keys.keys().stream().map(Skey::vkey).toList(),
                                    successor,
                                    LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC))
                            .getBytes(StandardCharsets.UTF_8));
            console.print(new Sentence("To print: {0}", "Para imprimir: {0}").with(page));
        }
        return Exit.PROVEN;
    }

    /** The name of the log that takes over: an origin is never used again. */
    static String next(String origin) {
        int mark = origin.lastIndexOf('~');
        String number = mark < 0 ? "" : origin.substring(mark + 1);
        return number.matches("[1-9][0-9]{0,2}")
                ? origin.substring(0, mark) + "~" + (Integer.parseInt(number) + 1)
                : origin + "~2";
    }

    private void say(LogKeys keys, @Nullable Vkey successor) {
        Vkey key = keys.keys().getFirst().vkey();
        console.print(new Sentence(
                        "Keys made in {0}. Their fingerprint, to be read aloud:",
                        "Claves hechas en {0}. Su huella, para leerla en voz alta:")
                .with(console.keys().of(keys.origin())));
        KeysCommand.fingerprint(console, key);
        if (successor != null) {
            console.print(new Sentence(
                    "The key that takes over if this one is given up; take its folder elsewhere and seal it:",
                    "La clave que toma el relevo si esta se abandona; lleve su carpeta a otra parte y séllela:"));
            KeysCommand.fingerprint(console, successor);
        } else {
            console.print(new Sentence(
                    "No successor was made (--successor DIR): after a theft people will have to get a new fingerprint"
                            + " from you in person.",
                    "No se hizo sucesora (--successor DIR): tras un robo la gente tendrá que recibir de usted en"
                            + " persona una huella nueva."));
        }
        console.print(new Sentence(
                        "Nothing is signed before somebody types it back: cotejo keys confirm {0} --typed \"...\"",
                        "No se firma nada hasta que alguien la teclee: cotejo keys confirm {0} --typed \"...\"")
                .with(keys.origin()));
    }
}
