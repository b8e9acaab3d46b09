package org.cotejo.station.kiosk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cotejo.definition.Candidate;
import org.cotejo.station.box.Choice;
import org.cotejo.station.day.Booth;
import org.cotejo.station.day.MachineState;
import org.cotejo.station.day.PrintOutcome;
import org.cotejo.station.day.StationDefinition;
import org.junit.jupiter.api.Test;

/** A voter's turn, from the release to the box. */
class VoterPageTest extends PageTest {
    @Test
    void theReceiptShowsExactlyWhatWasTouched() {
        Rig rig = open(Ballots.of(38, 3));
        Voter voter = voter(rig);
        voter.waitFor("rest");
        rig.release();
        voter.vote(37, 0, -1);
        assertEquals(List.of(37, 0, 0), rig.tray.last(), "what was left alone is blank");
        assertEquals("false", browser().run("document.body.innerText.includes('37')"), "the screen shows it no more");
        voter.says(true);
        voter.waitFor("done");
        assertEquals(1, rig.figures().counted());
        rig.release();
        voter.waitFor("welcome");
        assertEquals(List.of(), browser().said(), "nothing on the console");
    }

    @Test
    void aNameIsWrittenWithTheKeysOfTheScreenAndPrintedAsItStands() {
        Rig rig = open(Ballots.withWriteIn(4));
        Voter voter = atKeys(rig, "es", "plain");
        assertEquals(
                "true", browser().run("document.querySelector('dialog.write .main').disabled"), "nothing is no name");
        press("A", "Ñ", "A");
        // The keyboard of the machine does as well; what no name has is not taken.
        browser()
                .run(
                        "[' ', ' ', 'é', '7', '<', 'b', 'Backspace'].forEach(key => document.querySelector('dialog.write h2')"
                                + ".dispatchEvent(new KeyboardEvent('keydown', {key, bubbles: true})))");
        assertEquals("AÑA É", browser().run("document.querySelector('dialog.write output').textContent"));
        browser().touch("document.querySelector('dialog.write .main')");
        browser().until(Voter.radio(5) + ".getAttribute('aria-checked') === 'true'");
        assertTrue(browser().run(Voter.radio(5) + ".textContent").contains("AÑA É"));
        voter.goOn();
        voter.choose(2);
        voter.goOn();
        voter.waitFor("review");
        assertTrue(browser().run("document.body.innerText").contains("AÑA É"), "and is looked at once more");
        voter.confirm();
        voter.waitFor("check");
        assertEquals(
                new Choice.WrittenIn(5, "AÑA É"),
                rig.tray.receipts().getLast().lines().getFirst().choice());
        assertEquals(
                "false", browser().run("document.documentElement.outerHTML.includes('AÑA É')"), "the page forgot it");
        voter.says(true);
        voter.waitFor("done");
        assertFalse(rig.machine.log().contains("A\u00d1A"), "the log knows no name");
        rig.machine.closeStation(1, 1).orThrow();
        assertEquals(
                List.of(0, 0, 0, 0, 1),
                rig.machine.sheets().orThrow().getFirst().sheet().votes());
    }

    /** A voter before whom the keys are open, with which a name is written. */
    private Voter atKeys(Rig rig, String language, String contrast) {
        Voter voter = voter(rig);
        rig.release(language, contrast, "off");
        voter.begin();
        browser().touch(Voter.radio(5));
        browser().until("document.querySelector('dialog.write')");
        return voter;
    }

    private void press(String... letters) {
        for (String letter : letters) {
            browser()
                    .touch("[...document.querySelectorAll('dialog.write .key')].find(key => key.textContent === '"
                            + letter + "')");
        }
    }

    @Test
    void anArabicNameIsWrittenFromTheRightAndBlankTakesItBack() {
        Rig rig = open(Ballots.withWriteIn(4));
        Voter voter = atKeys(rig, "ar", "high");
        press("ذ", "ض", "ذ");
        browser().touch("document.querySelector('dialog.write .main')");
        browser().until(Voter.radio(5) + ".getAttribute('aria-checked') === 'true'");
        voter.choose(0);
        voter.goOn();
        voter.goOn();
        voter.waitFor("review");
        assertEquals("false", browser().run("document.body.innerText.includes('ذضذ')"), "it is not chosen any more");
        voter.confirm();
        voter.waitFor("check");
        assertEquals(List.of(0, 0), rig.tray.last());
    }

    @Test
    void nothingChosenIsSaidBeforeItIsPrinted() {
        Rig rig = open(Ballots.of(4, 2));
        Voter voter = voter(rig);
        rig.release();
        voter.begin();
        voter.goOn();
        voter.choose(0);
        voter.goOn();
        voter.waitFor("review");
        assertEquals(
                "1", browser().run("document.querySelectorAll('.unsaid').length"), "blank on purpose is no oversight");
        assertTrue(
                browser().run("document.querySelector('.warning').textContent").contains("1"));
        browser().touch("document.querySelector('.row button')");
        voter.waitFor("contest");
        voter.choose(2);
        voter.goOn();
        voter.waitFor("review");
        assertEquals("0", browser().run("document.querySelectorAll('.warning').length"));
        voter.confirm();
        voter.waitFor("check");
        assertEquals(List.of(2, 0), rig.tray.last());
    }

    @Test
    void aWrongReceiptIsTakenOutUnseenAndTheSameVoterVotesAgain() {
        Rig rig = open(Ballots.of(4, 1));
        Voter voter = voter(rig);
        rig.release("en", "high", "off");
        voter.vote(3);
        voter.says(false);
        voter.waitFor("again");
        assertEquals(
                "en high",
                browser().run("document.documentElement.lang + ' ' + document.documentElement.dataset.contrast"));
        assertEquals(1, rig.figures().spoiled(), voter.heading());
        assertEquals(0, rig.figures().counted());
        assertEquals(
                "spoiled",
                new Asking(rig.kiosk.officerPage())
                        .ask("state", Map.of("seen", -1))
                        .get("again"));
        browser().touch("document.querySelector('#foot .main')");
        voter.waitFor("contest");
        assertEquals("0", browser().run("document.querySelectorAll('[aria-checked=true]').length"));
        voter.choose(1);
        voter.goOn();
        voter.confirm();
        voter.waitFor("check");
        voter.says(true);
        voter.waitFor("done");
        assertEquals(1, rig.figures().counted());
        assertEquals(2, rig.figures().confirmed());
    }

    @Test
    void withoutPaperTheVoteIsKeptAndTheOfficerIsCalled() {
        Rig rig = open(Ballots.of(4, 1));
        Voter voter = voter(rig);
        rig.release();
        rig.tray.next(new PrintOutcome.Failed(PrintOutcome.Reason.NO_PAPER));
        voter.begin();
        voter.choose(2);
        voter.goOn();
        voter.confirm();
        voter.waitFor("trouble");
        Asking officer = new Asking(rig.kiosk.officerPage());
        Map<?, ?> state = officer.ask("state", Map.of("seen", -1));
        assertTrue(Tree.text(Tree.map(state, "problem"), "es").contains("papel"), state::toString);
        assertFalse(state.toString().contains("Quintero"));
        officer.ask("reprint", Map.of());
        voter.waitFor("check");
        assertEquals(List.of(2), rig.tray.last());
        voter.says(true);
        voter.waitFor("done");
        assertEquals(1, rig.figures().counted());
        assertEquals(1, rig.figures().voidStrips());
    }

    @Test
    void everyOneOfAThousandCardsIsReachedAndAllAreAlike() {
        Rig rig = open(Ballots.of(1_000, 1));
        Voter voter = voter(rig);
        rig.release();
        voter.begin();
        Set<String> seen = new HashSet<>();
        Set<String> sizes = new HashSet<>();
        int pages = 0;
        while (true) {
            String cards = browser()
                    .run("[...document.querySelectorAll('[role=radio]:not(.blank)')].map(e => { const r ="
                            + " e.getBoundingClientRect(), g ="
                            + " document.querySelector('#main').getBoundingClientRect(); return e.dataset.position +"
                            + " ' ' + Math.round(r.width) + 'x' + Math.round(r.height) + (r.bottom <= g.bottom + 1 &&"
                            + " r.right <= innerWidth ? '' : ' hidden') }).join(',')");
            for (String card : cards.split(",", -1)) {
                seen.add(card.substring(0, card.indexOf(' ')));
                sizes.add(card.substring(card.indexOf(' ') + 1));
            }
            assertEquals(
                    "false", browser().run("document.activeElement.matches('[role=radio]')"), "no card has the focus");
            pages++;
            if (browser()
                    .run("document.querySelector('[data-turn=next]').disabled")
                    .equals("true")) {
                break;
            }
            browser().run("document.querySelector('[data-turn=next]').click()");
        }
        assertEquals(1_000, seen.size());
        assertEquals(1, sizes.size(), sizes::toString);
        assertTrue(pages > 10);
        browser().touch("document.querySelectorAll('.pager button')[1]");
        for (int key : new int[] {7, 3, 4}) {
            browser().touch("[...document.querySelectorAll('.key')].find(e => e.textContent === '" + key + "')");
        }
        browser().touch("document.querySelector('dialog .buttons .main')");
        browser().until(Voter.radio(734));
        voter.choose(734);
        voter.goOn();
        voter.confirm();
        voter.waitFor("check");
        assertEquals(List.of(734), rig.tray.last());
    }

    @Test
    void allThatIsTouchedIsLargeEnoughAndOnTheScreen() {
        Rig rig = open(Ballots.of(38, 2));
        String small = "[...document.querySelectorAll('button')].filter(e => e.offsetParent).map(e => [e,"
                + " e.getBoundingClientRect()]).filter(([e, r]) => r.width < 44 || r.height < 44 || r.left < 0 ||"
                + " r.right > innerWidth + 1).map(([e, r]) => e.textContent + ' ' + r.width + 'x' +"
                + " r.height).join('; ')";
        String wide = "document.documentElement.scrollWidth > innerWidth";
        for (int[] size : new int[][] {{1280, 800}, {1024, 768}, {1080, 1920}, {390, 844}}) {
            browser().size(size[0], size[1]);
            for (String language : List.of("es", "ar")) {
                Voter voter = voter(rig);
                rig.release(language, "plain", "off");
                voter.waitFor("welcome");
                assertEquals("", browser().run(small), "welcome " + size[0] + language);
                voter.begin();
                assertEquals("", browser().run(small), "contest " + size[0] + language);
                assertEquals("false", browser().run(wide));
                assertEquals(
                        "true",
                        browser()
                                .run("[...document.querySelectorAll('.option, .pager button')].every(e =>"
                                        + " e.getBoundingClientRect().bottom <="
                                        + " document.querySelector('#foot').getBoundingClientRect().top + 1)"),
                        "nothing to scroll at " + size[0]);
                browser().run("document.querySelector('#foot .main').click()");
                browser().run("document.querySelector('#foot .main').click()");
                voter.waitFor("review");
                assertEquals("", browser().run(small), "review " + size[0] + language);
                new Asking(rig.kiosk.officerPage()).ask("cancel", Map.of());
                voter.waitFor("rest");
            }
        }
    }

    @Test
    void goingBackOrLoadingAnewVotesForNobodyAndShowsNothing() {
        Rig rig = open(Ballots.of(4, 1));
        Voter voter = voter(rig);
        rig.release();
        voter.begin();
        voter.choose(2);
        browser().back();
        browser().until("location.href === 'about:blank'");
        assertEquals(0, rig.figures().confirmed());
        Voter again = voter(rig);
        again.waitFor("welcome");
        again.begin();
        assertEquals("0", browser().run("document.querySelectorAll('[aria-checked=true]').length"));
        again.choose(3);
        browser().reload();
        again.waitFor("welcome");
        again.vote(1);
        assertEquals(List.of(1), rig.tray.last());
        assertEquals(1, rig.figures().confirmed());
        browser().back();
        browser().until("location.href === 'about:blank'");
        Voter third = voter(rig);
        third.waitFor("check");
        assertFalse(browser().history().contains("Quintero"));
    }

    @Test
    void everyVoterBeginsFromTheSamePage() {
        Rig rig = open(Ballots.of(4, 1));
        Voter voter = voter(rig);
        rig.release();
        voter.waitFor("welcome");
        browser().touch("document.getElementById('t-contrast')");
        browser().touch("document.getElementById('t-text')");
        browser().touch("document.querySelector('.languages [lang=fr]')");
        browser().until("document.documentElement.lang === 'fr'");
        voter.vote(1);
        voter.says(true);
        voter.waitFor("done");
        rig.release();
        voter.waitFor("welcome");
        assertEquals(
                "es 0 plain",
                browser()
                        .run("document.documentElement.lang + ' ' + document.documentElement.dataset.text + ' '"
                                + " + document.documentElement.dataset.contrast"));
    }

    @Test
    void timeRunsOutWithoutLoss() {
        Rig rig = open(Ballots.of(4, 1), 1_500, 1_500);
        Voter voter = voter(rig);
        rig.release();
        voter.begin();
        voter.choose(2);
        browser().until("document.querySelector('dialog.time')");
        browser().touch("document.querySelector('dialog.time .main')");
        assertEquals(
                "true", browser().run(Voter.radio(2) + ".getAttribute('aria-checked')"), "more time, nothing lost");
        browser().until("document.querySelector('dialog.away')");
        Asking officer = new Asking(rig.kiosk.officerPage());
        Browser.pause(300);
        assertEquals(true, officer.ask("state", Map.of("seen", -1)).get("away"), "the officer knows");
        officer.ask("call", Map.of());
        browser().until("!document.querySelector('dialog')");
        assertEquals("true", browser().run(Voter.radio(2) + ".getAttribute('aria-checked')"), "the officer gave time");
        browser().until("document.querySelector('dialog.away')");
        officer.ask("cancel", Map.of());
        voter.waitFor("rest");
        assertEquals("false", browser().run("document.body.innerText.includes('Quintero')"));
        assertTrue(rig.machine.view().state() instanceof MachineState.Open(Booth.Idle()));
        assertEquals(1, rig.figures().cancelled());
    }

    @Test
    void arabicRunsFromTheRight() {
        Rig rig = open(Ballots.of(12, 2));
        Voter voter = voter(rig);
        rig.release("ar", "plain", "off");
        voter.begin();
        assertEquals("rtl ar", browser().run("document.documentElement.dir + ' ' + document.documentElement.lang"));
        assertEquals(
                "true",
                browser()
                        .run("document.querySelector('#foot button').getBoundingClientRect().left >"
                                + " document.querySelector('#foot .main').getBoundingClientRect().left"),
                "on is to the left");
        voter.choose(1);
        voter.goOn();
        voter.choose(2);
        voter.goOn();
        voter.confirm();
        voter.waitFor("check");
        assertEquals(List.of(1, 2), rig.tray.last());
    }

    @Test
    void whereTheBrowserKeepsThingsThereIsNoChoice() throws IOException {
        StationDefinition setup = Ballots.of(6, 2);
        Rig rig = open(setup);
        Voter voter = voter(rig);
        rig.release();
        voter.vote(5, 2);
        voter.says(true);
        voter.waitFor("done");
        assertEquals(
                "0 0 ", browser().run("localStorage.length + ' ' + sessionStorage.length + ' ' + document.cookie"));
        assertEquals(
                "Mesa \u2068" + Ballots.STATION + "\u2069", browser().run("document.title"), "no title that changes");
        for (Candidate candidate : setup.contests().getFirst().candidates()) {
            assertFalse(isInProfile(candidate.name()), candidate.name() + " in the browser's profile");
        }
    }

    private static boolean isInProfile(String text) throws IOException {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        byte[] utf16 = text.getBytes(StandardCharsets.UTF_16LE);
        try (var files = Files.walk(folder.resolve("profile"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                byte[] bytes;
                try {
                    bytes = Files.readAllBytes(file);
                } catch (IOException e) {
                    continue; // the browser took it away meanwhile
                }
                String all = new String(bytes, StandardCharsets.ISO_8859_1);
                if (all.contains(new String(utf8, StandardCharsets.ISO_8859_1))
                        || all.contains(new String(utf16, StandardCharsets.ISO_8859_1))) {
                    return true;
                }
            }
        }
        return false;
    }
}
