package org.cotejo.node.monitor;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.cotejo.base.Sentence;

/** The page of all mirrors: who is up to date, behind, down or different, and since when. One page for each language. */
public final class WatchPage {
    private final MirrorWatch.Seen seen;
    private final String origin;
    private final Instant at;
    private final String language;

    private WatchPage(MirrorWatch.Seen seen, String origin, Instant at, String language) {
        this.seen = seen;
        this.origin = origin;
        this.at = at;
        this.language = language;
    }

    /** The page in a language, {@code es} or {@code en}; the other one lies beside it under its code. */
    public static String html(MirrorWatch.Seen seen, String origin, Instant at, String language) {
        return new WatchPage(seen, origin, at, language).page();
    }

    private String in(String en, String es) {
        return PageFrame.escaped(new Sentence(en, es).in(language));
    }

    private String page() {
        StringBuilder body = new StringBuilder();
        String other = language.equals("es") ? "en" : "es";
        body.append("<nav><a lang=\"")
                .append(other)
                .append("\" href=\"")
                .append(other)
                .append(".html\">");
        body.append(other.equals("es") ? "En español" : "In English").append("</a></nav>");
        body.append("<h1>").append(in("Mirrors of the log ", "Réplicas del registro "));
        body.append(PageFrame.escaped(origin)).append("</h1>");
        body.append("<p>").append(headline()).append("</p><p class=\"soft\">");
        body.append(in("Looked at ", "Revisado a las ")).append(time(at)).append(". ");
        body.append(in(
                "A mirror that is behind or down is a nuisance; one that differs is evidence, and both heads"
                        + " are kept.",
                "Una réplica atrasada o caída es una molestia; una que difiere es evidencia, y se guardan"
                        + " ambas cabezas."));
        body.append("</p><table><thead><tr>");
        for (String head : heads()) {
            body.append("<th scope=\"col\">").append(head).append("</th>");
        }
        body.append("</tr></thead><tbody>");
        seen.rows().forEach(row -> row(row, body));
        body.append("</tbody></table>");
        return PageFrame.page(
                language, new Sentence("Mirrors of ", "Réplicas de ").in(language) + origin, body.toString());
    }

    private List<String> heads() {
        return List.of(
                in("Mirror", "Réplica"),
                in("State", "Estado"),
                in("Entries", "Asientos"),
                in("Since", "Desde"),
                in("What was seen", "Qué se vio"));
    }

    private String headline() {
        long well = seen.rows().stream()
                .filter(row -> row.state() == Watched.State.CURRENT)
                .count();
        String count = in("{0} of {1} addresses are up to date.", "{0} de {1} direcciones están al día.")
                .replace("{0}", String.valueOf(well))
                .replace("{1}", String.valueOf(seen.rows().size()));
        return seen.isAlarm()
                ? "<strong class=\"bad\">"
                        + in(
                                "Look into this: not all of them show the same log.",
                                "Mire esto: no todas muestran el mismo registro.")
                        + "</strong> " + count
                : count;
    }

    private void row(Watched row, StringBuilder body) {
        List<String> heads = heads();
        String tone =
                row.state() == Watched.State.CURRENT ? "good" : row.state().isAlarm() ? "bad" : "warn";
        body.append("<tr><td><strong>")
                .append(PageFrame.escaped(row.name()))
                .append("</strong><br><a class=\"url\" href=\"");
        body.append(PageFrame.escaped(row.url()))
                .append("\">")
                .append(PageFrame.escaped(row.url()))
                .append("</a></td>");
        cell(
                heads.get(1),
                "<span class=\"" + tone + "\">"
                        + PageFrame.escaped(row.state().words().in(language)) + "</span>",
                body);
        cell(heads.get(2), row.entries() < 0 ? "-" : String.valueOf(row.entries()), body);
        cell(heads.get(3), time(row.since()) + " <span class=\"soft\">(" + ago(row.since()) + ")</span>", body);
        cell(heads.get(4), PageFrame.escaped(row.words().in(language)), body);
        body.append("</tr>");
    }

    private static void cell(String label, String html, StringBuilder body) {
        body.append("<td data-l=\"").append(label).append("\">").append(html).append("</td>");
    }

    private static String time(Instant at) {
        return at.truncatedTo(ChronoUnit.SECONDS).toString().replace("T", " ").replace("Z", " UTC");
    }

    private String ago(Instant since) {
        Duration past = Duration.between(since, at);
        long minutes = Math.max(0, past.toMinutes());
        return minutes < 120 ? minutes + " min" : minutes < 2 * 24 * 60 ? past.toHours() + " h" : past.toDays() + " d";
    }
}
