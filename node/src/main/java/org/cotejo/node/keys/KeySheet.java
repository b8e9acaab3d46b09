package org.cotejo.node.keys;

import java.time.LocalDate;
import java.util.List;
import org.cotejo.base.Sentence;
import org.cotejo.definition.SpokenHash;
import org.cotejo.node.monitor.QrPicture;
import org.cotejo.tlog.Vkey;
import org.jspecify.annotations.Nullable;

/**
 * Pages about keys to be printed, in Spanish and English: what those present at the ceremony sign, and one sheet for each holder of a share.
 * Roles stand on them, never names: who signs writes his own by hand.
 */
public final class KeySheet {
    private static final String STYLE = """
        @page{size:A4;margin:13mm}*{box-sizing:border-box}
        body{margin:0 auto;max-width:190mm;padding:6mm;background:#fff;color:#000;font:10.5pt/1.4 system-ui,sans-serif}
        h1{font-size:16pt;line-height:1.2;margin:0 0 1mm}h2{font-size:11.5pt;margin:5mm 0 1.5mm}p,ol{margin:1mm 0;max-width:170mm}ol{padding-left:6mm}
        .en{color:#333;font-size:9.5pt}.mono{font-family:ui-monospace,"DejaVu Sans Mono",monospace;overflow-wrap:anywhere}
        .groups{font:700 19pt/1.45 ui-monospace,"DejaVu Sans Mono",monospace;letter-spacing:.02em;border:1.5pt solid #000;padding:2.5mm 4mm;margin:2mm 0;text-align:center}
        .groups span{display:inline-block;white-space:nowrap;margin:0 1.6mm}.two{display:grid;grid-template-columns:minmax(0,1fr) 48mm;gap:6mm;align-items:start}
        .two svg{width:100%;height:auto;display:block}.warn{border:2pt solid #000;padding:2.5mm 4mm;margin:3mm 0;font-weight:700}
        table{border-collapse:collapse;width:100%;margin:2mm 0}td,th{border:.6pt solid #000;padding:1.2mm 2mm;text-align:left;vertical-align:top}th{font-size:9pt}
        .sign td{height:13mm}.rows td{font:11pt/1.35 ui-monospace,"DejaVu Sans Mono",monospace;white-space:nowrap;padding:.9mm 2mm}.rows .n,.rows .c{font-weight:700}
        @media(max-width:150mm){.two{grid-template-columns:1fr}.two svg{max-width:60mm}.groups{font-size:15pt;padding:2mm 1mm}.rows td{font-size:8.5pt;padding:.6mm 1mm;white-space:normal}}
        """;

    private final StringBuilder body = new StringBuilder();

    private KeySheet() {}

    /**
     * The sheet of the ceremony.
     *
     * @param keys of the log, its Ed25519 key first
     * @param successor the key that takes over if this one is given up; null if none was made
     */
    public static String ceremony(List<Vkey> keys, @Nullable Vkey successor, LocalDate day) {
        KeySheet sheet = new KeySheet();
        Vkey key = keys.getFirst();
        sheet.head(
                "Acta de las claves del registro público",
                "Record of the keys of the public log",
                key.name() + " · " + day);
        sheet.text(
                "Con esta clave se firma cada cabeza del registro. Quien la tenga puede firmar en su nombre; quien"
                        + " conozca su huella puede comprobarlo todo. Una persona lee los grupos en voz alta, otra los"
                        + " compara con la pantalla, otra los teclea.",
                "This key signs every head of the log. Whoever has it can sign in its name; whoever knows its"
                        + " fingerprint can check everything. One person reads the groups aloud, another compares them"
                        + " with the screen, another types them back.");
        sheet.title("Huella de la clave", "Fingerprint of the key");
        sheet.groups(KeyBackup.spoken(key));
        if (successor == null) {
            sheet.warn(
                    "No se hizo clave sucesora: tras un robo habrá que repartir la nueva huella en persona.",
                    "No successor key was made: after a theft a new fingerprint will have to be handed out in person.");
        } else {
            sheet.title(
                    "Huella de la clave sucesora (si esta se roba o se pierde)",
                    "Fingerprint of the successor key (if this one is stolen or lost)");
            sheet.groups(KeyBackup.spoken(successor));
        }
        sheet.code("log " + key, "Lo que se fija", "What to pin");
        sheet.title(
                "Presentes: función, conforme con las huellas, firma",
                "Present: role, agrees with the fingerprints, signature");
        sheet.roles();
        sheet.title("Se hizo así", "It was done like this");
        sheet.steps();
        return sheet.page("es", key.name());
    }

    /** The sheet of one share. */
    public static String share(KeyShare share, LocalDate day) {
        KeySheet sheet = new KeySheet();
        sheet.head(
                "Parte %d de %d de una clave".formatted(share.index(), share.shares()),
                "Share %d of %d of a key".formatted(share.index(), share.shares()),
                share.origin() + " · " + day);
        sheet.warn(
                "SECRETO. Con %d de estas hojas se firma en nombre del registro; una sola no dice nada. Guárdela en un sobre sellado, nunca junto a otra, y no la fotografíe."
                        .formatted(share.need()),
                "SECRET. %d of these sheets sign in the name of the log; one alone tells nothing. Keep it in a sealed envelope, never beside another one, and take no picture of it."
                        .formatted(share.need()));
        sheet.title("Huella de la clave que restaura", "Fingerprint of the key that it restores");
        sheet.groups(share.fingerprint());
        sheet.code(share.text(), "Esta parte", "This share");
        sheet.title(
                "Para teclear, si el código no se puede leer: las cuatro primeras líneas y las filas",
                "To type, if the code can't be read: the four first lines and the rows");
        String[] header = share.text().split("\n", -1);
        sheet.body.append("<p class=\"mono\">");
        for (int i = 0; i < 4; i++) {
            sheet.body.append(escaped(header[i])).append("<br>");
        }
        sheet.body.append("</p><table class=\"rows\">");
        share.rows()
                .forEach(row -> sheet.body
                        .append("<tr><td class=\"n\">")
                        .append(row, 0, 2)
                        .append("</td><td>")
                        .append(row.substring(3, row.indexOf(" = ")))
                        .append("</td><td class=\"c\">= ")
                        .append(row.substring(row.indexOf(" = ") + 3))
                        .append("</td></tr>"));
        sheet.body.append("</table>");
        sheet.text(
                "Para restaurar: cotejo keys restore con %d archivos de partes; un error de tecleo se señala con su fila."
                        .formatted(share.need()),
                "To restore: cotejo keys restore with %d files of shares; a typing mistake is told with its row."
                        .formatted(share.need()));
        sheet.title("La guarda (función) y el sello del sobre", "Holder (role) and seal of the envelope");
        sheet.body.append("<table class=\"sign\"><tr><td></td><td></td></tr></table>");
        return sheet.page("es", share.toString());
    }

    private void head(String es, String en, String under) {
        body.append("<h1>")
                .append(escaped(es))
                .append("</h1><p class=\"en\" lang=\"en\">")
                .append(escaped(en));
        body.append("</p><p class=\"mono\"><strong>").append(escaped(under)).append("</strong></p>");
    }

    private void text(String es, String en) {
        body.append("<p>").append(escaped(es)).append("</p><p class=\"en\" lang=\"en\">");
        body.append(escaped(en)).append("</p>");
    }

    private void title(String es, String en) {
        body.append("<h2>").append(escaped(es)).append(" <span class=\"en\" lang=\"en\">/ ");
        body.append(escaped(en)).append("</span></h2>");
    }

    private void warn(String es, String en) {
        body.append("<p class=\"warn\">").append(escaped(es)).append("<br><span class=\"en\" lang=\"en\">");
        body.append(escaped(en)).append("</span></p>");
    }

    private void groups(SpokenHash spoken) {
        body.append("<p class=\"groups\">");
        String[] groups = spoken.groups().split(" ", -1);
        for (int i = 0; i < groups.length; i++) {
            body.append(i == groups.length / 2 ? "<br>" : "").append("<span>");
            body.append(groups[i]).append("</span> ");
        }
        body.append("</p>");
    }

    private void code(String text, String es, String en) {
        body.append("<div class=\"two\"><div>");
        title(es, en);
        if (text.indexOf('\n') < 0) {
            body.append("<p class=\"mono\">").append(escaped(text)).append("</p>");
        } else {
            text(
                    "El código contiene lo mismo que las filas de abajo. Léalo con un programa que no envíe nada a"
                            + " ninguna parte.",
                    "The code holds the same as the rows below. Read it with a program that sends nothing anywhere.");
        }
        body.append("</div><div>").append(QrPicture.svg(text, es)).append("</div></div>");
    }

    private void roles() {
        body.append("<table class=\"sign\">");
        for (Sentence role : List.of(
                new Sentence("Presides", "Preside"),
                new Sentence("Operator of the computer", "Opera el computador"),
                new Sentence("Reads aloud", "Lee en voz alta"),
                new Sentence("Types back", "Teclea"),
                new Sentence("Witness of a party", "Testigo de un partido"),
                new Sentence("Observer or notary", "Observador o notario"))) {
            body.append("<tr><td style=\"width:38%\">").append(escaped(role.es()));
            body.append("<br><span class=\"en\" lang=\"en\">").append(escaped(role.en()));
            body.append("</span></td><td style=\"width:14%\">☐</td><td></td></tr>");
        }
        body.append("</table>");
    }

    private void steps() {
        body.append("<ol>");
        for (Sentence step : List.of(
                new Sentence(
                        "a computer that is on no network, started from a clean medium",
                        "un computador sin red, iniciado desde un medio limpio"),
                new Sentence(
                        "keys made, fingerprints read aloud and typed back",
                        "claves hechas, huellas leídas en voz alta y tecleadas"),
                new Sentence(
                        "shares printed, each handed to its holder in a sealed envelope",
                        "partes impresas, cada una entregada en sobre sellado a quien la guarda"),
                new Sentence(
                        "a trial: the keys restored from as many shares as are needed, same fingerprint",
                        "una prueba: claves restauradas con las partes necesarias, misma huella"),
                new Sentence(
                        "the successor key in an envelope of its own, elsewhere",
                        "la clave sucesora en un sobre propio, en otra parte"))) {
            body.append("<li>☐ ").append(escaped(step.es())).append(" <span class=\"en\" lang=\"en\">/ ");
            body.append(escaped(step.en())).append("</span></li>");
        }
        body.append("</ol>");
    }

    private String page(String language, String title) {
        return "<!doctype html>\n<html lang=\"" + language + "\"><head><meta charset=\"utf-8\">"
                + "<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\"><meta name=\"color-scheme\""
                + " content=\"light\"><title>" + escaped(title) + "</title><style>" + STYLE + "</style></head><body>"
                + body + "</body></html>\n";
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
