package org.cotejo.app;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.cotejo.capture.picture.Grey;
import org.cotejo.capture.redaction.PrivatePart;
import org.cotejo.capture.redaction.Redaction;
import org.cotejo.covered.Area;

/** A few pictures of noise, of different sizes, each with something covered. */
final class SamplePictures {
    private static final int PICTURES = 4;

    private SamplePictures() {}

    static List<PrivatePart> all() {
        List<PrivatePart> all = new ArrayList<>();
        for (int i = 0; i < PICTURES; i++) {
            byte[] pixels = new byte[(40 + 45 * i) * (70 + i)];
            new Random(i).nextBytes(pixels);
            all.add(Redaction.make(
                            new Grey(40 + 45 * i, 70 + i, pixels),
                            pixels,
                            List.of(),
                            List.of(new Area(10 + 20 * i, 20, 9, 9)),
                            new SecureRandom())
                    .orThrow());
        }
        return all;
    }
}
