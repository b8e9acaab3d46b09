package org.cotejo.site;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.cotejo.base.Progress;
import org.cotejo.reconcile.ContestResult;
import org.cotejo.reconcile.StationState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportSiteTest {
    private static final Words EN = Words.of(Language.EN);

    @TempDir
    private Path folder;

    /** Everything that a report can show: several contests, unlisted stations, every kind of trouble. */
    private static PaperCountry full() {
        return new PaperCountry(300)
                .copies(5)
                .contests(2)
                .unlisted(40)
                .published()
                .announcement(PaperBulletins.bulletin(300 * 330L))
                .announcement(PaperBulletins.full(70_000, 60_000, 4_000, 1_500));
    }

    private static List<PaperCountry> countries() {
        return List.of(
                full(),
                new PaperCountry(30).copies(0),
                new PaperCountry(700).flat(),
                new PaperCountry(60).honest().published().announcement(PaperBulletins.full(15_000, 7_000, 900, 300)),
                new PaperCountry(25).withoutRegister().unlisted(3),
                new PaperCountry(1).copies(1));
    }

    private List<WrittenSite> sites() {
        List<WrittenSite> sites = new ArrayList<>();
        for (PaperCountry country : countries()) {
            sites.add(WrittenSite.of(country, folder.resolve("site" + sites.size())));
        }
        return sites;
    }

    @Test
    void everyLinkLeadsToAFileAndAnchorInsideTheSite() throws IOException {
        for (WrittenSite site : sites()) {
            assertEquals(List.of(), site.brokenLinks());
            assertEquals(List.of(), site.repeatedIds());
        }
    }

    @Test
    void noPageAsksForAnythingOutside() throws IOException {
        for (WrittenSite site : sites()) {
            site.pages().forEach((name, html) -> {
                if (name.equals("verify.html")) {
                    // Libraries in it name their makers' sites; its policy of contents lets it ask for nothing.
                    assertTrue(html.contains("default-src 'none'") && html.contains("connect-src 'none'"), name);
                    return;
                }
                assertFalse(
                        Pattern.compile("https?:|//[a-z]|url\\(|javascript:", Pattern.CASE_INSENSITIVE)
                                .matcher(html)
                                .find(),
                        name);
                assertFalse(html.contains("<img") || html.contains("<iframe") || html.contains(" style=\""), name);
                assertFalse(Pattern.compile(" on[a-z]+=\"").matcher(html).find(), name);
            });
            for (String part : List.of("style.css", "cotejo.js")) {
                assertFalse(site.page(part).matches("(?s).*(https?:|@import|url\\(|fetch\\(|XMLHttp).*"), part);
            }
        }
    }

    @Test
    void bothLanguagesHaveTheSamePages() throws IOException {
        for (WrittenSite site : sites()) {
            TreeSet<String> es = new TreeSet<>();
            TreeSet<String> en = new TreeSet<>();
            site.pages().keySet().forEach(name -> {
                if (name.startsWith("es/")) {
                    es.add(name.substring(3));
                } else if (name.startsWith("en/")) {
                    en.add(name.substring(3));
                }
            });
            assertEquals(en, es);
            assertEquals(
                    site.pages().size(), List.of("index.html", "verify.html").size() + 2 * en.size());
        }
    }

    @Test
    void theSwitchOfLanguageStaysOnThePage() throws IOException {
        WrittenSite site = WrittenSite.of(full(), folder.resolve("site"));
        assertTrue(site.page("en/c1/p3.html").contains("href=\"../../es/c1/p3.html\" lang=\"es\""));
        assertTrue(site.page("es/method.html").contains("href=\"../en/method.html\" lang=\"en\""));
        assertTrue(site.page("es/c1/p3.html").contains("<html lang=\"es\">"));
    }

    @Test
    void theSameInputGivesTheSameBytes() throws IOException {
        Map<String, byte[]> once =
                WrittenSite.of(full(), folder.resolve("once")).files();
        Map<String, byte[]> again =
                WrittenSite.of(full(), folder.resolve("again")).files();
        assertEquals(once.keySet(), again.keySet());
        once.forEach((name, bytes) -> assertArrayEquals(bytes, again.get(name), name));
    }

    @Test
    void noFileIsNamedAfterAStationAndEachStationIsAnAnchorAmongMany() throws IOException {
        WrittenSite site = WrittenSite.of(new PaperCountry(700).flat().codes("Q"), folder.resolve("site"));
        assertFalse(site.files().keySet().stream().anyMatch(name -> name.contains("Q")));
        List<String> pages = List.of("en/c1/p0-1.html", "en/c1/p0-2.html", "en/c1/p0-3.html");
        int stations = 0;
        for (String page : pages) {
            stations += count(site.page(page), "<section class=\"station\" id=\"m-Q");
        }
        assertEquals(700, stations);
        assertEquals(0, count(site.page("en/c1/p0.html"), "<section class=\"station\""));
    }

    private static int count(String html, String part) {
        return html.split(Pattern.quote(part), -1).length - 1;
    }

    @Test
    void hostileNamesAreShownAndNeverRun() throws IOException {
        String name = "<script>alert(1)</script>\"'&";
        PaperCountry country =
                new PaperCountry(30).states(name).codes("\"><b>&'").unlisted(2).published();
        WrittenSite site = WrittenSite.of(country, folder.resolve("site"));
        site.pages().forEach((page, html) -> {
            assertFalse(html.contains("<script>alert"), page);
            assertFalse(html.contains("><b>"), page);
        });
        assertTrue(site.page("en/c1/p1.html").contains("<h1>&lt;script&gt;alert(1)&lt;/script&gt;\"'&amp; 1</h1>"));
        assertEquals(List.of(), site.brokenLinks());
    }

    @Test
    void theCsvAddsUpToTheTotals() throws IOException {
        ReportInput input = full().input();
        ReportSite.write(input, folder.resolve("site"), Progress.NONE).orThrow();
        for (ContestReport report : input.contests()) {
            ContestResult result = report.result();
            List<String> lines =
                    Files.readAllLines(folder.resolve("site/data/stations-" + (result.index() + 1) + ".csv"));
            List<String> columns = List.of(lines.getFirst().split(","));
            assertEquals(result.listed(), lines.size() - 1);
            for (int i = 0; i < result.contest().candidates().size(); i++) {
                String id = result.contest().candidates().get(i).id().value();
                assertEquals(result.totals().candidate(i).orElseThrow(), sum(lines, columns.indexOf(id)));
                assertEquals(
                        requireNonNull(result.announcedTotals()).candidate(i).orElseThrow(),
                        sum(lines, columns.indexOf("announced_" + id)));
            }
            int state = columns.indexOf("state");
            for (StationState one : StationState.values()) {
                long inFile = lines.stream()
                        .filter(line -> line.split(",", -1)[state].equals(one.key()))
                        .count();
                int unlisted = one == StationState.MISSING ? result.unlisted() : 0;
                assertEquals(requireNonNull(result.counts().get(one)).longValue(), inFile + unlisted);
            }
        }
    }

    private static long sum(List<String> lines, int column) {
        return lines.stream()
                .skip(1)
                .map(line -> line.split(",", -1)[column])
                .filter(cell -> !cell.isEmpty())
                .mapToLong(Long::parseLong)
                .sum();
    }

    @Test
    void theNumbersOnTheFrontPageAreThoseOfTheInput() throws IOException {
        ReportInput input = new PaperCountry(480)
                .published()
                .announcement(PaperBulletins.bulletin(480 * 330L))
                .input();
        ReportSite.write(input, folder.resolve("site"), Progress.NONE).orThrow();
        String text = WrittenSite.text(Files.readString(folder.resolve("site/en/index.html")));
        ContestReport report = input.contests().getFirst();
        has(text, "ahead of Bruno Medina by " + EN.number(report.bounds().lead()) + " votes");
        has(text, "Missing at most " + EN.number(requireNonNull(report.bounds().missingRegisteredAtMost())));
        has(text, "Missing at most " + EN.number(requireNonNull(report.strict().missingRegisteredAtMost())));
        for (int i = 0; i < 4; i++) {
            has(text, EN.number(report.result().totals().candidate(i).orElseThrow()));
        }
        report.result()
                .counts()
                .forEach((state, count) -> has(text, EN.say("state." + state.key()) + " " + EN.number(count)));
        report.announcements()
                .getFirst()
                .checks()
                .forEach(check -> has(text, EN.number(requireNonNull(check.lowest()))));
    }

    private static void has(String text, String part) {
        assertTrue(text.contains(part), () -> "not on the page: " + part);
    }

    @Test
    void aStationsPageShowsEveryCopyAndMarksWhereTheyDiffer() throws IOException {
        WrittenSite site = WrittenSite.of(full(), folder.resolve("site"));
        String station = section(site.page("en/c1/p3.html"), "m-000006");
        has(WrittenSite.text(station), "Station 000006 ≠ Conflicting");
        for (String custodian : List.of("Junta Electoral", "Alianza Cívica", "Red de Observación", "Frente Nacional")) {
            has(station, custodian);
        }
        assertEquals(5, count(station, "<span class=\"hidden\">differs:</span> 213"));
        assertEquals(1, count(station, "<span class=\"hidden\">differs:</span> 223"));
        assertEquals(1, count(station, "class=\"d few\""));
        has(WrittenSite.text(station), "Signatures on the copy of Alianza Cívica");
        has(WrittenSite.text(station), "Party witness (Gobierno) refused");
        has(
                WrittenSite.text(section(site.page("en/c1/p3.html"), "m-000005")),
                "Copy of the sheet refused to: Alianza Cívica; statement: sworn");
    }

    private static String section(String html, String id) {
        int from = html.indexOf("id=\"" + id + "\"");
        return html.substring(from, html.indexOf("</section>", from));
    }

    @Test
    void theStatesOfThePlacesInsideAddUpToThePlace() throws IOException {
        WrittenSite site = WrittenSite.of(new PaperCountry(480), folder.resolve("site"));
        Matcher known = Pattern.compile("(\\d+) of (\\d+) known").matcher(site.page("en/c1/p0.html"));
        int stations = 0;
        while (known.find()) {
            stations += Integer.parseInt(known.group(2));
        }
        assertEquals(480, stations);
    }

    @Test
    void theRootShowsTheVerdictInBothLanguagesWithoutAScript() throws IOException {
        PaperCountry country = new PaperCountry(120).published();
        Election election = new Election(country.input());
        WrittenSite site = WrittenSite.of(country, folder.resolve("site"));
        String text = WrittenSite.text(site.page("index.html"));
        for (Language language : Language.values()) {
            has(
                    text,
                    Verdict.of(election.races().getFirst(), Words.of(language)).sentence());
        }
    }

    @Test
    void anAnnouncementThatWasChangedIsShownAsItWasBefore() throws IOException {
        PaperCountry country = new PaperCountry(30)
                .announcement(PaperBulletins.full(500, 300, 150, 50))
                .announcement(PaperBulletins.full(400, 400, 150, 50));
        WrittenSite site = WrittenSite.of(country, folder.resolve("site"));
        has(
                WrittenSite.text(site.page("en/index.html")),
                "final as it was announced before it was changed: Ana Rojas 500; Bruno Medina 300; Carla Prieto 150; Diego Salas 50.");
    }

    @Test
    void theProgressCountsEveryPlaceOnce() {
        List<Long> seen = new ArrayList<>();
        ReportSite.write(new PaperCountry(300).input(), folder.resolve("site"), (what, done, total) -> {
                    seen.add(done);
                    assertEquals(33, total);
                })
                .orThrow();
        assertEquals(Stream.iterate(1L, i -> i + 1).limit(33).toList(), seen);
    }

    @Test
    void textsAreUtf8AndPagesSayTheirLanguageFirst() throws IOException {
        WrittenSite site = WrittenSite.of(new PaperCountry(30), folder.resolve("site"));
        byte[] bytes = site.files().get("es/c1/p3.html");
        String html = new String(bytes, StandardCharsets.UTF_8);
        assertTrue(html.startsWith("<!DOCTYPE html>\n<html lang=\"es\">"));
        has(html, "Parroquia Ñandú 1");
    }
}
