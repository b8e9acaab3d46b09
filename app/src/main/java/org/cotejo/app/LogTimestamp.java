package org.cotejo.app;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.concurrent.Callable;
import org.cotejo.base.RefusedException;
import org.cotejo.base.Sentence;
import org.cotejo.crypto.Sha256;
import org.cotejo.publication.TimestampPath;
import org.cotejo.tlog.Checkpoint;
import org.cotejo.verify.time.TimestampRequest;
import picocli.CommandLine.Model.CommandSpec;

/**
 * {@code cotejo log timestamp request|attach}: a second clock for a head of the log. Cotejo writes the question and keeps the
 * answer; a person carries both, since no part of Cotejo calls out to the network for a time.
 */
final class LogTimestamp implements Callable<Integer> {
    private static final int NONCE_BITS = 64;

    private final CommandSpec spec = Options.of(this);
    private final Console console;

    LogTimestamp(Console console) {
        this.console = console;
        Options.about(
                spec,
                "Has somebody else give a time for the head of a log: writes what to send, and attaches what comes back.",
                "cotejo log timestamp request public/venezuela --into head.tsq --text head.txt",
                "cotejo log timestamp attach public/venezuela head.tsr");
        Parts.add(spec, "request", new Request().spec);
        Parts.add(spec, "attach", new Attach().spec);
    }

    CommandSpec spec() {
        return spec;
    }

    @Override
    public Integer call() {
        throw Parts.missing(spec, "timestamp");
    }

    /** Writes the question. */
    private final class Request implements Callable<Integer> {
        private final CommandSpec spec = Options.of(this);

        Request() {
            Options.positional(spec, "SITE|URL", "a publication: a folder, or an http:// or https:// address");
            Options.value(
                    spec, "--into", "FILE", null, "write an RFC 3161 request (.tsq) for a time-stamping authority");
            Options.value(spec, "--text", "FILE", null, "write the text itself, for an OpenTimestamps client");
            Options.about(
                    spec,
                    "Writes what is to be stamped: the text of the log's head, which is its origin, its number of entries and its"
                            + " root, without signatures. Send it with any client; docs/timestamps.md has the steps.",
                    "cotejo log timestamp request public/venezuela --into head.tsq --text head.txt",
                    "curl -H 'Content-Type: application/timestamp-query' --data-binary @head.tsq TSA-ADDRESS -o head.tsr",
                    "ots stamp head.txt");
        }

        @Override
        public Integer call() {
            String into = Options.text(spec, "--into");
            String text = Options.text(spec, "--text");
            if (into == null && text == null) {
                throw new RefusedException(AppProblem.MISSING_OPTION.at("request", "--into FILE.tsq, --text FILE.txt"));
            }
            try (LogAt log = LogAt.open(Options.positional(spec, 0))) {
                Checkpoint head = log.head().checkpoint();
                byte[] stamped = head.text().getBytes(StandardCharsets.UTF_8);
                if (into != null) {
                    WrittenFile.write(
                            into, TimestampRequest.of(stamped, new BigInteger(NONCE_BITS, new SecureRandom())));
                }
                if (text != null) {
                    WrittenFile.write(text, stamped);
                }
                console.print(new Sentence(
                                "To be stamped: {0} entries of \"{1}\", SHA-256 {2}",
                                "Para sellar: {0} asientos de «{1}», SHA-256 {2}")
                        .with(head.size(), head.origin(), Sha256.of(stamped)));
                return Exit.PROVEN;
            }
        }
    }

    /** Keeps the answer. */
    private final class Attach implements Callable<Integer> {
        private final CommandSpec spec = Options.of(this);

        Attach() {
            Options.positional(spec, "SITE", "the folder of a publication");
            Options.positional(spec, "FILE", "the answer: .tsr or .tst of an authority, .ots of OpenTimestamps");
            Options.about(
                    spec,
                    "Attaches a timestamp to a publication, if it is over this head of the log or over an earlier one. It is"
                            + " refused if it is malformed, over something else, or falsely signed.",
                    "cotejo log timestamp attach public/venezuela head.tsr",
                    "cotejo log timestamp attach public/venezuela head.txt.ots");
        }

        @Override
        public Integer call() {
            TimestampAttacher attacher = new TimestampAttacher(Path.of(Options.positional(spec, 0)));
            TimestampAttacher.Attached attached = attacher.attach(Options.positional(spec, 1));
            TimestampPath path = attached.path();
            console.print(new Sentence(
                            "Attached as {0}: it is over the first {1} entries.",
                            "Adjuntado como {0}: es de los primeros {1} asientos.")
                    .with(path.path(), path.entries()));
            console.print("  [" + attached.answer().sentence().in(console.language()) + "] "
                    + attached.evidence().in(console.language()));
            return Exit.PROVEN;
        }
    }
}
