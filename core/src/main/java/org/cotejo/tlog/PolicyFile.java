package org.cotejo.tlog;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.cotejo.base.Problem;
import org.cotejo.base.RefusedException;
import org.cotejo.base.Result;
import org.cotejo.base.Where;
import org.cotejo.crypto.VerifyKey;

/** Reads a policy line by line and refuses the first line that is not as it must be, with its number. */
final class PolicyFile {
    /** Most bytes of a policy. */
    static final int SIZE_MOST = 1 << 20;

    private static final int SHOWN_MOST = 60;

    private final List<Policy.Log> logs = new ArrayList<>();
    private final List<Policy.Witness> witnesses = new ArrayList<>();
    private final List<Policy.Group> groups = new ArrayList<>();
    private final List<String> quorums = new ArrayList<>();
    private final Set<String> names = new HashSet<>();
    private final Set<String> members = new HashSet<>();
    private final Set<VerifyKey> logKeys = new HashSet<>();
    private final Set<VerifyKey> witnessKeys = new HashSet<>();
    private long line;

    private PolicyFile() {}

    static Result<Policy> parse(byte[] file) {
        if (file.length > SIZE_MOST) {
            return refused("it has more than " + SIZE_MOST + " bytes", "tiene más de " + SIZE_MOST + " bytes");
        }
        for (byte octet : file) {
            if (octet >= 0 && octet < ' ' && octet != '\t' && octet != '\n' || octet == 0x7f) {
                return refused("it holds a control character", "contiene un carácter de control");
            }
        }
        Optional<String> text = Plain.text(file);
        if (text.isEmpty()) {
            return refused("it is not UTF-8", "no es UTF-8");
        }
        if (!text.get().isEmpty() && !text.get().endsWith("\n")) {
            return refused(
                    "its last line is not ended, so something may be cut off",
                    "su última línea no termina: puede faltar algo");
        }
        try {
            return Result.ok(new PolicyFile().read(text.get()));
        } catch (RefusedException e) {
            return Result.refused(e.problem());
        }
    }

    private static Result<Policy> refused(String en, String es) {
        return Result.refused(PolicyProblem.FILE.because(en, es));
    }

    private Policy read(String text) {
        for (int at = 0; at < text.length(); at = text.indexOf('\n', at) + 1) {
            line++;
            List<String> items = items(text.substring(at, text.indexOf('\n', at)));
            if (!items.isEmpty() && !items.getFirst().startsWith("#")) {
                statement(items);
            }
        }
        if (quorums.size() != 1) {
            throw new RefusedException(PolicyProblem.ONE_QUORUM.with(quorums.size()));
        }
        return new Policy(logs, witnesses, groups, quorums.getFirst());
    }

    private static List<String> items(String text) {
        List<String> items = new ArrayList<>();
        int start = -1;
        for (int i = 0; i <= text.length(); i++) {
            boolean isBlank = i == text.length() || text.charAt(i) == ' ' || text.charAt(i) == '\t';
            if (isBlank && start >= 0) {
                items.add(text.substring(start, i));
                start = -1;
            } else if (!isBlank && start < 0) {
                start = i;
            }
        }
        return items;
    }

    private void statement(List<String> items) {
        int count = items.size();
        switch (items.getFirst()) {
            case "log" -> {
                require(count == 2 || count == 3, items);
                log(items);
            }
            case "witness" -> {
                require(count == 3 || count == 4, items);
                witness(items);
            }
            case "group" -> {
                require(count >= 4, items);
                group(items);
            }
            case "quorum" -> {
                require(count == 2, items);
                quorum(items.get(1));
            }
            default -> require(false, items);
        }
    }

    private void require(boolean holds, List<String> items) {
        if (!holds) {
            String shown = String.join(" ", items);
            throw refusal(PolicyProblem.LINE, shown.substring(0, Math.min(SHOWN_MOST, shown.length())));
        }
    }

    private RefusedException refusal(PolicyProblem problem, Object... values) {
        return new RefusedException(problem.at(line, values));
    }

    private void log(List<String> items) {
        Vkey key = key(items.get(1));
        if (key.kind() == Vkey.Kind.COSIGNATURE) {
            throw refusal(PolicyProblem.KIND, key.name(), "log");
        }
        if (!logKeys.add(key.key())) {
            throw refusal(PolicyProblem.KEY_TWICE, key.name());
        }
        room(logs);
        logs.add(new Policy.Log(key, items.size() > 2 ? items.get(2) : ""));
    }

    private void witness(List<String> items) {
        Vkey given = key(items.get(2));
        // Other programs print a witness's key with type 1; it cosigns with type 4 all the same.
        Vkey key = given.kind() == Vkey.Kind.NOTE ? new Vkey(given.name(), Vkey.Kind.COSIGNATURE, given.key()) : given;
        define(items.get(1));
        if (!witnessKeys.add(key.key())) {
            throw refusal(PolicyProblem.KEY_TWICE, items.get(1));
        }
        room(witnesses);
        witnesses.add(new Policy.Witness(items.get(1), key, items.size() > 3 ? items.get(3) : ""));
    }

    private void group(List<String> items) {
        List<String> joined = items.subList(3, items.size());
        for (String member : joined) {
            if (!names.contains(member)) {
                throw refusal(PolicyProblem.UNKNOWN, shown(member));
            }
            if (!members.add(member)) {
                throw refusal(PolicyProblem.MEMBER_TWICE, shown(member));
            }
        }
        define(items.get(1));
        room(groups);
        groups.add(new Policy.Group(items.get(1), threshold(items.get(2), joined.size()), joined));
    }

    private int threshold(String text, int count) {
        Optional<Long> threshold = switch (text) {
            case "all" -> Optional.of((long) count);
            case "any" -> Optional.of(1L);
            default -> Plain.number(text).filter(number -> number >= 1 && number <= count);
        };
        return Math.toIntExact(threshold.orElseThrow(() -> refusal(PolicyProblem.THRESHOLD, shown(text), count)));
    }

    private void quorum(String name) {
        if (!name.equals(Policy.NONE) && !names.contains(name)) {
            throw refusal(PolicyProblem.UNKNOWN, shown(name));
        }
        quorums.add(name);
    }

    private void define(String name) {
        if (name.equals(Policy.NONE) || !names.add(name)) {
            throw refusal(PolicyProblem.NAME_TWICE, shown(name));
        }
    }

    private void room(List<?> parts) {
        if (parts.size() == Policy.PARTS_MOST) {
            throw new RefusedException(PolicyProblem.FILE.because(
                    "it has more than " + Policy.PARTS_MOST + " logs, witnesses or groups",
                    "tiene más de " + Policy.PARTS_MOST + " registros, testigos o grupos"));
        }
    }

    private Vkey key(String text) {
        return switch (Vkey.parse(text)) {
            case Result.Ok<Vkey>(Vkey key) -> key;
            case Result.Refused<Vkey>(Problem problem) ->
                throw new RefusedException(new Problem(problem.code(), new Where("", line, ""), problem.sentence()));
        };
    }

    private static String shown(String name) {
        return name.substring(0, Math.min(SHOWN_MOST, name.length()));
    }

    static byte[] print(Policy policy) {
        StringBuilder text = new StringBuilder();
        policy.logs().forEach(log -> line(text, "log", log.key().toString(), log.url()));
        policy.witnesses()
                .forEach(one -> line(text, "witness", one.name(), one.key().toString(), one.url()));
        policy.groups()
                .forEach(group -> line(
                        text,
                        "group",
                        group.name(),
                        group.threshold() == group.members().size() ? "all" : String.valueOf(group.threshold()),
                        String.join(" ", group.members())));
        line(text, "quorum", policy.quorum());
        return Plain.bytes(text.toString());
    }

    private static void line(StringBuilder text, String... items) {
        text.append(String.join(
                        " ",
                        Arrays.stream(items).filter(item -> !item.isEmpty()).toList()))
                .append('\n');
    }
}
