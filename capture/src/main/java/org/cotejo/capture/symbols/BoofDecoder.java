package org.cotejo.capture.symbols;

import boofcv.abst.fiducial.QrCodeDetector;
import boofcv.alg.fiducial.qrcode.QrCode;
import boofcv.factory.fiducial.FactoryFiducial;
import boofcv.struct.image.GrayU8;
import georegression.struct.point.Point2D_F64;
import georegression.struct.shapes.Polygon2D_F64;
import java.util.ArrayList;
import java.util.List;
import org.cotejo.capture.picture.Grey;

/**
 * BoofCV: finds the marks as nested squares by their edges, samples along the alignment marks, and has an error correction of its own.
 * Slower than ZXing and better where a code is bent or seen aslant.
 */
final class BoofDecoder implements Decoder {
    static final String NAME = "boofcv";

    /** Smaller planes hold nothing that could be read. */
    private static final int SIDE_LEAST = 40;

    private static final int MARK_MODULES = 7;

    private final QrCodeDetector<GrayU8> detector = FactoryFiducial.qrcode(null, GrayU8.class);

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Answer decode(Grey plane) {
        if (plane.width() < SIDE_LEAST || plane.height() < SIDE_LEAST) {
            return Answer.NOTHING;
        }
        GrayU8 image = new GrayU8();
        image.data = plane.pixels();
        image.width = plane.width();
        image.height = plane.height();
        image.stride = plane.width();
        try {
            detector.process(image);
        } catch (RuntimeException e) {
            return Answer.NOTHING;
        }
        List<Seen> seen = new ArrayList<>();
        List<Seen> failed = new ArrayList<>();
        for (QrCode code : detector.getDetections()) {
            Quad place = quad(code.bounds);
            seen.add(new Seen(code.message, place, place.side() / code.getNumberOfModules()));
        }
        for (QrCode code : detector.getFailures()) {
            failed.add(around(code));
        }
        return new Answer(seen, failed, false);
    }

    private static Quad quad(Polygon2D_F64 bounds) {
        return new Quad(point(bounds.get(0)), point(bounds.get(1)), point(bounds.get(2)), point(bounds.get(3)));
    }

    /** Where a symbol must lie whose marks were found; each mark's first corner is its upper left one. */
    private static Seen around(QrCode code) {
        Point corner = centre(code.ppCorner);
        Point right = centre(code.ppRight);
        Point down = centre(code.ppDown);
        double mark = Math.sqrt(Math.max(1, code.ppCorner.areaSimple()));
        double between = Math.max(corner.distance(right), corner.distance(down));
        Quad place = Quad.of(corner, right, down).grown((between + mark) / Math.max(1, between));
        return new Seen("", place, mark / MARK_MODULES);
    }

    private static Point centre(Polygon2D_F64 mark) {
        double x = 0;
        double y = 0;
        for (int i = 0; i < mark.size(); i++) {
            x += mark.get(i).x / mark.size();
            y += mark.get(i).y / mark.size();
        }
        return new Point(x, y);
    }

    private static Point point(Point2D_F64 point) {
        return new Point(point.x, point.y);
    }
}
