package org.cotejo.app;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.cotejo.audit.boxes.AuditProblem;
import org.cotejo.audit.boxes.AuditReport;
import org.cotejo.audit.boxes.AuditState;
import org.cotejo.audit.boxes.BoxReport;
import org.cotejo.base.Sentence;
import org.cotejo.base.Where;
import org.cotejo.custody.AuditDraw;
import org.cotejo.custody.BallotManifest;
import org.cotejo.custody.BoxCount;
import org.cotejo.custody.BoxCounts;
import org.cotejo.custody.Commitment;
import org.cotejo.definition.Names;
import org.cotejo.definition.Register;
import org.cotejo.definition.StationCode;
import org.cotejo.dossier.Frame;
import org.cotejo.folder.FolderWriter;
import org.cotejo.formats.importer.InputFile;
import org.cotejo.formats.text.Row;
import org.cotejo.formats.text.RowFile;
import org.cotejo.formats.text.RowTerms;
import org.cotejo.tally.Figure;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;

/** {@code cotejo audit record}: takes hand counts from files into the record. All files of one command go in, or none. */
final class AuditRecording {
    private final CommandSpec spec;
    private final Console console;
    private final Clock clock;
    private final Map<StationCode, BoxCount> taken = new LinkedHashMap<>();
    private final Map<StationCode, Long> lines = new HashMap<>();

    AuditRecording(CommandSpec spec, Console console, Clock clock) {
        this.spec = spec;
        this.console = console;
        this.clock = clock;
    }

    int run(FolderAudits audits, FolderWriter writer, AuditReport audit, List<Path> files) {
        AuditCommand.refuseVoid(audit);
        AuditDraw draw = audit.draw();
        boolean isOpen = audit.state() instanceof AuditState.Counting
                || audit.state() instanceof AuditState.FullCount
                || audit.state() instanceof AuditState.Confirmed
                || audit.state() instanceof AuditState.Refuted;
        if (!isOpen || draw == null) {
            Sentence state = audit.state().sentence();
            throw AuditProblem.STATE.of("--audit", state.en(), state.es());
        }
        Frame frame = audits.folder().frame(audits.blocks());
        List<Figure> figures = BoxCounts.figuresOf(audit.auditedContest());
        for (Path file : files) {
            lines.clear();
            new Reader(audit, draw, frame.register(), figures, file).read();
        }
        List<BoxCount> fresh = fresh(audit);
        if (fresh.isEmpty()) {
            throw AuditProblem.NOTHING_NEW.at(Where.file(files.getFirst().toString()));
        }
        BoxCounts counts =
                BoxCounts.of(audit.id(), Objects.requireNonNull(audit.newest(Commitment.Kind.DRAW)), figures, fresh);
        for (Path file : files) {
            writer.keepPrivate(file, InputFile.read(file).bytes());
        }
        AuditChange change = new AuditChange(audits, writer, audit.id(), LocalDate.now(clock));
        change.add(Commitment.Kind.COUNTS, counts.bytes());
        change.commit();
        console.print(new Sentence("{0} boxes recorded.", "{0} cajas anotadas.").with(fresh.size()));
        return Exit.PROVEN;
    }

    /** What the files say and the record does not; other counts of a box on record only as a correction. */
    private List<BoxCount> fresh(AuditReport audit) {
        Map<StationCode, BoxCount> onRecord = new HashMap<>();
        for (BoxReport box : audit.boxes()) {
            if (box.count() != null) {
                onRecord.put(box.box().station(), box.count());
            }
        }
        List<BoxCount> fresh = new ArrayList<>();
        taken.forEach((station, count) -> {
            BoxCount before = onRecord.get(station);
            if (before != null && count.equals(before)) {
                return;
            }
            if (before != null && !Options.isSet(spec, "--correct")) {
                throw AuditProblem.RECORDED.of("--correct", station);
            }
            fresh.add(count);
        });
        return fresh;
    }

    /** The station of a row, also where its code lost leading zeros and only one fits; refuses one that nobody lists. */
    static StationCode station(Register register, Row row, int column) {
        String text = row.code(column);
        if (Names.idFault(text).isEmpty()) {
            StationCode code = new StationCode(text);
            int station = register.find(code);
            station = station < 0 ? register.findWithoutZeros(code) : station;
            if (station >= 0) {
                return register.code(station);
            }
        }
        throw AuditProblem.NO_BOX.at(row.where(column), text);
    }

    /** One file of count forms. */
    private final class Reader {
        private final AuditReport audit;
        private final AuditDraw draw;
        private final Register register;
        private final List<Figure> figures;
        private final RowFile rows;
        private final int auditColumn;
        private final int stationColumn;
        private final int stateColumn;
        private final int[] columns;
        private final Set<StationCode> drawn;

        Reader(AuditReport audit, AuditDraw draw, Register register, List<Figure> figures, Path file) {
            this.audit = audit;
            this.draw = draw;
            this.register = register;
            this.figures = figures;
            this.rows = RowFile.open(file.toString(), InputFile.read(file).bytes(), RowTerms.TEMPLATE);
            auditColumn = rows.column("audit");
            stationColumn = rows.column("station");
            stateColumn = rows.column("state");
            columns = figures.stream()
                    .mapToInt(figure -> rows.column(figure.toString()))
                    .toArray();
            drawn = new HashSet<>(draw.draws());
        }

        void read() {
            rows.rows(this::row);
        }

        private void row(Row row) {
            if (!row.is(auditColumn, audit.id())) {
                throw AuditProblem.OTHER_AUDIT.at(row.where(auditColumn), row.text(auditColumn), audit.id());
            }
            StationCode station = station(register, row, stationColumn);
            // A station that was listed after the plan is in no box of it, of a full count either.
            boolean isDrawn = draw.isFull() ? audit.audited().manifest().find(station) >= 0 : drawn.contains(station);
            if (!isDrawn) {
                throw AuditProblem.NOT_DRAWN.at(row.where(stationColumn), station);
            }
            if (isUnfilled(row)) {
                return;
            }
            BoxCount count = count(row, station);
            BoxCount before = taken.putIfAbsent(station, count);
            if (before != null && !before.equals(count)) {
                throw AuditProblem.TWICE.at(row.where(stationColumn), station, lines.getOrDefault(station, 0L));
            }
            lines.putIfAbsent(station, row.where(stationColumn).line());
        }

        /** A line of the form that nobody has filled in yet. */
        private boolean isUnfilled(Row row) {
            boolean isEmpty = row.text(stateColumn).isEmpty();
            for (int column : columns) {
                isEmpty &= row.text(column).isEmpty();
            }
            return isEmpty;
        }

        private BoxCount count(Row row, StationCode station) {
            BoxCount.State state = state(row);
            boolean mayCount = state == BoxCount.State.COUNTED || state == BoxCount.State.SEAL_BROKEN;
            List<Integer> counts = new ArrayList<>();
            for (int column : columns) {
                String text = row.text(column);
                if (text.isEmpty()) {
                    continue;
                }
                int cell = row.cell(column);
                if (!mayCount) {
                    throw AuditProblem.COUNTS_EXTRA.at(row.where(column), state.key());
                }
                if (cell < 0) {
                    throw AuditProblem.COUNTS_MISSING.at(row.where(column));
                }
                counts.add(cell);
            }
            boolean isHalf = counts.size() < figures.size() && !(counts.isEmpty() && state != BoxCount.State.COUNTED);
            for (int column : columns) {
                if (isHalf && row.text(column).isEmpty()) {
                    throw AuditProblem.COUNTS_MISSING.at(row.where(column));
                }
            }
            bound(row, station, state, counts);
            return new BoxCount(station, state, counts);
        }

        private void bound(Row row, StationCode station, BoxCount.State state, List<Integer> counts) {
            BallotManifest.Box box = audit.audited()
                    .manifest()
                    .boxes()
                    .get(audit.audited().manifest().find(station));
            long ballots = counts.stream().mapToLong(Integer::longValue).sum();
            if (state == BoxCount.State.COUNTED && ballots > box.ballotsAtMost()) {
                throw AuditProblem.ABOVE_BOUND.at(row.where(stationColumn), ballots, station, box.ballotsAtMost());
            }
        }

        private BoxCount.State state(Row row) {
            String text = row.text(stateColumn);
            BoxCount.@Nullable State state = text.isEmpty() ? BoxCount.State.COUNTED : null;
            for (BoxCount.State known : BoxCount.State.values()) {
                state = known.key().equals(text) ? known : state;
            }
            if (state == null) {
                throw AuditProblem.VALUE.at(
                        row.where(stateColumn),
                        text,
                        "counted, missing, denied, seal_broken or overfull",
                        "counted, missing, denied, seal_broken u overfull");
            }
            return state;
        }
    }
}
