package org.cotejo.capture;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import org.cotejo.base.Problem;
import org.cotejo.capture.alteration.Hint;
import org.cotejo.capture.checker.Checked;
import org.cotejo.capture.checker.ContestVotes;
import org.cotejo.capture.checker.SheetReading;
import org.cotejo.capture.form.PrintedCell;
import org.cotejo.capture.form.PrintedForm;
import org.cotejo.capture.form.SeenSlot;
import org.cotejo.capture.picture.Grey;
import org.cotejo.capture.picture.Png;
import org.cotejo.capture.quality.Remark;
import org.cotejo.capture.symbols.Quad;
import org.cotejo.capture.symbols.Symbol;
import org.cotejo.capture.symbols.Symbols;

/**
 * Draws what was read over the picture, so that a person sees at a glance what was taken for what: codes that count in green, doubtful
 * ones in orange, unread places in red, the votes beside, places to sign in blue. It is made of brightness alone and written anew, so nothing that stood in the
 * file beside its pixels is in it; people and names on the sheet are, so it stays private.
 */
final class Overlay {
    private static final Color TAKEN = new Color(0x1b7f3b);
    private static final Color DOUBTFUL = new Color(0xc25e00);
    private static final Color UNREAD = new Color(0xb00020);
    private static final Color SLOT = new Color(0x1f5fbf);
    private static final Color UNSEEN = new Color(0x6b6b6b);
    private static final int SIDE_MOST = 2400;
    private static final int LINES_MOST = 60;

    private Overlay() {}

    static void draw(Grey page, Symbols symbols, PictureReading reading, ByteArrayOutputStream to) {
        double factor = Math.min(1, (double) SIDE_MOST / Math.max(page.width(), page.height()));
        int width = Math.max(1, (int) (page.width() * factor));
        int height = Math.max(1, (int) (page.height() * factor));
        int text = Math.clamp(width / 40L, 12, 22);
        List<String> lines = lines(reading);
        int margin = text * 26;
        BufferedImage image = new BufferedImage(
                width + margin, Math.max(height, (lines.size() + 2) * text * 3 / 2), BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
        paper(page, factor, width, height, image);
        symbols.unread().forEach(symbol -> outline(graphics, symbol.place(), factor, UNREAD, text));
        for (Symbol symbol : symbols.read()) {
            outline(graphics, symbol.place(), factor, isTaken(symbol.text(), reading) ? TAKEN : DOUBTFUL, text);
        }
        print(graphics, reading.print(), factor, text);
        slots(graphics, reading.slots(), factor, text);
        reading.hints().stream()
                .filter(hint -> hint.page() == 0)
                .forEach(hint -> outline(graphics, hint.place(), factor, UNREAD, 2 * text));
        graphics.setColor(Color.BLACK);
        graphics.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, text));
        for (int i = 0; i < lines.size(); i++) {
            graphics.drawString(lines.get(i), width + text, (i + 1) * text * 3 / 2);
        }
        graphics.dispose();
        to.writeBytes(Png.of(image));
    }

    private static void paper(Grey page, double factor, int width, int height, BufferedImage image) {
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int value = page.between((x + 0.5) / factor, (y + 0.5) / factor);
                image.setRGB(x, y, value << 16 | value << 8 | value);
            }
        }
    }

    private static void outline(Graphics2D graphics, Quad quad, double factor, Color color, int text) {
        Path2D path = new Path2D.Double();
        path.moveTo(quad.upperLeft().x() * factor, quad.upperLeft().y() * factor);
        path.lineTo(quad.upperRight().x() * factor, quad.upperRight().y() * factor);
        path.lineTo(quad.lowerRight().x() * factor, quad.lowerRight().y() * factor);
        path.lineTo(quad.lowerLeft().x() * factor, quad.lowerLeft().y() * factor);
        path.closePath();
        graphics.setColor(color);
        graphics.setStroke(new BasicStroke(Math.max(2, text / 4)));
        graphics.draw(path);
    }

    /** Numbers of the first page, in the colour of what figure and words say together, with the number behind them. */
    private static void print(Graphics2D graphics, List<PrintedForm> forms, double factor, int text) {
        graphics.setFont(new Font(Font.SANS_SERIF, Font.BOLD, text));
        for (PrintedForm form : forms) {
            for (PrintedCell cell : form.cells()) {
                if (cell.page() == 0) {
                    Color color = switch (cell.state()) {
                        case AGREED -> TAKEN;
                        case UNSURE, ONCE -> DOUBTFUL;
                        case CONTRADICTED, UNREAD -> UNREAD;
                    };
                    outline(graphics, cell.place(), factor, color, text / 2);
                    String number = cell.agreed().isPresent()
                            ? Integer.toString(cell.agreed().getAsInt())
                            : "?";
                    graphics.drawString(
                            number, (float) (cell.place().upperRight().x() * factor + text / 2.0), (float)
                                    (cell.place().lowerRight().y() * factor));
                }
            }
        }
    }

    /** Places to sign of the first page, with what is to be seen there. */
    private static void slots(Graphics2D graphics, List<SeenSlot> slots, double factor, int text) {
        graphics.setFont(new Font(Font.SANS_SERIF, Font.BOLD, text));
        for (SeenSlot slot : slots) {
            if (slot.page() == 0) {
                Color color = slot.state() == SeenSlot.State.NOT_VISIBLE ? UNSEEN : SLOT;
                outline(graphics, slot.place(), factor, color, text / 2);
                String state = switch (slot.state()) {
                    case SIGNED -> "signed / firmado";
                    case EMPTY -> "empty / vacío";
                    case NOT_VISIBLE -> "not visible / no se ve";
                };
                int wide = graphics.getFontMetrics().stringWidth(state);
                graphics.drawString(state, (float) (slot.place().upperRight().x() * factor - wide), (float)
                        (slot.place().upperRight().y() * factor - 4));
            }
        }
    }

    private static boolean isTaken(String text, PictureReading reading) {
        return reading.taken().stream()
                .anyMatch(taken -> taken.reading().texts().contains(text));
    }

    private static List<String> lines(PictureReading reading) {
        List<String> lines = new ArrayList<>();
        lines.add("PRIVATE / PRIVADO");
        for (Checked checked : reading.checked()) {
            switch (checked) {
                case Checked.Taken taken -> sheet(lines, "TAKEN / TOMADA", taken.reading(), taken.notes());
                case Checked.Unchecked open ->
                    sheet(lines, "NOT CHECKED / SIN COMPROBAR", open.reading(), open.reasons());
                case Checked.Doubtful doubtful -> {
                    doubtful.reading()
                            .ifPresentOrElse(
                                    read -> sheet(lines, "DOUBTFUL / DUDOSA", read, doubtful.reasons()),
                                    () -> problems(lines, doubtful.reasons()));
                }
                case Checked.Foreign _ -> lines.add("FOREIGN / AJENO");
            }
        }
        problems(lines, reading.remarks().stream().map(Remark::problem).toList());
        for (Hint hint : reading.hints()) {
            lines.add(hint.problem().code() + "  " + hint.row());
        }
        return lines.size() > LINES_MOST ? lines.subList(0, LINES_MOST) : lines;
    }

    private static void sheet(List<String> lines, String what, SheetReading reading, List<Problem> problems) {
        lines.add(what + ": " + reading.station());
        for (ContestVotes contest : reading.contests()) {
            lines.add(contest.contest());
            contest.byCandidate().forEach((candidate, votes) -> lines.add("  " + candidate + "  " + votes));
        }
        problems(lines, problems);
    }

    private static void problems(List<String> lines, List<Problem> problems) {
        problems.stream()
                .map(Problem::code)
                .filter(code -> !lines.contains(code))
                .forEach(lines::add);
    }
}
