package org.cotejo.formats.brazil;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Goes through the fields of a report from left to right: {@code KEY:value}, separated by one blank each. */
final class BuFields {
    private static final int SENATOR = 5;
    private static final int OFFICES_MOST = 100;

    private final List<String[]> fields = new ArrayList<>();
    private int at;

    BuFields(String content) {
        for (String field : content.split(" ", -1)) {
            int colon = field.indexOf(':');
            if (colon < 1) {
                throw BuProblem.FIELD.refusal(field.length() > 20 ? field.substring(0, 20) : field, "KEY:value");
            }
            fields.add(new String[] {field.substring(0, colon), field.substring(colon + 1)});
        }
    }

    BuReport report() {
        String state = text("UNFE");
        String station =
                String.format(Locale.ROOT, "%s.%05d.%04d.%04d", state, number("MUNI"), number("ZONA"), number("SECA"));
        if (!state.matches("[A-Z]{2}")) {
            throw BuProblem.FIELD.refusal("UNFE", "two capital letters");
        }
        int registered = number("APTO");
        int voters = number("COMP");
        List<BuOffice> offices = new ArrayList<>();
        while (find("CARG") && offices.size() < OFFICES_MOST) {
            offices.add(office(voters));
        }
        if (offices.isEmpty()) {
            throw BuProblem.FIELD.refusal("CARG", "at least one office");
        }
        return new BuReport(station, registered, voters, offices);
    }

    private BuOffice office(int voters) {
        int office = parse("CARG", fields.get(at++)[1]);
        Map<String, Integer> votes = new LinkedHashMap<>();
        @Nullable Integer nominal = null;
        @Nullable Integer blank = null;
        @Nullable Integer nullVotes = null;
        @Nullable Integer total = null;
        int list = 0;
        String party = "";
        for (; at < fields.size() && total == null; at++) {
            String key = fields.get(at)[0];
            String value = fields.get(at)[1];
            switch (key) {
                case "PART" -> party = value;
                case "LEGP" -> put(votes, "L" + party, parse(key, value));
                case "NOMI" -> nominal = parse(key, value);
                case "LEGC" -> list = parse(key, value);
                case "BRAN" -> blank = parse(key, value);
                case "NULO" -> nullVotes = parse(key, value);
                case "TOTC" -> total = parse(key, value);
                case "CARG" -> throw BuProblem.FIELD.refusal("TOTC", "a total of each office");
                default -> {
                    if (key.matches("[0-9]{1,6}")) {
                        put(votes, key, parse(key, value));
                    }
                }
            }
        }
        if (nominal == null || blank == null || nullVotes == null || total == null) {
            throw BuProblem.FIELD.refusal("NOMI, BRAN, NULO, TOTC", "all four of each office");
        }
        checkSum(office, sum(votes), nominal + list);
        checkSum(office, nominal + list + blank + nullVotes, total);
        boolean isTwoSeats = office == SENATOR && total == 2L * voters;
        checkSum(office, total, isTwoSeats ? total : voters);
        return new BuOffice(office, votes, blank, nullVotes, total);
    }

    private static void put(Map<String, Integer> votes, String typed, int count) {
        if (votes.put(typed, count) != null) {
            throw BuProblem.FIELD.refusal(typed, "each number once in an office");
        }
    }

    private static int sum(Map<String, Integer> votes) {
        return votes.values().stream().mapToInt(Integer::intValue).sum();
    }

    private static void checkSum(int office, int found, int expected) {
        if (found != expected) {
            throw BuProblem.SUM.refusal(office, found, expected);
        }
    }

    /** Goes on to a field of this name; stays where it is if none follows. */
    private boolean find(String key) {
        for (int i = at; i < fields.size(); i++) {
            if (fields.get(i)[0].equals(key)) {
                at = i;
                return true;
            }
        }
        return false;
    }

    private String text(String key) {
        if (!find(key)) {
            throw BuProblem.FIELD.refusal(key, "one in each report");
        }
        return fields.get(at++)[1];
    }

    private int number(String key) {
        return parse(key, text(key));
    }

    private static int parse(String key, String value) {
        if (!value.matches("[0-9]{1,7}")) {
            throw BuProblem.FIELD.refusal(key, "a number of up to 7 digits");
        }
        return Integer.parseInt(value);
    }
}
