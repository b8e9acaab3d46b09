package org.cotejo.app;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.InflaterInputStream;

/** Changes PNG files as somebody does who knows the format: behind right sums, in the packed pixels, in what they unpack to. */
final class PngMutator {
    private static final int SIGNATURE = 8;
    private static final int HEAD_END = SIGNATURE + 25;
    private static final List<String> NAMES = List.of("IDAT", "tEXt", "IEND", "IHDR", "eXIf", "a\u0000b!");

    private final Mutator mutator;

    PngMutator(Mutator mutator) {
        this.mutator = mutator;
    }

    byte[] changed(byte[] png) {
        byte[] head = Arrays.copyOf(png, HEAD_END);
        byte[] packed = packed(png);
        return switch (mutator.below(8)) {
            case 0 -> mutator.changed(png, png);
            case 1 -> file(head, mutator.changed(packed, packed), new byte[0]);
            case 2 -> file(head, packed, new byte[] {(byte) mutator.below(256)});
            case 3 -> {
                byte[] extra = chunk(mutator.any(NAMES), new byte[mutator.below(3)]);
                yield Mutator.spliced(png, HEAD_END, HEAD_END, extra);
            }
            case 4 -> {
                byte[] other =
                        chunk("IHDR", mutator.changed(Arrays.copyOfRange(png, SIGNATURE + 8, HEAD_END - 4), head));
                yield file(
                        Mutator.spliced(Arrays.copyOf(png, SIGNATURE), SIGNATURE, SIGNATURE, other),
                        packed,
                        new byte[0]);
            }
            default -> {
                byte[] rows = rows(packed);
                yield file(head, deflated(mutator.changed(rows, rows), mutator.below(10)), new byte[0]);
            }
        };
    }

    private static byte[] packed(byte[] png) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        ByteBuffer view = ByteBuffer.wrap(png);
        for (int at = HEAD_END; at < png.length; at += 12 + view.getInt(at)) {
            packed.write(png, at + 8, view.getInt(at));
        }
        return packed.toByteArray();
    }

    private static byte[] rows(byte[] packed) {
        try (InflaterInputStream in = new InflaterInputStream(new ByteArrayInputStream(packed))) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] deflated(byte[] rows, int level) {
        Deflater deflater = new Deflater(level);
        deflater.setInput(rows);
        deflater.finish();
        byte[] out = new byte[rows.length + 1_000];
        int length = deflater.deflate(out);
        deflater.end();
        return Arrays.copyOf(out, length);
    }

    /** The packed pixels in two chunks; {@code behind} stands behind the last chunk. */
    private byte[] file(byte[] head, byte[] packed, byte[] behind) {
        int cut = mutator.below(packed.length + 1);
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(head);
        all.writeBytes(chunk("IDAT", Arrays.copyOf(packed, cut)));
        all.writeBytes(chunk("IDAT", Arrays.copyOfRange(packed, cut, packed.length)));
        all.writeBytes(chunk("IEND", new byte[0]));
        all.writeBytes(behind);
        return all.toByteArray();
    }

    private static byte[] chunk(String name, byte[] content) {
        byte[] named = Arrays.copyOf(name.getBytes(StandardCharsets.ISO_8859_1), 4 + content.length);
        System.arraycopy(content, 0, named, 4, content.length);
        CRC32 sum = new CRC32();
        sum.update(named);
        return ByteBuffer.allocate(8 + named.length)
                .putInt(content.length)
                .put(named)
                .putInt((int) sum.getValue())
                .array();
    }
}
