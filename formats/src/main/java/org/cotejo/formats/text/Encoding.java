package org.cotejo.formats.text;

import java.io.ByteArrayInputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import org.cotejo.base.Where;

/**
 * The characters that a file's bytes stand for. A byte order mark decides; else what the user named; else the bytes are
 * UTF-8 if they are that throughout, and windows-1252, which is Latin-1 with more printable characters, if not.
 */
final class Encoding {
    private static final Charset WINDOWS = Charset.forName("windows-1252");

    private final String file;
    private final byte[] bytes;
    private final Charset charset;
    private final int start;
    private final int kinds;
    private boolean isChecked;

    private Encoding(String file, byte[] bytes, Charset charset, int start) {
        this.file = file;
        this.bytes = bytes;
        this.charset = charset;
        this.start = start;
        this.kinds = Ascii.kinds(bytes, start);
    }

    /** Finds the encoding out and checks every byte: afterwards decoding can't fail, and there is no control character. */
    static Encoding of(String file, byte[] bytes, String wanted) {
        Encoding encoding = found(file, bytes, wanted);
        if (encoding.isAsciiBased()) {
            encoding.refuseControlBytes();
        }
        encoding.refuseBadBytes();
        return encoding;
    }

    private static Encoding found(String file, byte[] bytes, String wanted) {
        if (hasMark(bytes, 0xef, 0xbb, 0xbf)) {
            return new Encoding(file, bytes, StandardCharsets.UTF_8, 3);
        }
        if (hasMark(bytes, 0xff, 0xfe)) {
            return new Encoding(file, bytes, StandardCharsets.UTF_16LE, 2);
        }
        if (hasMark(bytes, 0xfe, 0xff)) {
            return new Encoding(file, bytes, StandardCharsets.UTF_16BE, 2);
        }
        if (!wanted.equals(RowTerms.AUTO)) {
            return new Encoding(file, bytes, named(file, wanted), 0);
        }
        Encoding utf8 = new Encoding(file, bytes, StandardCharsets.UTF_8, 0);
        return utf8.firstBad() < 0 ? utf8.checked() : new Encoding(file, bytes, WINDOWS, 0);
    }

    private Encoding checked() {
        isChecked = true;
        return this;
    }

    private static Charset named(String file, String name) {
        try {
            return Charset.forName(name);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            throw TextProblem.ENCODING.at(Where.file(file), TextProblem.shown(name));
        }
    }

    private static boolean hasMark(byte[] bytes, int... mark) {
        for (int i = 0; i < mark.length; i++) {
            if (i >= bytes.length || (bytes[i] & 0xff) != mark[i]) {
                return false;
            }
        }
        return true;
    }

    /** Whether bytes below 0x80 mean ASCII wherever they stand. */
    private boolean isAsciiBased() {
        return charset.equals(StandardCharsets.UTF_8)
                || charset.equals(StandardCharsets.ISO_8859_1)
                || charset.equals(WINDOWS)
                || charset.equals(StandardCharsets.US_ASCII);
    }

    private void refuseControlBytes() {
        if ((kinds & Ascii.CONTROL) != 0) {
            int at = Ascii.first(bytes, start, Ascii.CONTROL);
            throw TextProblem.CONTROL.at(where(at), bytes[at]);
        }
    }

    private void refuseBadBytes() {
        if (isChecked) {
            return;
        }
        if (isAsciiBased()) {
            int bad = firstBad();
            if (bad >= 0) {
                throw TextProblem.NOT_ENCODED.at(where(bad), charset.name());
            }
            return;
        }
        String text = decoded();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < 0x20 && c != '\n' && c != '\r' && c != '\t' || c == 0x7f) {
                long line = 1
                        + text.substring(0, i)
                                .chars()
                                .filter(before -> before == '\n')
                                .count();
                throw TextProblem.CONTROL.at(new Where(file, line, ""), (int) c);
            }
        }
    }

    /**
     * Where the first byte lies that means nothing, or -1. In these encodings a character beyond ASCII has no ASCII byte in it, so
     * every run of such bytes must be whole by itself.
     */
    private int firstBad() {
        if (charset.equals(StandardCharsets.ISO_8859_1) || (kinds & Ascii.BEYOND) == 0) {
            return -1;
        }
        CharsetDecoder decoder = charset.newDecoder();
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(1 << 13);
        int from = Ascii.first(bytes, start, Ascii.BEYOND);
        while (from < bytes.length) {
            int to = Ascii.firstPlain(bytes, from, bytes.length);
            in.limit(to).position(from);
            CoderResult result = CoderResult.OVERFLOW;
            while (result.isOverflow()) {
                result = decoder.decode(in, out.clear(), true);
            }
            if (result.isError()) {
                return in.position();
            }
            decoder.reset();
            from = Ascii.first(bytes, to, Ascii.BEYOND);
        }
        return -1;
    }

    private Where where(int position) {
        long line = 1;
        for (int i = start; i < position; i++) {
            if (bytes[i] == '\n') {
                line++;
            }
        }
        return new Where(file, line, "");
    }

    /** Where the characters begin, after a byte order mark. */
    int start() {
        return start;
    }

    /** The characters of some bytes of this file that begin and end between characters; only where {@link #hasPlainLines}. */
    String text(byte[] some, int from, int to) {
        return new String(some, from, to - from, charset);
    }

    /** Whether every line feed among the bytes ends a row: no quotes, no other line ends but CR LF. */
    boolean hasPlainLines() {
        return isAsciiBased()
                && (kinds & Ascii.QUOTE) == 0
                && ((kinds & Ascii.RETURN) == 0 || Ascii.hasPairedReturns(bytes));
    }

    byte[] bytes() {
        return bytes;
    }

    /** The characters as a stream, each time from the beginning. */
    Reader reader() {
        if (isAsciiBased()) {
            return new InputStreamReader(new ByteArrayInputStream(bytes, start, bytes.length - start), charset);
        }
        return new StringReader(decoded());
    }

    /** All characters at once, for small files. */
    String decoded() {
        try {
            return charset.newDecoder()
                    .decode(ByteBuffer.wrap(bytes, start, bytes.length - start))
                    .toString();
        } catch (CharacterCodingException e) {
            throw TextProblem.NOT_ENCODED.at(Where.file(file), charset.name());
        }
    }
}
