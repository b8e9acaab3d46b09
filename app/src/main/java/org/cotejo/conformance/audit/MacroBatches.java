package org.cotejo.conformance.audit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cotejo.audit.risk.BatchAudit.Taint;
import org.cotejo.audit.risk.BatchContest;
import org.cotejo.base.Check;
import org.cotejo.formats.text.JsonValue;
import org.cotejo.formats.text.JsonValue.JsonObject;

/**
 * Batches as the file writes them: an object by name, or words such as {@code 200 batches {winner 200, loser 180, ballots 400} +
 * 200 batches {100, 90, 200}}, numbered {@code Batch 0} and on, or {@code as macro-open-A0}, which means another case.
 */
final class MacroBatches {
    private static final Pattern GROUP = Pattern.compile("([0-9]+) batches \\{([^}]*)\\}");
    private static final Pattern SAME = Pattern.compile("as macro-(?:open-)?(\\w+)");
    private static final Pattern CLEAN = Pattern.compile("[0-9]+ \\w+ batches, no discrepancy");
    private static final Pattern RANGE = Pattern.compile("Batch ([0-9]+)\\.\\.([0-9]+)");
    private static final String BALLOTS = "ballots";
    private static final List<String> SIZES = List.of("each large", "each small");

    private final List<String> candidates;
    private final List<String> names = new ArrayList<>();
    private final List<long[]> votes = new ArrayList<>();
    private final List<Long> ballots = new ArrayList<>();
    /** First place of each group that was given in words; empty for batches by name. */
    private final List<Integer> groups = new ArrayList<>();

    private MacroBatches(List<String> candidates) {
        this.candidates = candidates;
    }

    static MacroBatches of(Given given) {
        MacroBatches batches =
                new MacroBatches(given.get("contest_totals").anyObject().keys());
        JsonValue value = given.get("batches");
        if (value.isText()) {
            Matcher same = SAME.matcher(value.rawText());
            batches.words(
                    same.matches() ? given.ofCase("macro-" + same.group(1)).text("batches") : value.rawText());
        } else {
            JsonObject object = value.anyObject();
            object.keys().forEach(name -> batches.named(name, object.get(name)));
        }
        return batches;
    }

    private void named(String name, JsonValue batch) {
        JsonObject figures = batch.anyObject();
        for (String key : figures.keys()) {
            Check.that(
                    key.equals(BALLOTS) || candidates.contains(key), "batch %s has the unknown member %s", name, key);
        }
        names.add(name);
        votes.add(votes(figures));
        ballots.add(Given.whole(figures.get(BALLOTS)));
    }

    private long[] votes(JsonObject figures) {
        return candidates.stream()
                .mapToLong(
                        candidate -> figures.find(candidate).map(Given::whole).orElse(0L))
                .toArray();
    }

    private void words(String text) {
        Check.that(text.matches("\\d+ batches \\{[^}]*\\}( \\+ \\d+ batches \\{[^}]*\\})*"), "unknown words: %s", text);
        Matcher group = GROUP.matcher(text);
        List<String> order = List.of();
        while (group.find()) {
            List<String> parts = List.of(group.group(2).split(", *", -1));
            if (order.isEmpty()) {
                order = parts.stream()
                        .map(part -> part.replaceAll(" *[0-9]+$", ""))
                        .toList();
            }
            groups.add(names.size());
            add(Integer.parseInt(group.group(1)), order, parts);
        }
    }

    private void add(int count, List<String> order, List<String> parts) {
        Map<String, Long> figures = new HashMap<>();
        for (int i = 0; i < parts.size(); i++) {
            figures.put(order.get(i), Long.parseLong(parts.get(i).replaceAll("[^0-9]", "")));
        }
        for (int i = 0; i < count; i++) {
            names.add("Batch " + names.size());
            votes.add(candidates.stream()
                    .mapToLong(candidate -> figures.getOrDefault(candidate, 0L))
                    .toArray());
            ballots.add(figures.getOrDefault(BALLOTS, 0L));
        }
    }

    long unauditable(Given given) {
        return Math.max(
                0, given.whole(BALLOTS) - MacroCases.sum(ballots.stream().mapToLong(Long::longValue)));
    }

    BatchContest contest(Given given) {
        BatchContest.Builder contest = BatchContest.of(candidates, Math.toIntExact(given.whole("winners")))
                .pending(given.whole("pending_ballots"));
        long[] elsewhere = votes(given.get("contest_totals").anyObject());
        for (int i = 0; i < names.size(); i++) {
            contest.batch(names.get(i), ballots.get(i), votes.get(i));
            for (int c = 0; c < elsewhere.length; c++) {
                elsewhere[c] -= votes.get(i)[c];
            }
        }
        return contest.unauditable(unauditable(given), elsewhere).build();
    }

    int[] draws(Given given) {
        JsonValue value = given.get("draws");
        if (value.isText()) {
            Matcher range = RANGE.matcher(value.rawText());
            Check.that(range.matches(), "unknown draws: %s", value.rawText());
            return java.util.stream.IntStream.rangeClosed(
                            Integer.parseInt(range.group(1)), Integer.parseInt(range.group(2)))
                    .toArray();
        }
        return value.list().stream().mapToInt(name -> place(name.rawText())).toArray();
    }

    private int place(String name) {
        int place = names.indexOf(name);
        Check.that(place >= 0, "a draw of the unknown batch %s", name);
        return place;
    }

    /** The hand count of a batch; words of a sample without discrepancy mean its reported votes. */
    long[] counted(Given given, int place) {
        JsonValue sample = given.get("sample");
        if (sample.isText()) {
            Check.that(CLEAN.matcher(sample.rawText()).matches(), "unknown sample: %s", sample.rawText());
            return votes.get(place);
        }
        return votes(sample.anyObject().get(names.get(place)).anyObject());
    }

    /** One value for each batch, or, of batches given in words, one for each group. */
    Computed byBatch(IntFunction<Computed> value) {
        Computed.Members all = Computed.members();
        if (groups.isEmpty()) {
            for (int i = 0; i < names.size(); i++) {
                Computed.with(all, names.get(i), value.apply(i));
            }
        }
        for (int i = 0; i < Math.min(groups.size(), SIZES.size()); i++) {
            Computed.with(all, SIZES.get(i), value.apply(groups.get(i)));
        }
        return all;
    }

    /** By batch; of batches given in words, the largest. */
    Computed taints(List<Taint> taints) {
        if (!groups.isEmpty()) {
            return Computed.of(taints.stream()
                    .mapToDouble(taint -> taint.taint().decimal(30).doubleValue())
                    .max()
                    .orElse(0));
        }
        Computed.Members all = Computed.members();
        for (Taint taint : taints) {
            Computed.with(
                    all,
                    names.get(taint.batch()),
                    Computed.of(taint.taint().decimal(30).doubleValue()));
        }
        return all;
    }
}
