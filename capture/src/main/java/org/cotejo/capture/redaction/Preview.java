package org.cotejo.capture.redaction;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.List;
import org.cotejo.capture.picture.Grey;
import org.cotejo.capture.picture.Png;

/** Draws blocks and their numbers on a page: red what looks like a place to sign, blue other writing. */
final class Preview {
    private static final Color SIGN = new Color(0xb00020);
    private static final Color TEXT = new Color(0x0b57a4);
    private static final int SIDE_MOST = 2400;
    private static final int HEAD_LINES = 2;

    private Preview() {}

    static byte[] draw(Grey page, List<Block> blocks) {
        double factor = Math.min(1, (double) SIDE_MOST / Math.max(page.width(), page.height()));
        int width = Math.max(1, (int) (page.width() * factor));
        int height = Math.max(1, (int) (page.height() * factor));
        int letter = Math.clamp(width / 40L, 14, 36);
        int head = HEAD_LINES * letter;
        BufferedImage image = new BufferedImage(width, height + head, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int value = page.between((x + 0.5) / factor, (y + 0.5) / factor);
                image.setRGB(x, y + head, value << 16 | value << 8 | value);
            }
        }
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setColor(SIGN);
        graphics.fillRect(0, 0, width, head);
        graphics.setColor(Color.WHITE);
        graphics.setFont(new Font(Font.SANS_SERIF, Font.BOLD, letter));
        graphics.drawString("PRIVATE / PRIVADO", letter / 2, head - letter * 2 / 3);
        for (Block block : blocks) {
            box(graphics, block, factor, head, letter);
        }
        graphics.dispose();
        return Png.of(image);
    }

    private static void box(Graphics2D graphics, Block block, double factor, int head, int letter) {
        int left = (int) (block.area().x() * factor);
        int top = (int) (block.area().y() * factor) + head;
        int wide = (int) (block.area().width() * factor);
        int high = (int) (block.area().height() * factor);
        graphics.setColor(block.isForSigning() ? SIGN : TEXT);
        graphics.setStroke(new BasicStroke(Math.max(2, letter / 8)));
        graphics.drawRect(left, top, wide, high);
        String number = String.valueOf(block.number());
        int label = graphics.getFontMetrics().stringWidth(number) + letter / 2;
        // Left of the block where there is room, so that what it marks can still be read.
        int at = left >= label ? left - label : left;
        graphics.fillRect(at, top, label, letter + letter / 4);
        graphics.setColor(Color.WHITE);
        graphics.drawString(number, at + letter / 4, top + letter);
    }
}
