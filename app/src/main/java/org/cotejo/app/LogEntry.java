package org.cotejo.app;

import java.util.HexFormat;
import java.util.concurrent.Callable;
import org.cotejo.base.Problem;
import org.cotejo.base.RefusedException;
import org.cotejo.base.Result;
import org.cotejo.base.Sentence;
import org.cotejo.crypto.Hash;
import org.cotejo.entry.Entry;
import org.cotejo.entry.EntryReader;
import org.cotejo.merkle.TreeHash;
import picocli.CommandLine.Model.CommandSpec;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;

/** {@code cotejo log entry SITE|URL N}: one entry, in words and in bytes. */
final class LogEntry implements Callable<Integer> {
    private static final int BYTES_A_LINE = 32;

    private final CommandSpec spec = Options.of(this);
    private final Console console;

    LogEntry(Console console) {
        this.console = console;
        Options.positional(spec, "SITE|URL", "a publication: a folder, or an http:// or https:// address");
        Options.positional(spec, "N", "which entry, from 0 on");
        Options.value(spec, "--into", "FILE", null, "write the entry's bytes into this file");
        Options.json(spec);
        Options.about(
                spec,
                "Shows one entry of a log, in words and in bytes, after it was found to be the one that the log's tree holds.",
                "cotejo log entry public/venezuela 12");
    }

    CommandSpec spec() {
        return spec;
    }

    /** The number of an entry as it was typed. */
    static long index(CommandSpec spec, int position) {
        String text = Options.positional(spec, position);
        try {
            long index = Long.parseLong(text);
            if (index >= 0) {
                return index;
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw new RefusedException(AppProblem.BAD_NUMBER.at("N", text, 0, TreeHash.SIZE_MOST - 1));
    }

    @Override
    public Integer call() {
        long index = index(spec, 1);
        try (LogAt log = LogAt.open(Options.positional(spec, 0))) {
            return switch (log.tiles().then(tiles -> tiles.entry(index))) {
                case Result.Refused<byte[]>(Problem problem) -> LogCommand.refused(problem, console);
                case Result.Ok<byte[]>(byte[] bytes) -> show(index, bytes);
            };
        }
    }

    private int show(long index, byte[] bytes) {
        String into = Options.text(spec, "--into");
        if (into != null) {
            WrittenFile.write(into, bytes);
        }
        Hash leaf = new TreeHash().leaf(bytes, 0, bytes.length);
        Result<Entry> read = EntryReader.read(bytes, 0, bytes.length);
        if (Options.isSet(spec, "--json")) {
            json(index, bytes, leaf, read);
            return Exit.PROVEN;
        }
        switch (read) {
            case Result.Ok<Entry>(Entry entry) -> {
                Sentence kind = EntryWords.kind(entry);
                console.print(new Sentence("entry {0}: {1}", "asiento {0}: {2}").with(index, kind.en(), kind.es()));
                EntryWords.lines(entry).forEach(console::print);
            }
            case Result.Refused<Entry>(Problem problem) ->
                console.print(
                        new Sentence("entry {0}: of no known form: {1}", "asiento {0}: de ninguna forma conocida: {2}")
                                .with(index, problem.line("en"), problem.line("es")));
        }
        console.print(new Sentence("  leaf hash: {0}", "  hash de la hoja: {0}").with(leaf));
        console.print(new Sentence("  {0} bytes:", "  {0} bytes:").with(bytes.length));
        for (int at = 0; at < bytes.length; at += BYTES_A_LINE) {
            console.print("    " + HexFormat.of().formatHex(bytes, at, Math.min(bytes.length, at + BYTES_A_LINE)));
        }
        return Exit.PROVEN;
    }

    private void json(long index, byte[] bytes, Hash leaf, Result<Entry> read) {
        try (JsonGenerator json = LogShow.JSON.createGenerator(ObjectWriteContext.empty(), console.out())) {
            json.writeStartObject();
            json.writeNumberProperty("entry", index);
            json.writeStringProperty("leaf", leaf.hex());
            json.writeStringProperty("bytes", HexFormat.of().formatHex(bytes));
            json.writeArrayPropertyStart("words");
            if (read instanceof Result.Ok<Entry>(Entry entry)) {
                json.writeString(EntryWords.kind(entry).in(console.language()));
                EntryWords.lines(entry).forEach(json::writeString);
            }
            json.writeEndArray();
            json.writeEndObject();
            json.writeRaw('\n');
        }
    }
}
