package org.cotejo.app;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Covering, checking and opening on the command line. */
class RedactCommandTest {
    private static final String AREA = "120,430,260,60";

    @TempDir
    private Path base;

    private Path picture;
    private Path open;
    private Path closed;
    private Path keys;
    private String out = "";
    private String err = "";

    @BeforeEach
    void sheet() throws IOException {
        picture = base.resolve("acta-de-nadie.png");
        open = base.resolve("public");
        closed = base.resolve("kept");
        keys = base.resolve("keys");
        BufferedImage image = new BufferedImage(600, 640, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(new Color(240, 240, 240));
        graphics.fillRect(0, 0, 600, 640);
        graphics.setColor(Color.BLACK);
        graphics.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 28));
        graphics.drawString("Total 123", 100, 150);
        graphics.drawString("Nadie Ninguno", 130, 470);
        graphics.dispose();
        ImageIO.write(image, "png", picture.toFile());
    }

    private int run(Object... words) {
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        PrintStream errors = new PrintStream(said, true, StandardCharsets.UTF_8);
        Console console = new Console(
                new PrintStream(written, true, StandardCharsets.UTF_8),
                errors,
                "en",
                false,
                new Console.Places(new LogKeyFolder(keys), new KeptHeads(base.resolve("heads"))));
        Verb verb = new Verb("redact", "covers", given -> new RedactCommand(given).spec());
        String[] args = Arrays.stream(words).map(String::valueOf).toArray(String[]::new);
        int exit = Commands.run("cotejo redact", verb, args, console, errors);
        out = written.toString(StandardCharsets.UTF_8);
        err = said.toString(StandardCharsets.UTF_8);
        return exit;
    }

    private static Path only(Path folder, String ending) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .findFirst()
                    .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String cover() {
        assertEquals(
                Exit.PROVEN, run("picture", picture, "--cover", AREA, "--into", open, "--private", closed), () -> err);
        return out.lines().findFirst().orElseThrow().substring("root     ".length());
    }

    @Test
    void aCoveredPictureIsProvenAgainstItsRootAndOnlyThen() {
        String root = cover();
        Path png = only(open, ".png");
        Path proof = only(open, ".proof");
        assertEquals(Exit.PROVEN, run("check", png, proof, "--root", root), () -> out + err);
        assertTrue(out.contains("[proven]"), out);
        assertEquals(Exit.UNCHECKED, run("check", png, proof));
        assertTrue(out.contains("[could not check]"), out);
        assertEquals(Exit.REFUTED, run("check", png, proof, "--root", "0".repeat(64)));
        assertTrue(out.contains("REDACT-205"), out);
        assertEquals(Exit.BAD_INPUT, run("check", png, proof, "--root", "12"));
        assertTrue(err.contains("APP-225"), err);
    }

    @Test
    void noFileIsNamedAfterThePictureAndNoneShowsTheName() throws IOException {
        cover();
        try (Stream<Path> files = Files.walk(base)) {
            assertEquals(
                    1, files.filter(file -> file.toString().contains("nadie")).count());
        }
        BufferedImage seen = ImageIO.read(only(open, ".png").toFile());
        for (int y = 430; y < 490; y++) {
            for (int x = 120; x < 380; x++) {
                assertEquals(0xff000000, seen.getRGB(x, y));
            }
        }
        byte[] original = Files.readAllBytes(picture);
        String sealed = new String(Files.readAllBytes(only(closed, ".sealed")), StandardCharsets.ISO_8859_1);
        assertFalse(sealed.contains(new String(original, 40, 40, StandardCharsets.ISO_8859_1)));
    }

    @Test
    void keyAndSealedFileAreForTheirOwnerAlone() throws IOException {
        cover();
        assertTrue(err.contains("A new key was made"), err);
        assertTrue(err.contains("REDACT-117") || !err.contains("REDACT"), err);
        Path key = keys.resolve("redaction.key");
        for (Path file : List.of(key, only(closed, ".sealed"))) {
            assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        }
        byte[] before = Files.readAllBytes(key);
        cover();
        assertFalse(err.contains("A new key"), err);
        assertArrayEquals(before, Files.readAllBytes(key));
    }

    @Test
    void aChangedPublicPictureIsRefuted() throws IOException {
        String root = cover();
        Path png = only(open, ".png");
        BufferedImage image = ImageIO.read(png.toFile());
        image.getRaster().setSample(10, 10, 0, 7);
        ImageIO.write(image, "png", png.toFile());
        assertEquals(Exit.REFUTED, run("check", png, only(open, ".proof"), "--root", root));
        assertTrue(out.contains("REDACT-202: the part at 0,0,64,64"), out);
        Files.write(png, Arrays.copyOf(Files.readAllBytes(png), 60));
        assertEquals(Exit.BAD_INPUT, run("check", png, only(open, ".proof")));
        assertTrue(err.contains("REDACT-107"), err);
        assertEquals(Exit.BAD_INPUT, run("check", png, picture));
        assertTrue(err.contains("REDACT-106"), err);
    }

    @Test
    void aCourtIsShownAPartAndTheOriginal() throws IOException {
        Path fields = base.resolve("fields.txt");
        Files.writeString(fields, "# who signed\nname = Nadie Ninguno\nidentity = 4711\n");
        assertEquals(
                Exit.PROVEN,
                run("picture", picture, "--cover", AREA, "--fields", fields, "--into", open, "--private", closed),
                () -> err);
        Path png = only(open, ".png");
        Path proof = only(open, ".proof");
        Path shown = base.resolve("court.txt");
        assertEquals(
                Exit.PROVEN,
                run("open", only(closed, ".sealed"), "--area", AREA, "--field", 2, "--file", "--into", shown),
                () -> err);
        Path opened = base.resolve("opened.png");
        assertEquals(Exit.UNCHECKED, run("check", png, proof, "--disclosure", shown, "--picture", opened), () -> out);
        assertTrue(out.contains("identity = 4711"), out);
        assertFalse(out.contains("Ninguno"), out);
        assertEquals(
                ImageIO.read(picture.toFile()).getRGB(140, 460) & 0xff,
                ImageIO.read(opened.toFile()).getRaster().getSample(140, 460, 0));
        Path original = base.resolve("original");
        assertEquals(Exit.PROVEN, run("open", only(closed, ".sealed"), "--original", original), () -> err);
        assertArrayEquals(Files.readAllBytes(picture), Files.readAllBytes(original));
        assertEquals(Exit.BAD_INPUT, run("open", only(closed, ".sealed"), "--area", "1,1,2,2", "--into", opened));
        assertTrue(err.contains("REDACT-113"), err);
    }

    @Test
    void anotherKeyOrNoneOpensNothing() throws IOException {
        cover();
        Path sealed = only(closed, ".sealed");
        Path key = keys.resolve("redaction.key");
        Files.writeString(key, "ab".repeat(32) + "\n");
        assertEquals(Exit.BAD_INPUT, run("open", sealed, "--file", "--into", base.resolve("a")));
        assertTrue(err.contains("REDACT-110"), err);
        Files.writeString(key, "no key");
        assertEquals(Exit.BAD_INPUT, run("open", sealed, "--file", "--into", base.resolve("a")));
        assertTrue(err.contains("APP-221"), err);
        Files.delete(key);
        assertEquals(Exit.BAD_INPUT, run("open", sealed, "--file", "--into", base.resolve("a")));
        assertTrue(err.contains("APP-222"), err);
    }

    @Test
    void nothingIsCoveredBeforeAPersonTypedTheNumbers() throws IOException {
        assertEquals(Exit.PROVEN, run("suggest", picture, "--private", closed), () -> err);
        assertTrue(out.contains("writing"), out);
        Path blocks = closed.resolve("blocks.txt");
        assertTrue(Files.size(closed.resolve("preview.png")) > 0);
        assertEquals(Exit.BAD_INPUT, run("picture", picture, "--blocks", blocks, "--into", open, "--private", closed));
        assertTrue(err.contains("APP-224"), err);
        assertFalse(Files.exists(open));
        assertEquals(
                Exit.BAD_INPUT,
                run("picture", picture, "--blocks", blocks, "--confirm", 77, "--into", open, "--private", closed));
        assertTrue(err.contains("REDACT-116"), err);
        assertEquals(
                Exit.PROVEN,
                run("picture", picture, "--blocks", blocks, "--confirm", "2", "--into", open, "--private", closed),
                () -> err);
        Path other = base.resolve("other.png");
        BufferedImage image = ImageIO.read(picture.toFile());
        image.setRGB(1, 1, 0);
        ImageIO.write(image, "png", other.toFile());
        assertEquals(
                Exit.BAD_INPUT,
                run("picture", other, "--blocks", blocks, "--confirm", "2", "--into", open, "--private", closed));
        assertTrue(err.contains("REDACT-115"), err);
    }

    @Test
    void mistakesAreNamed() throws IOException {
        assertEquals(Exit.BAD_INPUT, run("picture", picture, "--into", open, "--private", closed));
        assertTrue(err.contains("REDACT-104"), err);
        assertEquals(
                Exit.BAD_INPUT, run("picture", picture, "--cover", "1,1,9999,1", "--into", open, "--private", closed));
        assertTrue(err.contains("REDACT-102"), err);
        assertEquals(
                Exit.BAD_INPUT,
                run("picture", picture, "--cover", AREA, "--into", open, "--private", open.resolve("x")));
        assertTrue(err.contains("APP-223"), err);
        assertEquals(Exit.BAD_INPUT, run("picture", picture, "--cover", AREA, "--into", base, "--private", closed));
        assertEquals(
                Exit.BAD_INPUT,
                run("picture", picture, "--page", 2, "--cover", AREA, "--into", open, "--private", closed));
        assertTrue(err.contains("APP-220"), err);
        Path fields = base.resolve("fields.txt");
        Files.writeString(fields, "surname = Ninguno\n");
        assertEquals(Exit.BAD_INPUT, run("picture", picture, "--fields", fields, "--into", open, "--private", closed));
        assertTrue(err.contains("fields.txt:1: REDACT-105") && !err.contains("Ninguno"), err);
        assertFalse(Files.exists(open));
        assertEquals(Exit.BAD_INPUT, run("check", base.resolve("fields.txt"), base.resolve("fields.txt")));
        assertEquals(Exit.BAD_INPUT, run());
    }
}
