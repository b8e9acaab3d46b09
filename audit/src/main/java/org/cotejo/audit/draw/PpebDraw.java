package org.cotejo.audit.draw;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.cotejo.base.Check;

/**
 * Draws with replacement, each time with probability weight over total: stations in proportion to the error that they can
 * hold ("probability proportional to an error bound": Aslam, Popa, Rivest, EVT 2008; Stark, EVT/WOTE 2009).
 *
 * <p>Draw <i>n</i> hashes the seed, a comma and <i>n</i>-1 zero bytes (the stream of {@link CryptoRandom}); the 256-bit hash
 * times the total, divided by 2^256 and rounded down, is a point on the line of weights in the order of
 * {@link Weighted#ORDER}. No floating point is in it. Draws 1 to <i>n</i> are the beginning of draws 1 to <i>m</i>, so an
 * audit that must go on goes on with the same seed. No point is favoured by more than total/2^256.
 *
 * <p>The seed must be younger than the list: with both in hand, a liar chooses where the draw falls.
 */
public final class PpebDraw {
    /** Most draws from one seed. */
    public static final int DRAWS_MOST = 1 << 20;

    private PpebDraw() {}

    /**
     * Draws {@code from} to {@code from + count - 1}.
     *
     * @param list in any order; ids are all different, and at least one weight is not 0
     * @param from number of the first draw, from 1
     */
    public static List<Drawn> draw(Seed seed, List<Weighted> list, int from, int count) {
        Check.that(from > 0, "draws are numbered from 1, not %d", from);
        List<Weighted> ordered = Weighted.orderedOnce(list);
        List<BigInteger> weights = new ArrayList<>(ordered.size());
        for (Weighted one : ordered) {
            weights.add(one.weight());
        }
        Cumulative line = new Cumulative(weights);
        List<Drawn> drawn = new ArrayList<>();
        tickets(seed, from - 1, count)
                .forEach(ticket -> drawn.add(new Drawn(
                        from + drawn.size(), ordered.get(line.at(ticket)).id(), CryptoRandom.hex(ticket))));
        return List.copyOf(drawn);
    }

    /** The same for weights in an order of their own: places in the list, counted from 0, of the first draws. */
    public static List<Integer> places(Seed seed, List<BigInteger> weights, int count) {
        Cumulative line = new Cumulative(weights);
        return tickets(seed, 0, count).stream().map(line::at).toList();
    }

    private static List<byte[]> tickets(Seed seed, int from, int count) {
        Check.that(count >= 0 && count <= DRAWS_MOST - from, "%d draws after %d, at most %d", count, from, DRAWS_MOST);
        CryptoRandom stream = new CryptoRandom(seed);
        stream.skipTo(from);
        List<byte[]> tickets = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            tickets.add(stream.digest());
        }
        return tickets;
    }
}
