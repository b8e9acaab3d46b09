package org.cotejo.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import org.cotejo.base.RefusedException;
import org.cotejo.base.Sentence;
import org.cotejo.base.Texts;
import org.cotejo.crypto.Sha256;
import org.cotejo.node.web.LimitException;
import org.cotejo.node.web.Web;

/**
 * Sends a station's sheets to an intake (docs/formats/station.md, section 5). It tries again while nobody answers or the intake says that it
 * can't now, a bounded number of times; an intake that refuses is not asked again.
 */
final class SheetPush {
    /** Where an intake takes sheets. */
    static final String PATH = "sheets";
    /** Where it takes the log of a machine. */
    static final String LOGS = "logs";

    private static final int ANSWER_MOST = 4_096;
    private static final int OK = 200;
    private static final int SHOWN_MOST = 300;
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(60);
    /** Timeout, too many requests; and every failure of a server. */
    private static final Set<Integer> LATER = Set.of(408, 429);

    private final Web web;
    private final int tries;
    private final Consumer<Duration> pause;
    private final Console console;

    /** {@code pause} waits that long before the next try. */
    SheetPush(Web web, int tries, Consumer<Duration> pause, Console console) {
        this.web = web;
        this.tries = tries;
        this.pause = pause;
        this.console = console;
    }

    static void wait(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException("sending the sheets", new IOException("interrupted"));
        }
    }

    /** Refuses what is no address of an intake, before anything is handed out. */
    static void check(String to) {
        try {
            URI uri = URI.create(to);
            String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
            if (uri.getHost() != null
                    && (scheme.equals("http") || scheme.equals("https"))
                    && uri.getQuery() == null
                    && uri.getFragment() == null) {
                return;
            }
        } catch (IllegalArgumentException e) {
            // said below
        }
        throw new RefusedException(AppProblem.INTAKE_URL.at("--to", to));
    }

    /** The bytes that are sent: a text of a sheet a line. */
    static byte[] body(List<String> texts) {
        return (String.join("\n", texts) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    /** What an intake answers when these bytes are safe on its disk. */
    static String stored(byte[] body) {
        return "stored " + Sha256.of(body).hex();
    }

    /** Sends bytes to one of the intake's paths; returns their hash, which the intake answered. */
    String send(String to, String path, byte[] body) {
        post(to, path, body, stored(body));
        return Sha256.of(body).hex();
    }

    /** Sends a body until the intake answers what is expected of one that has it on its disk. */
    void post(String to, String path, byte[] body, String expected) {
        String url = (to.endsWith("/") ? to : to + "/") + path;
        Duration next = FIRST_PAUSE;
        for (int attempt = 1; ; attempt++) {
            String why;
            try {
                Web.Answer answer = web.post(url, body, ANSWER_MOST);
                String said = Texts.tidy(new String(answer.body(), StandardCharsets.UTF_8));
                if (answer.status() == OK && said.equals(expected)) {
                    return;
                }
                if (answer.status() == OK) {
                    throw new RefusedException(AppProblem.NO_INTAKE.because(
                            "--to", new Sentence("{0} said {1}", "{0} dijo {1}").with(url, shown(said))));
                }
                if (answer.status() / 100 != 5 && !LATER.contains(answer.status())) {
                    throw new RefusedException(AppProblem.INTAKE_REFUSED.at("--to", url, answer.status(), shown(said)));
                }
                why = answer.status() + " " + shown(said);
            } catch (LimitException e) {
                throw new RefusedException(AppProblem.NO_INTAKE.because("--to", e.sentence()));
            } catch (IOException e) {
                why = e instanceof ConnectException ? "nobody answers there" : String.valueOf(e);
            }
            if (attempt == tries) {
                throw new UncheckedIOException(
                        "sending to " + url + " (" + tries + " tries; nothing is lost, send it again)",
                        new IOException(why));
            }
            console.say(new Sentence(
                            "Try {0} of {1} failed ({2}); again in {3} s.",
                            "Falló el intento {0} de {1} ({2}); otra vez en {3} s.")
                    .with(attempt, tries, why, next.toSeconds()));
            pause.accept(next);
            next = next.multipliedBy(2).compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : next.multipliedBy(2);
        }
    }

    private static String shown(String said) {
        return said.length() > SHOWN_MOST ? said.substring(0, SHOWN_MOST) : said;
    }
}
