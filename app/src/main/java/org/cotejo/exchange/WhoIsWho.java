package org.cotejo.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.cotejo.base.RefusedException;
import org.cotejo.definition.Custodian;
import org.cotejo.definition.CustodianId;
import org.cotejo.definition.ElectionDefinition;
import org.cotejo.definition.Side;
import org.cotejo.definition.SideId;

/** The custodians and sides of a publication as bodies and sides of this folder. The same id is the same body unless told otherwise. */
final class WhoIsWho {
    private final ElectionDefinition here;
    private final ElectionDefinition there;
    private final TakeWishes wishes;
    private final TreeSet<CustodianId> unknown = new TreeSet<>();

    /** Refuses wishes that name nobody. */
    WhoIsWho(ElectionDefinition here, ElectionDefinition there, TakeWishes wishes) {
        this.here = here;
        this.there = there;
        this.wishes = wishes;
        wishes.custodians().forEach(this::check);
    }

    private void check(CustodianId theirs, TakeWishes.Ours ours) {
        String pair = theirs + "=" + ours.custodian() + (ours.side() == null ? "" : "/" + ours.side());
        if (there.custodian(theirs).isEmpty()) {
            throw refused(pair, "the publication has no custodian " + theirs + ", only " + ids(there));
        }
        Optional<Custodian> known = here.custodian(ours.custodian());
        SideId side = ours.side();
        if (known.isEmpty() && side == null) {
            throw refused(pair, "this folder has no custodian " + ours.custodian() + ", only " + ids(here));
        }
        if (known.isPresent() && side != null && !known.get().side().equals(side)) {
            throw refused(pair, ours.custodian() + " is on side " + known.get().side() + " here");
        }
        if (known.isEmpty() && side != null && !hasSide(here, side) && !hasSide(there, side)) {
            throw refused(
                    pair,
                    "there is no side " + side + ", only "
                            + here.sides().stream().map(Side::id).toList());
        }
    }

    private static boolean hasSide(ElectionDefinition definition, SideId side) {
        return definition.sides().stream().anyMatch(known -> known.id().equals(side));
    }

    private static RefusedException refused(String pair, String why) {
        return new RefusedException(ExchangeProblem.MAPPING.at("--custodian", pair, why));
    }

    private static List<CustodianId> ids(ElectionDefinition definition) {
        return definition.custodians().stream().map(Custodian::id).toList();
    }

    /** The body of this folder that a custodian is; one that nobody here knows is remembered for {@link #checkAllKnown}. */
    CustodianId of(CustodianId theirs) {
        Optional<TakeWishes.Ours> said = wishes.of(theirs);
        if (said.isPresent()) {
            return said.get().custodian();
        }
        if (here.custodian(theirs).isEmpty()) {
            unknown.add(theirs);
        }
        return theirs;
    }

    /** Refuses to go on, naming all bodies that were asked for and that nobody here knows. */
    void checkAllKnown(String address) {
        if (unknown.isEmpty()) {
            return;
        }
        List<String> named = new ArrayList<>();
        for (CustodianId id : unknown) {
            named.add(there.custodian(id)
                    .map(custodian -> id + " (" + custodian.name() + ", side " + custodian.side() + ")")
                    .orElse(id.value()));
        }
        throw new RefusedException(ExchangeProblem.CUSTODIANS.at(address, String.join("; ", named), ids(here)));
    }

    /** The side of one of our bodies. */
    SideId sideOf(CustodianId ours) {
        return here.custodian(ours)
                .map(Custodian::side)
                .or(() -> wishes.custodians().values().stream()
                        .filter(said -> said.custodian().equals(ours))
                        .flatMap(said -> Stream.ofNullable(said.side()))
                        .findFirst())
                .orElseThrow(() -> new IllegalArgumentException("no custodian " + ours));
    }

    /** A side of the publication as it is called here: that of one of its custodians, or the one of the same id; empty if none is. */
    Optional<SideId> side(SideId theirs) {
        for (Map.Entry<CustodianId, TakeWishes.Ours> pair : wishes.custodians().entrySet()) {
            if (there.sideOf(pair.getKey()).equals(theirs)) {
                return Optional.of(sideOf(pair.getValue().custodian()));
            }
        }
        return hasSide(here, theirs) ? Optional.of(theirs) : Optional.empty();
    }
}
