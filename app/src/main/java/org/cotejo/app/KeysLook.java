package org.cotejo.app;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.cotejo.base.RefusedException;
import org.cotejo.base.Result;
import org.cotejo.base.Sentence;
import org.cotejo.folder.ElectionFolder;
import org.cotejo.node.web.HttpWeb;
import org.cotejo.node.web.LimitException;
import org.cotejo.publication.SitePath;
import org.cotejo.tlog.Note;
import org.cotejo.tlog.SignedCheckpoint;
import org.cotejo.tlog.Vkey;
import picocli.CommandLine.Model.CommandSpec;

/** {@code cotejo keys look DIR URL...}: whether somebody else signs with our key. */
final class KeysLook implements Callable<Integer> {
    private static final int FOUND = 200;

    private final CommandSpec spec = Options.of(this);
    private final Console console;

    KeysLook(Console console) {
        this.console = console;
        Options.positional(spec, "DIR", "the election folder whose log it is");
        Options.positionals(
                spec, "URL|FILE", "publications and mirrors, witnesses' views (.../checkpoint), or files of heads");
        Options.value(spec, "--wait", "SECONDS", "10", "how long an address may take to begin an answer");
        Options.about(
                spec,
                "For those who run a log: looks at heads of it that are shown elsewhere, and says whether they are"
                        + " over the entries of this folder. A head that our key signed and that this folder did not make"
                        + " means that somebody else has the key. Nobody but you can see a thief who only adds entries, so"
                        + " look often. Exit code 0 all ours, 1 the key is used by somebody else, 3 something could not be"
                        + " looked at.",
                "cotejo keys look election https://results.example.org/2027/ http://192.0.2.7:8780/");
    }

    CommandSpec spec() {
        return spec;
    }

    @Override
    public Integer call() {
        ElectionFolder folder = ElectionFolder.open(Options.path(spec, 0));
        Vkey key = KeysRevoke.key(folder);
        List<String> places = Options.words(spec, 1);
        if (places.isEmpty()) {
            throw new RefusedException(AppProblem.MISSING_OPTION.at("URL|FILE", "URL|FILE"));
        }
        int exit = Exit.PROVEN;
        try (HttpWeb web = new HttpWeb(Duration.ofSeconds(Options.number(spec, "--wait", 1, 600)))) {
            for (String place : places) {
                int one = look(folder, key, place, web);
                exit = one == Exit.REFUTED || exit == Exit.REFUTED ? Exit.REFUTED : Math.max(exit, one);
            }
        }
        return exit;
    }

    private int look(ElectionFolder folder, Vkey key, String place, HttpWeb web) {
        Optional<byte[]> bytes;
        try {
            bytes = Opened.isOnWeb(place) ? fetched(place, web) : Optional.of(ClockFiles.bytes(place, Note.SIZE_MOST));
        } catch (LimitException e) {
            return said(Exit.UNCHECKED, place, e.sentence());
        } catch (IOException e) {
            String reason = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
            return said(Exit.UNCHECKED, place, new Sentence("can't be reached: {0}", "inaccesible: {0}").with(reason));
        }
        if (bytes.isEmpty()
                || !(SignedCheckpoint.parse(bytes.get()) instanceof Result.Ok<SignedCheckpoint>(SignedCheckpoint head))
                || !(head.verify(List.of(key)) instanceof Result.Ok<List<Note.Verified>>)) {
            return said(
                    Exit.UNCHECKED,
                    place,
                    new Sentence(
                            "shows no head that our key signed",
                            "no muestra ninguna cabeza firmada con nuestra clave"));
        }
        boolean isOurs = head.checkpoint().origin().equals(key.name()) && KeysRevoke.isOf(folder, head.checkpoint());
        return isOurs
                ? said(
                        Exit.PROVEN,
                        place,
                        new Sentence("{0} entries, ours", "{0} asientos, nuestros")
                                .with(head.checkpoint().size()))
                : said(
                        Exit.REFUTED,
                        place,
                        new Sentence(
                                        "SOMEBODY ELSE HAS OUR KEY: it signed {0} entries with the root {1}, which"
                                                + " this folder did not make. Keep this head, then: cotejo keys revoke"
                                                + " --reason stolen",
                                        "OTRO TIENE NUESTRA CLAVE: firmó {0} asientos con la raíz {1}, que esta"
                                                + " carpeta no hizo. Guarde esta cabeza y luego: cotejo keys revoke"
                                                + " --reason stolen")
                                .with(
                                        head.checkpoint().size(),
                                        head.checkpoint().root()));
    }

    private static Optional<byte[]> fetched(String place, HttpWeb web) throws IOException {
        String url = place.endsWith("/" + SitePath.CHECKPOINT)
                ? place
                : (place.endsWith("/") ? place : place + "/") + SitePath.CHECKPOINT;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        return web.get(url, Note.SIZE_MOST, bytes) == FOUND ? Optional.of(bytes.toByteArray()) : Optional.empty();
    }

    private int said(int exit, String place, Sentence what) {
        Sentence mark = exit == Exit.PROVEN
                ? new Sentence("[proven]", "[probado]")
                : exit == Exit.REFUTED
                        ? new Sentence("[refuted]", "[refutado]")
                        : new Sentence("[could not check]", "[no se pudo comprobar]");
        console.print(mark.in(console.language()) + " " + place + ": " + what.in(console.language()));
        return exit;
    }
}
