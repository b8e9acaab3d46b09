package org.cotejo.station.kiosk;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cotejo.station.day.StationDefinition;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;

/** Pages of real machines in a real browser; skipped, and said so, where there is none. */
abstract class PageTest {
    @TempDir
    static Path folder;

    private static Optional<Browser> started = Optional.empty();
    private static int machines;
    private final List<Rig> rigs = new ArrayList<>();

    @BeforeAll
    static void startBrowser() throws IOException, InterruptedException {
        assumeTrue(Browser.program().isPresent(), "no chromium here: the pages are not looked at");
        started = Optional.of(Browser.start(Files.createDirectories(folder.resolve("profile"))));
        browser().size(1280, 800);
    }

    @AfterAll
    static void stopBrowser() {
        started.ifPresent(Browser::close);
    }

    /** What a page looked like when its test was done, in target/pages: for the eyes of whoever mends it. */
    @AfterEach
    void closeMachines(TestInfo test) throws IOException {
        Path pictures = Path.of(System.getProperty("cotejo.root"), "station/target/pages");
        Files.createDirectories(pictures);
        browser().picture(pictures.resolve(test.getTestMethod().orElseThrow().getName() + ".png"));
        browser().blank();
        browser().size(1280, 800);
        rigs.forEach(Rig::close);
        // What this test made the console say, such as of a server that it killed, is not the next one's.
        browser().said();
    }

    static Browser browser() {
        return started.orElseThrow();
    }

    static Path newFolder() {
        return folder.resolve("machine" + ++machines);
    }

    Rig open(StationDefinition setup) {
        return kept(Rig.open(newFolder(), setup));
    }

    Rig open(StationDefinition setup, long quietMillis, long warningMillis) {
        return kept(Rig.open(newFolder(), setup, Duration.ofMillis(quietMillis), Duration.ofMillis(warningMillis)));
    }

    Rig kept(Rig rig) {
        rigs.add(rig);
        return rig;
    }

    static Voter voter(Rig rig) {
        return new Voter(browser(), rig.kiosk.voterPage());
    }
}
