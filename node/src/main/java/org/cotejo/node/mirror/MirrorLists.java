package org.cotejo.node.mirror;

import java.io.IOException;
import java.util.Optional;
import org.cotejo.base.Problem;
import org.cotejo.base.Result;
import org.cotejo.crypto.Sha256;
import org.cotejo.publication.MirrorList;
import org.cotejo.publication.SitePath;

/** Brings the list of mirrors along, if the source has one that the log has signed. */
final class MirrorLists {
    private MirrorLists() {}

    static void bring(Source source, MirrorFolder folder, Stock stock, HeadJudge judge)
            throws IOException, SeenException {
        Optional<byte[]> bytes = source.bytes(SitePath.MIRRORS, MirrorList.SIZE_MOST);
        if (bytes.isEmpty()) {
            return;
        }
        if (MirrorList.parse(bytes.get())
                        .then(list ->
                                judge.signed(list, stock.head().checkpoint().origin()))
                instanceof Result.Refused<MirrorList>(Problem problem)) {
            throw new SeenException(Sighting.Kind.CHANGED.because(SitePath.MIRRORS, problem.sentence()), bytes.get());
        }
        folder.write(SitePath.MIRRORS, bytes.get());
        stock.add(SitePath.MIRRORS, Sha256.of(bytes.get()));
    }
}
