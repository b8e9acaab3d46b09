package org.cotejo.conformance;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** Every value of a JSON text that has no parts, with its path and place, and the text with that value changed. */
record JsonTokens(String text, List<Token> tokens) {
    /** A value: members are written {@code .name}, elements {@code [0]}. */
    record Token(String path, int start, int end) {
        String key() {
            return path.substring(path.lastIndexOf('.') + 1).replaceAll("\\[.*", "");
        }
    }

    static JsonTokens of(String text) {
        List<Token> tokens = new ArrayList<>();
        Deque<String> path = new ArrayDeque<>();
        Deque<Integer> places = new ArrayDeque<>();
        try (JsonParser parser = new JsonFactory().createParser(ObjectReadContext.empty(), text)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.PROPERTY_NAME) {
                    continue;
                }
                if (token.isStructEnd()) {
                    path.removeLast();
                    places.removeLast();
                    continue;
                }
                String step = step(parser, token, places);
                if (token.isStructStart()) {
                    path.addLast(step);
                    places.addLast(0);
                } else if (token != JsonToken.VALUE_NULL) {
                    int start = (int) parser.currentTokenLocation().getCharOffset();
                    parser.getString();
                    tokens.add(new Token(String.join("", path) + step, start, start + length(text, start, token)));
                }
            }
        }
        return new JsonTokens(text, tokens);
    }

    private static String step(JsonParser parser, JsonToken token, Deque<Integer> places) {
        if (places.isEmpty()) {
            return "";
        }
        var context = token.isStructStart() ? parser.streamReadContext().getParent() : parser.streamReadContext();
        if (context.inObject()) {
            return "." + (token.isStructStart() ? context.currentName() : parser.currentName());
        }
        int place = places.removeLast();
        places.addLast(place + 1);
        return "[" + place + "]";
    }

    private static int length(String text, int start, JsonToken token) {
        int at = start;
        if (token == JsonToken.VALUE_STRING) {
            for (at++; text.charAt(at) != '"'; at++) {
                if (text.charAt(at) == '\\') {
                    at++;
                }
            }
            return at + 1 - start;
        }
        while (",]} \n".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        return at - start;
    }

    /** The text with one value changed; the same text where the value has nothing that could be changed. */
    String changed(Token token) {
        String value = text.substring(token.start(), token.end());
        String other = switch (value.charAt(0)) {
            case 't' -> "false";
            case 'f' -> "true";
            case '"' -> changedText(value);
            default ->
                value.substring(0, value.length() - 1)
                        + (char) (value.endsWith("9") ? '8' : value.charAt(value.length() - 1) + 1);
        };
        return text.substring(0, token.start()) + other + text.substring(token.end());
    }

    /** Another letter or digit after an eighth of it, never one that belongs to an escape: of a note, that is in its text. */
    private static String changedText(String value) {
        for (int i = 1 + value.length() / 8; i < value.length(); i++) {
            char c = value.charAt(i);
            boolean isPlain = Character.isLetterOrDigit(c) && c < 0x7f && value.charAt(i - 1) != '\\';
            if (isPlain) {
                return value.substring(0, i) + (c == '0' ? '1' : '0') + value.substring(i + 1);
            }
        }
        return value;
    }
}
