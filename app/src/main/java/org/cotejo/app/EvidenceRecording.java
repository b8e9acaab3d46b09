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
import java.util.stream.Collectors;
import org.cotejo.audit.boxes.AuditProblem;
import org.cotejo.audit.boxes.AuditState;
import org.cotejo.audit.evidence.EvidenceReport;
import org.cotejo.audit.evidence.EvidenceStation;
import org.cotejo.audit.evidence.PaperRule;
import org.cotejo.base.Sentence;
import org.cotejo.custody.AuditDraw;
import org.cotejo.custody.BoxCounts;
import org.cotejo.custody.Commitment;
import org.cotejo.custody.EvidenceAsk;
import org.cotejo.custody.EvidencePaper;
import org.cotejo.custody.EvidencePapers;
import org.cotejo.custody.EvidencePlan;
import org.cotejo.definition.Register;
import org.cotejo.definition.StationCode;
import org.cotejo.folder.FolderWriter;
import org.cotejo.formats.importer.InputFile;
import org.cotejo.formats.text.Row;
import org.cotejo.formats.text.RowFile;
import org.cotejo.formats.text.RowTerms;
import org.cotejo.tally.Cell;
import org.cotejo.tally.Figure;
import picocli.CommandLine.Model.CommandSpec;

/** {@code cotejo audit record} of an audit of the evidence: takes what papers say, or who did not show them. All files go in, or none. */
final class EvidenceRecording {
    /** A paper of a station. */
    private record Key(StationCode station, EvidenceAsk ask) {}

    private final CommandSpec spec;
    private final Console console;
    private final Clock clock;
    private final Map<Key, EvidencePaper> taken = new LinkedHashMap<>();
    private final Map<Key, Long> lines = new HashMap<>();

    EvidenceRecording(CommandSpec spec, Console console, Clock clock) {
        this.spec = spec;
        this.console = console;
        this.clock = clock;
    }

    int run(FolderAudits audits, FolderWriter writer, EvidenceReport audit, List<Path> files) {
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
        Register register = audits.folder().frame(audits.blocks()).register();
        List<Figure> figures = BoxCounts.figuresOf(audit.auditedContest());
        for (Path file : files) {
            lines.clear();
            new Reader(audit, draw, register, figures, file).read();
        }
        List<EvidencePaper> fresh = fresh(audit);
        if (fresh.isEmpty()) {
            throw AuditProblem.NOTHING_NEW.of("FILE");
        }
        AuditChange change = new AuditChange(audits, writer, audit.id(), LocalDate.now(clock));
        change.add(
                Commitment.Kind.COUNTS,
                EvidencePapers.of(
                                audit.id(), Objects.requireNonNull(audit.newest(Commitment.Kind.DRAW)), figures, fresh)
                        .bytes());
        change.commit();
        console.print(new Sentence("{0} papers recorded.", "{0} papeles anotados.").with(fresh.size()));
        return Exit.PROVEN;
    }

    /** What the files say and the record does not; other contents of a paper on record only as a correction. */
    private List<EvidencePaper> fresh(EvidenceReport audit) {
        Map<Key, EvidencePaper> onRecord = new HashMap<>();
        for (EvidenceStation station : audit.stations()) {
            for (EvidenceStation.Held held : station.papers()) {
                if (held.paper() != null) {
                    onRecord.put(new Key(station.station(), held.ask()), held.paper());
                }
            }
        }
        List<EvidencePaper> fresh = new ArrayList<>();
        taken.forEach((key, paper) -> {
            EvidencePaper before = onRecord.get(key);
            if (before != null && paper.equals(before)) {
                return;
            }
            if (before != null && !Options.isSet(spec, "--correct")) {
                throw AuditProblem.PAPER_RECORDED.of("--correct", key.station(), key.ask());
            }
            fresh.add(paper);
        });
        return fresh;
    }

    /** One file of forms. */
    private final class Reader {
        private final EvidenceReport audit;
        private final AuditDraw draw;
        private final Register register;
        private final List<Figure> figures;
        private final PaperRule rule;
        private final List<EvidenceAsk> asked;
        private final RowFile rows;
        private final int auditColumn;
        private final int stationColumn;
        private final int custodianColumn;
        private final int paperColumn;
        private final int stateColumn;
        private final int[] columns;
        private final Set<StationCode> drawn;

        Reader(EvidenceReport audit, AuditDraw draw, Register register, List<Figure> figures, Path file) {
            EvidencePlan plan = Objects.requireNonNull(audit.plan());
            this.audit = audit;
            this.draw = draw;
            this.register = register;
            this.figures = figures;
            this.rule = new PaperRule(audit.audited(), audit.auditedContest(), figures);
            this.asked = plan.asked();
            this.rows = RowFile.open(file.toString(), InputFile.read(file).bytes(), RowTerms.TEMPLATE);
            auditColumn = rows.column("audit");
            stationColumn = rows.column("station");
            custodianColumn = rows.column("custodian");
            paperColumn = rows.column("paper");
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
            StationCode station = AuditRecording.station(register, row, stationColumn);
            boolean isDrawn = draw.isFull() ? audit.audited().results().find(station) >= 0 : drawn.contains(station);
            if (!isDrawn) {
                throw AuditProblem.NOT_DRAWN.at(row.where(stationColumn), station);
            }
            EvidenceAsk ask = ask(row);
            if (isUnfilled(row)) {
                return;
            }
            Key key = new Key(station, ask);
            EvidencePaper paper = paper(row, key);
            EvidencePaper before = taken.putIfAbsent(key, paper);
            if (before != null && !before.equals(paper)) {
                throw AuditProblem.PAPER_TWICE.at(row.where(stationColumn), station, ask, lines.getOrDefault(key, 0L));
            }
            lines.putIfAbsent(key, row.where(stationColumn).line());
        }

        private EvidenceAsk ask(Row row) {
            String custodian = row.text(custodianColumn);
            String paper = row.text(paperColumn);
            return asked.stream()
                    .filter(one -> one.custodian().value().equals(custodian)
                            && one.paper().key().equals(paper))
                    .findFirst()
                    .orElseThrow(() -> AuditProblem.NOT_ASKED.at(
                            row.where(paperColumn),
                            custodian,
                            paper,
                            asked.stream().map(EvidenceAsk::toString).collect(Collectors.joining(", "))));
        }

        /** A line of the form that nobody has filled in yet. */
        private boolean isUnfilled(Row row) {
            boolean isEmpty = row.text(stateColumn).isEmpty();
            for (int column : columns) {
                isEmpty &= row.text(column).isEmpty();
            }
            return isEmpty;
        }

        private EvidencePaper paper(Row row, Key key) {
            EvidencePaper.State state = state(row);
            boolean isProduced = state == EvidencePaper.State.PRODUCED;
            List<Cell> counts = new ArrayList<>();
            for (int i = 0; i < columns.length; i++) {
                String text = row.text(columns[i]);
                if (!text.isEmpty() && !isProduced) {
                    throw AuditProblem.COUNTS_EXTRA.at(row.where(columns[i]), state.key());
                }
                if (isProduced) {
                    counts.add(cell(row, i));
                }
            }
            EvidencePaper paper = new EvidencePaper(key.station(), key.ask(), state, counts);
            Sentence why = isProduced ? rule.fault(paper) : null;
            if (why != null) {
                throw AuditProblem.PAPER_ABOVE.at(row.where(stationColumn), key.station(), why.en(), why.es());
            }
            return paper;
        }

        /** The count of a figure; null and blank votes may be absent from a paper, votes may not. */
        private Cell cell(Row row, int figure) {
            if (row.text(columns[figure]).isEmpty() && figures.get(figure) instanceof Figure.Count) {
                return new Cell.Blank();
            }
            int number = row.text(columns[figure]).isEmpty() ? -1 : row.cell(columns[figure]);
            if (number < 0) {
                throw AuditProblem.COUNTS_MISSING.at(row.where(columns[figure]));
            }
            return new Cell.Written(number);
        }

        private EvidencePaper.State state(Row row) {
            String text = row.text(stateColumn);
            String states = java.util.Arrays.stream(EvidencePaper.State.values())
                    .map(EvidencePaper.State::key)
                    .collect(Collectors.joining(", "));
            return text.isEmpty()
                    ? EvidencePaper.State.PRODUCED
                    : EvidencePaper.State.named(text)
                            .orElseThrow(() -> AuditProblem.VALUE.at(
                                    row.where(stateColumn), text, "one of " + states, "uno de " + states));
        }
    }
}
