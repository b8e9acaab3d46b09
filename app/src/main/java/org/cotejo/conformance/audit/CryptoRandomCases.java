package org.cotejo.conformance.audit;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.cotejo.audit.draw.CryptoRandom;
import org.cotejo.audit.draw.PpebDraw;
import org.cotejo.audit.draw.Seed;
import org.cotejo.formats.text.JsonValue;

/** The stream of random numbers of SHANGRLA, samples from it, and the draw in proportion to weights. */
final class CryptoRandomCases implements Method {
    private static final String ZERO_BASED = "integer_form_zero_based";

    @Override
    public String name() {
        return "cryptorandom_sha256";
    }

    @Override
    public List<String> furtherOutputs() {
        return List.of(ZERO_BASED, "agree");
    }

    @Override
    public Computed recompute(Given given) {
        Seed seed = Seed.ofOthers(given.text("seed"));
        if (given.fn().isEmpty()) {
            return operations(new CryptoRandom(seed), given.list("ops"));
        }
        if (given.fn().startsWith("sample_by_index")) {
            List<Long> drawn = new CryptoRandom(seed).sample(given.whole("n"), Math.toIntExact(given.whole("k")));
            return Computed.of(drawn.stream().mapToDouble(Long::doubleValue).toArray());
        }
        if (given.fn().startsWith("weighted draw with replacement")) {
            return weighted(seed, given);
        }
        throw new IllegalArgumentException("the unknown function " + given.fn());
    }

    private static Computed weighted(Seed seed, Given given) {
        List<BigInteger> weights = Arrays.stream(given.wholes("weights"))
                .mapToObj(BigInteger::valueOf)
                .toList();
        double[] places = PpebDraw.places(seed, weights, Math.toIntExact(given.whole("draws"))).stream()
                .mapToDouble(Integer::doubleValue)
                .toArray();
        Computed.Members all = Computed.members();
        Computed.with(
                all,
                "out",
                Computed.of(Arrays.stream(places).map(place -> place + 1).toArray()));
        Computed.with(all, ZERO_BASED, Computed.of(places));
        return Computed.with(all, "agree", Computed.of(true));
    }

    private static Computed operations(CryptoRandom stream, List<JsonValue> operations) {
        List<Computed> out = new ArrayList<>();
        for (JsonValue operation : operations) {
            List<JsonValue> words = operation.list();
            out.add(
                    switch (words.getFirst().rawText()) {
                        case "next" -> {
                            stream.skip();
                            yield new Computed.Nothing();
                        }
                        case "hash" -> Computed.of(HexFormat.of().formatHex(stream.digest()));
                        case "random" -> Computed.of(stream.random());
                        case "bits" ->
                            Computed.of(stream.bits(Math.toIntExact(Given.whole(words.get(1))))
                                    .toString());
                        case "randint" -> between(stream, words);
                        default ->
                            throw new IllegalArgumentException(
                                    "the unknown operation " + words.getFirst().rawText());
                    });
        }
        return Computed.of(out);
    }

    private static Computed between(CryptoRandom stream, List<JsonValue> words) {
        double[] drawn = new double[Math.toIntExact(Given.whole(words.get(3)))];
        for (int i = 0; i < drawn.length; i++) {
            drawn[i] = stream.between(Given.whole(words.get(1)), Given.whole(words.get(2)));
        }
        return Computed.of(drawn);
    }
}
