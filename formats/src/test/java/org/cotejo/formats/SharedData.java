package org.cotejo.formats;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/** The shared test data, which are no part of the project: a test that needs them is skipped where they are absent. */
public final class SharedData {
    private SharedData() {}

    public static Path file(String name) {
        Path file = Path.of(System.getProperty("cotejo.shared", "../../shared")).resolve(name);
        assumeTrue(Files.isRegularFile(file), () -> file + " is not here");
        return file;
    }

    public static Path v1() {
        return file("data/venezuela-2024/RESULTADOS_2024_CSV_V1.csv");
    }

    public static Path v2() {
        return file("data/venezuela-2024/RESULTADOS_2024_CSV_V2.csv");
    }
}
