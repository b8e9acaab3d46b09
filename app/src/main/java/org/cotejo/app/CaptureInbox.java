package org.cotejo.app;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cotejo.base.Problem;
import org.cotejo.base.Result;
import org.cotejo.crypto.Ed25519Key;
import org.cotejo.crypto.Hash;
import org.cotejo.definition.Register;
import org.cotejo.node.web.Reply;
import org.cotejo.node.web.Request;
import org.cotejo.node.web.Service;
import org.cotejo.ticket.CaptureNote;
import org.cotejo.ticket.CaptureProblem;
import org.cotejo.ticket.TicketList;

/**
 * Takes captures that devices signed (docs/formats/captures.md, section 3), each on the disk before it is answered, and hands out receipts. What no
 * ticket of the body signed is not kept: so strangers can't fill the disk. Nothing is imported here; that is a person's act.
 */
final class CaptureInbox implements Service {
    /** Where captures are posted. */
    static final String PATH = "captures";

    /** Before the number of a receipt that is asked for. */
    static final String RECEIPTS = "receipts/";

    /** Longest envelope. */
    static final int BODY_MOST = CaptureNote.BYTES_MOST + CaptureNote.PICTURE_MOST;

    private static final Pattern RECEIPT = Pattern.compile("/" + RECEIPTS + "([0-9a-f]{64})");
    private static final int NOT_YET = 202;
    private static final int REFUSED = 422;
    private static final int FULL = 507;

    private final String election;
    private final Register register;
    private final Supplier<TicketList> tickets;
    private final CaptureFiles files;
    private final Receipts receipts;
    private final Clock clock;
    private final long capturesMost;
    /** Of each ticket that was used, for which note. */
    private final Map<Ed25519Key, Hash> used = new HashMap<>();

    /**
     * An inbox.
     *
     * @param tickets the list as it is now: a set may be revoked at any time
     * @param receipts where the public record is asked
     * @param capturesMost most captures that it holds
     */
    CaptureInbox(
            String election,
            Register register,
            Supplier<TicketList> tickets,
            CaptureFiles files,
            Receipts receipts,
            Clock clock,
            long capturesMost) {
        this.election = election;
        this.register = register;
        this.tickets = tickets;
        this.files = files;
        this.receipts = receipts;
        this.clock = clock;
        this.capturesMost = capturesMost;
        files.notes().forEach(note -> used.put(note.ticket(), note.id()));
    }

    /** Whether a request is for this service, and not for what else an intake takes. */
    static boolean isFor(Request request) {
        return request.path().equals("/" + PATH) || request.path().startsWith("/" + RECEIPTS);
    }

    @Override
    public Reply answer(Request request) {
        if (!request.path().equals("/" + PATH)) {
            return receipt(request);
        }
        if (!request.method().equals("POST")) {
            return Reply.text(405, "POST was expected");
        }
        byte[] body = request.body();
        int end = CaptureNote.endIn(body).orElse(0);
        return switch (CaptureNote.parse(Arrays.copyOf(body, end))) {
            case Result.Refused<CaptureNote>(Problem problem) -> refused(problem);
            case Result.Ok<CaptureNote>(CaptureNote note) -> take(note, Arrays.copyOfRange(body, end, body.length));
        };
    }

    private static Reply refused(Problem problem) {
        return Reply.text(REFUSED, problem.line("en"));
    }

    private Reply take(CaptureNote note, byte[] picture) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        Optional<Problem> fault = note.fault(picture).or(() -> place(note, election, register));
        return fault.map(CaptureInbox::refused).orElseGet(() -> store(note, picture, now));
    }

    /** Why a note is not of a station of this election; empty where it is. */
    static Optional<Problem> place(CaptureNote note, String election, Register register) {
        if (!note.election().equals(election)) {
            return Optional.of(CaptureProblem.ELECTION.with(note.election(), election));
        }
        return register.find(note.station()) < 0
                ? Optional.of(CaptureProblem.STATION.with(note.station()))
                : Optional.empty();
    }

    /** One at a time: a ticket signs one note. What was taken stays taken, also when its set was revoked since. */
    private synchronized Reply store(CaptureNote note, byte[] picture, Instant now) {
        Hash before = used.get(note.ticket());
        if (before != null) {
            return before.equals(note.id()) ? Reply.text(200, stored(note.id())) : refused(CaptureProblem.USED.with());
        }
        Optional<Problem> fault = tickets.get().fault(note.ticket(), now);
        if (fault.isPresent()) {
            return refused(fault.get());
        }
        if (used.size() >= capturesMost) {
            return Reply.text(FULL, "this intake is full");
        }
        files.keep(note, picture, now);
        used.put(note.ticket(), note.id());
        return Reply.text(200, stored(note.id()));
    }

    /** What is answered when a capture is safe on the disk. */
    static String stored(Hash id) {
        return "stored " + id.hex();
    }

    private Reply receipt(Request request) {
        Matcher asked = RECEIPT.matcher(request.path());
        if (!request.method().equals("GET") || !asked.matches()) {
            return Reply.text(404, "there is nothing here");
        }
        Hash id = Hash.ofHex(asked.group(1));
        if (!files.has(id)) {
            return Reply.text(404, CaptureProblem.NOT_STATED.with().line("en"));
        }
        return files.root(id)
                .flatMap(receipts::of)
                .<Reply>map(proof -> new Reply.Bytes(200, "application/octet-stream", proof.bytes()))
                .orElseGet(() -> Reply.text(NOT_YET, "not yet"));
    }
}
