package org.cotejo.definition;

import org.cotejo.base.Check;
import org.cotejo.base.Texts;

/** The rules for ids and names in a definition; each reader of a file asks {@link #idFault} before it makes an id. */
public final class Names {
    /** Longest id, in characters. */
    public static final int ID_MOST = 60;

    /** Longest name of a candidate, party, place or body, in characters. */
    public static final int NAME_MOST = 200;

    private Names() {}

    /** Why a text can't be an id, or an empty text if it can. */
    public static String idFault(String id) {
        if (id.isEmpty()) {
            return "it is empty";
        }
        if (id.length() > ID_MOST) {
            return "it is longer than " + ID_MOST + " characters";
        }
        if (!Texts.isClean(id) || hasForbidden(id)) {
            return "it holds white space, a slash or a control character";
        }
        return Texts.tidy(id).equals(id) ? "" : "its characters are not composed (NFC)";
    }

    private static boolean hasForbidden(String id) {
        for (int i = 0; i < id.length(); i++) {
            char c = id.charAt(i);
            if (Texts.isBlank(c) || c == '/' || c == '\\') {
                return true;
            }
        }
        return false;
    }

    /** Whether these bytes are an id of plain ASCII, which nearly all are; others are for {@link #idFault}. */
    public static boolean isPlainId(byte[] bytes, int offset, int length) {
        for (int i = offset; i < offset + length; i++) {
            byte c = bytes[i];
            if (c <= ' ' || c == '/' || c == '\\' || c == 0x7f) {
                return false;
            }
        }
        return length > 0 && length <= ID_MOST;
    }

    static void checkId(String what, String id) {
        String fault = idFault(id);
        Check.that(fault.isEmpty(), "%s '%s': %s", what, id, fault);
    }

    static void checkName(String what, String name) {
        Check.that(
                !name.isEmpty()
                        && name.length() <= NAME_MOST
                        && Texts.isClean(name)
                        && Texts.tidy(name).equals(name),
                "%s '%s' is empty, longer than %d, or not tidy",
                what,
                name,
                NAME_MOST);
    }
}
