package org.cotejo.entry;

import org.cotejo.base.CanonicalReader;
import org.cotejo.base.CanonicalWriter;
import org.cotejo.crypto.Hash;
import org.cotejo.custody.CommittedPicture;
import org.cotejo.definition.CustodianId;
import org.cotejo.definition.StationCode;
import org.jspecify.annotations.Nullable;

/** The bytes of what is said of a picture that a body committed to. */
final class PictureBytes {
    private PictureBytes() {}

    static void write(CommittedPicture picture, CanonicalWriter to) {
        StationCode station = picture.station();
        to.text(picture.holder().value()).text(station == null ? "" : station.value());
        EntryWriter.hash(picture.root(), to);
        CommittedPicture.Copy copy = picture.copy();
        to.octet(copy == null ? 0 : 1);
        if (copy != null) {
            EntryWriter.hash(copy.picture(), to);
            EntryWriter.hash(copy.proof(), to);
        }
    }

    static CommittedPicture read(CanonicalReader from) {
        CustodianId holder = new CustodianId(from.text(EntryReader.ID));
        String station = from.text(EntryReader.ID);
        Hash root = EntryReader.hash(from);
        CommittedPicture.@Nullable Copy copy = from.octetBelow(2, "flag") == 1
                ? new CommittedPicture.Copy(EntryReader.hash(from), EntryReader.hash(from))
                : null;
        return new CommittedPicture(holder, station.isEmpty() ? null : new StationCode(station), root, copy);
    }
}
