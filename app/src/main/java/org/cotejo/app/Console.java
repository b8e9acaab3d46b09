package org.cotejo.app;

import java.io.PrintStream;
import java.util.Locale;
import java.util.Optional;
import org.cotejo.base.Progress;
import org.cotejo.base.Sentence;

/**
 * Where a command talks to the person: results on standard output, what it is doing on standard error, in the language of
 * {@code COTEJO_LANG} or of the system (Spanish or English).
 */
final class Console {
    private static final long NANOS_BETWEEN = 200_000_000L;

    private final PrintStream out;
    private final PrintStream err;
    private final String language;
    private final boolean isTerminal;
    private final Places places;
    private long lastShown;

    /** Where the user's private things lie, which are in no election folder. */
    record Places(LogKeyFolder keys, KeptHeads heads) {
        static Places ofUser() {
            return new Places(LogKeyFolder.ofUser(), KeptHeads.ofUser());
        }
    }

    Console(PrintStream out, PrintStream err, String language, boolean isTerminal) {
        this(out, err, language, isTerminal, Places.ofUser());
    }

    Console(PrintStream out, PrintStream err, String language, boolean isTerminal, Places places) {
        this.places = places;
        this.out = out;
        this.err = err;
        this.language = language;
        this.isTerminal = isTerminal;
    }

    /** The console of this process. */
    static Console ofProcess(PrintStream out, PrintStream err) {
        String asked = System.getenv("COTEJO_LANG");
        String language = asked != null ? asked : Locale.getDefault().getLanguage();
        return new Console(
                out,
                err,
                language.startsWith("es") ? "es" : "en",
                Optional.ofNullable(System.console())
                        .map(java.io.Console::isTerminal)
                        .orElse(false));
    }

    PrintStream out() {
        return out;
    }

    /** Where keys lie. */
    LogKeyFolder keys() {
        return places.keys();
    }

    /** What is remembered of logs. */
    KeptHeads heads() {
        return places.heads();
    }

    /** {@code es} or {@code en}. */
    String language() {
        return language;
    }

    /** One line of result. */
    void print(Sentence sentence) {
        out.println(sentence.in(language));
    }

    void print(String text) {
        out.println(text);
    }

    /** One line about what is being done, at once. */
    void say(Sentence sentence) {
        err.println(sentence.in(language));
        err.flush();
    }

    /** Progress on one line of the terminal; silent elsewhere. */
    Progress progress() {
        return isTerminal ? this::show : Progress.NONE;
    }

    /** As {@link #progress}, for work that says how many rows of a file it has read. */
    org.cotejo.formats.importer.Progress rows() {
        Progress progress = progress();
        return (file, rows) -> progress.at(new Sentence("{0}, rows:", "{0}, filas:").with(file), rows, 0);
    }

    private synchronized void show(Sentence what, long done, long of) {
        long now = System.nanoTime();
        if (done >= of || now - lastShown > NANOS_BETWEEN) {
            lastShown = now;
            String share = of > 0 ? " " + done * 100 / of + " %" : " " + done;
            err.print("\r\u001b[K" + what.in(language) + share + (of > 0 && done >= of ? "\n" : ""));
            err.flush();
        }
    }
}
