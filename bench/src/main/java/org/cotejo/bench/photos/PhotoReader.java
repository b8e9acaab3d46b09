package org.cotejo.bench.photos;

import boofcv.abst.fiducial.QrCodeDetector;
import boofcv.factory.fiducial.FactoryFiducial;
import boofcv.struct.image.GrayU8;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.PlanarYUVLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.cotejo.base.Result;
import org.cotejo.capture.checker.Checker;
import org.cotejo.capture.picture.Grey;
import org.cotejo.capture.picture.Picture;
import org.cotejo.capture.picture.PictureDecoder;
import org.cotejo.capture.symbols.Sought;
import org.cotejo.capture.symbols.Symbol;
import org.cotejo.capture.symbols.SymbolReader;

/** Something that reads photos, from the file on. */
interface PhotoReader {
    /** The texts that it read. */
    List<String> read(Path file) throws IOException;

    /** Cotejo's ladder: everything it read. */
    static PhotoReader cotejo() {
        SymbolReader reader = new SymbolReader();
        return file -> onPage(
                file,
                page -> reader.read(page, sought()).read().stream()
                        .map(Symbol::text)
                        .toList());
    }

    /** Cotejo's ladder: what two decoders read alike, which is what counts where nothing else can show a misreading. */
    static PhotoReader cotejoConfirmed() {
        SymbolReader reader = new SymbolReader();
        return file -> onPage(
                file,
                page -> reader.read(page, sought()).read().stream()
                        .filter(Symbol::isConfirmed)
                        .map(Symbol::text)
                        .toList());
    }

    private static Sought sought() {
        return new Sought() {
            @Override
            public boolean isSought(String text) {
                return Checker.isSheet(text);
            }

            @Override
            public boolean needsSecond(String text) {
                return Checker.needsSecond(text);
            }
        };
    }

    /** ZXing as its documentation shows it, on the same pixels. */
    static PhotoReader zxing() {
        return file -> onPage(file, page -> {
            try {
                return List.of(new QRCodeReader()
                        .decode(
                                new BinaryBitmap(new HybridBinarizer(new PlanarYUVLuminanceSource(
                                        page.pixels(),
                                        page.width(),
                                        page.height(),
                                        0,
                                        0,
                                        page.width(),
                                        page.height(),
                                        false))),
                                Map.of(DecodeHintType.TRY_HARDER, true))
                        .getText());
            } catch (ReaderException e) {
                return List.of();
            }
        });
    }

    /** BoofCV as its documentation shows it, on the same pixels. */
    static PhotoReader boofcv() {
        QrCodeDetector<GrayU8> detector = FactoryFiducial.qrcode(null, GrayU8.class);
        return file -> onPage(file, page -> {
            GrayU8 image = new GrayU8(page.width(), page.height());
            image.data = page.pixels();
            detector.process(image);
            return detector.getDetections().stream().map(code -> code.message).toList();
        });
    }

    /** A program that prints the texts, one a line; its start is part of its time. */
    static PhotoReader program(String prefix, String... command) {
        return file -> {
            String[] all = java.util.Arrays.copyOf(command, command.length + 1);
            all[command.length] = file.toString();
            Process process = new ProcessBuilder(all)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return out.lines()
                    .filter(line -> line.startsWith(prefix))
                    .map(line -> unquoted(line.substring(prefix.length())))
                    .toList();
        };
    }

    private static String unquoted(String text) {
        String bare = text.strip();
        boolean isQuoted = bare.length() > 1 && bare.startsWith("\"") && bare.endsWith("\"");
        return isQuoted ? bare.substring(1, bare.length() - 1) : bare;
    }

    /** What is read on the first page of a file; nothing where it is no picture. */
    private static List<String> onPage(Path file, Function<Grey, List<String>> read) throws IOException {
        return switch (PictureDecoder.decode(Files.readAllBytes(file))) {
            case Result.Ok<Picture>(Picture picture) ->
                read.apply(picture.pages().getFirst());
            case Result.Refused<Picture> _ -> List.of();
        };
    }
}
