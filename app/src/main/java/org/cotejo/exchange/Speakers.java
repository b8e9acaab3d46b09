package org.cotejo.exchange;

import java.util.HashSet;
import java.util.Set;
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
    private final @Nullable CustodianId owner;
    private final boolean withSecondHand;
    private final Set<CustodianId> fromElsewhere = new HashSet<>();

    /**
     * @param fromThisLog deliveries here that came from the log
     * @param owner whose log it is, as called here; null if nobody said
     */
    Speakers(Frame here, Set<SourceId> fromThisLog, @Nullable CustodianId owner, boolean withSecondHand) {
        this.ourselves = here.log().map(PublicLog::custodian).orElse(null);
        this.owner = owner;
        this.withSecondHand = withSecondHand;
        here.sources().stream()
                .map(Source::id)
                .filter(id -> !fromThisLog.contains(id))
                .forEach(id -> fromElsewhere.add(id.custodian()));
    }

    /** Whether what the log says of one of our bodies is taken. */
    boolean maySpeakFor(CustodianId ours) {
        return withSecondHand || !ours.equals(ourselves) && (ours.equals(owner) || !fromElsewhere.contains(ours));
    }

    /** Whether the log is this body's own. */
    boolean isOwner(CustodianId ours) {
        return ours.equals(owner) && !ours.equals(ourselves);
    }
}
