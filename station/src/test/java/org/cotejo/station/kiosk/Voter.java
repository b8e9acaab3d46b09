package org.cotejo.station.kiosk;

import java.net.URI;

/** A voter before the page: looks, touches, and waits until the page follows. */
final class Voter {
    private static final String MAIN = "document.querySelector('#foot .main')";
    private static final String YES = "document.querySelector('dialog[open] .buttons .main')";

    final Browser browser;

    Voter(Browser browser, URI page) {
        this.browser = browser;
        browser.open(page);
        browser.until("document.querySelector('h1')");
    }

    /** Which screen is shown, by its name in the page. */
    String screen() {
        return browser.run("document.documentElement.dataset.screen");
    }

    void waitFor(String screen) {
        browser.until(
                "document.documentElement.dataset.screen === '" + screen + "' && !document.querySelector('.probe')");
    }

    String heading() {
        return browser.run("document.querySelector('h1').textContent");
    }

    static String radio(int position) {
        return "document.querySelector('[role=radio][data-position=\"" + position + "\"]')";
    }

    void begin() {
        waitFor("welcome");
        browser.touch(MAIN);
        waitFor("contest");
    }

    /** Turns pages until the option is there, and touches it. */
    void choose(int position) {
        while (browser.run("!!" + radio(position)).equals("false")) {
            String first = browser.run("document.querySelector('[role=radio]').dataset.position");
            browser.touch("document.querySelector('[data-turn=next]')");
            browser.until("document.querySelector('[role=radio]').dataset.position !== '" + first + "'");
        }
        browser.touch(radio(position));
        browser.until(radio(position) + ".getAttribute('aria-checked') === 'true'");
    }

    /** The large button at the foot; the heading changes. */
    void goOn() {
        String before = heading();
        browser.touch(MAIN);
        browser.until("document.querySelector('h1').textContent !== " + Quoted.js(before));
    }

    /** One number for each contest; 0 is the blank vote, -1 leaves a contest alone. Ends before the receipt. */
    void vote(int... positions) {
        begin();
        for (int position : positions) {
            if (position >= 0) {
                choose(position);
            }
            goOn();
        }
        waitFor("review");
        confirm();
        waitFor("check");
    }

    void confirm() {
        browser.touch(MAIN);
        browser.touch(YES);
    }

    void says(boolean isRight) {
        browser.touch("document.querySelectorAll('#foot button')[" + (isRight ? 1 : 0) + "]");
        if (!isRight) {
            browser.touch(YES);
        }
    }
}
