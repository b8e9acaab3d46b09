package org.cotejo.conformance.audit;

import java.util.List;
import org.cotejo.audit.draw.Rivest2011;
import org.cotejo.audit.draw.Seed;

/** The sampler of Colorado's audits. */
final class RivestSamplerCases implements Method {
    @Override
    public String name() {
        return "sampler_rivest2011";
    }

    @Override
    public Computed recompute(Given given) {
        Seed seed = Seed.ofOthers(given.text("seed"));
        long low = given.whole("from_");
        long choices = given.whole("total") - low + 1;
        int count = Math.toIntExact(given.whole("count"));
        List<Long> drawn = given.flag("duplicates")
                ? Rivest2011.draw(seed, low, choices, 1, count)
                : Rivest2011.drawDifferent(seed, low, choices, count);
        return Computed.of(drawn.stream().mapToDouble(Long::doubleValue).toArray());
    }
}
