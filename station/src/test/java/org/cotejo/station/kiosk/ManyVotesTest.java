package org.cotejo.station.kiosk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.cotejo.sheet.SignedSheet;
import org.cotejo.station.day.Receipt;
import org.cotejo.station.day.StationDefinition;
import org.cotejo.tally.Figure;
import org.junit.jupiter.api.Test;

/**
 * A day of votes through the real page: none lost, none wrong, receipts and box and sheet alike. 200 votes, or as many as the system
 * property {@code cotejo.kiosk.votes} says (bench/station.sh).
 */
class ManyVotesTest extends PageTest {
    private static final int VOTES = Integer.getInteger("cotejo.kiosk.votes", 200);
    private static final int CARDS = 12;

    /** A voter's turn in the page, by touches of its buttons; it begins when the ballot is there and ends with the thanks. */
    private static final String TURN = """
        window.turn = async (choices, isRight, begun) => {
          const until = async what => { for (let i = 0; !what(); i++) {
            if (i > 4000) throw new Error(what + ' never came, but ' + document.documentElement.dataset.screen + ': ' + document.body.innerText);
            await new Promise(go => setTimeout(go, 2));
          } };
          const on = screen => until(Object.assign(() => document.documentElement.dataset.screen === screen, { toString: () => screen }));
          // One that was closed may still be in the page for a moment.
          const yes = () => document.querySelector('dialog[open] .buttons .main').click();
          const main = () => document.querySelector('#foot .main').click();
          if (!begun) { await on('welcome'); main(); }
          else { await on('again'); main(); }
          for (const [contest, position] of choices.entries()) {
            await until(() => document.querySelectorAll('[role=radiogroup]').length && document.querySelectorAll('[aria-setsize]').length);
            const title = document.querySelector('h1').textContent;
            for (;;) {
              const option = document.querySelector(`[role=radio][data-position="${position}"]`);
              if (option) { option.click(); break; }
              document.querySelector('[data-turn=next]').click();
            }
            main();
            await until(() => document.querySelector('h1').textContent !== title);
          }
          await on('review');
          main();
          const sent = performance.now();
          yes();
          await on('check');
          const took = performance.now() - sent;
          if (isRight) { document.querySelectorAll('#foot button')[1].click(); await on('done'); }
          else { document.querySelectorAll('#foot button')[0].click(); yes(); }
          return took;
        };
        """;

    /** Everything that anybody logs in this process. */
    private static final class Heard extends Handler {
        final ConcurrentLinkedQueue<String> lines = new ConcurrentLinkedQueue<>();

        @Override
        public void publish(LogRecord line) {
            lines.add(line.getLoggerName() + " " + line.getMessage() + " "
                    + (line.getParameters() == null ? "" : List.of(line.getParameters())));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }

    @Test
    void noneIsLostAndNoneIsWrong() throws IOException {
        Heard heard = new Heard();
        Logger root = Logger.getLogger("");
        Level before = root.getLevel();
        root.addHandler(heard);
        root.setLevel(Level.ALL);
        heard.setLevel(Level.ALL);
        try {
            voteAll(heard);
        } finally {
            root.removeHandler(heard);
            root.setLevel(before);
        }
    }

    private void voteAll(Heard heard) throws IOException {
        StationDefinition setup = Ballots.of(CARDS, 2);
        Path machine = newFolder();
        Rig rig = kept(Rig.open(machine, setup));
        voter(rig);
        browser().load(TURN);
        Random random = new Random(20_310_504);
        int[][] expected = {new int[CARDS + 1], new int[4]};
        List<Double> took = new ArrayList<>();
        int spoiled = 0;
        for (int i = 0; i < VOTES; i++) {
            rig.release();
            boolean isWrongFirst = i % 20 == 7;
            if (isWrongFirst) {
                took.add(turn(new int[] {random.nextInt(CARDS + 1), random.nextInt(4)}, false, false));
                spoiled++;
            }
            int[] choices = {random.nextInt(CARDS + 1), random.nextInt(4)};
            took.add(turn(choices, true, isWrongFirst));
            assertEquals(Arrays.stream(choices).boxed().toList(), rig.tray.last(), "the receipt of vote " + i);
            expected[0][choices[0]]++;
            expected[1][choices[1]]++;
        }
        assertEquals(VOTES, rig.figures().counted());
        assertEquals(spoiled, rig.figures().spoiled());
        assertEquals(VOTES + spoiled, rig.tray.receipts().size());
        new Asking(rig.kiosk.officerPage()).ask("close", Map.of("pollBook", VOTES, "copies", 1));
        List<SignedSheet> sheets = rig.machine.sheets().orThrow();
        for (int contest = 0; contest < 2; contest++) {
            List<Integer> votes =
                    Arrays.stream(expected[contest]).skip(1).boxed().toList();
            assertEquals(votes, sheets.get(contest).sheet().votes());
            assertEquals(
                    expected[contest][0], sheets.get(contest).sheet().counts().get(Figure.Count.BLANK));
        }
        nothingIsKept(machine, rig.tray.receipts(), heard);
        Collections.sort(took);
        System.out.printf(
                "%d votes: from confirmation to the screen after the receipt, p50 %.0f ms, p99 %.0f ms%n",
                VOTES, took.get(took.size() / 2), took.get((int) Math.ceil(took.size() * 0.99) - 1));
    }

    private static double turn(int[] choices, boolean isRight, boolean isAgain) {
        return Double.parseDouble(
                browser().run("turn(" + Arrays.toString(choices) + ", " + isRight + ", " + isAgain + ")"));
    }

    /** No code of a receipt is on this disk or in a log; no log line names a candidate; codes do not follow from each other. */
    private static void nothingIsKept(Path machine, List<Receipt> receipts, Heard heard) throws IOException {
        Set<String> codes = new TreeSet<>();
        receipts.forEach(receipt -> codes.add(receipt.code()));
        assertEquals(receipts.size(), codes.size(), "no code twice");
        StringBuilder kept = new StringBuilder(String.join("\n", heard.lines));
        String logged = kept.toString();
        for (Path place : List.of(machine, folder.resolve("profile"))) {
            try (var files = Files.walk(place)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    kept.append(new String(read(file), StandardCharsets.ISO_8859_1));
                }
            }
        }
        String all = kept.toString();
        codes.forEach(code -> assertFalse(all.contains(code), "a receipt's code is kept"));
        Ballots.of(CARDS, 2)
                .contests()
                .forEach(contest -> contest.candidates()
                        .forEach(candidate -> assertFalse(logged.contains(candidate.name()), "a candidate in a log")));
        assertFalse(logged.contains("choices"), "a request in a log");
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            return new byte[0]; // the browser took it away meanwhile
        }
    }
}
