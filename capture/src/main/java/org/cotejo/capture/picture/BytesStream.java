package org.cotejo.capture.picture;

import javax.imageio.stream.ImageInputStreamImpl;

/** Bytes in memory as the platform's image readers want them; the platform's own streams would write to the disk. */
final class BytesStream extends ImageInputStreamImpl {
    private final byte[] bytes;

    BytesStream(byte[] bytes) {
        this.bytes = bytes;
    }

    @Override
    public int read() {
        bitOffset = 0;
        return streamPos < bytes.length ? bytes[(int) streamPos++] & 0xff : -1;
    }

    @Override
    public int read(byte[] into, int offset, int length) {
        bitOffset = 0;
        if (streamPos >= bytes.length) {
            return -1;
        }
        int more = (int) Math.min(length, bytes.length - streamPos);
        System.arraycopy(bytes, (int) streamPos, into, offset, more);
        streamPos += more;
        return more;
    }

    @Override
    public long length() {
        return bytes.length;
    }
}
