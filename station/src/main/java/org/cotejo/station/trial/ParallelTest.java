package org.cotejo.station.trial;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.cotejo.base.Sentence;
import org.cotejo.crypto.Sha256;
import org.cotejo.definition.Contest;
import org.cotejo.definition.ElectionDefinition;
import org.cotejo.definition.Names;
import org.cotejo.sheet.KeyAlgorithm;
import org.cotejo.sheet.MachineId;
import org.cotejo.sheet.Sheet;
import org.cotejo.sheet.SignedSheet;
import org.cotejo.station.box.Choice;
import org.cotejo.station.box.ContestCount;
import org.cotejo.station.day.Figures;
import org.cotejo.station.day.Machine;
import org.cotejo.station.day.MachineMaker;
import org.cotejo.station.day.Receipt;
import org.cotejo.station.day.StationDefinition;
import org.cotejo.station.day.Surroundings;
import org.cotejo.tally.Figure;

/**
 * Runs a script on a machine made for it, and holds sheets, receipts and the machine's own figures against what the script gives. What is
 * expected is added up from the script alone, by other code than the machine's.
 */
public final class ParallelTest {
    private static final String REHEARSAL = "demo-";

    private final Script script;
    private final StationDefinition setup;
    private final List<Sentence> differences = new ArrayList<>();

    private ParallelTest(Script script, StationDefinition setup) {
        this.script = script;
        this.setup = setup;
    }

    /** The same definition as an election of its own, which says in its id that it is a rehearsal. */
    public static StationDefinition rehearsal(StationDefinition of) {
        ElectionDefinition e = of.election();
        String id = e.id().startsWith(REHEARSAL) || e.id().startsWith("sim-") ? e.id() : REHEARSAL + e.id();
        ElectionDefinition marked = new ElectionDefinition(
                id.substring(0, Math.min(id.length(), Names.ID_MOST)),
                e.title(),
                e.origin(),
                e.levels(),
                e.contests(),
                e.sides(),
                e.custodians(),
                e.roll(),
                e.stations(),
                e.announcer());
        byte[] named = ("parallel test of " + of.hash().hex()).getBytes(StandardCharsets.UTF_8);
        return new StationDefinition(marked, Sha256.of(named), of.station(), of.places(), of.registered());
    }

    /**
     * Runs a script on a new machine in a folder that is not there yet.
     *
     * @param of the definition whose ballot is tested; the test has an id and a key of a rehearsal
     */
    public static TrialResult run(Path folder, StationDefinition of, Script script, Surroundings around) {
        StationDefinition setup = rehearsal(of);
        MachineMaker.make(
                        folder,
                        setup.election().id(),
                        setup.station(),
                        new MachineId("parallel-test"),
                        KeyAlgorithm.ED25519_DEMO,
                        around)
                .orThrow();
        try (Machine machine = Machine.start(folder, around).orThrow()) {
            machine.load(
                            setup,
                            true,
                            setup.spoken().groups(),
                            machine.identity().key())
                    .orThrow();
            machine.openStation(1).orThrow();
            return new ParallelTest(script, setup).on(machine);
        }
    }

    private TrialResult on(Machine machine) {
        int came = 0;
        int number = 0;
        for (Script.Voter voter : script.voters()) {
            number++;
            machine.release().orThrow();
            switch (voter.answer()) {
                case CANCEL -> machine.cancelRelease().orThrow();
                case RIGHT -> {
                    confirm(machine, voter, number);
                    machine.receiptRight().orThrow();
                }
                case LEFT -> {
                    confirm(machine, voter, number);
                    machine.voterLeft().orThrow();
                }
                case WRONG -> {
                    confirm(machine, voter, number);
                    machine.receiptWrong().orThrow();
                    confirm(machine, voter, number);
                    machine.receiptRight().orThrow();
                }
            }
            came += voter.answer() == Script.Answer.CANCEL ? 0 : 1;
        }
        machine.closeStation(came, 1).orThrow();
        List<SignedSheet> sheets = machine.sheets().orThrow();
        Figures figures = machine.view().figures();
        hold(sheets, figures);
        return new TrialResult(expected(), sheets, figures, differences);
    }

    /** Every figure of these sheets that is not what a script gives. */
    static List<Sentence> differences(
            Script script, StationDefinition setup, List<SignedSheet> sheets, Figures figures) {
        ParallelTest test = new ParallelTest(script, setup);
        test.hold(sheets, figures);
        return test.differences;
    }

    private void hold(List<SignedSheet> sheets, Figures figures) {
        int came = (int) script.voters().stream()
                .filter(voter -> voter.answer() != Script.Answer.CANCEL)
                .count();
        List<ContestCount> expected = expected();
        for (int i = 0; i < expected.size(); i++) {
            compare(expected.get(i), sheets.get(i), came);
        }
        same(new Sentence("votes counted", "votos contados"), came, figures.counted());
    }

    private List<ContestCount> expected() {
        return setup.contests().stream().map(this::expected).toList();
    }

    private void confirm(Machine machine, Script.Voter voter, int number) {
        Receipt receipt = machine.confirm(Objects.requireNonNull(machine.view().pass()), voter.ballot())
                .orThrow();
        for (Receipt.Line line : receipt.lines()) {
            if (!line.choice().equals(voter.ballot().choice(line.contest().id()))) {
                differences.add(new Sentence(
                                "the receipt of scripted voter {0} does not say what the script says in {1}",
                                "el comprobante del elector {0} del guion no dice lo que dice el guion en {1}")
                        .with(number, line.contest().id()));
            }
        }
    }

    /** What the script gives, added up position by position. */
    private ContestCount expected(Contest contest) {
        List<Integer> votes = new ArrayList<>();
        for (int position = 1; position <= Figure.positions(contest).size(); position++) {
            int at = position;
            votes.add(votesFor(
                    contest,
                    choice -> choice instanceof Choice.Picked(int picked) && picked == at
                            || choice instanceof Choice.WrittenIn(int written, String _) && written == at));
        }
        return new ContestCount(contest.id(), votes, votesFor(contest, choice -> choice instanceof Choice.Blank));
    }

    private int votesFor(Contest contest, Predicate<Choice> isIt) {
        return (int) script.voters().stream()
                .filter(voter -> voter.answer() != Script.Answer.CANCEL)
                .filter(voter -> isIt.test(voter.ballot().choice(contest.id())))
                .count();
    }

    private void compare(ContestCount expected, SignedSheet signed, int came) {
        Sheet sheet = signed.sheet();
        for (int i = 0; i < expected.votes().size(); i++) {
            same(
                    new Sentence("{0}, position {1}", "{0}, posición {1}").with(expected.contest(), i + 1),
                    expected.votes().get(i),
                    sheet.votes().get(i));
        }
        same(
                new Sentence("{0}, blank", "{0}, en blanco").with(expected.contest()),
                expected.blank(),
                sheet.counts().getOrDefault(Figure.Count.BLANK, -1));
        same(
                new Sentence("{0}, receipts", "{0}, comprobantes").with(expected.contest()),
                came,
                sheet.counts().getOrDefault(Figure.Count.BALLOTS, -1));
    }

    private void same(Sentence what, int expected, int found) {
        if (expected != found) {
            differences.add(new Sentence(
                    what.en() + ": " + expected + " expected, " + found + " found",
                    what.es() + ": se esperaba " + expected + ", hay " + found));
        }
    }
}
