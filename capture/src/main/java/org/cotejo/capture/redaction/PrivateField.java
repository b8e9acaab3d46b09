package org.cotejo.capture.redaction;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import org.cotejo.base.CanonicalReader;
import org.cotejo.base.Check;
import org.cotejo.base.Texts;
import org.cotejo.covered.RedactionProof;

/**
 * A text about a person that goes with a sheet and is covered.
 *
 * @param text composed (NFC), without control characters, 1 to {@value #BYTES_MOST} bytes of UTF-8
 */
public record PrivateField(What what, String text) {
    /** Most bytes of a text. */
    public static final int BYTES_MOST = 500;

    /** Most fields of a redaction. */
    public static final int FIELDS_MOST = RedactionProof.FIELDS_MOST;

    /** What a text says of a person. */
    public enum What {
        NAME(0),
        IDENTITY(1),
        ROLE(2),
        OTHER(3);

        private final int code;

        What(int code) {
            this.code = code;
        }

        /** Its octet in files. */
        int code() {
            return code;
        }

        /** Reads its octet. */
        static What read(CanonicalReader reader) {
            int code = reader.octet();
            for (What what : values()) {
                if (what.code == code) {
                    return what;
                }
            }
            throw new CanonicalReader.Malformed("unknown field " + code);
        }

        /** As it is typed. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Optional<What> of(String key) {
            for (What what : values()) {
                if (what.key().equals(key)) {
                    return Optional.of(what);
                }
            }
            return Optional.empty();
        }
    }

    public PrivateField {
        Check.that(isPossible(text), "the text of a field");
    }

    static boolean isPossible(String text) {
        return !text.isBlank()
                && Texts.isClean(text)
                && java.text.Normalizer.isNormalized(text, java.text.Normalizer.Form.NFC)
                && text.getBytes(StandardCharsets.UTF_8).length <= BYTES_MOST;
    }

    /** Reads {@code WHAT = TEXT}; composes the text. */
    public static Optional<PrivateField> parse(String line) {
        int equals = line.indexOf('=');
        if (equals < 0) {
            return Optional.empty();
        }
        String text = java.text.Normalizer.normalize(line.substring(equals + 1).strip(), java.text.Normalizer.Form.NFC);
        return What.of(line.substring(0, equals).strip())
                .filter(_ -> isPossible(text))
                .map(what -> new PrivateField(what, text));
    }

    /** Without its text, which is for nobody's log. */
    @Override
    public String toString() {
        return what.key();
    }
}
