package org.cotejo.reconcile;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.cotejo.base.Workers;
import org.cotejo.definition.ElectionDefinition;
import org.cotejo.dossier.Dossier;
import org.cotejo.dossier.Finding;

/**
 * Lays every copy beside every other and beside what was announced, station by station and contest by contest. The same
 * entries give the same result whatever the number of threads is.
 */
public final class Reconciler {
    private final Dossier dossier;
    private final List<SourceTable> tables = new ArrayList<>();
    private final List<Boolean> announces = new ArrayList<>();
    private final List<StationColumns> columns = new ArrayList<>();
    private final List<long[]> prints = new ArrayList<>();
    private final Map<Integer, List<Integer>> listedAgain;
    private final int[] registered;
    private final int[] registeredAtLeast;

    private Reconciler(Dossier dossier) {
        this.dossier = dossier;
        this.listedAgain = Registers.listedAgain(dossier);
        this.registered = new int[dossier.frame().register().size()];
        this.registeredAtLeast = new int[registered.length];
    }

    /** Reconciles all contests of an election. */
    public static Reconciliation reconcile(Dossier dossier) {
        return new Reconciler(dossier).run();
    }

    private Reconciliation run() {
        ElectionDefinition definition = dossier.definition();
        int stations = registered.length;
        Stretches cut = Stretches.of(stations);
        for (var contest : definition.contests()) {
            SourceTable table = SourceTable.of(definition, contest, dossier.sources());
            boolean hasAnnounced = dossier.sources().stream()
                    .anyMatch(s -> contest.id().equals(s.contest())
                            && s.kind() == org.cotejo.custody.Source.Kind.ANNOUNCED
                            && s.id().custodian().equals(table.announcer()));
            tables.add(table);
            announces.add(hasAnnounced);
            columns.add(new StationColumns(cut, contest.candidates().size() + 2));
            prints.add(new long[stations]);
        }
        List<Worker> workers = work(cut);
        List<Finding> findings = new ArrayList<>(dossier.findings());
        List<ContestResult> contests = new ArrayList<>();
        for (int contest = 0; contest < tables.size(); contest++) {
            contests.add(result(contest, workers));
            int index = contest;
            findings.addAll(Patterns.find(
                    workers.stream().map(w -> w.patterns.get(index)).toList(),
                    workers.getFirst().cases.get(index)));
        }
        workers.forEach(worker -> findings.addAll(worker.found));
        findings.addAll(wholeFindings(definition));
        return new Reconciliation(dossier, contests, tables, registered, findings);
    }

    private List<Worker> work(Stretches cut) {
        int stretches = cut.count();
        int count = Math.clamp(stretches, 1, Workers.THREADS);
        List<Worker> workers = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            workers.add(new Worker(cut.first(stretches * i / count), cut.first(stretches * (i + 1) / count)));
        }
        Workers.run(workers);
        return workers;
    }

    private ContestResult result(int contest, List<Worker> workers) {
        Sums known = new Sums(
                dossier.definition().contests().get(contest).candidates().size() + 2);
        Sums announced = new Sums(known.size());
        for (Worker worker : workers) {
            known.add(worker.known.get(contest));
            announced.add(worker.announced.get(contest));
        }
        boolean[] carried = carried(contest);
        return new ContestResult(
                contest,
                dossier.definition().contests().get(contest),
                tables.get(contest).announcer(),
                dossier.frame().unlisted(),
                columns.get(contest),
                registered,
                registeredAtLeast,
                known.totals(carried),
                announced.isEmpty() ? null : announced.totals(new boolean[known.size()]));
    }

    /** Which figures any source of copies of the contest carries, so that a sum over no station is zero and not unknown. */
    private boolean[] carried(int contest) {
        int figures = dossier.definition().contests().get(contest).candidates().size() + 2;
        boolean[] carried = new boolean[figures];
        for (int source = 0; source < dossier.sources().size(); source++) {
            SourceTable.Row row = tables.get(contest).row(source);
            boolean isOfContest = dossier.definition()
                    .contests()
                    .get(contest)
                    .id()
                    .equals(row.source().contest());
            if (isOfContest && !row.isAnnounced() && row.counts()) {
                for (int slot : row.slots()) {
                    if (slot >= 0 && slot < figures) {
                        carried[slot] = true;
                    }
                }
            }
        }
        return carried;
    }

    private List<Finding> wholeFindings(ElectionDefinition definition) {
        List<Finding> found = new ArrayList<>();
        int unlisted = dossier.frame().unlisted();
        if (unlisted > 0) {
            found.add(Finding.at(
                    ReconcileFinding.NOT_LISTED, Finding.NOWHERE, Finding.NOWHERE, Integer.toString(unlisted)));
        }
        long sum = 0;
        for (int voters : registered) {
            sum += Math.max(voters, 0);
        }
        if (definition.roll() != null && sum > definition.roll()) {
            found.add(Finding.at(
                    ReconcileFinding.ABOVE_ROLL,
                    Finding.NOWHERE,
                    Finding.NOWHERE,
                    Long.toString(sum),
                    Long.toString(definition.roll())));
        }
        return found;
    }

    /** Examines the stations from one index to another; writes the columns of these stations alone. */
    private final class Worker implements Runnable {
        private final int from;
        private final int to;
        private final List<Finding> found = new ArrayList<>();
        private final List<StationCase> cases = new ArrayList<>();
        private final List<CaseFindings> finders = new ArrayList<>();
        private final List<CertificateFindings> receipts = new ArrayList<>();
        private final List<Patterns> patterns = new ArrayList<>();
        private final List<Sums> known = new ArrayList<>();
        private final List<Sums> announced = new ArrayList<>();

        Worker(int from, int to) {
            this.from = from;
            this.to = to;
            for (int contest = 0; contest < tables.size(); contest++) {
                StationCase stationCase = new StationCase(dossier, contest, tables.get(contest));
                cases.add(stationCase);
                finders.add(new CaseFindings(stationCase, found, announces.get(contest)));
                receipts.add(new CertificateFindings(stationCase, found));
                patterns.add(new Patterns(prints.get(contest)));
                known.add(new Sums(stationCase.merged.length));
                announced.add(new Sums(stationCase.merged.length));
            }
        }

        @Override
        public void run() {
            RecordFindings records = new RecordFindings(dossier, found);
            MachineLogFindings logs = new MachineLogFindings(dossier, found);
            Registers registers = new Registers(dossier, listedAgain, found);
            for (int station = from; station < to; station++) {
                registers.begin(station);
                for (int contest = 0; contest < cases.size(); contest++) {
                    StationCase stationCase = cases.get(contest);
                    stationCase.examine(station);
                    registers.take(stationCase);
                    record(stationCase, contest);
                }
                registers.end();
                registered[station] = registers.most();
                registeredAtLeast[station] = registers.least();
                for (int contest = 0; contest < cases.size(); contest++) {
                    if (cases.size() > 1) {
                        cases.get(contest).examine(station);
                    }
                    finders.get(contest).find(registered[station]);
                    receipts.get(contest).find();
                    logs.compare(cases.get(contest));
                }
                records.find(station);
                logs.find(station);
            }
        }

        @SuppressWarnings("EnumOrdinal") // packed in memory, never written
        private void record(StationCase c, int contest) {
            StationColumns column = columns.get(contest);
            column.states[c.station] = (byte) c.state.ordinal();
            if (c.hasCountable) {
                column.markCopy(c.station);
            }
            StationColumns.Stretch stretch = column.stretch(c.station);
            int base = stretch.base(c.station);
            if (c.state.isKnown()) {
                stretch.votes().set(base, c.merged, 0, c.merged.length);
                known.get(contest).add(c.merged, 0);
            } else {
                stretch.votes().fill(base, c.merged.length, StationCase.NOT_CARRIED);
            }
            if (c.announced >= 0) {
                column.markAnnounced(c.station);
                stretch.announce(c.station, c.cells, c.announced * c.slots);
                announced.get(contest).add(c.cells, c.announced * c.slots);
            }
            patterns.get(contest).collect(c);
        }
    }
}
