package org.cotejo.audit.draw;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.PriorityQueue;
import org.cotejo.base.Check;
import org.cotejo.crypto.Sha256;

/**
 * Rivest's consistent sampler ("Consistent Sampling with Replacement", arXiv:1808.10016): each id holds a ticket that depends
 * on the seed and itself alone, and the smallest ticket is drawn, again and again. Whoever takes a part of the list draws the same
 * ids of that part in the same order, so one seed serves all contests, and a list that grows keeps what was drawn of it.
 *
 * <p>Every id is as likely as any other. Ids enter as text, exactly as given: two writings of one station are two stations, so a
 * canonical id is what must stand in the list.
 */
public final class ConsistentSampler {
    private ConsistentSampler() {}

    /** The first tickets in the order of the draw, no id twice. */
    public static List<Ticket> without(Seed seed, Collection<String> ids, int count) {
        Check.that(count >= 0 && count <= ids.size(), "%d of %d without replacement", count, ids.size());
        return draw(seed, ids, count, false);
    }

    /** The first tickets in the order of the draw; an id that was drawn gets its next ticket and may come again. */
    public static List<Ticket> with(Seed seed, Collection<String> ids, int count) {
        Check.that(count >= 0 && !(ids.isEmpty() && count > 0), "%d of nothing", count);
        return draw(seed, ids, count, true);
    }

    /** The first ticket of an id. */
    public static Ticket first(Seed seed, String id) {
        return Ticket.first(seed, id);
    }

    /** The ticket that follows when this one was drawn. */
    public static Ticket next(Ticket ticket) {
        return ticket.next();
    }

    /** The number that a text hashes to, and the smallest allowed number's successor: for those who check each step. */
    public static String uniform(String text) {
        return Ticket.uniform(text);
    }

    /** The number of the ticket that follows one of this number. */
    public static String after(String number) {
        return Ticket.after(number);
    }

    private static List<Ticket> draw(Seed seed, Collection<String> ids, int count, boolean again) {
        Check.that(new HashSet<>(ids).size() == ids.size(), "an id stands twice among %d", ids.size());
        String seedHash = Sha256.of(seed.utf8()).hex();
        List<Ticket> firsts = new ArrayList<>(ids.size());
        ids.forEach(id -> firsts.add(Ticket.first(seedHash, id)));
        PriorityQueue<Ticket> waiting = new PriorityQueue<>(Math.max(1, ids.size()), Ticket.ORDER);
        waiting.addAll(firsts);
        List<Ticket> drawn = new ArrayList<>(count);
        while (drawn.size() < count) {
            Ticket smallest = waiting.remove();
            drawn.add(smallest);
            if (again) {
                waiting.add(smallest.next());
            }
        }
        return List.copyOf(drawn);
    }
}
