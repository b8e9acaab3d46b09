package org.cotejo.bench.bare;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/**
 * Where one signature lies in the bundles of a publication: text and key in a bundle each, and the signature right behind the text.
 *
 * @param textAt where the signed text begins in its bundle, in bytes
 * @param keyAt where the 32 bytes of the key begin in theirs
 */
record SignedPlace(int bundle, int textAt, int textLength, int keyBundle, int keyAt) {
    static SignedPlace read(DataInputStream in) throws IOException {
        return new SignedPlace(in.readInt(), in.readInt(), in.readInt(), in.readInt(), in.readInt());
    }

    void write(DataOutputStream out) throws IOException {
        out.writeInt(bundle);
        out.writeInt(textAt);
        out.writeInt(textLength);
        out.writeInt(keyBundle);
        out.writeInt(keyAt);
    }
}
