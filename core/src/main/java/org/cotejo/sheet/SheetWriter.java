package org.cotejo.sheet;

import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import org.cotejo.tally.Figure;
import org.jspecify.annotations.Nullable;

/** Prints the signed part of a sheet's text, which {@link SheetReader} reads back (docs/formats/sheet.md, section 2). */
public final class SheetWriter {
    private SheetWriter() {}

    /** The bytes that are signed. */
    public static byte[] signed(Sheet sheet) {
        StringBuilder text = new StringBuilder(320);
        text.append("COTEJO1/").append(sheet.algorithm().label());
        text.append('/').append(sheet.election());
        text.append('/').append(sheet.definition().groups().replace(" ", ""));
        text.append('/').append(sheet.station());
        text.append('/').append(sheet.contest());
        text.append('/').append(sheet.number()).append(' ').append(sheet.of());
        text.append('/').append(sheet.paper());
        text.append('/').append(sheet.machine());
        text.append('/');
        hours(sheet.hours(), text);
        text.append('/');
        named("REG", sheet, Figure.Count.REGISTERED, text);
        named("VOT", sheet, Figure.Count.VOTERS, text);
        named("BAL", sheet, Figure.Count.BALLOTS, text);
        text.append('/');
        for (int i = 0; i < sheet.votes().size(); i++) {
            text.append(i == 0 ? "" : " ").append(i + 1).append(':').append((int)
                    sheet.votes().get(i));
        }
        text.append('/');
        named("NULL", sheet, Figure.Count.NULL, text);
        named("BLANK", sheet, Figure.Count.BLANK, text);
        text.append('/');
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void named(String name, Sheet sheet, Figure.Count count, StringBuilder text) {
        @Nullable Integer number = sheet.counts().get(count);
        if (number != null) {
            boolean isFirst = text.charAt(text.length() - 1) == '/';
            text.append(isFirst ? "" : " ").append(name).append(':').append((int) number);
        }
    }

    private static void hours(SheetHours hours, StringBuilder text) {
        time(hours.opening(), text);
        text.append(' ');
        time(hours.closing(), text);
        int minutes = hours.offset().getTotalSeconds() / 60;
        text.append(minutes < 0 ? " -" : " +");
        text.append(two(Math.abs(minutes) / 60)).append(two(Math.abs(minutes) % 60));
    }

    private static void time(LocalDateTime time, StringBuilder text) {
        // Four digits, since years before 1970 have no form.
        text.append(time.getYear())
                .append(two(time.getMonthValue()))
                .append(two(time.getDayOfMonth()))
                .append('T')
                .append(two(time.getHour()))
                .append(two(time.getMinute()));
    }

    private static String two(int number) {
        return number < 10 ? "0" + number : Integer.toString(number);
    }
}
