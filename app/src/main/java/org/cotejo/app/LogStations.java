package org.cotejo.app;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.cotejo.base.Problem;
import org.cotejo.base.RefusedException;
import org.cotejo.base.Result;
import org.cotejo.base.Sentence;
import org.cotejo.definition.StationCode;
import org.cotejo.entry.EntryBlock;
import org.cotejo.node.monitor.QrPicture;
import org.cotejo.receipt.StationLeaf;
import org.cotejo.receipt.StationSlip;
import org.cotejo.receipt.StationTree;
import org.cotejo.tlog.EntryBundle;
import org.cotejo.tlog.TilePath;
import org.cotejo.tlog.TileReader;
import picocli.CommandLine.Model.CommandSpec;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;

/** {@code cotejo log stations SITE|URL [--station CODE] [--qr FILE]}: the station tree of a log, and the proof of one station. */
final class LogStations implements Callable<Integer> {
    private final CommandSpec spec = Options.of(this);
    private final Console console;

    LogStations(Console console) {
        this.console = console;
        Options.positional(spec, "SITE|URL", "a publication: a folder, or an http:// or https:// address");
        Options.value(spec, "--station", "CODE", null, "show the leaf of a station and prove it");
        Options.value(
                spec,
                "--into",
                "FILE",
                null,
                "write the station's slip into this file: its leaf and the proof that leads to the printed root");
        Options.value(
                spec,
                "--qr",
                "FILE.svg",
                null,
                "draw the station's slip for paper, as a code that the verify page reads");
        Options.json(spec);
        Options.about(
                spec,
                "Makes the station tree of a log's entries: one leaf a station in the order of the definition, so that"
                        + " a station of which nothing came is seen. Print the line that it shows in the gazette when the log is"
                        + " frozen: a station's slip is checked against that line and needs no signature.",
                "cotejo log stations public/venezuela",
                "cotejo log stations public/venezuela --station 010101001.1 --into station.slip --qr station.svg",
                "cotejo log check-proof station.slip --printed \"COTEJO STATIONS 30026 0f3c...\"");
    }

    CommandSpec spec() {
        return spec;
    }

    @Override
    public Integer call() {
        try (LogAt log = LogAt.open(Options.positional(spec, 0))) {
            Result<List<EntryBlock>> blocks = log.tiles()
                    .then(tiles -> blocks(tiles, log.head().checkpoint().size()));
            return switch (blocks) {
                case Result.Refused<List<EntryBlock>>(Problem problem) -> LogCommand.refused(problem, console);
                case Result.Ok<List<EntryBlock>>(List<EntryBlock> all) -> show(StationTree.of(all), log);
            };
        }
    }

    private static Result<List<EntryBlock>> blocks(TileReader tiles, long size) {
        List<EntryBlock> blocks = new ArrayList<>();
        for (long bundle = 0; bundle * TilePath.FULL < size; bundle++) {
            switch (tiles.bundle(bundle)) {
                case Result.Refused<EntryBundle>(Problem problem) -> {
                    return Result.refused(problem);
                }
                case Result.Ok<EntryBundle>(EntryBundle entries) -> {
                    int last = entries.count() - 1;
                    blocks.add(new EntryBlock(entries.bytes(), 0, entries.offset(last) + entries.length(last)));
                }
            }
        }
        return Result.ok(blocks);
    }

    private int show(StationTree tree, LogAt log) {
        String code = Options.text(spec, "--station");
        if (tree.size() == 0) {
            throw new RefusedException(AppProblem.NO_STATION.at("SITE", code == null ? "-" : code));
        }
        Optional<Integer> station = code == null ? Optional.empty() : place(tree, code);
        if (Options.isSet(spec, "--json")) {
            json(tree, station, log);
        } else {
            text(tree, station, log);
        }
        station.map(tree::slip).ifPresent(slip -> write(slip, String.valueOf(code)));
        return Exit.PROVEN;
    }

    private static Optional<Integer> place(StationTree tree, String code) {
        Optional<Integer> station;
        try {
            station = tree.find(new StationCode(code));
        } catch (IllegalArgumentException e) {
            station = Optional.empty();
        }
        if (station.isEmpty()) {
            throw new RefusedException(AppProblem.NO_STATION.at("--station", code));
        }
        return station;
    }

    private void write(StationSlip slip, String code) {
        byte[] bytes = slip.bytes();
        String into = Options.text(spec, "--into");
        if (into != null) {
            WrittenFile.write(into, bytes);
        }
        String picture = Options.text(spec, "--qr");
        if (picture != null) {
            if (bytes.length > StationSlip.SIZE_MOST) {
                throw new RefusedException(AppProblem.QR_LONG.at("--qr", bytes.length, StationSlip.SIZE_MOST));
            }
            WrittenFile.write(picture, QrPicture.svg(bytes, code).getBytes(StandardCharsets.UTF_8));
        }
    }

    private static long silent(StationTree tree) {
        long silent = 0;
        for (int i = 0; i < tree.size(); i++) {
            silent += tree.leaf(i).copies().isEmpty() ? 1 : 0;
        }
        return silent;
    }

    private void text(StationTree tree, Optional<Integer> station, LogAt log) {
        console.print(new Sentence(
                        "stations {0}, of {1} of them nothing is in the first {2} entries",
                        "mesas {0}, de {1} de ellas no hay nada en los primeros {2} asientos")
                .with(tree.size(), silent(tree), log.head().checkpoint().size()));
        console.print(new Sentence("for the gazette: {0}", "para la gaceta: {0}")
                .with(tree.printed().line()));
        if (station.isPresent()) {
            StationLeaf leaf = tree.leaf(station.get());
            console.print(
                    new Sentence("station  {0}, number {1} of the definition", "mesa  {0}, número {1} de la definición")
                            .with(leaf.station(), station.get()));
            leaf.copies()
                    .forEach(copy -> console.print(new Sentence("  entry {0}, leaf {1}", "  asiento {0}, hoja {1}")
                            .with(copy.entry(), copy.leaf())));
            if (leaf.copies().isEmpty()) {
                console.print(new Sentence("  nothing of it is in the log", "  no hay nada de ella en el registro"));
            }
            console.print(
                    new Sentence("  its leaf {0}; its slip has {1} bytes", "  su hoja {0}; su papeleta tiene {1} bytes")
                            .with(leaf.hash(), tree.slip(station.get()).bytes().length));
        }
    }

    private void json(StationTree tree, Optional<Integer> station, LogAt log) {
        try (JsonGenerator json = LogShow.JSON.createGenerator(ObjectWriteContext.empty(), console.out())) {
            json.writeStartObject();
            json.writeStringProperty("origin", log.head().checkpoint().origin());
            json.writeNumberProperty("entries", log.head().checkpoint().size());
            json.writeNumberProperty("stations", tree.size());
            json.writeNumberProperty("stations_silent", silent(tree));
            json.writeStringProperty("root", tree.root().hex());
            json.writeStringProperty("printed", tree.printed().line());
            if (station.isPresent()) {
                StationLeaf leaf = tree.leaf(station.get());
                json.writeStringProperty("station", leaf.station().value());
                json.writeNumberProperty("index", station.get());
                json.writeStringProperty("leaf", leaf.hash().hex());
                json.writeArrayPropertyStart("copies");
                leaf.copies().forEach(copy -> json.writeNumber(copy.entry()));
                json.writeEndArray();
            }
            json.writeEndObject();
            json.writeRaw('\n');
        }
    }
}
