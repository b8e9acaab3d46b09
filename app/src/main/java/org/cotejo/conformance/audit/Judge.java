package org.cotejo.conformance.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.cotejo.base.Sentence;
import org.cotejo.formats.text.JsonValue;
import org.cotejo.formats.text.JsonValue.JsonObject;

/** Holds what was computed against what a file says, member by member. */
final class Judge {
    private static final Sentence NUMBER = new Sentence("a number", "un número");
    private static final Sentence TOLD = new Sentence(
            "{0}: computed {1}, the file says {2}; told, not judged",
            "{0}:" + " se calculó {1}, el archivo dice {2}; se informa, no se juzga");

    private final List<String> got = new ArrayList<>();
    private final List<String> expected = new ArrayList<>();
    private final List<Sentence> remarks = new ArrayList<>();

    void compare(String place, JsonValue wanted, Computed computed, Tolerance tolerance) {
        if (wanted.isNull()) {
            return; // the file says nothing here
        }
        switch (computed) {
            case Computed.Num(double number) -> number(place, wanted, number, tolerance);
            case Computed.Words(String text) -> same(place, text, wanted.isText() ? wanted.rawText() : shown(wanted));
            case Computed.Flag(boolean flag) -> same(place, Boolean.toString(flag), Boolean.toString(wanted.flag()));
            case Computed.Items(List<Computed> items) -> items(place, wanted.list(), items, tolerance);
            case Computed.Members(Map<String, Computed> members) ->
                members(place, wanted.anyObject(), members, tolerance);
            case Computed.Nothing() -> different(place, "nothing", shown(wanted));
        }
    }

    private void number(String place, JsonValue wanted, double number, Tolerance tolerance) {
        double value = Double.parseDouble(wanted.digits(NUMBER));
        if (!tolerance.agree(number, value)) {
            different(place, Double.toString(number), wanted.digits(NUMBER));
        }
    }

    private void same(String place, String computed, String wanted) {
        if (!computed.equals(wanted)) {
            different(place, computed, wanted);
        }
    }

    private void items(String place, List<JsonValue> wanted, List<Computed> items, Tolerance tolerance) {
        if (wanted.size() != items.size()) {
            different(place, items.size() + " elements", wanted.size() + " elements");
            return;
        }
        for (int i = 0; i < items.size(); i++) {
            compare(place + "[" + i + "]", wanted.get(i), items.get(i), tolerance);
        }
    }

    private void members(String place, JsonObject wanted, Map<String, Computed> members, Tolerance tolerance) {
        for (String key : wanted.keys()) {
            member(place.isEmpty() ? key : place + "." + key, key, wanted, members, tolerance);
        }
    }

    private void member(
            String place, String key, JsonObject wanted, Map<String, Computed> members, Tolerance tolerance) {
        JsonValue value = wanted.find(key).orElse(null);
        if (value == null) {
            return; // null: the file says nothing here
        }
        Computed computed = members.get(key);
        if (tolerance.informative().contains(key)) {
            String told = computed == null ? "nothing" : Computed.shown(computed);
            remarks.add(TOLD.with(place, told, shown(value)));
        } else if (computed == null) {
            different(place, "an unknown member of the output", shown(value));
        } else {
            compare(place, value, computed, tolerance.under(key));
        }
    }

    void different(String place, String computed, String wanted) {
        String before = place.isEmpty() ? "" : place + " ";
        got.add(before + computed);
        expected.add(before + wanted);
    }

    private static String shown(JsonValue value) {
        if (value.isObject()) {
            return value.anyObject().keys().toString();
        }
        if (value.isList()) {
            return value.list().stream().map(Judge::shown).toList().toString();
        }
        try {
            return value.digits(NUMBER);
        } catch (org.cotejo.base.RefusedException e) {
            return value.isNull() ? "null" : Boolean.toString(value.flag());
        }
    }

    Outcome outcome(String id) {
        return new Outcome(id, String.join(", ", got), String.join(", ", expected), remarks);
    }
}
