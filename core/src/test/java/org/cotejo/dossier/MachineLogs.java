package org.cotejo.dossier;

import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.cotejo.crypto.Sha256;
import org.cotejo.custody.HeldLog;
import org.cotejo.definition.CustodianId;
import org.cotejo.definition.StationCode;
import org.cotejo.sheet.LogFacts;
import org.cotejo.sheet.MachineId;

/** What is stated of the logs of machines, in the small language of {@link ElectionInBytes}. */
final class MachineLogs {
    private static final int LINES = 100;

    private MachineLogs() {}

    /**
     * A log as {@code "station machine name=number ..."}, with {@code proven} and {@code parting} lines, {@code counted}, {@code stated} (votes
     * at closing), {@code book}, {@code copies}, {@code printed} and {@code minute} of closing after 18:00. What is left out agrees with the
     * sheets of {@link SheetsInBytes}.
     */
    static HeldLog held(CustodianId holder, String row) {
        List<String> words = Arrays.asList(row.split(" ", -1));
        Map<String, Integer> said = new HashMap<>();
        words.subList(2, words.size())
                .forEach(word -> said.put(
                        word.substring(0, word.indexOf('=')), Integer.valueOf(word.substring(word.indexOf('=') + 1))));
        int counted = said.getOrDefault("counted", 6);
        OffsetDateTime closing =
                OffsetDateTime.parse("2024-07-28T18:00-04:00").plusMinutes(said.getOrDefault("minute", 0));
        LogFacts facts = new LogFacts(
                LINES,
                said.getOrDefault("proven", LINES),
                OffsetDateTime.parse("2024-07-28T06:00-04:00"),
                new LogFacts.Closing(
                        closing,
                        said.getOrDefault("book", 6),
                        said.getOrDefault("stated", counted),
                        said.getOrDefault("copies", 2),
                        said.getOrDefault("printed", 2),
                        true),
                counted,
                0,
                0,
                0,
                1);
        return new HeldLog(
                holder,
                new StationCode(words.get(0)),
                new MachineId(words.get(1)),
                Sha256.of(row.getBytes(StandardCharsets.UTF_8)),
                facts,
                said.getOrDefault("parting", 0));
    }
}
