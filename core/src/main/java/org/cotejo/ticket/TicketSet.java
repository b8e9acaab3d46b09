package org.cotejo.ticket;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cotejo.base.Check;
import org.cotejo.base.Result;
import org.cotejo.crypto.Ed25519Secret;
import org.cotejo.definition.Names;

/**
 * The tickets that one device has left: the private halves, for nobody's eyes but its holder's (docs/formats/captures.md, section 2). A ticket that
 * signed is taken out.
 *
 * @param number of the set, by which the body knows to whom it went; on paper alone
 */
public record TicketSet(String election, int number, List<Ed25519Secret> left) {
    /** Most tickets of a set. */
    public static final int TICKETS_MOST = 1_000;

    /** Most sets of a list. */
    public static final int SETS_MOST = 1_000_000;

    /** Bytes of a set. */
    public static final int BYTES_MOST = 1 << 17;

    private static final String VERSION = "cotejo-ticket-set/1";
    private static final Pattern NUMBER = Pattern.compile("set ([1-9][0-9]{0,6})");
    private static final Pattern SECRET = Pattern.compile("secret ([0-9a-f]{64})");
    private static final int HEAD = 3;

    public TicketSet {
        Check.that(Names.idFault(election).isEmpty(), "election '%s'", election);
        Check.that(number >= 1 && number <= SETS_MOST && left.size() <= TICKETS_MOST, "set %d", number);
        left = List.copyOf(left);
    }

    /** A new one. */
    public static TicketSet fresh(String election, int number, int tickets, SecureRandom random) {
        List<Ed25519Secret> made = new ArrayList<>();
        for (int i = 0; i < tickets; i++) {
            byte[] seed = new byte[32];
            random.nextBytes(seed);
            made.add(Ed25519Secret.ofSeed(seed));
        }
        return new TicketSet(election, number, made);
    }

    /** The set without its first ticket, which was used. */
    public TicketSet rest() {
        return new TicketSet(election, number, left.subList(1, left.size()));
    }

    /** The one text of it. */
    public byte[] bytes() {
        StringBuilder text = new StringBuilder(VERSION).append('\n');
        text.append("election ").append(election).append('\n');
        text.append("set ").append(number).append('\n');
        left.forEach(secret -> text.append("secret ")
                .append(HexFormat.of().formatHex(secret.seed()))
                .append('\n'));
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** Reads one; what it takes, it prints to the same bytes. */
    public static Result<TicketSet> parse(byte[] bytes) {
        String[] lines = bytes.length > BYTES_MOST
                ? new String[] {""}
                : new String(bytes, StandardCharsets.UTF_8).split("\n", -1);
        if (lines.length <= HEAD || lines.length > HEAD + TICKETS_MOST + 1 || !lines[0].equals(VERSION)) {
            return refused(1);
        }
        Matcher number = NUMBER.matcher(lines[2]);
        if (!TicketList.isId(lines[1], "election ") || !number.matches()) {
            return refused(number.matches() ? 2 : 3);
        }
        int set = Integer.parseInt(number.group(1));
        List<Ed25519Secret> left = new ArrayList<>();
        for (int i = HEAD; i < lines.length - 1; i++) {
            Matcher secret = SECRET.matcher(lines[i]);
            if (!secret.matches() || set > SETS_MOST) {
                return refused(i + 1);
            }
            left.add(Ed25519Secret.ofSeed(HexFormat.of().parseHex(secret.group(1))));
        }
        if (set > SETS_MOST) {
            return refused(3);
        }
        TicketSet read = new TicketSet(lines[1].substring("election ".length()), set, left);
        return Arrays.equals(read.bytes(), bytes) ? Result.ok(read) : refused(lines.length);
    }

    private static Result<TicketSet> refused(int line) {
        return Result.refused(CaptureProblem.TICKETS.with(line));
    }

    @Override
    public String toString() {
        return "set " + number + " with " + left.size() + " tickets";
    }
}
