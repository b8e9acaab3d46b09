package org.cotejo.covered;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.cotejo.crypto.Hash;
import org.cotejo.merkle.WholeTree;

/** Public copies for tests, made as docs/formats/redaction.md has it and without the room that covers pictures. */
public final class CoveredSamples {
    private static final SecureRandom RANDOM = new SecureRandom();

    private CoveredSamples() {}

    /** A public picture and its proof. */
    @SuppressWarnings("ArrayRecordComponent") // handed on, never compared
    public record Sample(byte[] picture, RedactionProof proof) {}

    /** Pixels by chance. */
    public static Pixels noise(int width, int height, long seed) {
        byte[] pixels = new byte[width * height];
        new Random(seed).nextBytes(pixels);
        return new Pixels(width, height, pixels);
    }

    /** A copy with those tiles covered that an area touches, and one covered text. */
    public static Sample sample(Pixels page, Area cover) {
        Tiles tiles = new Tiles(page.width(), page.height());
        BitSet covered = tiles.touched(cover, Tiles.MARGIN);
        byte[] seen = page.values().clone();
        WholeTree tree = new WholeTree();
        List<RedactionProof.Leaf> leaves = new ArrayList<>();
        leaves.add(leaf(LeafBody.header(tiles, 1), true));
        leaves.add(leaf(new byte[] {LeafBody.FILE, 1, 2, 3}, false));
        leaves.add(leaf(new byte[] {LeafBody.FIELD, 1, 2, 3}, false));
        for (int tile = 0; tile < tiles.count(); tile++) {
            leaves.add(leaf(LeafBody.tile(tiles, tile, page), !covered.get(tile)));
            if (covered.get(tile)) {
                Area area = tiles.area(tile);
                tiles.put(tile, new byte[area.width() * area.height()], seen);
            }
        }
        leaves.forEach(leaf -> tree.append(leaf.hash()));
        Hash root = tree.root();
        return new Sample(
                png(new Pixels(page.width(), page.height(), seen)), new RedactionProof(tiles, 1, root, leaves));
    }

    private static RedactionProof.Leaf leaf(byte[] body, boolean isSeen) {
        Salt salt = Salt.fresh(RANDOM);
        Hash hash = salt.leaf(body);
        return isSeen ? new RedactionProof.Leaf.Seen(salt, hash) : new RedactionProof.Leaf.Covered(hash);
    }

    /** As a PNG of 8 bits of grey. */
    public static byte[] png(Pixels page) {
        return file(page, BufferedImage.TYPE_BYTE_GRAY, "png");
    }

    /** As a file of another kind. */
    static byte[] file(Pixels page, int kind, String format) {
        BufferedImage grey = new BufferedImage(page.width(), page.height(), BufferedImage.TYPE_BYTE_GRAY);
        grey.getRaster().setDataElements(0, 0, page.width(), page.height(), page.values());
        BufferedImage image = new BufferedImage(page.width(), page.height(), kind);
        if (kind == BufferedImage.TYPE_BYTE_GRAY) {
            image = grey;
        } else {
            image.createGraphics().drawImage(grey, 0, 0, null);
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            ImageIO.write(image, format, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
