package org.cotejo.app;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.cotejo.audit.boxes.AuditProblem;
import org.cotejo.audit.evidence.EvidenceReport;
import org.cotejo.audit.evidence.EvidenceStation;
import org.cotejo.audit.evidence.PaperRule;
import org.cotejo.base.RefusedException;
import org.cotejo.base.Sentence;
import org.cotejo.base.Where;
import org.cotejo.custody.Commitment;
import org.cotejo.custody.EvidenceAsk;
import org.cotejo.custody.EvidencePaper;
import org.cotejo.custody.EvidencePapers;
import org.cotejo.definition.StationCode;
import org.cotejo.folder.FolderWriter;
import org.cotejo.formats.text.Row;
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

    EvidenceRecording(CommandSpec spec, Console console, Clock clock) {
        this.spec = spec;
        this.console = console;
        this.clock = clock;
    }

    int run(FolderAudits audits, FolderWriter writer, EvidenceReport audit, List<Path> files) {
        OpenForms<Key, EvidencePaper> forms = new OpenForms<>(audits, audit);
        for (Path file : files) {
            new Reader(forms, audit, file).read();
        }
        Map<Key, EvidencePaper> onRecord = new HashMap<>();
        for (EvidenceStation station : audit.stations()) {
            for (EvidenceStation.Held held : station.papers()) {
                if (held.paper() != null) {
                    onRecord.put(new Key(station.station(), held.ask()), held.paper());
                }
            }
        }
        List<EvidencePaper> fresh = forms.fresh(
                onRecord,
                Options.isSet(spec, "--correct")
                        ? null
                        : key -> AuditProblem.PAPER_RECORDED.of("--correct", key.station(), key.ask()),
                Where.file(files.getFirst().toString()));
        EvidencePapers papers = EvidencePapers.of(
                audit.id(), Objects.requireNonNull(audit.newest(Commitment.Kind.DRAW)), forms.figures(), fresh);
        AuditChange change = new AuditChange(audits, writer, audit.id(), LocalDate.now(clock));
        change.add(Commitment.Kind.COUNTS, papers.bytes());
        change.commit();
        console.print(new Sentence("{0} papers recorded.", "{0} papeles anotados.").with(fresh.size()));
        return Exit.PROVEN;
    }

    /** One file of forms. */
    private static final class Reader extends FormReader<Key, EvidencePaper> {
        private final EvidenceReport audit;
        private final List<Figure> figures;
        private final PaperRule rule;
        private final List<EvidenceAsk> asked;
        private final int custodianColumn;
        private final int paperColumn;

        Reader(OpenForms<Key, EvidencePaper> forms, EvidenceReport audit, Path file) {
            super(forms, file);
            this.audit = audit;
            this.figures = forms.figures();
            this.rule = new PaperRule(audit.audited(), audit.auditedContest(), figures);
            this.asked = Objects.requireNonNull(audit.plan()).asked();
            custodianColumn = rows.column("custodian");
            paperColumn = rows.column("paper");
        }

        @Override
        boolean isInPlan(StationCode station) {
            return audit.audited().results().find(station) >= 0;
        }

        @Override
        Key key(Row row, StationCode station) {
            return new Key(station, ask(row));
        }

        @Override
        RefusedException twice(Row row, Key key, Where first) {
            return AuditProblem.PAPER_TWICE.at(row.where(stationColumn), key.station(), key.ask(), first);
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

        @Override
        EvidencePaper value(Row row, Key key) {
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
