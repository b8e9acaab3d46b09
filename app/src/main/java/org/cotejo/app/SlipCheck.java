package org.cotejo.app;

import org.cotejo.base.Problem;
import org.cotejo.base.RefusedException;
import org.cotejo.base.Result;
import org.cotejo.base.Sentence;
import org.cotejo.crypto.Hash;
import org.cotejo.receipt.PrintedRoot;
import org.cotejo.receipt.StationLeaf;
import org.cotejo.receipt.StationSlip;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;

/** A station's slip held against the root that was printed when the log was frozen. */
record SlipCheck(Console console, boolean asJson) {
    int check(byte[] bytes, String file, @Nullable String printed) {
        if (printed == null) {
            throw new RefusedException(AppProblem.MISSING_OPTION.at(file, "--printed LINE"));
        }
        PrintedRoot root = PrintedRoot.parse(printed).orThrow();
        StationSlip slip = switch (StationSlip.parse(bytes)) {
            case Result.Ok<StationSlip>(StationSlip read) -> read;
            case Result.Refused<StationSlip>(Problem problem) -> throw new RefusedException(problem.in(file));
        };
        Result<Hash> answer = slip.verify(root);
        Sentence words = answer instanceof Result.Refused<Hash>(Problem problem)
                ? new Sentence("REFUTED: {0}", "REFUTADO: {1}").with(problem.line("en"), problem.line("es"))
                : proven(slip);
        int exit = answer instanceof Result.Ok<Hash> ? Exit.PROVEN : Exit.REFUTED;
        if (asJson) {
            json(slip, exit, words);
        } else {
            console.print(words);
            if (exit == Exit.PROVEN) {
                slip.leaf()
                        .copies()
                        .forEach(copy -> console.print(new Sentence("  entry {0}, leaf {1}", "  asiento {0}, hoja {1}")
                                .with(copy.entry(), copy.leaf())));
            }
        }
        return exit;
    }

    private static Sentence proven(StationSlip slip) {
        StationLeaf leaf = slip.leaf();
        Sentence words = leaf.copies().isEmpty()
                ? new Sentence(
                        "PROVEN: when the log was frozen it held nothing of station {0}, number {1} of {2}.",
                        "PROBADO: al congelarse el registro no había en él nada de la mesa {0}, número {1} de {2}.")
                : new Sentence(
                        "PROVEN: when the log was frozen it held {3} entries of station {0}, number {1} of {2}.",
                        "PROBADO: al congelarse el registro había en él {3} asientos de la mesa {0}, número {1} de {2}.");
        return words.with(
                leaf.station(),
                slip.proof().index() + 1,
                slip.proof().size(),
                leaf.copies().size());
    }

    private void json(StationSlip slip, int exit, Sentence words) {
        try (JsonGenerator json = LogShow.JSON.createGenerator(ObjectWriteContext.empty(), console.out())) {
            json.writeStartObject();
            json.writeStringProperty("verdict", exit == Exit.PROVEN ? "proven" : "refuted");
            json.writeStringProperty("station", slip.leaf().station().value());
            json.writeNumberProperty("index", slip.proof().index());
            json.writeNumberProperty("stations", slip.proof().size());
            json.writeArrayPropertyStart("copies");
            slip.leaf().copies().forEach(copy -> json.writeNumber(copy.entry()));
            json.writeEndArray();
            json.writeStringProperty("message", words.in(console.language()));
            json.writeEndObject();
            json.writeRaw('\n');
        }
    }
}
