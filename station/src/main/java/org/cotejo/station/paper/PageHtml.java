package org.cotejo.station.paper;

import java.util.ArrayList;
import java.util.List;
import org.cotejo.station.paper.Block.Tone;
import org.cotejo.station.words.Language;

/** Writes blocks as the XHTML from which pages are set; what is a table, a heading or a picture to a screen reader is one here. */
final class PageHtml {
    /** Rows of a table, or boxes, up to which they are not divided. */
    private static final int ROWS_KEPT = 12;

    private final StringBuilder html = new StringBuilder();
    private final List<PrintedCode> codes = new ArrayList<>();
    private final boolean isRightToLeft;
    private final PaperSize size;

    private PageHtml(boolean isRightToLeft, PaperSize size) {
        this.isRightToLeft = isRightToLeft;
        this.size = size;
    }

    /** A page and the codes to draw where it says {@code <object data-code="n">}. */
    record Page(String html, List<PrintedCode> codes) {
        public Page {
            codes = List.copyOf(codes);
        }
    }

    static Page of(Language language, String title, String css, PaperSize size, List<Block> blocks) {
        PageHtml page = new PageHtml(language.isRightToLeft(), size);
        page.html
                .append("<html lang=\"")
                .append(language.tag())
                .append("\" dir=\"")
                .append(language.isRightToLeft() ? "rtl" : "ltr")
                .append("\"><head><title>")
                .append(escape(title))
                .append("</title><meta name=\"subject\" content=\"")
                .append(escape(title))
                .append("\"/><style>")
                .append(css)
                .append("</style></head><body class=\"")
                .append(size.isRoll() ? "roll" : "sheet")
                .append("\">");
        page.parts(blocks);
        page.html.append("</body></html>");
        return new Page(page.html.toString(), page.codes);
    }

    /** A heading and what stands below it stay on one page where they can. */
    private void parts(List<Block> blocks) {
        boolean isOpen = false;
        for (int i = 0; i < blocks.size(); i++) {
            if (blocks.get(i) instanceof Block.Section) {
                html.append(isOpen ? "</div>" : "").append(isShort(blocks, i) ? "<div class=\"keep\">" : "<div>");
                isOpen = true;
            }
            block(blocks.get(i));
        }
        html.append(isOpen ? "</div>" : "");
    }

    /** Whether the part that begins here surely fits on a page. */
    private static boolean isShort(List<Block> blocks, int from) {
        for (Block block : blocks.subList(from + 1, blocks.size())) {
            if (block instanceof Block.Section) {
                return true;
            }
            boolean isLong = block instanceof Block.Figures figures
                            && figures.rows().size() > ROWS_KEPT
                    || block instanceof Block.Codes codes && codes.codes().size() > 1
                    || block instanceof Block.Boxes boxes && boxes.roles().size() > ROWS_KEPT;
            if (isLong) {
                return false;
            }
        }
        return true;
    }

    private void block(Block block) {
        switch (block) {
            case Block.Banner(String text) -> element("p", "banner", text);
            case Block.Title(String text, String below) -> {
                element("h1", "", text);
                element("p", "below", below);
            }
            case Block.Section(String text) -> element("h2", "", text);
            case Block.Paragraph(String text, Tone tone) ->
                element(
                        "p",
                        switch (tone) {
                            case SMALL -> "small";
                            case BODY -> "";
                            case STRONG -> "strong";
                        },
                        text);
            case Block.Pairs pairs -> pairs(pairs);
            case Block.Choices choices -> choices(choices);
            case Block.Figures figures -> figures(figures);
            case Block.Comparison comparison -> comparison(comparison);
            case Block.Groups(String name, List<String> groups) -> {
                element("p", "name", name);
                groups(groups);
            }
            case Block.Large(String name, String value) -> {
                element("p", "name", name);
                element("p", "large", value);
            }
            case Block.Codes drawn -> codes(drawn);
            case Block.Boxes boxes -> boxes(boxes);
        }
    }

    private void element(String tag, String kind, String text) {
        html.append('<').append(tag);
        if (!kind.isEmpty()) {
            html.append(" class=\"").append(kind).append('"');
        }
        html.append(direction(text))
                .append('>')
                .append(escape(text))
                .append("</")
                .append(tag)
                .append('>');
    }

    /** Groups of digits in lines of equal length, always from left to right. */
    private void groups(List<String> groups) {
        int onALine = (groups.size() % 5 == 0 ? 5 : 4) * (size.isRoll() ? 1 : 2);
        html.append("<p class=\"groups\" dir=\"ltr\">");
        for (int i = 0; i < groups.size(); i += onALine) {
            html.append(i == 0 ? "" : "<br/>")
                    .append(escape(String.join("  ", groups.subList(i, Math.min(groups.size(), i + onALine)))));
        }
        html.append("</p>");
    }

    /** Codes and Latin names keep their direction in a page that is written from the right. */
    private String direction(String text) {
        return isRightToLeft && !Script.isRightToLeft(text) ? " dir=\"ltr\"" : "";
    }

    private void pairs(Block.Pairs pairs) {
        html.append("<table class=\"pairs\"><tbody>");
        for (Block.Pair pair : pairs.pairs()) {
            row(List.of(head("row", "name", pair.name()), cell("value", pair.value())));
        }
        html.append("</tbody></table>");
    }

    private void choices(Block.Choices choices) {
        element("h2", "contest", choices.contest());
        html.append("<div class=\"choices\">");
        for (Block.Choice choice : choices.chosen()) {
            String number = choice.number().isEmpty() ? "" : choice.number() + "  ";
            element("p", "choice", number + choice.name());
            if (!choice.party().isEmpty()) {
                element("p", "party", choice.party());
            }
        }
        html.append("</div>");
    }

    private void figures(Block.Figures figures) {
        Block.FigureTitles titles = figures.titles();
        html.append("<table class=\"figures\"><thead>");
        if (size.isRoll()) {
            row(List.of(head("col", "name", titles.name()), head("col", "figure", titles.figure())));
        } else {
            List<String> head = new ArrayList<>();
            addIf(head, figures.hasNumbers(), head("col", "number", titles.number()));
            head.add(head("col", "name", titles.name()));
            addIf(head, figures.hasParties(), head("col", "party", titles.party()));
            head.add(head("col", "figure", titles.figure()));
            head.add(head("col", "words", titles.words()));
            row(head);
        }
        html.append("</thead><tbody>");
        for (Block.FigureRow figure : figures.rows()) {
            row(size.isRoll() ? narrow(figure) : wide(figure, figures));
        }
        html.append("</tbody></table>");
    }

    private List<String> wide(Block.FigureRow row, Block.Figures figures) {
        List<String> cells = new ArrayList<>();
        addIf(cells, figures.hasNumbers(), cell("number", row.number()));
        cells.add(head("row", "name", row.name()));
        addIf(cells, figures.hasParties(), cell("party", row.party()));
        cells.add(cell("figure", row.figure()));
        cells.add(cell("words", row.words()));
        return cells;
    }

    private List<String> narrow(Block.FigureRow row) {
        String number = row.number().isEmpty() ? "" : row.number() + "  ";
        String party = row.party().isEmpty() ? "" : "<br/><span class=\"party\">" + escape(row.party()) + "</span>";
        return List.of(
                "<th scope=\"row\" class=\"name\">" + escape(number + row.name()) + party
                        + "<br/><span class=\"words\">" + escape(row.words()) + "</span></th>",
                cell("figure", row.figure()));
    }

    private void comparison(Block.Comparison comparison) {
        Block.ComparisonTitles titles = comparison.titles();
        html.append("<table class=\"comparison\"><thead>");
        List<String> head = new ArrayList<>();
        if (!size.isRoll()) {
            head.add(head("col", "number", titles.number()));
            head.add(head("col", "name", titles.name()));
            addIf(head, comparison.hasParties(), head("col", "party", titles.party()));
        }
        titles.figures().forEach(title -> head.add(head("col", "figure", title)));
        addIf(head, !size.isRoll(), head("col", "words", titles.words()));
        row(head);
        html.append("</thead><tbody>");
        for (Block.ComparisonRow row : comparison.rows()) {
            String kind = row.differs() ? "figure differs" : "figure";
            List<String> figures =
                    row.figures().stream().map(figure -> cell(kind, figure)).toList();
            if (size.isRoll()) {
                String number = row.number().isEmpty() ? "" : row.number() + "  ";
                String party = row.party().isEmpty() ? "" : " · " + row.party();
                html.append("<tr><th class=\"name\" scope=\"row\" colspan=\"4\">")
                        .append(escape(number + row.name() + party))
                        .append("</th></tr>");
                row(figures);
                html.append("<tr><td class=\"words\" colspan=\"4\">")
                        .append(escape(row.words()))
                        .append("</td></tr>");
            } else {
                List<String> cells =
                        new ArrayList<>(List.of(cell("number", row.number()), head("row", "name", row.name())));
                addIf(cells, comparison.hasParties(), cell("party", row.party()));
                cells.addAll(figures);
                cells.add(cell("words", row.words()));
                row(cells);
            }
        }
        html.append("</tbody></table>");
    }

    private void codes(Block.Codes drawn) {
        html.append("<div class=\"codes\">");
        for (Block.Code code : drawn.codes()) {
            String caption = code.caption().orElse("");
            html.append("<div class=\"code\">");
            if (!caption.isEmpty()) {
                element("p", "part", caption);
            }
            html.append("<object type=\"cotejo/code\" data-code=\"")
                    .append(codes.size())
                    .append("\" alt=\"")
                    .append(escape(caption.isEmpty() ? drawn.alternative() : drawn.alternative() + ". " + caption))
                    .append("\" class=\"")
                    .append(drawn.codes().size() > 1 ? "many" : "one")
                    .append("\"></object></div>");
            codes.add(code.code());
        }
        html.append("</div>");
    }

    private void boxes(Block.Boxes boxes) {
        html.append("<div class=\"boxes\">");
        for (String role : boxes.roles()) {
            html.append("<div class=\"box\">");
            element("p", "role", role);
            html.append("<p class=\"ticks\"><span class=\"tick\"> </span> ")
                    .append(escape(boxes.absent()))
                    .append(" <span class=\"tick second\"> </span> ")
                    .append(escape(boxes.refused()))
                    .append("</p></div>");
        }
        html.append("</div>");
    }

    private static void addIf(List<String> cells, boolean isThere, String cell) {
        if (isThere) {
            cells.add(cell);
        }
    }

    /** A row; the cells from the right where the language is written so, since the setter of pages knows no such tables. */
    private void row(List<String> cells) {
        html.append("<tr>");
        (isRightToLeft ? cells.reversed() : cells).forEach(html::append);
        html.append("</tr>");
    }

    private String head(String scope, String kind, String text) {
        return "<th scope=\"" + scope + "\" class=\"" + kind + "\"" + direction(text) + ">" + escape(text) + "</th>";
    }

    private String cell(String kind, String text) {
        return "<td class=\"" + kind + "\"" + direction(text) + ">" + escape(text) + "</td>";
    }

    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
