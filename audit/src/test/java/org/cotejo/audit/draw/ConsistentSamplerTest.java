package org.cotejo.audit.draw;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class ConsistentSamplerTest {
    private static final Seed SEED = new Seed("16180339887498948482");

    private static List<String> ids(int count) {
        return IntStream.range(0, count).mapToObj(i -> "mesa-" + i).toList();
    }

    @Property(tries = 60)
    void thePartOfAListIsDrawnAsInTheWhole(@ForAll @Size(min = 1, max = 30) Set<@IntRange(max = 49) Integer> part) {
        List<String> kept = part.stream().map(i -> "mesa-" + i).toList();
        List<Ticket> whole = ConsistentSampler.with(SEED, ids(50), 300);
        List<Ticket> filtered =
                whole.stream().filter(ticket -> kept.contains(ticket.id())).toList();
        assertEquals(filtered, ConsistentSampler.with(SEED, kept, filtered.size()));
    }

    @Test
    void withoutReplacementNobodyComesTwiceAndAllComeOnce() {
        List<Ticket> all = ConsistentSampler.without(SEED, ids(200), 200);
        assertEquals(200, new HashSet<>(all.stream().map(Ticket::id).toList()).size());
        assertEquals(all.subList(0, 20), ConsistentSampler.without(SEED, ids(200).reversed(), 20));
        assertTrue(all.stream().allMatch(ticket -> ticket.generation() == 1));
    }

    @Test
    void ticketsComeInRisingOrderAlsoAsNumbers() {
        List<Ticket> drawn = ConsistentSampler.with(SEED, ids(3), 200);
        for (int i = 1; i < drawn.size(); i++) {
            assertTrue(Ticket.ORDER.compare(drawn.get(i - 1), drawn.get(i)) < 0);
            assertTrue(new BigDecimal(drawn.get(i - 1).number())
                            .compareTo(new BigDecimal(drawn.get(i).number()))
                    <= 0);
        }
    }

    /** After many draws of one id the leading nines grow, and the next ticket keeps them. */
    @Test
    void theNextTicketIsLargerAndKeepsTheLeadingNines() {
        Ticket ticket = ConsistentSampler.first(SEED, "x");
        for (int i = 0; i < 60; i++) {
            Ticket next = ConsistentSampler.next(ticket);
            assertTrue(next.number().compareTo(ticket.number()) > 0, ticket::number);
            assertEquals(i + 2, next.generation());
            ticket = next;
        }
        assertTrue(ticket.number().startsWith("0.99"), ticket::number);
        assertTrue(ConsistentSampler.after("0.999").startsWith("0.999"));
    }

    @Test
    void whatIsShownIsShortAndNeverDecides() {
        Ticket ticket = new Ticket("0.9991234567890", "x", 2);
        assertEquals("0.99912", ticket.shown(2));
        assertEquals(ticket.number(), ticket.shown(99));
    }

    @Test
    void anHashIsWrittenWithAtLeast64DigitsBackwards() {
        for (int i = 0; i < 200; i++) {
            String number = ConsistentSampler.uniform("text " + i);
            assertTrue(number.matches("0\\.[0-9]{64,78}"), number);
        }
    }

    @Test
    void aListWithRepeatsOrTooFewIdsIsAMistake() {
        assertThrows(IllegalArgumentException.class, () -> ConsistentSampler.without(SEED, List.of("a", "a"), 1));
        assertThrows(IllegalArgumentException.class, () -> ConsistentSampler.without(SEED, List.of("a"), 2));
        assertThrows(IllegalArgumentException.class, () -> ConsistentSampler.with(SEED, List.of(), 1));
        assertEquals(List.of(), ConsistentSampler.with(SEED, List.of(), 0));
    }
}
