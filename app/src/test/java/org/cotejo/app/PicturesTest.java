package org.cotejo.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.cotejo.crypto.Sha256;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pictures on the command line: read, listed, taken. */
class PicturesTest {
    private static final String SHEET =
            "010111043.01.1.0001!112,5,4,1,9,1,1,0,2,2,0,0,15,3,1,0,1,1,0,1,0,0,0,0,0,0,0,0,0,1,0,0,0,8,10,160,1,6!0!0";
    private static final String OTHER = SHEET.replace("043.01", "043.02").replace("112,5", "12,5");

    @TempDir
    private Path base;

    private Path pictures;
    private String out = "";
    private String err = "";

    @BeforeEach
    void folderOfPictures() throws IOException {
        pictures = Files.createDirectories(base.resolve("photos"));
    }

    private int run(String... words) {
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        int exit = new Main(
                        Verb.all(),
                        new PrintStream(written, true, StandardCharsets.UTF_8),
                        new PrintStream(said, true, StandardCharsets.UTF_8))
                .run(words);
        out = written.toString(StandardCharsets.UTF_8);
        err = said.toString(StandardCharsets.UTF_8);
        return exit;
    }

    private Path picture(String name, String text) throws IOException {
        try {
            BitMatrix code = new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, 420, 420);
            BufferedImage image = new BufferedImage(520, 640, BufferedImage.TYPE_INT_RGB);
            for (int y = 0; y < 640; y++) {
                for (int x = 0; x < 520; x++) {
                    boolean isDark = x >= 50 && x < 470 && y >= 100 && y < 520 && code.get(x - 50, y - 100);
                    image.setRGB(x, y, isDark ? 0x202020 : 0xf0f0f0);
                }
            }
            Path file = pictures.resolve(name);
            ImageIO.write(image, "png", file.toFile());
            return file;
        } catch (WriterException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void everyPictureIsALineAndNoneStopsTheBatch() throws IOException {
        picture("a.png", SHEET);
        Files.writeString(pictures.resolve("b.jpg"), "no picture");
        picture("c.png", "https://example.org/");
        assertEquals(
                Exit.UNCHECKED,
                run("read", pictures.toString(), base.resolve("gone.jpg").toString(), "--json"));
        List<String> lines = out.lines().toList();
        assertEquals(4, lines.size(), out);
        assertTrue(lines.get(0).contains("\"station\":\"010111043.01\""), lines.get(0));
        assertTrue(lines.get(0).contains("\"votes\":{\"EG\":178,\"NM\":152"), lines.get(0));
        assertTrue(lines.get(0).contains("\"qr\":[\"" + SHEET + "\"]"), lines.get(0));
        assertTrue(lines.get(0).contains("READ-201"), lines.get(0));
        assertTrue(lines.get(1).contains("PICTURE-101"), lines.get(1));
        assertTrue(lines.get(2).contains("READ-103"), lines.get(2));
        assertTrue(lines.get(3).contains("READ-101"), lines.get(3));
        assertEquals(Exit.PROVEN, run("read", pictures.resolve("a.png").toString()));
        assertTrue(out.contains("EG 178"), out);
        assertEquals(Exit.BAD_INPUT, run("read"));
    }

    @Test
    void aRunThatWasStoppedGoesOn() throws IOException {
        picture("a.png", SHEET);
        Path lines = base.resolve("lines.jsonl");
        run("read", pictures.toString(), "--to", lines.toString());
        picture("b.png", OTHER);
        Files.writeString(lines, Files.readString(lines) + "{\"image\":\"half");
        run("read", pictures.toString(), "--to", lines.toString());
        List<String> written = Files.readAllLines(lines);
        assertEquals(2, written.size());
        assertTrue(written.get(1).contains("b.png"));
        assertTrue(err.contains("1 "), err);
    }

    @Test
    void anOverlayIsWritten() throws IOException {
        picture("a.png", SHEET);
        Path seen = base.resolve("seen.png");
        run("read", pictures.resolve("a.png").toString(), "--overlay", seen.toString());
        assertTrue(ImageIO.read(seen.toFile()).getWidth() > 520);
    }

    /** The same picture as iPhones send it, made by libheif. */
    private Path heic(String name, String text) throws IOException {
        Path png = picture(name + ".png", text);
        Path heic = pictures.resolve(name + ".heic");
        try {
            Process made = new ProcessBuilder("heif-enc", png.toString(), "-o", heic.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(base.resolve("heif-enc.txt").toFile())
                    .start();
            assertEquals(0, made.waitFor(), Files.readString(base.resolve("heif-enc.txt")));
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        Files.delete(png);
        return heic;
    }

    @Test
    void heicIsReadByAProgramThatIsNamedAndElseRefused() throws IOException {
        Path picture = heic("phone", SHEET);
        assertEquals(Exit.UNCHECKED, run("read", picture.toString()));
        assertTrue(out.contains("PICTURE-102"), out);
        assertEquals(Exit.PROVEN, run("read", picture.toString(), "--json", "--heic", "heif-convert"), out);
        assertTrue(out.contains("\"kind\":\"heic\"") && out.contains("\"station\":\"010111043.01\""), out);
        assertTrue(out.contains(Sha256.of(Files.readAllBytes(picture)).hex()), out);
        assertEquals(Exit.BAD_INPUT, run("read", picture.toString(), "--heic", "no-such-program"));
        assertTrue(err.contains("READ-115"), err);
    }

    @Test
    void heicThatWasRefusedIsReadOnceAProgramIsNamed() throws IOException {
        String folder = election();
        heic("phone", SHEET);
        String[] words = {"import", "images", pictures.toString(), "--custodian", "mision", "--side", "observers"};
        String[] into =
                Stream.concat(Stream.of(words), Stream.of("--into", folder)).toArray(String[]::new);
        run(into);
        assertTrue(err.contains("PICTURE-102"), err);
        String[] named = Stream.concat(Stream.of(into), Stream.of("--heic", "heif-convert"))
                .toArray(String[]::new);
        assertEquals(Exit.PROVEN, run(named), err);
        assertTrue(run(named) != Exit.PROVEN || !err.contains("PICTURE-102"), err);
    }

    private String election() throws IOException {
        Path texts = base.resolve("qr.txt");
        Files.writeString(texts, SHEET.replace("043.01", "043.03") + "\n");
        String folder = base.resolve("election").toString();
        assertEquals(Exit.PROVEN, run("import", "ve-qr", texts.toString(), "--into", folder), err);
        return folder;
    }

    @Test
    void picturesBecomeCopiesAndStayPrivate() throws IOException {
        String folder = election();
        picture("maria-perez.png", SHEET);
        Files.copy(pictures.resolve("maria-perez.png"), pictures.resolve("same.png"));
        picture("other.png", OTHER);
        picture("foreign.png", "https://example.org/");
        assertEquals(
                Exit.PROVEN,
                run(
                        "import",
                        "images",
                        pictures.toString(),
                        "--custodian",
                        "mision",
                        "--side",
                        "observers",
                        "--into",
                        folder,
                        "--json"),
                err);
        assertTrue(out.contains("\"stations\":2"), out);
        assertTrue(out.contains("\"same_file\":1"), out);
        assertTrue(err.contains("foreign.png: READ-103"), err);
        assertTrue(err.contains("READ-113"), err);
        assertTrue(Files.readString(Path.of(folder, "private", "doubtful", "table.tsv"))
                .contains("\t\t\t\t\t\twithout_sheet\t"));
        assertEquals(Exit.PROVEN, run("reconcile", folder, "--json"));
        assertTrue(out.contains("\"stations_with_copies\":3"), out);
        try (Stream<Path> files = Files.walk(Path.of(folder))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                boolean isPrivate = Path.of(folder).relativize(file).startsWith("private");
                String bytes = Files.readString(file, StandardCharsets.ISO_8859_1);
                assertFalse(bytes.contains("maria"), file + " holds the name of a picture");
                assertTrue(isPrivate || !bytes.contains("\u0089PNG"), file + " holds a picture");
            }
        }
        // A second time nothing is read again.
        assertEquals(
                Exit.PROVEN,
                run("import", "images", pictures.toString(), "--custodian", "mision", "--into", folder, "--json"),
                err);
        assertTrue(out.contains("\"read_before\":3"), out);
    }

    @Test
    void anotherSheetOfTheSameStationIsAFurtherDelivery() throws IOException {
        String folder = election();
        picture("a.png", SHEET);
        picture("b.png", SHEET.replace("112,5", "102,5"));
        assertEquals(
                Exit.PROVEN,
                run("import", "images", pictures.toString(), "--custodian", "convzla", "--into", folder, "--json"),
                err);
        assertTrue(out.contains("\"sheets\":2"), out);
        run("reconcile", folder, "--json");
        assertTrue(out.contains("COPY-2"), out);
    }

    @Test
    void aFolderWithoutASheetThatCountsChangesNothing() throws IOException {
        String folder = election();
        picture("foreign.png", "https://example.org/");
        assertEquals(
                Exit.BAD_INPUT,
                run("import", "images", pictures.toString(), "--custodian", "convzla", "--into", folder));
        assertTrue(err.contains("READ-108"), err);
        assertEquals(
                Exit.BAD_INPUT,
                run(
                        "import",
                        "images",
                        pictures.toString(),
                        "--custodian",
                        "convzla",
                        "--way",
                        "pigeon",
                        "--into",
                        folder));
        assertTrue(err.contains("READ-110"), err);
    }

    @Test
    void withoutADefinitionOrACustodianNothingIsImported() throws IOException {
        picture("a.png", SHEET);
        String folder = base.resolve("empty").toString();
        assertEquals(
                Exit.BAD_INPUT,
                run("import", "images", pictures.toString(), "--custodian", "mision", "--into", folder));
        assertTrue(err.contains("READ-107"), err);
        assertEquals(Exit.BAD_INPUT, run("import", "images", pictures.toString(), "--into", election()));
        assertTrue(err.contains("READ-106"), err);
    }

    @Test
    void withADefinitionTheSheetCounts() throws IOException {
        String folder = election();
        picture("a.png", SHEET);
        assertEquals(Exit.PROVEN, run("read", pictures.resolve("a.png").toString(), "--dir", folder, "--json"), err);
        assertTrue(out.contains("\"status\":\"taken\""), out);
        assertTrue(out.contains("\"proof\":\"two_decoders\""), out);
    }
}
