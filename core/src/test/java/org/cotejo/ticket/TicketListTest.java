package org.cotejo.ticket;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.cotejo.base.Problem;
import org.cotejo.base.Result;
import org.cotejo.crypto.Ed25519Key;
import org.cotejo.definition.CustodianId;
import org.junit.jupiter.api.Test;

/** Which tickets a body handed out, and which it took back from when on. */
class TicketListTest {
    private static final Instant NINE = Instant.parse("2030-05-12T21:00:00Z");
    private static final SecureRandom RANDOM = new SecureRandom();

    private final TicketSet one = TicketSet.fresh("demo-2030", 1, 3, RANDOM);
    private final TicketSet two = TicketSet.fresh("demo-2030", 2, 3, RANDOM);
    private final TicketList list = new TicketList("demo-2030", new CustodianId("coalition"));

    TicketListTest() {
        list.add(one);
        list.add(two);
    }

    private static String code(Result<?> result) {
        return assertInstanceOf(Result.Refused.class, result).problem().code();
    }

    private String fault(TicketSet set, Instant came) {
        Ed25519Key ticket = set.left().getFirst().verifyKey();
        return list.fault(ticket, came).map(Problem::code).orElse("");
    }

    @Test
    void ofARevokedSetWhatCameBeforeStaysValid() {
        assertEquals("", fault(one, NINE));
        list.revoke(1, NINE).orThrow();
        assertEquals("", fault(one, NINE.minusSeconds(1)));
        assertEquals("CAPT-107", fault(one, NINE));
        assertEquals("CAPT-107", fault(one, NINE.plusSeconds(1)));
        assertEquals("", fault(two, NINE.plusSeconds(1)));
    }

    @Test
    void revokingLaterDoesNotGiveBackWhatWasTaken() {
        list.revoke(1, NINE).orThrow();
        list.revoke(1, NINE.plusSeconds(3_600)).orThrow();
        assertEquals("CAPT-107", fault(one, NINE));
        list.revoke(1, NINE.minusSeconds(60)).orThrow();
        assertEquals("CAPT-107", fault(one, NINE.minusSeconds(30)));
    }

    @Test
    void aStrangersTicketAndASetThatThereIsNot() {
        assertEquals("CAPT-106", fault(TicketSet.fresh("demo-2030", 1, 1, RANDOM), NINE));
        assertEquals("CAPT-111", code(list.revoke(3, NINE)));
        assertEquals(2, list.sets());
        assertEquals(6, list.size());
    }

    @Test
    void listAndSetAreReadBackToTheSameBytes() {
        list.revoke(2, NINE).orThrow();
        assertArrayEquals(list.bytes(), TicketList.parse(list.bytes()).orThrow().bytes());
        assertArrayEquals(one.bytes(), TicketSet.parse(one.bytes()).orThrow().bytes());
        assertEquals(2, one.rest().left().size());
        assertEquals(
                one.left().get(1).verifyKey(),
                TicketSet.parse(one.rest().bytes()).orThrow().left().getFirst().verifyKey());
    }

    /** The body's list and what devices hold must not be told from each other's names: no secret stands in the list. */
    @Test
    void theListHoldsNoSecretAndTheSetPrintsNone() {
        String text = new String(list.bytes(), StandardCharsets.UTF_8);
        one.left()
                .forEach(secret ->
                        assertFalse(text.contains(java.util.HexFormat.of().formatHex(secret.seed()))));
        assertEquals("set 1 with 3 tickets", one.toString());
    }

    @Test
    void otherFormsAreRefusedWithTheirLine() {
        String text = new String(list.bytes(), StandardCharsets.UTF_8);
        String ticket = text.lines().skip(3).findFirst().orElseThrow();
        for (String other : List.of(
                "",
                text + "\n",
                text.stripTrailing(),
                text + ticket + "\n",
                text.replace("ticket 1 ", "ticket 0 "),
                text.replace("ticket 1 ", "ticket 01 "),
                text.replace("election demo-2030", "election demo 2030"),
                text.replace("custodian coalition", "custodian "),
                text + "revoked 9 2030-05-12T21:00:00Z\n",
                text + "revoked 1 2030-05-12T21:00Z\n",
                text + "revoked 1 2030-13-12T21:00:00Z\n",
                text + "revoked 2 2030-05-12T21:00:00Z\nrevoked 1 2030-05-12T21:00:00Z\n",
                text.replaceFirst("ticket 1 [0-9a-f]{64}", "ticket 1 " + "0".repeat(64)))) {
            assertEquals("CAPT-109", code(TicketList.parse(other.getBytes(StandardCharsets.UTF_8))), other);
        }
        String set = new String(one.bytes(), StandardCharsets.UTF_8);
        for (String other :
                List.of("", set + "\n", set.replace("set 1", "set 0"), set.replace("secret ", "Secret "), set + "x")) {
            assertEquals("CAPT-109", code(TicketSet.parse(other.getBytes(StandardCharsets.UTF_8))), other);
        }
        assertTrue(TicketSet.parse(set.getBytes(StandardCharsets.UTF_8)) instanceof Result.Ok<TicketSet>);
    }

    @Property(tries = 300)
    void garbageIsRefusedAndNeverThrows(@ForAll byte[] garbage) {
        code(TicketList.parse(garbage));
        code(TicketSet.parse(garbage));
    }
}
