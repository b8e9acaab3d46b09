package org.cotejo.capture.redaction;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cotejo.base.Problem;
import org.cotejo.base.Result;
import org.cotejo.capture.picture.Grey;
import org.cotejo.capture.symbols.Point;
import org.cotejo.capture.symbols.Quad;
import org.cotejo.capture.symbols.Sought;
import org.cotejo.capture.symbols.Symbol;
import org.cotejo.capture.symbols.SymbolReader;
import org.cotejo.capture.symbols.Symbols;
import org.cotejo.covered.Area;
import org.cotejo.covered.RedactProblem;
import org.cotejo.covered.TextFault;
import org.cotejo.covered.Tiles;
import org.cotejo.crypto.Hash;

/**
 * What of a page a person may want to cover, numbered; nothing is covered before that person typed the numbers. Its text names the file by
 * its hash, so that numbers of one picture never cover another; it is as private as the picture.
 *
 * @param file hash of the picture's file
 */
public record Suggestion(Hash file, int page, List<Block> blocks) {
    /** Bytes of its text. */
    public static final int BYTES_MOST = 1 << 16;

    private static final Pattern HEAD = Pattern.compile("cotejo-redaction-blocks/1 ([0-9a-f]{64}) ([1-9][0-9]?)");
    private static final Pattern LINE = Pattern.compile("([1-9][0-9]?) ([0-9,]{7,27}) (sign|text)");

    public Suggestion {
        blocks = List.copyOf(blocks);
    }

    /** Looks for blocks on a page, counted from 1. */
    public static Suggestion of(Hash file, int page, Grey plane, List<Area> codes) {
        return new Suggestion(file, page, BlockFinder.find(plane, codes));
    }

    /** Where there are codes on a page, read or not; takes seconds on a page without one. */
    public static List<Area> codes(Grey plane) {
        Symbols symbols = new SymbolReader().read(plane, Sought.ANYTHING);
        List<Area> codes = new ArrayList<>();
        for (List<Symbol> some : List.of(symbols.read(), symbols.unread(), symbols.contradicted())) {
            some.forEach(symbol -> codes.add(area(symbol.place(), plane)));
        }
        return codes;
    }

    /** Around a code and its quiet zone, on the page. */
    private static Area area(Quad quad, Grey plane) {
        double margin = quad.side() / 10;
        List<Point> corners = quad.corners();
        double left = corners.stream().mapToDouble(Point::x).min().orElseThrow() - margin;
        double top = corners.stream().mapToDouble(Point::y).min().orElseThrow() - margin;
        double right = corners.stream().mapToDouble(Point::x).max().orElseThrow() + margin;
        double bottom = corners.stream().mapToDouble(Point::y).max().orElseThrow() + margin;
        int x = Math.clamp(Math.round(left), 0, plane.width() - 1);
        int y = Math.clamp(Math.round(top), 0, plane.height() - 1);
        return new Area(
                x,
                y,
                Math.clamp(Math.round(right) - x, 1, plane.width() - x),
                Math.clamp(Math.round(bottom) - y, 1, plane.height() - y));
    }

    /** Warns of each code that covering these areas would touch. */
    public static List<Problem> touched(Grey plane, List<Area> codes, List<Area> covers) {
        Tiles tiles = new Tiles(plane.width(), plane.height());
        List<Problem> warnings = new ArrayList<>();
        for (Area code : codes) {
            if (covers.stream().anyMatch(cover -> isCovered(tiles, cover, code))) {
                warnings.add(RedactProblem.CODE_TOUCHED.with(code));
            }
        }
        return warnings;
    }

    private static boolean isCovered(Tiles tiles, Area cover, Area code) {
        return tiles.touched(cover, Tiles.MARGIN).stream()
                .anyMatch(tile -> tiles.area(tile).touches(code));
    }

    /** The areas of the blocks with these numbers, which a person typed; refused where there is none of that number. */
    public Result<List<Area>> confirmed(Set<Integer> numbers) {
        List<Area> areas = new ArrayList<>();
        for (int number : numbers) {
            if (number < 1 || number > blocks.size()) {
                return Result.refused(RedactProblem.NO_BLOCK.with(number, blocks.size()));
            }
            areas.add(blocks.get(number - 1).area());
        }
        return Result.ok(areas);
    }

    /** Its text. */
    public byte[] bytes() {
        StringBuilder text = new StringBuilder("cotejo-redaction-blocks/1 ");
        text.append(file.hex()).append(' ').append(page).append('\n');
        blocks.forEach(block -> text.append(block.number())
                .append(' ')
                .append(block.area())
                .append(block.isForSigning() ? " sign\n" : " text\n"));
        return text.toString().getBytes(StandardCharsets.US_ASCII);
    }

    /** Reads its text. */
    public static Result<Suggestion> parse(byte[] bytes) {
        if (bytes.length > BYTES_MOST) {
            return Result.refused(RedactProblem.BLOCKS.because(TextFault.tooLong(bytes.length)));
        }
        List<String> lines =
                new String(bytes, StandardCharsets.ISO_8859_1).lines().toList();
        Matcher head = HEAD.matcher(lines.isEmpty() ? "" : lines.getFirst());
        if (!head.matches()) {
            return Result.refused(RedactProblem.BLOCKS.because(TextFault.line(1)));
        }
        List<Block> blocks = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            Matcher parts = LINE.matcher(line);
            int number = blocks.size() + 1;
            if (!parts.matches()
                    || Integer.parseInt(parts.group(1)) != number
                    || !(Area.parse(parts.group(2)) instanceof Result.Ok<Area>(Area area))) {
                return Result.refused(RedactProblem.BLOCKS.because(TextFault.line(number + 1)));
            }
            blocks.add(new Block(number, area, parts.group(3).equals("sign")));
        }
        return Result.ok(new Suggestion(Hash.ofHex(head.group(1)), Integer.parseInt(head.group(2)), blocks));
    }

    /** The page with its blocks and numbers drawn on it, as private as the page: a PNG. */
    public byte[] preview(Grey plane) {
        return Preview.draw(plane, blocks);
    }
}
