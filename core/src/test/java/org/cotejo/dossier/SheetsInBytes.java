package org.cotejo.dossier;

import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.cotejo.crypto.Ed25519Secret;
import org.cotejo.crypto.Sha256;
import org.cotejo.custody.SheetCopy;
import org.cotejo.custody.SourceId;
import org.cotejo.custody.StationFigures;
import org.cotejo.definition.ContestId;
import org.cotejo.definition.CustodianId;
import org.cotejo.definition.SpokenHash;
import org.cotejo.definition.StationCode;
import org.cotejo.entry.Entry;
import org.cotejo.sheet.CountCertificate;
import org.cotejo.sheet.KeyAlgorithm;
import org.cotejo.sheet.MachineId;
import org.cotejo.sheet.Sheet;
import org.cotejo.sheet.SheetHours;
import org.cotejo.sheet.SignedSheet;
import org.cotejo.sheet.StationKey;
import org.cotejo.tally.Figure;

/**
 * Signed sheets of the small language of {@link ElectionInBytes}, as rows {@code "station machine words: figures"}. The words:
 * {@code opening}, {@code forged} (signed with another key), {@code again} (a minute later), {@code demo}, {@code by_hand}, and
 * {@code for=}, {@code election=}, {@code contest=}, {@code definition=} with what the sheet is delivered for or says instead.
 */
public final class SheetsInBytes {
    private SheetsInBytes() {}

    /** The key of a machine, made from its name. */
    public static Ed25519Secret secret(String machine) {
        return Ed25519Secret.ofSeed(
                Sha256.of(machine.getBytes(StandardCharsets.UTF_8)).bytes());
    }

    static Entry key(String station, String machine, KeyAlgorithm algorithm, String owner) {
        return new Entry.StationKeyStated(new StationKey(
                new StationCode(station),
                new MachineId(machine),
                algorithm,
                secret(owner).verifyKey()));
    }

    static SheetCopy copy(
            SourceId source,
            List<Figure> figures,
            String election,
            ContestId contest,
            SpokenHash definition,
            String row) {
        int colon = row.indexOf(':');
        List<String> head = words(row.substring(0, colon));
        List<Integer> cells =
                words(row.substring(colon + 1)).stream().map(Integer::valueOf).toList();
        List<Integer> votes = new ArrayList<>();
        Map<Figure.Count, Integer> counts = new EnumMap<>(Figure.Count.class);
        for (int i = 0; i < figures.size(); i++) {
            if (figures.get(i) instanceof Figure.Count count) {
                counts.put(count, cells.get(i));
            } else {
                votes.add(cells.get(i));
            }
        }
        boolean isOpening = head.contains("opening");
        LocalDateTime opening = LocalDateTime.of(2024, 7, 28, 6, 0);
        Sheet sheet = new Sheet(
                head.contains("demo") ? KeyAlgorithm.ED25519_DEMO : KeyAlgorithm.ED25519,
                said(head, "election", election),
                new SpokenHash(said(head, "definition", definition.groups())),
                new StationCode(head.getFirst()),
                new ContestId(said(head, "contest", contest.value())),
                1,
                1,
                isOpening ? Sheet.Paper.OPENING : Sheet.Paper.FINAL,
                new MachineId(head.get(1)),
                new SheetHours(
                        opening,
                        isOpening ? opening : opening.plusHours(12).plusMinutes(head.contains("again") ? 1 : 0),
                        ZoneOffset.ofHours(-4)),
                votes,
                counts);
        return new SheetCopy(
                source,
                head.contains("by_hand") ? StationFigures.Way.BY_HAND : StationFigures.Way.UNSTATED,
                new StationCode(said(head, "for", head.getFirst())),
                SignedSheet.signedBy(secret(head.contains("forged") ? "forger" : head.get(1)), sheet));
    }

    /** The certificate of a count beside a sheet that shows the same votes. */
    static CountCertificate certificate(String election, ContestId contest, SpokenHash definition, String row) {
        int colon = row.indexOf(':');
        List<Integer> counted =
                words(row.substring(colon + 1)).stream().map(Integer::valueOf).toList();
        int positions = counted.size() - 2;
        List<Figure> figures = new ArrayList<>();
        for (int i = 1; i <= positions; i++) {
            figures.add(new Figure.OfOption(i));
        }
        figures.addAll(List.of(Figure.Count.NULL, Figure.Count.BALLOTS));
        SignedSheet beside = copy(new SourceId(new CustodianId("any"), 1), figures, election, contest, definition, row)
                .sheet();
        String machine = beside.sheet().machine().value();
        return CountCertificate.signedBy(
                secret(row.contains("forged") ? "forger" : machine),
                beside,
                beside.sheet().hours().closing(),
                beside.sheet().hours().offset(),
                counted.subList(0, positions),
                counted.getLast(),
                counted.get(positions));
    }

    private static String said(List<String> head, String what, String otherwise) {
        return head.stream()
                .filter(word -> word.startsWith(what + "="))
                .map(word -> word.substring(what.length() + 1).replace('_', ' '))
                .findFirst()
                .orElse(otherwise);
    }

    private static List<String> words(String text) {
        return Arrays.stream(text.strip().split("\\s+", -1)).toList();
    }
}
