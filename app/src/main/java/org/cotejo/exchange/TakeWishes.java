package org.cotejo.exchange;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.cotejo.base.RefusedException;
import org.cotejo.definition.CustodianId;
import org.cotejo.definition.Names;
import org.cotejo.definition.SideId;
import org.jspecify.annotations.Nullable;

/**
 * What the user says about a publication that is taken.
 *
 * @param custodians who is who: their custodian, ours
 * @param whose the body whose log it is, as it is called here; null for what the log says itself
 * @param withSecondHand whether to take what the log says of bodies of whom this folder has something from elsewhere
 * @param isById whether candidates of one id are the same although their names differ
 */
public record TakeWishes(
        Map<CustodianId, Ours> custodians, @Nullable CustodianId whose, boolean withSecondHand, boolean isById) {
    /** A body of this folder; with a side, one that may be new. */
    public record Ours(CustodianId custodian, @Nullable SideId side) {}

    public TakeWishes {
        custodians = Map.copyOf(custodians);
    }

    /** Reads what was typed: lines or commas between {@code THEIRS=OURS} and {@code THEIRS=NEW/SIDE}. */
    public static TakeWishes of(String custodians, String whose, boolean withSecondHand, boolean isById) {
        Map<CustodianId, Ours> pairs = new LinkedHashMap<>();
        for (String pair : custodians.split("[\n,]", -1)) {
            if (!pair.isEmpty()) {
                int equals = pair.indexOf('=');
                CustodianId theirs = id(pair, equals < 0 ? "" : pair.substring(0, equals));
                if (pairs.put(theirs, ours(pair, pair.substring(equals + 1))) != null) {
                    throw refused(pair, theirs + " stands twice");
                }
            }
        }
        return new TakeWishes(pairs, whose.isEmpty() ? null : id(whose, whose), withSecondHand, isById);
    }

    private static Ours ours(String pair, String text) {
        int slash = text.indexOf('/');
        if (slash < 0) {
            return new Ours(id(pair, text), null);
        }
        String side = text.substring(slash + 1);
        if (!Names.idFault(side).isEmpty()) {
            throw refused(pair, "'" + side + "': " + Names.idFault(side));
        }
        return new Ours(id(pair, text.substring(0, slash)), new SideId(side));
    }

    private static CustodianId id(String pair, String text) {
        String fault = Names.idFault(text);
        if (!fault.isEmpty()) {
            throw refused(pair, "'" + text + "': " + fault);
        }
        return new CustodianId(text);
    }

    private static RefusedException refused(String pair, String why) {
        return new RefusedException(ExchangeProblem.MAPPING.at("--custodian", pair, why));
    }

    Optional<Ours> of(CustodianId theirs) {
        return Optional.ofNullable(custodians.get(theirs));
    }
}
