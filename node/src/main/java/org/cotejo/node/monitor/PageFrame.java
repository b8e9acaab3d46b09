package org.cotejo.node.monitor;

/** The frame of a page that stands alone: no script, no other file, light and dark, wide and narrow. */
final class PageFrame {
    private static final String STYLE = """
        :root{color-scheme:light dark;--bg:#fbfaf7;--fg:#1d1d1b;--soft:#5c5a55;--line:#d9d5cb;--good:#1b6e3c;--warn:#8a5a00;--bad:#a3201d;--card:#fff}
        @media (prefers-color-scheme:dark){:root{--bg:#161614;--fg:#ecebe6;--soft:#a9a69d;--line:#3a3935;--good:#7fd19b;--warn:#f0bf63;--bad:#ff9a8f;--card:#1f1f1c}}
        *{box-sizing:border-box}body{margin:0;background:var(--bg);color:var(--fg);font:16px/1.5 system-ui,sans-serif}
        main{max-width:70rem;margin:0 auto;padding:1.25rem 1rem 3rem}h1{font-size:1.5rem;line-height:1.25;margin:.25rem 0 .5rem}
        h2{font-size:1.1rem;margin:1.75rem 0 .5rem}p{margin:.4rem 0;max-width:46rem}a{color:inherit}nav{font-size:.9rem}
        .soft{color:var(--soft)}.good{color:var(--good)}.warn{color:var(--warn)}.bad{color:var(--bad);font-weight:700}
        table{border-collapse:collapse;width:100%;margin:1rem 0}th,td{text-align:left;padding:.5rem .6rem;border-bottom:1px solid var(--line);vertical-align:top}
        th{font-size:.85rem;color:var(--soft);font-weight:600}td.n{text-align:right;font-variant-numeric:tabular-nums}th.n{text-align:right}
        .url{overflow-wrap:anywhere;font-size:.9rem}ul{padding-left:1.2rem}li{margin:.3rem 0;overflow-wrap:anywhere}
        @media (max-width:42rem){thead{position:absolute;left:-99rem}table,tbody,tr,td{display:block;width:100%}tr{background:var(--card);border:1px solid var(--line);border-radius:.5rem;margin:.75rem 0;padding:.35rem .6rem}td,td.n{border:0;padding:.15rem 0;text-align:left}td[data-l]::before{content:attr(data-l) ": ";color:var(--soft);font-size:.85rem}}
        """;

    private PageFrame() {}

    /** A page with a title and a body that is HTML already. */
    static String page(String language, String title, String body) {
        return "<!doctype html>\n<html lang=\"" + language + "\"><head><meta charset=\"utf-8\">"
                + "<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\"><title>" + escaped(title)
                + "</title><style>" + STYLE + "</style></head><body><main>" + body + "</main></body></html>\n";
    }

    /** Text that stands for itself in HTML and in quoted attributes. */
    static String escaped(String text) {
        StringBuilder safe = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> safe.append("&amp;");
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '"' -> safe.append("&quot;");
                case '\'' -> safe.append("&#39;");
                default -> safe.append(c);
            }
        }
        return safe.toString();
    }
}
