package org.cotejo.sim;

import java.util.ArrayList;
import java.util.List;
import org.cotejo.crypto.Hash;
import org.cotejo.crypto.Sha256;
import org.cotejo.custody.CustodyEvent;
import org.cotejo.custody.Denial;
import org.cotejo.custody.Incident;
import org.cotejo.custody.SignatureSlot;
import org.cotejo.custody.SignatureSlots;
import org.cotejo.definition.SideId;
import org.cotejo.definition.StationCode;
import org.cotejo.entry.Entry;
import org.jspecify.annotations.Nullable;

/**
 * What is told about a station beside its figures: copies denied, witnesses put out, incidents, the way of the box, and the
 * signatures on the first party's copy, as far as somebody wrote them down.
 */
final class PaperTrail {
    private static final int BOXES_TRACED = 500;
    private static final int SIGNATURES_READ = 1_000;
    private static final int INCIDENTS = 200;

    /** What happens in any election and says nothing about the figures. */
    private static final Incident.Kind[] COMMON = {
        Incident.Kind.LATE_OPENING,
        Incident.Kind.MACHINE_FAILED,
        Incident.Kind.VOTING_INTERRUPTED,
        Incident.Kind.CLOSING_DELAYED
    };

    private final Country country;
    private final Liars liars;
    private final Scribe scribe;
    private final List<Holder> holders;

    PaperTrail(Country country, Liars liars, Scribe scribe) {
        this.country = country;
        this.liars = liars;
        this.scribe = scribe;
        this.holders = Holder.atLeast(country.plan().copies())
                .subList(0, country.plan().copies());
    }

    void add(Station station) {
        StationCode code = new StationCode(station.code());
        Dice dice = Dice.of(country.plan().seed(), Dice.Purpose.PAPER, station.index());
        for (Holder holder : holders) {
            if (!CopyDelivery.isHeld(country, liars, station, holder)) {
                deny(code, holder, country.arrivals().fate(station.index(), holder), dice);
            }
        }
        if (dice.happens(INCIDENTS)) {
            Incident.Kind kind = COMMON[dice.below(COMMON.length)];
            Holder reporter = holders.get(dice.below(holders.size()));
            scribe.add(new Entry.IncidentReported(new Incident(code, kind, reporter.id(), Days.hour(dice))));
        }
        if (dice.happens(BOXES_TRACED)) {
            traceBox(code, dice);
        }
        if (dice.happens(SIGNATURES_READ) && CopyDelivery.isHeld(country, liars, station, Holder.FIRST)) {
            readSignatures(code, dice);
        }
    }

    private void deny(StationCode code, Holder holder, Arrivals.Fate fate, Dice dice) {
        switch (fate) {
            case HELD, LOST -> {
                // nobody says why it is not there
            }
            case REFUSED -> state(code, Denial.Kind.COPY_REFUSED, holder, dice);
            case PUT_OUT -> {
                state(code, Denial.Kind.WITNESS_PUT_OUT, holder, dice);
                if (dice.happens(5_000)) {
                    scribe.add(new Entry.IncidentReported(
                            new Incident(code, Incident.Kind.INTIMIDATION, holder.id(), Days.hour(dice))));
                }
            }
        }
    }

    private void state(StationCode code, Denial.Kind kind, Holder holder, Dice dice) {
        Denial.Form[] forms = Denial.Form.values();
        Denial.Form form = forms[dice.below(forms.length)];
        @Nullable Hash statement = form == Denial.Form.UNSIGNED ? null : commitment(dice);
        scribe.add(new Entry.DenialStated(new Denial(code, kind, holder.id(), form, Days.hour(dice), statement)));
    }

    /** There is no statement behind it: the hash of random bytes hides nothing as well as a commitment hides a statement. */
    private static Hash commitment(Dice dice) {
        byte[] bytes = new byte[Hash.SIZE];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) dice.below(256);
        }
        return Sha256.of(bytes);
    }

    private void traceBox(StationCode code, Dice dice) {
        String seal = "S" + (100_000 + dice.below(900_000));
        step(code, CustodyEvent.Step.SEALED, null, Holder.AUTHORITY, seal);
        step(code, CustodyEvent.Step.HANDED_OVER, Holder.AUTHORITY, Holder.GUARD, seal);
        step(code, CustodyEvent.Step.DEPOSITED, null, Holder.GUARD, seal);
    }

    private void step(StationCode code, CustodyEvent.Step step, @Nullable Holder from, Holder to, String seal) {
        scribe.add(new Entry.CustodyStepped(new CustodyEvent(
                code, CustodyEvent.Item.BOX, step, from == null ? null : from.id(), to.id(), seal, Days.CLOSING)));
    }

    private void readSignatures(StationCode code, Dice dice) {
        List<SignatureSlot> slots = new ArrayList<>();
        slots.add(slot(SignatureSlot.Role.PRESIDING_OFFICER, null, 1, dice));
        slots.add(slot(SignatureSlot.Role.SECRETARY, null, 1, dice));
        slots.add(slot(SignatureSlot.Role.MEMBER, null, 1, dice));
        slots.add(slot(SignatureSlot.Role.OPERATOR, null, 1, dice));
        slots.add(slot(SignatureSlot.Role.PARTY_WITNESS, Holder.FIRST.side().id(), 1, dice));
        slots.add(slot(SignatureSlot.Role.PARTY_WITNESS, Holder.SECOND.side().id(), 2, dice));
        scribe.add(new Entry.SignaturesSeen(new SignatureSlots(code, Holder.FIRST.id(), slots)));
    }

    private static SignatureSlot slot(SignatureSlot.Role role, @Nullable SideId side, int number, Dice dice) {
        int drawn = dice.below(100);
        SignatureSlot.State state = drawn < 93
                ? SignatureSlot.State.SIGNED
                : drawn < 97 ? SignatureSlot.State.ABSENT : SignatureSlot.State.NOT_VISIBLE;
        return new SignatureSlot(role, side, number, state);
    }
}
