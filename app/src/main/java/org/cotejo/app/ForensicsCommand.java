package org.cotejo.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import org.cotejo.audit.forensics.EarlierElection;
import org.cotejo.audit.forensics.FingerprintChart;
import org.cotejo.audit.forensics.ForensicReport;
import org.cotejo.audit.forensics.ForensicSettings;
import org.cotejo.audit.forensics.Forensics;
import org.cotejo.audit.forensics.LegalHours;
import org.cotejo.audit.forensics.StationFiguresTable;
import org.cotejo.audit.forensics.StationTable;
import org.cotejo.base.RefusedException;
import org.cotejo.base.Sentence;
import org.cotejo.definition.CandidateId;
import org.cotejo.definition.PlaceTree;
import org.cotejo.definition.StationCode;
import org.cotejo.folder.ElectionFolder;
import org.cotejo.reconcile.ContestResult;
import org.cotejo.reconcile.Reconciliation;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;

/** {@code cotejo forensics DIR}. */
final class ForensicsCommand implements Callable<Integer> {
    private static final long ROUNDS_MOST = 10_000_000;

    private final CommandSpec spec = Options.of(this);
    private final Console console;

    ForensicsCommand(Console console) {
        this.console = console;
        Options.positional(spec, "DIR", "the election folder");
        Options.value(spec, "--contest", "ID", null, "only this contest; without it, every one");
        Options.value(
                spec, "--leader", "ID", null, "the candidate to look at; without it, the one with the most votes");
        Options.value(
                spec,
                "--level",
                "N",
                null,
                "depth of the places that are taken for areas: 1 for the widest divisions; without it, one with 20 stations or more on average");
        Options.value(spec, "--earlier", "DIR", null, "the folder of an earlier election, for the same places");
        Options.value(
                spec,
                "--earlier-leader",
                "ID",
                null,
                "whom to compare there; without it, the same id, else who had the most votes");
        Options.flag(spec, "--announced", "look at the announced station results instead of the sheets");
        Options.value(
                spec,
                "--legal-closing",
                "TIME",
                null,
                "before which no station may close, such as 2027-03-02T18:00-04:00; asked of signed sheets, which say when"
                        + " they were made");
        Options.value(
                spec,
                "--latest-closing",
                "TIME",
                null,
                "after which no station may still take votes, if the law says so");
        Options.values(spec, "--exempt", "STATION", "a station where special rules hold, left out of the hard checks");
        Options.value(spec, "--seed", "S", "1", "seed of the random numbers: the same seed gives the same report");
        Options.value(spec, "--rounds", "N", String.valueOf(ForensicSettings.ROUNDS), "rounds of the Monte Carlo null");
        Options.flag(
                spec, "--with-2bl", "show the second-digit Benford test as well: a bad test, which honest counts fail");
        Options.value(spec, "--csv", "FILE", null, "write the stations with standard columns, for R and others");
        Options.value(spec, "--svg", "DIR", null, "write the turnout and share chart of each contest into this folder");
        Options.json(spec);
        Options.about(
                spec,
                "Runs a fixed list of statistics over the stations' figures. Each is a hint, not proof: it comes with how often honest elections set it off and what else does.",
                "cotejo forensics venezuela --csv stations.csv",
                "cotejo forensics venezuela --earlier venezuela-2018 --json");
    }

    CommandSpec spec() {
        return spec;
    }

    /** One contest looked at. */
    record Looked(ContestResult result, StationFiguresTable figures, ForensicReport report) {}

    @Override
    public Integer call() {
        Path path = Options.path(spec, 0);
        int rounds = (int) Options.number(spec, "--rounds", 1, ROUNDS_MOST);
        long seed = Options.number(spec, "--seed", Long.MIN_VALUE, Long.MAX_VALUE);
        console.say(new Sentence("Reading {0} ...", "Leyendo {0} ...").with(path));
        Reconciliation now = ReportMaker.of(ElectionFolder.open(path)).reconciliation();
        String other = Options.text(spec, "--earlier");
        Reconciliation earlier = other == null
                ? null
                : ReportMaker.of(ElectionFolder.open(Path.of(other))).reconciliation();
        List<Looked> looked = new ArrayList<>();
        for (ContestResult result : ContestChoice.of(now, path, Options.text(spec, "--contest"))) {
            looked.add(look(now, result, earlier, rounds, seed));
        }
        writeFiles(now, looked);
        if (Options.isSet(spec, "--json")) {
            ForensicsJson.write(now, looked, seed, rounds, console);
        } else {
            new ForensicsText(now, console).write(looked);
        }
        return Exit.PROVEN;
    }

    private Looked look(
            Reconciliation now, ContestResult result, @Nullable Reconciliation earlier, int rounds, long seed) {
        boolean isAnnounced = Options.isSet(spec, "--announced") || result.stationsWithCopies() == 0;
        String level = Options.text(spec, "--level");
        int depth = level == null ? -1 : (int) Options.number(spec, "--level", 0, PlaceTree.DEPTH_MOST);
        StationFiguresTable figures = StationFiguresTable.of(now, result, isAnnounced, depth);
        if (figures.table().size() == 0) {
            throw new RefusedException(AppProblem.NO_FIGURES.at(
                    Options.positional(spec, 0), result.contest().id().value()));
        }
        int leader = leader(result, figures.table());
        ForensicSettings settings = new ForensicSettings(
                leader,
                rounds,
                seed,
                Options.isSet(spec, "--with-2bl"),
                StationFiguresTable.announcements(now.dossier(), result),
                earlier == null ? null : earlier(now, result, earlier, leader),
                exempt(now, figures),
                hours());
        return new Looked(result, figures, Forensics.of(figures.table(), settings));
    }

    private LegalHours hours() {
        long earliest = minute("--legal-closing");
        long latest = minute("--latest-closing");
        if (latest != StationTable.UNKNOWN && latest < earliest) {
            throw new RefusedException(
                    AppProblem.BAD_TIME.at("--latest-closing", String.valueOf(Options.text(spec, "--latest-closing"))));
        }
        return new LegalHours(earliest, latest);
    }

    private long minute(String option) {
        String text = Options.text(spec, option);
        if (text == null) {
            return StationTable.UNKNOWN;
        }
        try {
            long minute = Math.floorDiv(OffsetDateTime.parse(text).toEpochSecond(), 60L);
            if (minute >= 0) {
                return minute;
            }
        } catch (DateTimeParseException e) {
            // said below
        }
        throw new RefusedException(AppProblem.BAD_TIME.at(option, text));
    }

    private EarlierElection earlier(Reconciliation now, ContestResult result, Reconciliation earlier, int leader) {
        CandidateId id = result.contest().candidates().get(leader).id();
        return EarlierPlaces.of(
                now,
                earlier,
                Objects.requireNonNull(Options.text(spec, "--earlier")),
                id,
                Options.text(spec, "--earlier-leader"));
    }

    private int leader(ContestResult result, StationTable table) {
        String asked = Options.text(spec, "--leader");
        if (asked == null) {
            return table.largest(-1);
        }
        for (int i = 0; i < result.nullFigure(); i++) {
            if (result.contest().candidates().get(i).id().value().equals(asked)) {
                return i;
            }
        }
        throw new RefusedException(
                AppProblem.NO_CANDIDATE.at(Options.positional(spec, 0), asked, EarlierPlaces.ids(result)));
    }

    private Set<Integer> exempt(Reconciliation now, StationFiguresTable figures) {
        Set<Integer> exempt = new HashSet<>();
        for (String text : Options.texts(spec, "--exempt")) {
            int station = text.isBlank() ? -1 : now.dossier().frame().register().find(new StationCode(text));
            if (station < 0) {
                throw new RefusedException(AppProblem.NO_STATION.at(Options.positional(spec, 0), text));
            }
            for (int row = 0; row < figures.station().length; row++) {
                if (figures.station()[row] == station) {
                    exempt.add(row);
                }
            }
        }
        return exempt;
    }

    private void writeFiles(Reconciliation now, List<Looked> looked) {
        String csv = Options.text(spec, "--csv");
        if (csv != null) {
            if (looked.size() > 1) {
                throw new RefusedException(AppProblem.MISSING_OPTION.at("--csv", "--contest ID"));
            }
            StationsExport.write(now, looked.getFirst(), Path.of(csv));
        }
        String folder = Options.text(spec, "--svg");
        if (folder == null) {
            return;
        }
        Folders.make(Path.of(folder));
        for (Looked one : looked) {
            String id = "fingerprint-" + (one.result().index() + 1);
            String name = one.result()
                    .contest()
                    .candidates()
                    .get(one.report().leader())
                    .name();
            String svg = FingerprintChart.of(
                            one.figures().table(),
                            one.report().leader(),
                            one.report().fingerprint(),
                            name,
                            id)
                    .svg(console.language());
            write(Path.of(folder).resolve(id + ".svg"), svg);
        }
    }

    /** Writes a text file. */
    static void write(Path file, String text) {
        try {
            Files.writeString(file, text, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("writing " + file, e);
        }
    }
}
