package org.cotejo.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.cotejo.base.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What checking signatures gave, and which stations nobody committed to, stands on every page in words. */
class SignedPagesTest {
    private static final String LATE = "no está en la definición comprometida";

    @TempDir
    private Path folder;

    private WrittenSite site() {
        ReportSite.write(SignedCountry.input(), folder, Progress.NONE).orThrow();
        return new WrittenSite(folder);
    }

    private static String card(String html, int station) {
        int from = html.indexOf("id=\"m-00000" + station + "\"");
        return html.substring(from, html.indexOf("</section>", from));
    }

    private static void has(String text, String part) {
        assertTrue(text.contains(part), () -> "not on the page: " + part + "\n" + text);
    }

    @Test
    void aStationsCardSaysWhatCheckingTheSignatureGaveBesideTheStanding() throws IOException {
        String page = site().page("es/c1/p0.html");
        String proven = WrittenSite.text(card(page, 1));
        has(proven, "Firma máquina M-1: firmada por la máquina de la mesa, comprobado");
        has(proven, "¿Participa? cuenta");
        String forged = WrittenSite.text(card(page, 2));
        has(forged, "máquina M-2: la firma no es de la mesa");
        has(forged, "la firma no es de la mesa: no cuenta en nada");
        has(forged, "SHEET-701");
        String unchecked = WrittenSite.text(card(page, 3));
        has(unchecked, "máquina M-3: no se pudo comprobar: no consta ninguna clave de su máquina");
        has(unchecked, "¿Participa? cuenta");
        has(unchecked, "SHEET-705");
        has(card(page, 1), "class=\"v-proven\"");
        has(card(page, 2), "class=\"v-refuted\"");
        has(card(page, 3), "class=\"v-unchecked\"");
    }

    @Test
    void aCardWithoutSignedSheetsHasNoRowOfSignatures() throws IOException {
        ReportSite.write(new PaperCountry(20).honest().flat().input(), folder, Progress.NONE)
                .orThrow();
        String page = new WrittenSite(folder).page("es/c1/p0.html");
        assertFalse(page.contains("class=\"v-"));
        assertFalse(page.contains(LATE));
    }

    @Test
    void aCopyThatWasTakenBackIsShownWithTheReason() throws IOException {
        String text = WrittenSite.text(card(site().page("es/c1/p0.html"), 4));
        has(text, "retirada por quien la entregó");
        has(text, "Alianza Cívica retiró lo que trajo su entrega 1 de esta mesa: la foto es de otra cosa.");
    }

    @Test
    void aStationThatNobodyCommittedToIsMarkedInTheListAndOnItsCard() throws IOException {
        for (String language : List.of("es", "en")) {
            String mark = language.equals("es") ? LATE : "not in the committed definition";
            String page = site().page(language + "/c1/p0.html");
            String list = page.substring(page.indexOf("id=\"stations\""), page.indexOf("id=\"m-000001\""));
            assertEquals(1, list.split(mark, -1).length - 1, language);
            has(list.substring(list.indexOf("000004")), mark);
            has(card(page, 4), mark);
            for (int station = 1; station <= 3; station++) {
                assertFalse(card(page, station).contains(mark));
            }
        }
    }

    @Test
    void theCsvSaysWhichStationsAreInTheCommittedDefinition() throws IOException {
        site();
        List<String> lines = Files.readAllLines(folder.resolve("data/stations-1.csv"));
        int column = List.of(lines.getFirst().split(",", -1)).indexOf("in_committed_definition");
        assertEquals(
                List.of("yes", "yes", "yes", "no"),
                lines.stream().skip(1).map(line -> line.split(",", -1)[column]).toList());
    }

    @Test
    void withoutACommittedDefinitionTheCsvSaysNothing() throws IOException {
        ReportSite.write(new PaperCountry(20).flat().input(), folder, Progress.NONE)
                .orThrow();
        List<String> lines = Files.readAllLines(folder.resolve("data/stations-1.csv"));
        int column = List.of(lines.getFirst().split(",", -1)).indexOf("in_committed_definition");
        assertTrue(column > 0);
        assertTrue(lines.stream().skip(1).allMatch(line -> line.split(",", -1)[column].isEmpty()));
    }

    @Test
    void whatAnAuditCommittedToStandsBelowTheCalendar() throws IOException {
        String text = WrittenSite.text(site().page("en/index.html"));
        has(text, "Auditoría posterior: the public random number " + SignedCountry.SEED);
    }
}
