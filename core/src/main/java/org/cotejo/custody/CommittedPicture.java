package org.cotejo.custody;

import java.util.Optional;
import org.cotejo.crypto.Hash;
import org.cotejo.definition.CustodianId;
import org.cotejo.definition.StationCode;
import org.jspecify.annotations.Nullable;

/**
 * A picture that a body holds, by a root that hides what it commits to (docs/formats/redaction.md). Whose picture it is says the body, never a
 * person; a public copy of it may be stated with the root or later.
 *
 * @param holder the body that holds it
 * @param station of which it is; null if the body does not say
 * @param root of the redaction
 * @param copy what is published of it; null if nothing is yet
 */
public record CommittedPicture(
        CustodianId holder,
        @Nullable StationCode station,
        Hash root,
        @Nullable Copy copy) {
    /**
     * A public copy, by the hashes of two public files.
     *
     * @param picture a PNG whose personal parts are black
     * @param proof that everything else is what the root commits to
     */
    public record Copy(Hash picture, Hash proof) {}

    /** Both statements about one root together; empty where they contradict each other. What one of them leaves open the other may say. */
    public Optional<CommittedPicture> with(CommittedPicture other) {
        boolean isSame = holder.equals(other.holder)
                && root.equals(other.root)
                && (station == null || other.station == null || station.equals(other.station))
                && (copy == null || other.copy == null || copy.equals(other.copy));
        return isSame
                ? Optional.of(new CommittedPicture(
                        holder, station == null ? other.station : station, root, copy == null ? other.copy : copy))
                : Optional.empty();
    }
}
