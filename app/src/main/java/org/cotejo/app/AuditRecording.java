package org.cotejo.app;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.cotejo.audit.boxes.AuditProblem;
import org.cotejo.audit.boxes.AuditReport;
import org.cotejo.audit.boxes.BoxReport;
import org.cotejo.base.RefusedException;
import org.cotejo.base.Sentence;
import org.cotejo.base.Where;
import org.cotejo.custody.BallotManifest;
import org.cotejo.custody.BoxCount;
import org.cotejo.custody.BoxCounts;
import org.cotejo.custody.Commitment;
import org.cotejo.definition.StationCode;
import org.cotejo.folder.FolderWriter;
import org.cotejo.formats.importer.InputFile;
import org.cotejo.formats.text.Row;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;

/** {@code cotejo audit record}: takes hand counts from files into the record. All files of one command go in, or none. */
final class AuditRecording {
    private final CommandSpec spec;
    private final Console console;
    private final Clock clock;

    AuditRecording(CommandSpec spec, Console console, Clock clock) {
        this.spec = spec;
        this.console = console;
        this.clock = clock;
    }

    int run(FolderAudits audits, FolderWriter writer, AuditReport audit, List<Path> files) {
        OpenForms<StationCode, BoxCount> forms = new OpenForms<>(audits, audit);
        for (Path file : files) {
            new Reader(forms, audit.audited().manifest(), file).read();
        }
        Map<StationCode, BoxCount> onRecord = new HashMap<>();
        for (BoxReport box : audit.boxes()) {
            if (box.count() != null) {
                onRecord.put(box.box().station(), box.count());
            }
        }
        List<BoxCount> fresh = forms.fresh(
                onRecord,
                Options.isSet(spec, "--correct") ? null : station -> AuditProblem.RECORDED.of("--correct", station),
                Where.file(files.getFirst().toString()));
        BoxCounts counts = BoxCounts.of(
                audit.id(), Objects.requireNonNull(audit.newest(Commitment.Kind.DRAW)), forms.figures(), fresh);
        for (Path file : files) {
            writer.keepPrivate(file, InputFile.read(file).bytes());
        }
        AuditChange change = new AuditChange(audits, writer, audit.id(), LocalDate.now(clock));
        change.add(Commitment.Kind.COUNTS, counts.bytes());
        change.commit();
        console.print(new Sentence("{0} boxes recorded.", "{0} cajas anotadas.").with(fresh.size()));
        return Exit.PROVEN;
    }

    /** One file of count forms. */
    private static final class Reader extends FormReader<StationCode, BoxCount> {
        private final BallotManifest manifest;

        Reader(OpenForms<StationCode, BoxCount> forms, BallotManifest manifest, Path file) {
            super(forms, file);
            this.manifest = manifest;
        }

        @Override
        boolean isInPlan(StationCode station) {
            return manifest.find(station) >= 0;
        }

        @Override
        StationCode key(Row row, StationCode station) {
            return station;
        }

        @Override
        RefusedException twice(Row row, StationCode station, Where first) {
            return AuditProblem.TWICE.at(row.where(stationColumn), station, first);
        }

        @Override
        BoxCount value(Row row, StationCode station) {
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
            boolean isHalf = counts.size() < columns.length && !(counts.isEmpty() && state != BoxCount.State.COUNTED);
            for (int column : columns) {
                if (isHalf && row.text(column).isEmpty()) {
                    throw AuditProblem.COUNTS_MISSING.at(row.where(column));
                }
            }
            bound(row, station, state, counts);
            return new BoxCount(station, state, counts);
        }

        private void bound(Row row, StationCode station, BoxCount.State state, List<Integer> counts) {
            BallotManifest.Box box = manifest.boxes().get(manifest.find(station));
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
