package org.cotejo.conformance;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.cotejo.base.Sentence;
import org.cotejo.formats.text.JsonValue;
import org.cotejo.formats.text.JsonValue.JsonObject;
import org.cotejo.node.witness.LogWitness;
import org.cotejo.node.witness.MemoryWitnessStore;
import org.cotejo.node.witness.WitnessKeys;
import org.cotejo.tlog.Policy;
import org.cotejo.tlog.Skey;
import org.cotejo.tlog.Vkey;

/** The dialogue with a log witness (C2SP tlog-witness): requests one after the other, and the status of each answer. */
final class WitnessCases {
    /** The name that the published answers hold; its key is none of theirs, since what it signs is not compared. */
    private static final String NAME = "example.com/witness";

    private static final InstantSource CLOCK = InstantSource.fixed(Instant.ofEpochSecond(1_800_000_000));

    private WitnessCases() {}

    static final VectorKind DIALOGUE = new VectorKind(
            new Sentence("requests to a log witness", "peticiones a un testigo de registros"),
            List.of("log", "steps"),
            List.of(),
            (file, _, cases) -> {
                Vkey log = Vkey.parse(Read.text(file.get("log").object("origin", "vkey"), "vkey"))
                        .orThrow();
                LogWitness witness = new LogWitness(
                        new WitnessKeys(List.of(Skey.of(NAME, Vkey.Kind.COSIGNATURE, new byte[32]))),
                        List.of(new Policy.Log(log, "")),
                        new MemoryWitnessStore(),
                        CLOCK);
                List<JsonValue> steps = file.get("steps").list();
                for (int i = 0; i < steps.size(); i++) {
                    JsonValue one = steps.get(i);
                    String id = Read.id(one, i, "name");
                    cases.read(
                            id, () -> step(id, one.object("name", "body", "status", "bodyContains"), witness, cases));
                }
            });

    private static void step(String id, JsonObject one, LogWitness witness, Cases cases) {
        String part = Read.text(one, "bodyContains");
        cases.same(id, Read.number(one, "status") + " with '" + part + "'", () -> {
            LogWitness.Answered answered = witness.addCheckpoint(Read.utf8(one, "body"));
            String said = answered.text().contains(part) ? part : answered.text();
            return answered.status() + " with '" + said + "'";
        });
    }
}
