package org.cotejo.capture.checker;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.cotejo.base.Problem;
import org.cotejo.base.Result;
import org.cotejo.capture.form.PrintedForm;
import org.cotejo.formats.brazil.BuPart;
import org.cotejo.formats.venezuela.QrText;
import org.cotejo.sheet.SheetParts;
import org.jspecify.annotations.Nullable;

/** Says what the texts of a picture, or of several pictures of one sheet, are worth. Keeps no state; safe for several threads. */
public final class Checker {
    private static final String ANY_SIGNED = "COTEJO";

    private final SignedCheck signed;
    private final VenezuelaCheck venezuela;
    private final BrazilCheck brazil;
    private final PrintCheck print;

    /** Against what is known of an election; null where none was named: then nothing is ever taken. */
    public Checker(@Nullable Known known) {
        this.signed = new SignedCheck(known);
        this.venezuela = new VenezuelaCheck(known);
        this.brazil = new BrazilCheck(known);
        this.print = new PrintCheck(known);
    }

    /** Whether a text is one of a sheet, true or broken; all others are foreign. */
    public static boolean isSheet(String text) {
        return text.startsWith(ANY_SIGNED) || BuPart.isLike(text) || QrText.isLike(text);
    }

    /** Whether nothing in a text itself could show that it was misread. */
    public static boolean needsSecond(String text) {
        return isSheet(text) && !BuPart.isLike(text);
    }

    /** What each text, or each set of texts that belong together, is worth. */
    public List<Checked> check(List<ReadText> read) {
        return check(read, List.of());
    }

    /** The same of texts and of printed sheets; a sheet whose code and print state different numbers is for people. */
    public List<Checked> check(List<ReadText> read, List<PrintedForm> forms) {
        List<Checked> checked = new ArrayList<>();
        List<ReadText> parts = new ArrayList<>();
        List<String> reports = new ArrayList<>();
        for (ReadText text : once(read)) {
            if (SheetParts.isPart(text.text())) {
                parts.add(text);
            } else if (text.text().startsWith(ANY_SIGNED)) {
                checked.add(signed.check(text, List.of(text.text())));
            } else if (BuPart.isLike(text.text())) {
                reports.add(text.text());
            } else if (QrText.isLike(text.text())) {
                checked.add(venezuela.check(text));
            } else {
                checked.add(new Checked.Foreign(text.text()));
            }
        }
        checked.addAll(joined(parts));
        checked.addAll(brazil.check(reports));
        List<Checked> all = checked.stream().map(one -> besides(one, forms)).collect(Collectors.toList());
        forms.forEach(form -> all.add(print.check(form)));
        return withoutRivals(all);
    }

    /** What a code says, beside what the print of the same picture says. */
    private static Checked besides(Checked checked, List<PrintedForm> forms) {
        Optional<SheetReading> reading = reading(checked);
        boolean isContradicted =
                reading.isPresent() && forms.stream().anyMatch(form -> PrintCheck.contradicts(form, reading.get()));
        return isContradicted
                ? new Checked.Doubtful(
                        reading,
                        reading.get().texts(),
                        List.of(CheckProblem.CODE_AND_PRINT.with(reading.get().station())))
                : checked;
    }

    /** Each text once: read at two places of a picture, it is confirmed if it was at either. */
    private static List<ReadText> once(List<ReadText> read) {
        Map<String, ReadText> once = new LinkedHashMap<>();
        for (ReadText text : read) {
            once.merge(
                    text.text(),
                    text,
                    (a, b) -> new ReadText(
                            a.text(), a.isConfirmed() || b.isConfirmed(), a.isContradicted() || b.isContradicted()));
        }
        return List.copyOf(once.values());
    }

    /** Chained parts, put together; the whole is confirmed if each part is. */
    private List<Checked> joined(List<ReadText> texts) {
        List<Checked> checked = new ArrayList<>();
        SheetParts parts = new SheetParts();
        Map<String, List<ReadText>> groups = new LinkedHashMap<>();
        for (ReadText text : texts) {
            switch (parts.take(text.text())) {
                case Result.Refused<Optional<String>>(Problem problem) ->
                    checked.add(new Checked.Doubtful(Optional.empty(), List.of(text.text()), List.of(problem)));
                case Result.Ok<Optional<String>>(Optional<String> whole) -> {
                    String group = group(text.text());
                    List<ReadText> own = groups.computeIfAbsent(group, _ -> new ArrayList<>());
                    own.add(text);
                    whole.ifPresent(joined -> {
                        checked.add(signed.check(
                                new ReadText(
                                        joined,
                                        own.stream().allMatch(ReadText::isConfirmed),
                                        own.stream().anyMatch(ReadText::isContradicted)),
                                own.stream().map(ReadText::text).toList()));
                        groups.remove(group);
                    });
                }
            }
        }
        groups.values().forEach(own -> own.forEach(text -> checked.add(missing(text.text()))));
        return checked;
    }

    private static Checked missing(String part) {
        String[] fields = part.split("\\*", 4);
        return new Checked.Doubtful(
                Optional.empty(), List.of(part), List.of(CheckProblem.PART_MISSING.with(fields[1], fields[2])));
    }

    private static String group(String part) {
        String[] fields = part.split("\\*", 5);
        return fields[2] + '*' + fields[3];
    }

    /** Two sheets of one station and contest in one picture that differ are both for people. */
    private static List<Checked> withoutRivals(List<Checked> checked) {
        Map<String, SheetReading> first = new HashMap<>();
        List<String> rivals = new ArrayList<>();
        for (Checked one : checked) {
            reading(one)
                    .ifPresent(reading -> reading.contests().forEach(contest -> {
                        String key = reading.station() + ' ' + contest.contest() + ' ' + reading.paper();
                        SheetReading before = first.putIfAbsent(key, reading);
                        if (before != null && !before.texts().equals(reading.texts())) {
                            rivals.add(key);
                        }
                    }));
        }
        return rivals.isEmpty()
                ? checked
                : checked.stream().map(one -> doubted(one, rivals)).toList();
    }

    private static Checked doubted(Checked checked, List<String> rivals) {
        Optional<SheetReading> reading = reading(checked);
        if (reading.isEmpty()) {
            return checked;
        }
        for (ContestVotes contest : reading.get().contests()) {
            String key = reading.get().station()
                    + ' '
                    + contest.contest()
                    + ' '
                    + reading.get().paper();
            if (rivals.contains(key)) {
                return new Checked.Doubtful(
                        reading,
                        reading.get().texts(),
                        List.of(CheckProblem.TWO_SHEETS.with(reading.get().station(), contest.contest())));
            }
        }
        return checked;
    }

    private static Optional<SheetReading> reading(Checked checked) {
        return switch (checked) {
            case Checked.Taken taken -> Optional.of(taken.reading());
            case Checked.Unchecked unchecked -> Optional.of(unchecked.reading());
            case Checked.Doubtful doubtful -> doubtful.reading();
            case Checked.Foreign _ -> Optional.empty();
        };
    }
}
