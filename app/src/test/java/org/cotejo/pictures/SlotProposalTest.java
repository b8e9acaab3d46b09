package org.cotejo.pictures;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.cotejo.capture.form.SeenSlot;
import org.cotejo.capture.form.SeenSlot.State;
import org.cotejo.capture.symbols.Point;
import org.cotejo.capture.symbols.Quad;
import org.cotejo.custody.SignatureSlot.Role;
import org.cotejo.definition.CustodianId;
import org.junit.jupiter.api.Test;

/** Pictures propose; people say what an empty place means. */
class SlotProposalTest {
    private static final CustodianId HOLDER = new CustodianId("mision");
    private static final Quad PLACE = new Quad(new Point(1, 2), new Point(30, 2), new Point(30, 9), new Point(1, 9));

    private static SeenSlot slot(Role role, int number, State state) {
        return new SeenSlot(role, number, state, 0, PLACE);
    }

    private static String csv(SlotProposal proposal) {
        return new String(proposal.csv(HOLDER), StandardCharsets.UTF_8);
    }

    @Test
    void anEmptyPlaceHasNoStateUntilAPersonGivesIt() {
        SlotProposal proposal = new SlotProposal();
        assertTrue(proposal.isEmpty());
        proposal.add(
                "B.2",
                List.of(
                        slot(Role.PARTY_WITNESS, 2, State.EMPTY),
                        slot(Role.PRESIDING_OFFICER, 1, State.SIGNED),
                        slot(Role.PARTY_WITNESS, 1, State.NOT_VISIBLE)));
        proposal.add("A.1", List.of(slot(Role.SECRETARY, 1, State.SIGNED)));
        assertEquals(2, proposal.copies());
        assertEquals("""
                station,holder,side,role,number,state
                A.1,mision,,secretary,1,signed
                B.2,mision,,presiding_officer,1,signed
                B.2,mision,,party_witness,1,not_visible
                B.2,mision,,party_witness,2,
                """, csv(proposal));
    }

    @Test
    void picturesThatShowTwoThingsShowNothingAndOneThatShowsNothingTakesNothingAway() {
        SlotProposal proposal = new SlotProposal();
        List<State> first = List.of(State.SIGNED, State.EMPTY, State.NOT_VISIBLE, State.SIGNED);
        List<State> second = List.of(State.EMPTY, State.NOT_VISIBLE, State.EMPTY, State.SIGNED);
        for (int i = 0; i < first.size(); i++) {
            proposal.add("A.1", List.of(slot(Role.MEMBER, i + 1, first.get(i))));
            proposal.add("A.1", List.of(slot(Role.MEMBER, i + 1, second.get(i))));
        }
        assertEquals(
                List.of(
                        "A.1,mision,,member,1,not_visible",
                        "A.1,mision,,member,2,",
                        "A.1,mision,,member,3,",
                        "A.1,mision,,member,4,signed"),
                csv(proposal).lines().skip(1).toList());
    }
}
