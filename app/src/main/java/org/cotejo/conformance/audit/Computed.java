package org.cotejo.conformance.audit;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A value that was computed, in the shape in which files write values. */
sealed interface Computed {
    /** A number; exact up to 2^53, as everything that is compared with a tolerance is. */
    record Num(double value) implements Computed {}

    /** A text, compared letter by letter. */
    record Words(String text) implements Computed {}

    /** True or false. */
    record Flag(boolean value) implements Computed {}

    /** A list, compared element by element. */
    record Items(List<Computed> items) implements Computed {}

    /** An object; further members than the file has are no difference. */
    record Members(Map<String, Computed> members) implements Computed {}

    /** There is nothing to say: right where the file has null. */
    record Nothing() implements Computed {}

    static Computed of(double value) {
        return new Num(value);
    }

    static Computed of(String text) {
        return new Words(text);
    }

    static Computed of(boolean value) {
        return new Flag(value);
    }

    static Computed of(double... values) {
        return new Items(Arrays.stream(values).mapToObj(Computed::of).toList());
    }

    static Computed of(List<Computed> items) {
        return new Items(items);
    }

    static Members members() {
        return new Members(new LinkedHashMap<>());
    }

    /** Adds a member to an object and returns it. */
    static Members with(Members object, String key, Computed value) {
        object.members().put(key, value);
        return object;
    }

    /** One line for a failure. */
    static String shown(Computed value) {
        return switch (value) {
            case Num(double number) -> Double.toString(number);
            case Words(String text) -> text;
            case Flag(boolean flag) -> Boolean.toString(flag);
            case Items(List<Computed> items) ->
                items.stream().map(Computed::shown).toList().toString();
            case Members(Map<String, Computed> members) -> members.keySet().toString();
            case Nothing() -> "nothing";
        };
    }
}
