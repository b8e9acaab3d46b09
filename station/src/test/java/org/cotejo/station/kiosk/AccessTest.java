package org.cotejo.station.kiosk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cotejo.station.day.PrintOutcome;
import org.cotejo.station.words.Language;
import org.junit.jupiter.api.Test;

/** Voting without hands that point, without eyes that see, and without being hurried. */
class AccessTest extends PageTest {
    private static final String AXE = "axe.run(document, {resultTypes: ['violations']}).then(r => r.violations"
            + ".map(v => v.id + ' ' + v.nodes.slice(0, 3).map(n => n.target + ' ' + n.html.slice(0, 120)"
            + " + ' ' + n.any.map(a => a.message)).join(' | ')).join('\\n'))";

    private final List<String> barriers = new ArrayList<>();

    private static String axe() throws IOException, InterruptedException {
        Path root = Path.of(System.getProperty("cotejo.root"), "station");
        Optional<String> axe = Browser.axe(root.resolve("src/test/js"), root.resolve("target/js"));
        assumeTrue(axe.isPresent(), "npm could not bring axe-core: accessibility is not checked");
        return axe.get();
    }

    private void check(String screen) {
        String found = browser().run(AXE);
        if (!found.isEmpty()) {
            barriers.add(screen + ": " + found);
        }
    }

    @Test
    void axeFindsNoBarrierOnAnyScreenInAnyLanguage() throws IOException, InterruptedException {
        Rig rig = open(Ballots.of(38, 2));
        Voter voter = voter(rig);
        browser().load(axe());
        browser()
                .run("document.querySelector('#foot').insertAdjacentElement('afterend',"
                        + " document.createElement('img')).id = 'bad'");
        check("seeded");
        assertEquals(1, barriers.size(), "the check itself finds a picture without words");
        barriers.clear();
        browser().run("document.getElementById('bad').remove()");
        check("waiting");
        for (Language language : Language.values()) {
            walk(rig, voter, language.tag(), language == Language.SPANISH ? "plain" : "high");
        }
        walk(rig, voter, "en", "soft");
        walk(rig, voter, "ar", "plain");
        assertEquals("", String.join("\n", barriers));
    }

    @Test
    void axeFindsNoBarrierWhereANameIsWritten() throws IOException, InterruptedException {
        Rig rig = open(Ballots.withWriteIn(4));
        Voter voter = voter(rig);
        browser().load(axe());
        for (Language language : Language.values()) {
            String contrast = language == Language.SPANISH ? "plain" : "high";
            rig.release(language.tag(), contrast, "off");
            voter.waitFor("welcome");
            browser().until("document.documentElement.lang === '" + language.tag() + "'");
            browser().run("document.querySelector('#foot .main').click()");
            voter.waitFor("contest");
            browser().run(Voter.radio(5) + ".click()");
            check(language + " keys");
            browser().run("document.querySelector('dialog.write .letters .key').click()");
            check(language + " a letter");
            browser().run("document.querySelector('dialog.write .main').click()");
            check(language + " written");
            browser().run("document.querySelector('#foot .main').click()");
            browser().run("document.querySelector('#foot .main').click()");
            voter.waitFor("review");
            check(language + " review of a name");
            new Asking(rig.kiosk.officerPage()).ask("cancel", Map.of());
            voter.waitFor("rest");
        }
        assertEquals("", String.join("\n", barriers));
    }

    /** Every screen and dialogue of one voter's turn. */
    private void walk(Rig rig, Voter voter, String language, String contrast) {
        String at = language + " " + contrast + " ";
        rig.release(language, contrast, "off");
        voter.waitFor("welcome");
        browser().until("document.documentElement.lang === '" + language + "'");
        check(at + "welcome");
        for (String tool : List.of("t-language", "t-sound", "t-switches")) {
            browser().run("document.getElementById('" + tool + "').click()");
            check(at + tool);
            browser().run("document.querySelector('dialog .buttons .main').click()");
        }
        browser().run("document.querySelector('#foot .main').click()");
        voter.waitFor("contest");
        browser().run("document.querySelectorAll('[role=radio]')[1].click()");
        check(at + "contest");
        browser().run("document.querySelectorAll('.pager button')[1].click()");
        check(at + "number");
        browser().run("document.querySelector('dialog .buttons button').click()");
        browser().run("document.querySelector('#foot .main').click()");
        browser().run("document.querySelector('#foot .main').click()");
        voter.waitFor("review");
        check(at + "review");
        browser().run("document.querySelector('#foot .main').click()");
        check(at + "confirm");
        rig.tray.next(new PrintOutcome.Failed(PrintOutcome.Reason.JAM));
        browser().run("document.querySelector('dialog .buttons .main').click()");
        voter.waitFor("trouble");
        check(at + "trouble");
        new Asking(rig.kiosk.officerPage()).ask("reprint", Map.of());
        voter.waitFor("check");
        check(at + "check");
        browser().run("document.querySelector('#foot button').click()");
        check(at + "wrong");
        browser().run("document.querySelector('dialog .buttons .main').click()");
        voter.waitFor("again");
        check(at + "again");
        new Asking(rig.kiosk.officerPage()).ask("cancel", Map.of());
        voter.waitFor("rest");
    }

    @Test
    void axeFindsNoBarrierWhenTimeRunsOutNorOnTheOfficersPage() throws IOException, InterruptedException {
        Rig rig = open(Ballots.of(4, 1), 400, 2_500);
        Voter voter = voter(rig);
        browser().load(axe());
        rig.release();
        voter.waitFor("welcome");
        browser().until("document.querySelector('dialog.time')");
        check("time");
        browser().until("document.querySelector('dialog.away')");
        check("away");
        browser().open(rig.kiosk.officerPage());
        browser().until("document.querySelector('#now .acts button')");
        browser().load(axe());
        check("officer, voter away");
        new Asking(rig.kiosk.officerPage()).ask("cancel", Map.of());
        browser().until("document.querySelector('details')");
        browser().run("document.querySelector('details').open = true");
        check("officer");
        for (String language : List.of("ar", "en")) {
            browser()
                    .run("(s => { s.value = '" + language
                            + "'; s.dispatchEvent(new Event('change')); })(document.getElementById('language'))");
            browser().until("document.documentElement.lang === '" + language + "'");
            browser().run("document.querySelector('#head button').click()");
            check("officer " + language);
        }
        browser().run("document.querySelectorAll('#now .acts button')[1].click()");
        check("closing");
        assertEquals("", String.join("\n", barriers));
    }

    private static String focused() {
        return browser().run("(e => e.getAttribute('aria-label') ?? e.textContent)(document.activeElement)");
    }

    /** Presses a key until what has the focus satisfies an expression over {@code e}. */
    private static void until(String key, String condition) {
        for (int i = 0; i < 80; i++) {
            if (browser()
                    .run("(e => " + condition + ")(document.activeElement)")
                    .equals("true")) {
                return;
            }
            browser().key(key);
        }
        throw new IllegalStateException(condition + " was never reached with " + key + "; at " + focused());
    }

    private static final String MAIN = "e.matches('#foot .main, dialog .buttons .main')";

    @Test
    void theKeyboardAloneIsEnough() {
        Rig rig = open(Ballots.of(38, 2));
        Voter voter = voter(rig);
        rig.release();
        voter.waitFor("welcome");
        assertEquals("H1", browser().run("document.activeElement.tagName"), "the focus is at the beginning");
        until("Tab", MAIN);
        browser().key("Enter");
        voter.waitFor("contest");
        assertEquals("H1", browser().run("document.activeElement.tagName"), "and on no card");
        until("Tab", "e.matches('[role=radio]')");
        browser().key("ArrowDown");
        browser().key("ArrowDown");
        assertEquals(
                "0", browser().run("document.querySelectorAll('[aria-checked=true]').length"), "arrows choose nothing");
        String page = browser().run("document.getElementById('page').textContent");
        browser().key("PageDown");
        browser().until("document.getElementById('page').textContent !== " + Quoted.js(page));
        until("Tab", "e.matches('[role=radio]')");
        browser().key("ArrowDown");
        int chosen = Integer.parseInt(browser().run("document.activeElement.dataset.position"));
        browser().key(" ");
        assertEquals("true", browser().run("document.activeElement.getAttribute('aria-checked')"), "the focus stays");
        until("Tab", MAIN);
        browser().key("Enter");
        browser().until("document.querySelectorAll('[role=radio]').length === 4");
        until("Tab", "e.dataset.position === '0'");
        browser().key("Enter");
        until("Tab", MAIN);
        browser().key("Enter");
        voter.waitFor("review");
        until("Tab", MAIN);
        browser().key("Enter");
        browser().until("document.querySelector('dialog[open]')");
        until("Tab", MAIN);
        browser().key("Enter");
        voter.waitFor("check");
        assertEquals(List.of(chosen, 0), rig.tray.last());
        assertTrue(chosen > 3);
        until("Tab", "e === document.querySelectorAll('#foot button')[1]");
        browser().key("Enter");
        voter.waitFor("done");
        assertEquals(1, rig.figures().counted());
    }

    @Test
    void escapeGoesBackFromAQuestionAndNeverConfirms() {
        Rig rig = open(Ballots.of(4, 1));
        Voter voter = voter(rig);
        rig.release();
        voter.begin();
        voter.choose(2);
        voter.goOn();
        browser().touch("document.querySelector('#foot .main')");
        browser().until("document.querySelector('dialog[open]')");
        browser().key("Escape");
        browser().until("!document.querySelector('dialog[open]')");
        assertEquals("review", voter.screen());
        assertEquals(0, rig.figures().confirmed());
    }

    /** Waits until the frame of the switches is on what an expression over {@code f}, the framed buttons, asks for. */
    private static void framed(String condition, Runnable meanwhile) {
        String script = "(f => f.length > 0 && " + condition + ")([...document.querySelectorAll('.framed')])";
        long end = System.nanoTime() + 60_000_000_000L;
        while (browser().run(script).equals("false")) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException(condition + " never framed");
            }
            meanwhile.run();
        }
    }

    private static final String LAST_MAIN =
            "f.some(e => e.matches('#foot .main, dialog .buttons .main, dialog .buttons button:last-child'))";

    @Test
    void oneSwitchIsEnough() {
        Rig rig = open(Ballots.of(3, 1));
        Voter voter = voter(rig);
        rig.release("es", "plain", "one");
        voter.waitFor("welcome");
        browser().touch("document.getElementById('t-switches')");
        browser().touch("[...document.querySelectorAll('dialog .pair button')][3]"); // one second a step
        browser().touch("document.querySelector('dialog .buttons .main')");
        Runnable waits = () -> Browser.pause(40);
        take("f.length === 1 && " + LAST_MAIN, waits);
        voter.waitFor("contest");
        take("f.length > 1 && f.some(e => e.dataset.position === '2')", waits);
        take("f.length === 1 && f[0].dataset.position === '2'", waits);
        browser().until(Voter.radio(2) + ".getAttribute('aria-checked') === 'true'");
        takeMain(waits);
        voter.waitFor("review");
        takeMain(waits);
        browser().until("document.querySelector('dialog[open]')");
        takeMain(waits);
        voter.waitFor("check");
        assertEquals(List.of(2), rig.tray.last());
        takeMain(waits, "f.some(e => e === document.querySelectorAll('#foot button')[1])");
        voter.waitFor("done");
        assertEquals(1, rig.figures().counted());
    }

    @Test
    void twoSwitchesAreEnough() {
        Rig rig = open(Ballots.of(38, 1));
        Voter voter = voter(rig);
        rig.release("ar", "high", "two");
        voter.waitFor("welcome");
        Runnable moves = () -> {
            Browser.pause(280);
            browser().key(" ");
        };
        take("f.length === 1 && " + LAST_MAIN, moves);
        voter.waitFor("contest");
        take("f.length > 1 && f.some(e => e.dataset.position === '3')", moves);
        take("f.length === 1 && f[0].dataset.position === '3'", moves);
        browser().until(Voter.radio(3) + ".getAttribute('aria-checked') === 'true'");
        takeMain(moves);
        voter.waitFor("review");
        takeMain(moves);
        browser().until("document.querySelector('dialog[open]')");
        takeMain(moves);
        voter.waitFor("check");
        assertEquals(List.of(3), rig.tray.last());
    }

    private static void take(String condition, Runnable meanwhile) {
        framed(condition, meanwhile);
        Browser.pause(280); // a second press at once is taken for a tremor
        framed(condition, meanwhile);
        browser().key("Enter");
    }

    private static void takeMain(Runnable meanwhile) {
        takeMain(meanwhile, LAST_MAIN);
    }

    private static void takeMain(Runnable meanwhile, String condition) {
        take("f.length > 1 && " + condition, meanwhile);
        take("f.length === 1 && " + condition, meanwhile);
    }

    @Test
    void onlyAVoiceOfThisMachineIsEverUsed() {
        Rig rig = open(Ballots.of(3, 1));
        voter(rig);
        String voices =
                "[{lang: 'es-ES', localService: false, default: true, name: 'far'}, {lang: 'es_VE', localService:"
                        + " true, name: 'near'}, {lang: 'en-GB', localService: true, name: 'english'}]";
        String ask = "import('./speech.js').then(s => { const v = s.voiceFor('%s', %s); return v === null ? 'none' :"
                + " v.name; })";
        assertEquals("near", browser().run(ask.formatted("es", voices)));
        assertEquals("english", browser().run(ask.formatted("en", voices)));
        assertEquals("none", browser().run(ask.formatted("fr", voices)));
        assertEquals("none", browser().run(ask.formatted("es", "[{lang: 'es-ES', localService: false, name: 'far'}]")));
    }

    @Test
    void pagesOfAListAreEvenAndLeaveNobodyOut() {
        Rig rig = open(Ballots.of(3, 1));
        voter(rig);
        assertEquals(
                "",
                browser()
                        .run("import('./ballot.js').then(({pages}) => { const wrong = []; for (let n = 1; n <= 300;"
                                + " n++) for (let most = 1; most <= 40; most++) { const {count, each} = pages(n,"
                                + " most); if (each > most || count * each < n || (count - 1) * each >= n || count"
                                + " !== Math.ceil(n / each) || each - (n - (count - 1) * each) > count + 40 /"
                                + " count) wrong.push(n + '/' + most); } return wrong.slice(0, 5).join(' '); })"));
    }
}
