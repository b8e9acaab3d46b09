package org.cotejo.bench.bare;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cotejo.crypto.Hash;
import org.cotejo.crypto.Sha256;
import org.cotejo.entry.EntryBlock;
import org.cotejo.entry.FiguresBytes;
import org.cotejo.entry.KeyBytes;
import org.cotejo.sheet.SignedSheet;
import org.cotejo.tlog.SignedCheckpoint;
import org.cotejo.tlog.TilePath;

/**
 * Writes down, before anything is measured, which signatures a publication makes a verifier compute and where they lie, so that
 * {@link BareVerifier} need not read any entry: each different sheet of a station once, as Cotejo does. Expects a simulated country
 * in which every sheet is of its own station and election.
 */
final class SignaturePlan {
    private final Map<String, Map<String, SignedPlace>> keys = new HashMap<>();
    private final Set<Hash> seen = new HashSet<>();
    private final List<SignedPlace> places = new ArrayList<>();
    private final FiguresBytes figures = new FiguresBytes();
    private final KeyBytes key = new KeyBytes();
    private long copies;

    private SignaturePlan() {}

    /** SITE PLAN; prints the number of entries, of signed copies and of different signatures. */
    static void main(String[] words) throws IOException {
        Path site = Path.of(words[0]);
        long size = SignedCheckpoint.parse(Files.readAllBytes(site.resolve("checkpoint")))
                .orThrow()
                .checkpoint()
                .size();
        SignaturePlan plan = new SignaturePlan();
        for (long first = 0; first < size; first += TilePath.FULL) {
            plan.bundle(
                    (int) (first / TilePath.FULL),
                    Files.readAllBytes(
                            site.resolve(TilePath.ofEntry(first, size).path())));
        }
        try (DataOutputStream out =
                new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(Path.of(words[1]))))) {
            out.writeLong(size);
            out.writeInt(plan.places.size());
            for (SignedPlace place : plan.places) {
                place.write(out);
            }
        }
        System.out.println(size + " " + plan.copies + " " + plan.places.size());
    }

    private void bundle(int number, byte[] bundle) {
        new EntryBlock(bundle, 0, bundle.length).forEach((bytes, offset, length) -> {
            if (key.isPlain(bytes, offset, length)) {
                keys.computeIfAbsent(text(bytes, key.stationAt(), key.stationLength()), _ -> new HashMap<>(2))
                        .putIfAbsent(
                                text(bytes, key.machineAt(), key.machineLength()),
                                new SignedPlace(0, 0, 0, number, key.keyAt()));
            } else if (FiguresBytes.isSheet(bytes, offset, length)) {
                sheet(number, figures.over(bytes, offset, length), bytes);
            }
        });
    }

    private void sheet(int number, FiguresBytes sheet, byte[] bytes) {
        copies++;
        String station = text(bytes, sheet.stationAt(), sheet.stationLength());
        SignedPlace known =
                keys.getOrDefault(station, Map.of()).get(sheet.sheet().machine());
        int length = sheet.signedLength() + SignedSheet.SIGNATURE_BYTES;
        Hash what = new Sha256()
                .add(station.getBytes(StandardCharsets.UTF_8), 0, sheet.stationLength())
                .add(bytes, sheet.signedAt(), length)
                .hash();
        if (known != null && seen.add(what)) {
            places.add(
                    new SignedPlace(number, sheet.signedAt(), sheet.signedLength(), known.keyBundle(), known.keyAt()));
        }
    }

    private static String text(byte[] bytes, int at, int length) {
        return new String(bytes, at, length, StandardCharsets.UTF_8);
    }
}
