package org.cotejo.capture;

import java.util.Arrays;
import java.util.List;
import org.cotejo.capture.picture.Grey;
import org.cotejo.capture.picture.PictureDecoder;
import org.cotejo.definition.Contest;
import org.cotejo.definition.SpokenHash;
import org.cotejo.definition.StationCode;
import org.cotejo.sheet.SignedSheet;
import org.cotejo.station.paper.Copy;
import org.cotejo.station.paper.Drawing;
import org.cotejo.station.paper.PaperSize;
import org.cotejo.station.paper.Signatory;
import org.cotejo.station.paper.StationHead;
import org.cotejo.station.paper.Strip;
import org.cotejo.station.paper.TallySheet;
import org.cotejo.station.words.Language;

/** Sheets as the machine prints them, on white paper. */
public final class TestSheets {
    private static final int MARGIN = 32;

    private TestSheets() {}

    /** The strip of a station's sheet for mayor. */
    public static Grey strip(Language language, String station, int... votes) {
        return plane(Drawing.load().strip(sheet(station, votes), language, PaperSize.ROLL_80));
    }

    /** The same sheet as the pages of a PDF of A4. */
    public static List<Grey> pages(Language language, String station, int... votes) {
        byte[] pdf = Drawing.load().pdf(sheet(station, votes), language, PaperSize.A4);
        return PictureDecoder.decode(pdf).orThrow().pages();
    }

    /** A sheet for president of 38 positions, whose tables go on on a second page. */
    public static List<Grey> pagesFor38(Language language, String station, int... votes) {
        TallySheet sheet = sheet(TestElection.sheetFor38(station, votes));
        return PictureDecoder.decode(Drawing.load().pdf(sheet, language, PaperSize.A4))
                .orThrow()
                .pages();
    }

    private static TallySheet sheet(String station, int... votes) {
        return sheet(TestElection.sheet(station, votes));
    }

    private static TallySheet sheet(SignedSheet signed) {
        StationCode station = signed.sheet().station();
        Contest contest = TestElection.frame()
                .definition()
                .orElseThrow()
                .contest(signed.sheet().contest())
                .orElseThrow();
        return new TallySheet(
                new StationHead("An election", station, List.of("Estado", "Municipio"), false),
                contest,
                signed,
                new SpokenHash("0091 4149 6946 1768 1455 6899 5975 4836 5121 6252"),
                null,
                Copy.of(1, 2),
                List.of(Signatory.of(Signatory.Role.PRESIDING_OFFICER, 1), Signatory.witness(1, "Party A")));
    }

    private static Grey plane(Strip strip) {
        int width = strip.width() + 2 * MARGIN;
        byte[] pixels = new byte[width * strip.height()];
        Arrays.fill(pixels, (byte) 240);
        for (int y = 0; y < strip.height(); y++) {
            for (int x = 0; x < strip.width(); x++) {
                if (strip.isBlack(x, y)) {
                    pixels[y * width + MARGIN + x] = 30;
                }
            }
        }
        return new Grey(width, strip.height(), pixels);
    }
}
