package org.cotejo.audit.plot;

import java.util.function.Function;

/** The style inside each chart that is a file of its own: its colours for light and dark. */
final class PlotStyle {
    static final String TEXT = made();

    private PlotStyle() {}

    private static String made() {
        StringBuilder css = new StringBuilder();
        css.append(".cotejo-plot{max-width:100%;height:auto;")
                .append(properties("#ffffff", "#16191f", "#525963", "#dcd9d0", Colour::light))
                .append(
                        "font:14px system-ui,-apple-system,\"Segoe UI\",Roboto,\"Noto Sans\",\"Liberation Sans\",sans-serif;")
                .append("font-variant-numeric:tabular-nums}\n")
                .append("@media (prefers-color-scheme:dark){.cotejo-plot{")
                .append(properties("#1b2027", "#edebe5", "#aab1bb", "#343b45", Colour::dark))
                .append("}}\n")
                .append(".cotejo-plot text{fill:var(--p-text)}\n.cotejo-plot .pl-title{font:600 18px Charter,")
                .append("\"Bitstream Charter\",\"Iowan Old Style\",\"Noto Serif\",Georgia,serif}\n")
                .append(
                        ".cotejo-plot .pl-soft,.cotejo-plot .pl-num{fill:var(--p-soft)}\n.cotejo-plot .pl-paper{fill:var(--p-paper)}\n")
                .append(
                        ".cotejo-plot .pl-grid{stroke:var(--p-line)}\n.cotejo-plot .pl-axis,.cotejo-plot .pl-tick{stroke:var(--p-soft)}\n")
                .append(".cotejo-plot .pl-line{fill:none;stroke-width:2;stroke-linejoin:round}\n")
                .append(".cotejo-plot .pl-rule{fill:none;stroke-width:1.5}\n.cotejo-plot .pl-band{fill-opacity:.22}\n");
        for (Colour colour : Colour.values()) {
            String key = colour.key();
            css.append(".cotejo-plot .pl-s-%s{stroke:var(--p-%s)} .cotejo-plot .pl-f-%s{fill:var(--p-%s)}\n"
                    .formatted(key, key, key, key));
        }
        return css.toString();
    }

    private static String properties(
            String paper, String ink, String soft, String line, Function<Colour, String> form) {
        StringBuilder css = new StringBuilder();
        css.append("--p-paper:%s;--p-text:%s;--p-soft:%s;--p-line:%s;".formatted(paper, ink, soft, line));
        for (Colour colour : Colour.values()) {
            css.append("--p-%s:%s;".formatted(colour.key(), form.apply(colour)));
        }
        return css.toString();
    }
}
