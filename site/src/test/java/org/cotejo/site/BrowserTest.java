package org.cotejo.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The pages in a real browser; skipped, and said so, where there is none. */
class BrowserTest {
    private static final List<String> KINDS = List.of(
            "index.html",
            "c1/index.html",
            "c1/p0.html",
            "c1/p1.html",
            "c1/p3.html",
            "places.html",
            "findings.html",
            "audits.html",
            "hints.html",
            "method.html",
            "data.html",
            "about.html",
            "not-listed.html");

    @TempDir
    private static Path folder;

    private static Optional<Browser> browser = Optional.empty();

    @BeforeAll
    static void writeAndStart() throws IOException, InterruptedException {
        assumeTrue(Browser.program().isPresent(), "no chromium here: the pages are not looked at");
        WrittenSite.of(
                new PaperCountry(260)
                        .copies(5)
                        .contests(2)
                        .unlisted(40)
                        .published()
                        .announcement(PaperBulletins.bulletin(260 * 330L)),
                folder.resolve("site"));
        WrittenSite.of(new PaperCountry(60).announcement(PaperBulletins.bulletin(60 * 330L)), folder.resolve("small"));
        browser = Optional.of(Browser.start(Files.createDirectories(folder.resolve("profile"))));
    }

    @AfterAll
    static void stop() {
        browser.ifPresent(Browser::close);
    }

    private static Browser open(String page) throws InterruptedException {
        Browser here = browser.orElseThrow();
        here.open(folder.resolve("site").resolve(page), "");
        return here;
    }

    @Test
    void axeFindsNoBarrier() throws IOException, InterruptedException {
        Path root = Path.of(System.getProperty("cotejo.root"), "site");
        Optional<String> axe = Browser.axe(root.resolve("src/test/js"), root.resolve("target/js"));
        assumeTrue(axe.isPresent(), "npm could not bring axe-core: accessibility is not checked");
        List<String> barriers = new ArrayList<>();
        for (String page : KINDS) {
            for (boolean isDark : new boolean[] {false, true}) {
                Browser here = browser.orElseThrow();
                here.dark(isDark);
                here.size(isDark ? 390 : 1280, 900);
                open((isDark ? "es/" : "en/") + page).load(axe.get());
                // Stations out of sight are laid out late, so that axe would measure colours at the wrong places.
                here.run("document.querySelectorAll('.station').forEach(e => e.style.contentVisibility = 'visible')");
                String found = here.run("axe.run(document, {resultTypes: ['violations']}).then(r => r.violations"
                        + ".map(v => v.id + ' ' + v.nodes.slice(0, 3).map(n => n.target + ' ' + n.html.slice(0, 120)"
                        + " + ' ' + n.any.map(a => a.message)).join(' | ')).join('\\n'))");
                if (!found.isEmpty()) {
                    barriers.add(page + (isDark ? " dark: " : " light: ") + found);
                }
            }
        }
        assertEquals("", String.join("\n", barriers));
    }

    @Test
    void noPageIsWiderThanAPhone() throws InterruptedException {
        for (int width : new int[] {320, 390, 768}) {
            browser.orElseThrow().size(width, 800);
            for (String page : KINDS) {
                String wide = open("es/" + page)
                        .run(
                                "document.documentElement.scrollWidth > innerWidth ? [...document.querySelectorAll('main *')]"
                                        + ".filter(e => e.getBoundingClientRect().right > innerWidth && !e.closest('.scroll'))"
                                        + ".map(e => e.tagName + '.' + e.className).slice(0, 5) : ''");
                assertEquals("", wide, page + " at " + width);
            }
        }
    }

    @Test
    void theStyleAppliesFromAStickUnderThePagesOwnPolicy() throws InterruptedException {
        Browser here = browser.orElseThrow();
        here.dark(false);
        assertEquals(
                "rgb(247, 246, 242)", open("es/c1/p3.html").run("getComputedStyle(document.body).backgroundColor"));
        here.dark(true);
        assertEquals("rgb(18, 21, 25)", open("es/c1/p3.html").run("getComputedStyle(document.body).backgroundColor"));
    }

    @Test
    void theSearchFiltersTheListAndSendsNothing() throws InterruptedException {
        Browser here = open("es/places.html");
        assertEquals("false", here.run("document.querySelector('form.search').hidden"));
        here.run("(i => { i.value = 'PARROQUIA ñandu 4'; i.dispatchEvent(new Event('input')); return 1 })"
                + "(document.querySelector('#q'))");
        // 260 stations make two states; each has 3 municipalities with a parish of that name, in each of two contests.
        assertEquals(
                "12",
                here.run("[...document.querySelectorAll('[data-name]')].filter(e => e.offsetParent !== null).length"));
        here.open(folder.resolve("site/en/places.html"), "#q=municipio%201");
        assertEquals("municipio 1", here.run("document.querySelector('#q').value"));
        assertNotEquals("", here.run("document.querySelector('output').textContent"));
    }

    @Test
    void theThemeButtonTurnsAndIsRemembered() throws InterruptedException {
        Browser here = browser.orElseThrow();
        here.dark(false);
        open("en/about.html").run("(b => { b.click(); return 1 })(document.querySelector('#theme'))");
        assertEquals("rgb(18, 21, 25)", here.run("getComputedStyle(document.body).backgroundColor"));
        assertEquals("rgb(18, 21, 25)", open("en/data.html").run("getComputedStyle(document.body).backgroundColor"));
        here.run("(b => { b.click(); return 1 })(document.querySelector('#theme'))");
        assertEquals("light", here.run("document.documentElement.getAttribute('data-theme')"));
        here.run("(localStorage.clear(), 1)");
    }

    @Test
    void withoutAScriptNothingIsMissingButTheSearch() throws InterruptedException {
        Browser here = browser.orElseThrow();
        here.size(390, 900);
        here.scripts(false);
        try {
            here.open(folder.resolve("small/es/index.html"), "");
            assertEquals(
                    "true", here.run("getComputedStyle(document.querySelector('form.search')).display === 'none'"));
            assertEquals("true", here.run("document.querySelector('h1').offsetHeight > 20"));
            assertTrue(Integer.parseInt(here.run("document.querySelectorAll('main a').length")) > 10);
        } finally {
            here.scripts(true);
        }
    }

    @Test
    void chartsFollowTheButtonForDarkAsTheyFollowTheSystem() throws InterruptedException {
        Browser here = browser.orElseThrow();
        String colour = "getComputedStyle(document.querySelector('.cotejo-plot .pl-f-a')).fill";
        here.dark(false);
        open("en/hints.html");
        String light = here.run(colour);
        here.run("(b => { b.click(); return 1 })(document.querySelector('#theme'))");
        String byButton = here.run(colour);
        here.run("(localStorage.clear(), 1)");
        here.dark(true);
        open("en/hints.html");
        assertEquals(byButton, here.run(colour));
        assertNotEquals(light, byButton);
    }
}
