package org.cotejo.node.log;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A program that appends to a log for ever, to be killed: {@code KilledWriter KEYS SITE NEXT SEED}. It prints the number of the entry
 * after the last acknowledged one, a line each time; entry <i>i</i> is {@code entry i}.
 */
final class KilledWriter {
    private KilledWriter() {}

    static byte[] entry(long number) {
        return ("entry " + number).getBytes(StandardCharsets.UTF_8);
    }

    public static void main(String[] args) throws InterruptedException {
        LogFolders folders = new LogFolders(Path.of(args[0]), Path.of(args[1]));
        long next = Long.parseLong(args[2]);
        SplittableRandom random = new SplittableRandom(Long.parseLong(args[3]));
        try (LogWriter log = LogWriter.open(folders, TestKeys.plain(), Pace.usual(), TestKeys.at(1_000))) {
            next = Math.max(next, log.head().checkpoint().size());
            while (true) {
                List<byte[]> batch = new ArrayList<>();
                for (int i = random.nextInt(1, random.nextInt(6) == 0 ? 700 : 20); i > 0; i--) {
                    batch.add(entry(next++));
                }
                log.append(batch).orThrow();
                System.out.println(next);
                System.out.flush();
            }
        }
    }
}
