package org.cotejo.node.monitor;

import java.util.List;
import org.cotejo.base.Sentence;
import org.cotejo.publication.MirrorList;

/** A sheet of paper that tells where to read a publication when its own address is blocked: every address in words, the first ones as QR. */
public final class Poster {
    private static final int CODES_MOST = 6;

    private Poster() {}

    /** The poster in both languages as a page to print. */
    public static String html(MirrorList list, String rootHex, long entries) {
        StringBuilder body = new StringBuilder();
        body.append("<style>@page{margin:14mm}@media"
                + " print{:root{--bg:#fff;--fg:#000;--soft:#333;--line:#999}body{font-size:11pt}}.codes{display:grid;grid-template-columns:repeat(auto-fill,minmax(13rem,1fr));gap:1rem;margin:1.25rem"
                + " 0}.code{border:1px solid var(--line);border-radius:.5rem;padding:.75rem;break-inside:avoid}.code"
                + " svg{width:100%;height:auto;background:#fff;display:block;border-radius:.25rem}"
                + ".mono{font-family:ui-monospace,monospace;overflow-wrap:anywhere}</style>");
        words("es", list, body);
        words("en", list, body);
        body.append("<div class=\"codes\">");
        list.mirrors().stream()
                .flatMap(mirror -> mirror.addresses().stream().map(address -> new String[] {mirror.name(), address}))
                .limit(CODES_MOST)
                .forEach(one -> {
                    body.append("<div class=\"code\">").append(QrPicture.svg(one[1], one[0]));
                    body.append("<p><strong>")
                            .append(PageFrame.escaped(one[0]))
                            .append("</strong><br><span class=\"mono\">");
                    body.append(PageFrame.escaped(one[1])).append("</span></p></div>");
                });
        body.append("</div><ul>");
        for (MirrorList.Mirror mirror : list.mirrors()) {
            body.append("<li><strong>")
                    .append(PageFrame.escaped(mirror.name()))
                    .append("</strong> <span class=\"mono\">");
            body.append(PageFrame.escaped(String.join("  ", mirror.addresses())))
                    .append("</span></li>");
        }
        body.append("</ul><p class=\"soft mono\">")
                .append(PageFrame.escaped(list.origin()))
                .append(" · ")
                .append(entries);
        body.append(" · ")
                .append(PageFrame.escaped(rootHex))
                .append(" · ")
                .append(list.at())
                .append("</p>");
        return PageFrame.page("es", "Cotejo: " + list.origin(), body.toString());
    }

    private static void words(String language, MirrorList list, StringBuilder body) {
        Sentence title = new Sentence(
                "The results can be read here, whoever blocks what",
                "Los resultados se pueden leer aquí, bloqueen lo que bloqueen");
        Sentence how = new Sentence(
                "Any of these copies is as good as any other: a program checks each byte against the log's key, so you"
                        + " need not trust whoever runs it. Log: {0}",
                "Cualquiera de estas copias vale tanto como otra: un programa comprueba cada byte con la clave del"
                        + " registro, así que no hace falta confiar en quien la sirve. Registro: {0}");
        body.append("<section lang=\"")
                .append(language)
                .append("\"><")
                .append(language.equals("es") ? "h1" : "h2")
                .append('>');
        body.append(PageFrame.escaped(title.in(language))).append("</").append(language.equals("es") ? "h1" : "h2");
        body.append("><p>")
                .append(PageFrame.escaped(how.with(list.origin()).in(language)))
                .append("</p></section>");
    }

    /** The codes of a list, for those who draw their own paper: label and SVG. */
    public static List<String> codes(MirrorList list) {
        return list.mirrors().stream()
                .map(mirror -> QrPicture.svg(mirror.addresses().getFirst(), mirror.name()))
                .toList();
    }
}
