package org.cotejo.entry;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.cotejo.custody.CommittedPicture;
import org.cotejo.definition.CustodianId;
import org.cotejo.definition.StationCode;

/** Any valid statement of a picture. */
final class AnyPicture {
    private AnyPicture() {}

    static Arbitrary<CommittedPicture> picture() {
        Arbitrary<CommittedPicture.Copy> copies =
                Combinators.combine(AnyEntry.hash(), AnyEntry.hash()).as(CommittedPicture.Copy::new);
        return Combinators.combine(
                        AnyEntry.id().map(CustodianId::new),
                        AnyEntry.id().map(StationCode::new).injectNull(0.3),
                        AnyEntry.hash(),
                        copies.injectNull(0.5))
                .as(CommittedPicture::new);
    }
}
