package org.cotejo.exchange;

import java.util.HashSet;
import java.util.Set;
import org.cotejo.base.RefusedException;
import org.cotejo.bulletin.PublicLog;
import org.cotejo.custody.Source;
import org.cotejo.custody.SourceId;
import org.cotejo.definition.CustodianId;
import org.cotejo.dossier.Frame;
import org.jspecify.annotations.Nullable;

/**
 * For whom a log may speak in a folder. Of one body the newest version counts; so a log of somebody else must not bring a "newer
 * version" of what the folder has from that body itself.
 */
final class Speakers {
    private final @Nullable CustodianId ourselves;
    private final LogOwner owner;
    private final boolean withSecondHand;
    private final Set<CustodianId> fromElsewhere;

    /**
     * @param fromThisLog deliveries here that came from the log
     * @param recorded bodies of announcements and other records here that did not come from the log
     */
    Speakers(Frame here, Set<SourceId> fromThisLog, Set<CustodianId> recorded, LogOwner owner, boolean withSecondHand) {
        this.ourselves = here.log().map(PublicLog::custodian).orElse(null);
        this.owner = owner;
        this.withSecondHand = withSecondHand;
        this.fromElsewhere = new HashSet<>(recorded);
        here.sources().stream()
                .map(Source::id)
                .filter(id -> !fromThisLog.contains(id))
                .forEach(id -> fromElsewhere.add(id.custodian()));
    }

    /** Refuses a log that calls itself that of a body from which the folder has something that did not come from this log. */
    void checkClaim(String address) {
        CustodianId body = owner.body();
        if (body != null && owner.isClaimed() && (body.equals(ourselves) || fromElsewhere.contains(body))) {
            throw new RefusedException(ExchangeProblem.CLAIMED.at(address, body));
        }
    }

    /** Whether what the log says of one of our bodies is taken. */
    boolean maySpeakFor(CustodianId ours) {
        return withSecondHand
                || !ours.equals(ourselves) && (ours.equals(owner.body()) || !fromElsewhere.contains(ours));
    }

    /** Whether the log is this body's own. */
    boolean isOwner(CustodianId ours) {
        return ours.equals(owner.body()) && !ours.equals(ourselves);
    }
}
