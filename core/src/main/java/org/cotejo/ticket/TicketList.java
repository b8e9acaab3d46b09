package org.cotejo.ticket;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cotejo.base.Check;
import org.cotejo.base.Problem;
import org.cotejo.base.Result;
import org.cotejo.crypto.Ed25519Key;
import org.cotejo.crypto.Ed25519Secret;
import org.cotejo.definition.CustodianId;
import org.cotejo.definition.Names;

/**
 * The tickets that a body handed out: the public halves, by set, and which sets were revoked from when on (docs/formats/captures.md, section 2).
 * It is the body's own: published, it would tell which captures are of one device.
 */
public final class TicketList {
    /** Bytes of a list. */
    public static final int BYTES_MOST = 256 << 20;

    private static final String VERSION = "cotejo-tickets/1";
    private static final Pattern TICKET = Pattern.compile("ticket ([1-9][0-9]{0,6}) ([0-9a-f]{64})");
    private static final Pattern REVOKED =
            Pattern.compile("revoked ([1-9][0-9]{0,6}) ([0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z)");
    private static final int HEAD = 3;

    private final String election;
    private final CustodianId custodian;
    private final Map<Ed25519Key, Integer> sets = new LinkedHashMap<>();
    private final TreeMap<Integer, Instant> revoked = new TreeMap<>();

    /** An empty list. */
    public TicketList(String election, CustodianId custodian) {
        Check.that(Names.idFault(election).isEmpty(), "election '%s'", election);
        this.election = election;
        this.custodian = custodian;
    }

    public String election() {
        return election;
    }

    /** The body that handed them out. */
    public CustodianId custodian() {
        return custodian;
    }

    /** How many tickets there are. */
    public int size() {
        return sets.size();
    }

    /** How many sets there are, by their highest number. */
    public int sets() {
        return sets.values().stream().mapToInt(Integer::intValue).max().orElse(0);
    }

    /** The list with the public halves of one more set. */
    public void add(TicketSet set) {
        Check.that(set.election().equals(election), "a set of %s", set.election());
        for (Ed25519Secret secret : set.left()) {
            sets.put(secret.verifyKey(), set.number());
        }
    }

    /** Takes a set back from a time on; of two times the earlier counts. Refused where there is no such set. */
    public Result<TicketList> revoke(int set, Instant from) {
        if (!sets.containsValue(set)) {
            return Result.refused(CaptureProblem.NO_SET.with(set));
        }
        Instant second = from.truncatedTo(ChronoUnit.SECONDS);
        revoked.merge(set, second, (one, other) -> one.isBefore(other) ? one : other);
        return Result.ok(this);
    }

    /** Why a capture that came at a time is not taken by its ticket; empty where it is. */
    public Optional<Problem> fault(Ed25519Key ticket, Instant came) {
        Integer set = sets.get(ticket);
        if (set == null) {
            return Optional.of(CaptureProblem.TICKET.with());
        }
        Instant from = revoked.get(set);
        return from == null || came.isBefore(from) ? Optional.empty() : Optional.of(CaptureProblem.REVOKED.with(from));
    }

    /** The one text of it. */
    public byte[] bytes() {
        StringBuilder text = new StringBuilder(VERSION).append('\n');
        text.append("election ").append(election).append('\n');
        text.append("custodian ").append(custodian).append('\n');
        sets.forEach((key, set) -> text.append("ticket ")
                .append(set)
                .append(' ')
                .append(HexFormat.of().formatHex(key.bytes()))
                .append('\n'));
        revoked.forEach((set, from) ->
                text.append("revoked ").append(set).append(' ').append(from).append('\n'));
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** Reads one; what it takes, it prints to the same bytes. */
    public static Result<TicketList> parse(byte[] bytes) {
        String[] lines = bytes.length > BYTES_MOST
                ? new String[] {""}
                : new String(bytes, StandardCharsets.UTF_8).split("\n", -1);
        if (lines.length <= HEAD || !lines[0].equals(VERSION)) {
            return refused(1);
        }
        if (!isId(lines[1], "election ") || !isId(lines[2], "custodian ")) {
            return refused(isId(lines[1], "election ") ? 3 : 2);
        }
        TicketList list = new TicketList(
                lines[1].substring("election ".length()), new CustodianId(lines[2].substring("custodian ".length())));
        for (int i = HEAD; i < lines.length - 1; i++) {
            if (!list.take(lines[i])) {
                return refused(i + 1);
            }
        }
        return Arrays.equals(list.bytes(), bytes) ? Result.ok(list) : refused(lines.length);
    }

    private boolean take(String line) {
        Matcher ticket = TICKET.matcher(line);
        if (ticket.matches()) {
            int set = Integer.parseInt(ticket.group(1));
            return set <= TicketSet.SETS_MOST
                    && Ed25519Key.enrolled(HexFormat.of().parseHex(ticket.group(2)))
                            instanceof Result.Ok<Ed25519Key>(Ed25519Key key)
                    && sets.putIfAbsent(key, set) == null;
        }
        Matcher taken = REVOKED.matcher(line);
        if (!taken.matches()) {
            return false;
        }
        try {
            return revoke(Integer.parseInt(taken.group(1)), Instant.parse(taken.group(2)))
                    instanceof Result.Ok<TicketList>;
        } catch (DateTimeException e) {
            return false;
        }
    }

    /** Whether a line is this word and an id. */
    static boolean isId(String line, String name) {
        return line.startsWith(name)
                && Names.idFault(line.substring(name.length())).isEmpty();
    }

    private static Result<TicketList> refused(int line) {
        return Result.refused(CaptureProblem.TICKETS.with(line));
    }
}
