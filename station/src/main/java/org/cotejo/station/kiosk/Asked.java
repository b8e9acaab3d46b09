package org.cotejo.station.kiosk;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.cotejo.definition.Contest;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * What a page asks for: one flat object of words, numbers and yes or no, and at most one list of numbers, which is a ballot, with one of
 * names that were written in. Its text form says nothing.
 */
final class Asked {
    private static final int LIST_MOST = 1_000;
    private static final int NUMBER_MOST = Contest.OPTIONS_MOST * 10;

    /** What was sent is not what these pages send. Has no message and no cause, so that none can hold what was sent. */
    static final class NotUnderstood extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NotUnderstood() {
            super(null, null, false, false);
        }
    }

    private final Map<String, Object> fields = new HashMap<>();
    private int[] numbers = {};
    private List<String> names = List.of();

    private Asked() {}

    /** Reads a request; throws {@link NotUnderstood} where it is none. */
    static Asked read(byte[] body) {
        Asked asked = new Asked();
        try (JsonParser json = Json.of(body)) {
            asked.takeAll(json);
        } catch (JacksonException | ArithmeticException e) {
            throw new NotUnderstood();
        }
        return asked;
    }

    private void takeAll(JsonParser json) {
        if (json.nextToken() != JsonToken.START_OBJECT) {
            throw new NotUnderstood();
        }
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            take(json.currentName(), json);
        }
        if (json.currentToken() != JsonToken.END_OBJECT || json.nextToken() != null) {
            throw new NotUnderstood();
        }
    }

    private void take(String name, JsonParser json) {
        JsonToken token = json.nextToken();
        if (token == JsonToken.VALUE_STRING) {
            fields.put(name, json.getString());
        } else if (token == JsonToken.VALUE_NUMBER_INT) {
            fields.put(name, json.getLongValue());
        } else if (token == JsonToken.VALUE_TRUE || token == JsonToken.VALUE_FALSE) {
            fields.put(name, token == JsonToken.VALUE_TRUE);
        } else if (token == JsonToken.START_ARRAY && name.equals("choices")) {
            takeNumbers(json);
        } else if (token == JsonToken.START_ARRAY && name.equals("written")) {
            takeNames(json);
        } else {
            throw new NotUnderstood();
        }
    }

    private void takeNumbers(JsonParser json) {
        int[] taken = new int[LIST_MOST];
        int count = 0;
        while (json.nextToken() == JsonToken.VALUE_NUMBER_INT && count < LIST_MOST) {
            taken[count++] = bounded(json.getLongValue());
        }
        if (json.currentToken() != JsonToken.END_ARRAY) {
            throw new NotUnderstood();
        }
        numbers = Arrays.copyOf(taken, count);
        Arrays.fill(taken, 0);
    }

    private void takeNames(JsonParser json) {
        List<String> taken = new ArrayList<>();
        while (json.nextToken() == JsonToken.VALUE_STRING && taken.size() < LIST_MOST) {
            taken.add(json.getString());
        }
        if (json.currentToken() != JsonToken.END_ARRAY) {
            throw new NotUnderstood();
        }
        names = List.copyOf(taken);
    }

    private static int bounded(long number) {
        if (number < 0 || number > NUMBER_MOST) {
            throw new NotUnderstood();
        }
        return (int) number;
    }

    String text(String name) {
        if (fields.get(name) instanceof String text) {
            return text;
        }
        throw new NotUnderstood();
    }

    boolean flag(String name) {
        if (fields.get(name) instanceof Boolean flag) {
            return flag;
        }
        throw new NotUnderstood();
    }

    /** A number that is not negative and at most 10,000. */
    int number(String name) {
        return bounded(any(name));
    }

    /** Any whole number. */
    long any(String name) {
        if (fields.get(name) instanceof Long number) {
            return number;
        }
        throw new NotUnderstood();
    }

    /** The list of numbers itself, for whoever wipes it afterwards. */
    int[] numbers() {
        return numbers;
    }

    /** What was written in, one text for each contest; empty where nothing was sent. */
    List<String> names() {
        return names;
    }

    @Override
    public String toString() {
        return "a request";
    }
}
