package org.cotejo.capture.print;

import org.cotejo.capture.picture.Grey;
import org.cotejo.capture.symbols.Quad;

/** Says whether a line stands on its head. */
final class LineTurner {
    private static final int HIGH = 48;
    private static final int WIDE = 192;
    private static final float SURE = 0.9f;

    private final Network network;

    LineTurner(Network network) {
        this.network = network;
    }

    boolean isOnItsHead(Grey page, Quad place) {
        double ratio = place.upperLeft().distance(place.upperRight())
                / Math.max(1, place.upperLeft().distance(place.lowerLeft()));
        int wide = Math.clamp((int) Math.ceil(HIGH * ratio), 1, WIDE);
        float[] line = Scaling.straight(page, place, wide, HIGH);
        float[] input = new float[3 * HIGH * WIDE];
        for (int colour = 0; colour < 3; colour++) {
            for (int y = 0; y < HIGH; y++) {
                for (int x = 0; x < wide; x++) {
                    input[(colour * HIGH + y) * WIDE + x] = line[y * wide + x] / 127.5f - 1;
                }
            }
        }
        float[] out = network.run(input, 1, 3, HIGH, WIDE).values();
        return out[1] > SURE;
    }
}
