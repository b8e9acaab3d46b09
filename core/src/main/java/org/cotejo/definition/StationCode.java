package org.cotejo.definition;

/** The code of one polling station as the authority writes it, with all its zeros; 1 to 60 characters, no white space. */
public record StationCode(String value) implements Comparable<StationCode> {
    public StationCode {
        Names.checkId("station code", value);
    }

    /** The code without the leading zeros of each of its parts, which spreadsheets are known to drop. */
    public String withoutZeros() {
        StringBuilder stripped = new StringBuilder(value.length());
        boolean atStart = true;
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            boolean digitFollows = i + 1 < value.length() && Character.isDigit(value.charAt(i + 1));
            if (!(atStart && c == '0' && digitFollows)) {
                stripped.append(c);
                atStart = !Character.isLetterOrDigit(c);
            }
        }
        return stripped.toString();
    }

    @Override
    public int compareTo(StationCode other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
