package org.cotejo.station.kiosk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.cotejo.definition.Candidate;
import org.cotejo.station.day.Booth;
import org.cotejo.station.day.MachineState;
import org.cotejo.station.day.PrintOutcome;
import org.junit.jupiter.api.Test;

/** The presiding officer's day, on the officer's own page. */
class OfficerPageTest extends PageTest {
    private static void touch(String words) {
        String button =
                "[...document.querySelectorAll(document.querySelector('dialog[open]') ? 'dialog[open] button' : '#now"
                        + " button')].find(e => e.textContent.includes(" + Quoted.js(words) + "))";
        browser().touch(button);
    }

    private static void says(String words) {
        browser().until("document.body.innerText.includes(" + Quoted.js(words) + ")");
    }

    private static Map<?, ?> vote(Asking voter, String seat, int position) {
        String ticket = Tree.text(voter.ask("state", Map.of("seat", seat, "seen", -1)), "ticket");
        return voter.ask("confirm", Map.of("seat", seat, "ticket", ticket, "choices", new int[] {position}));
    }

    @Test
    void aDayFromOpeningToClosing() throws IOException {
        Rig rig = kept(Rig.ready(newFolder(), Ballots.of(4, 1), Duration.ofHours(1), Duration.ofHours(1)));
        browser().open(rig.kiosk.officerPage());
        touch("Abrir la mesa");
        touch("Imprimir y abrir");
        says("Nadie está votando");
        says("La pantalla del elector no responde");
        touch("Habilitar una boleta");
        says("Una persona está eligiendo");
        touch("Retirar la habilitación");
        touch("Retirarla");
        says("Nadie está votando");
        assertEquals(1, rig.figures().cancelled());
        Asking voter = new Asking(rig.kiosk.voterPage());
        String seat = Tree.text(voter.ask("hello", Map.of()), "seat");
        touch("Habilitar una boleta");
        says("Una persona está eligiendo");
        rig.tray.next(new PrintOutcome.Failed(PrintOutcome.Reason.JAM));
        vote(voter, seat, 3);
        says("El comprobante no salió entero");
        says("el papel está atascado");
        touch("Imprimir de nuevo el comprobante");
        says("La persona está leyendo su comprobante");
        touch("La persona se fue");
        touch("Sí, contarlo");
        says("Nadie está votando");
        assertEquals(1, rig.figures().unanswered());
        touch("Cerrar la mesa");
        browser()
                .run("(i => { i.value = '2'; i.dispatchEvent(new Event('input'));"
                        + " })(document.getElementById('pollbook'))");
        says("diferencia de 1");
        touch("Cerrar e imprimir");
        says("La votación está cerrada");
        says("Difieren en 1");
        assertTrue(rig.machine.view().state() instanceof MachineState.Closed());
        assertEquals(
                List.of(0, 0, 1, 0),
                rig.machine.sheets().orThrow().getFirst().sheet().votes());
        for (Candidate candidate : Ballots.of(4, 1).contests().getFirst().candidates()) {
            assertEquals(
                    "false",
                    browser().run("document.documentElement.outerHTML.includes(" + Quoted.js(candidate.name()) + ")"));
        }
        assertEquals(List.of(), browser().said());
    }

    @Test
    void withoutAnyReceiptTheVoteIsTakenBackAndTheSameVoterBeginsAgain() {
        Rig rig = open(Ballots.of(4, 1));
        Asking voter = new Asking(rig.kiosk.voterPage());
        String seat = Tree.text(voter.ask("hello", Map.of()), "seat");
        browser().open(rig.kiosk.officerPage());
        touch("Habilitar una boleta");
        says("Una persona está eligiendo");
        rig.tray.next(new PrintOutcome.Failed(PrintOutcome.Reason.OFFLINE));
        assertEquals("trouble", Tree.text(vote(voter, seat, 2), "phase"));
        touch("No se puede imprimir");
        touch("Retirarlo");
        says("La misma persona vota de nuevo");
        Map<?, ?> state = voter.ask("state", Map.of("seat", seat, "seen", -1));
        assertEquals("voting withdrawn", Tree.text(state, "phase") + " " + Tree.text(state, "again"));
        assertEquals(1, rig.figures().withdrawn());
    }

    @Test
    void nothingThatTheOfficerIsToldDependsOnAChoice() {
        Map<Integer, String> told = new HashMap<>();
        for (int position : new int[] {0, 1, 4}) {
            Rig rig = open(Ballots.of(4, 1));
            Asking voter = new Asking(rig.kiosk.voterPage());
            Asking officer = new Asking(rig.kiosk.officerPage());
            String seat = Tree.text(voter.ask("hello", Map.of()), "seat");
            StringBuilder all = new StringBuilder();
            rig.release();
            all.append(officer.ask("state", Map.of("seen", -1)));
            vote(voter, seat, position);
            all.append(officer.ask("state", Map.of("seen", -1)));
            voter.ask("receipt", Map.of("seat", seat, "receipt", "wrong"));
            all.append(officer.ask("state", Map.of("seen", -1)));
            told.put(position, all.toString());
        }
        assertEquals(told.get(0), told.get(1));
        assertEquals(told.get(1), told.get(4));
    }

    @Test
    void afterAPowerCutBetweenConfirmationAndReceiptBothPagesSayHowItStands() throws Exception {
        Path machine = newFolder();
        Rig first = Rig.open(machine, Ballots.of(4, 1));
        first.close();
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        CutWhilePrinting.class.getName(),
                        machine.toString())
                .redirectError(folder.resolve("cut.log").toFile())
                .start();
        try (var lines = process.inputReader()) {
            Voter voter = new Voter(browser(), java.net.URI.create(lines.readLine()));
            voter.begin();
            voter.choose(3);
            voter.goOn();
            voter.confirm();
            assertEquals(CutWhilePrinting.HALTED, process.waitFor(), "the power went while the paper came out");
            browser().until("document.documentElement.dataset.screen === 'trouble'");
            assertEquals("false", browser().run("document.body.innerText.includes('Quintero')"));
        } finally {
            process.destroyForcibly();
        }
        Rig rig = kept(Rig.again(machine));
        assertTrue(rig.machine.view().state() instanceof MachineState.Open(Booth.Checking(Booth.Strip strip))
                && strip == Booth.Strip.UNKNOWN);
        browser().open(rig.kiosk.officerPage());
        says("No se sabe si el comprobante salió");
        says("El último elector votó y su voto está a salvo");
        Voter voter = new Voter(browser(), rig.kiosk.voterPage());
        voter.waitFor("trouble");
        new Asking(rig.kiosk.officerPage()).ask("reprint", Map.of());
        voter.waitFor("check");
        assertEquals(List.of(3), rig.tray.last(), "the vote that was confirmed, on paper at last");
        voter.says(true);
        voter.waitFor("done");
        assertEquals(1, rig.figures().counted());
        assertEquals(1, rig.figures().confirmed());
        assertEquals(2, rig.figures().restarts(), "once in its own process, and once after the cut");
    }

    @Test
    void twoMachinesCannotHaveOnePort() {
        Rig rig = open(Ballots.of(4, 1));
        int port = rig.kiosk.voterPage().getPort();
        KioskSettings same = new KioskSettings(
                port,
                0,
                List.of(org.cotejo.station.words.Language.SPANISH),
                Duration.ofSeconds(1),
                Duration.ofSeconds(1),
                1,
                rig.machine.definition().orElseThrow().spoken());
        var second = Kiosk.start(rig.machine, same, new java.security.SecureRandom(), java.time.Clock.systemUTC());
        assertTrue(
                second instanceof org.cotejo.base.Result.Refused<Kiosk>(var problem)
                        && problem.code().equals("KIOSK-101"),
                second::toString);
        assertFalse(rig.kiosk.voterPage().toString().isEmpty());
    }

    /** A machine in a process of its own, whose power goes while a receipt is printed. */
    static final class CutWhilePrinting {
        static final int HALTED = 75;

        private CutWhilePrinting() {}

        public static void main(String[] args) {
            Rig rig = Rig.again(Path.of(args[0]));
            rig.tray.before(() -> Runtime.getRuntime().halt(HALTED));
            rig.release();
            System.out.println(rig.kiosk.voterPage());
            try {
                Thread.sleep(Duration.ofMinutes(5));
            } catch (InterruptedException e) {
                throw new UncheckedIOException(new IOException(e));
            }
        }
    }
}
