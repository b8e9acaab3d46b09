package org.cotejo.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cotejo.base.Progress;
import org.cotejo.base.RefusedException;
import org.cotejo.base.Sentence;
import org.cotejo.crypto.Hash;
import org.cotejo.crypto.Sha256;
import org.cotejo.dossier.FoldException;
import org.cotejo.dossier.Frame;
import org.cotejo.entry.EntryBlock;
import org.cotejo.publication.SitePath;
import org.cotejo.tlog.EntryBundle;
import org.cotejo.tlog.SignedCheckpoint;
import org.cotejo.tlog.TilePath;
import org.cotejo.tlog.TileReader;
import org.cotejo.verify.SiteFiles;

/**
 * The entries of a publication, each of them set against a head that was verified: a server that gives other bytes now than it
 * gave to the verifier is refused.
 *
 * @param files of the publication, none of which is believed unseen
 * @param head as it is kept where it is taken, which is public
 * @param blocks all entries of the head, in order
 */
public record ProvenLog(String address, SiteFiles files, SignedCheckpoint head, List<EntryBlock> blocks, Frame frame) {
    private static final Sentence READING = new Sentence("Reading entries:", "Leyendo asientos:");
    private static final int BUNDLE_MOST = TilePath.FULL * (EntryBlock.LENGTH_BYTES + EntryBundle.ENTRY_MOST);

    public ProvenLog {
        blocks = List.copyOf(blocks);
    }

    /** Reads the entries below a head that was verified; {@code address} is what the user calls the publication. */
    public static ProvenLog read(String address, SiteFiles files, SignedCheckpoint head, Progress progress) {
        TileReader tiles = open(files, head);
        List<EntryBlock> blocks = new ArrayList<>();
        long size = head.checkpoint().size();
        for (long first = 0; first < size; first += TilePath.FULL) {
            EntryBundle bundle = tiles.bundle(first / TilePath.FULL).orThrow();
            int last = bundle.count() - 1;
            blocks.add(new EntryBlock(bundle.bytes(), 0, bundle.offset(last) + bundle.length(last)));
            progress.at(READING, Math.min(size, first + TilePath.FULL), size);
        }
        try {
            return new ProvenLog(address, files, head, blocks, Frame.of(blocks));
        } catch (FoldException e) {
            throw new RefusedException(ExchangeProblem.UNUSABLE.at(address, String.valueOf(e.getMessage())));
        }
    }

    /** The tiles of a publication, read against a head; refused if its right edge does not give that head's root. */
    public static TileReader open(SiteFiles files, SignedCheckpoint head) {
        return TileReader.open(head.checkpoint(), path -> bytes(files, path.path(), BUNDLE_MOST))
                .orThrow();
    }

    /** A file that an entry names by its hash; refused if it is not there, too long, or another one. */
    byte[] blob(Hash hash, int most) {
        String path = SitePath.blob(hash);
        return bytes(files, path, most)
                .filter(bytes -> bytes.length <= most && Sha256.of(bytes).equals(hash))
                .orElseThrow(() -> new RefusedException(ExchangeProblem.UNUSABLE.at(address, path)));
    }

    private static Optional<byte[]> bytes(SiteFiles files, String path, int most) {
        try {
            Optional<InputStream> opened = files.open(path);
            if (opened.isEmpty()) {
                return Optional.empty();
            }
            try (InputStream in = opened.get()) {
                return Optional.of(in.readNBytes(most + 1));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("reading " + path, e);
        }
    }
}
