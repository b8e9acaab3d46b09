package org.cotejo.station.day;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.cotejo.base.RefusedException;
import org.cotejo.base.Result;
import org.cotejo.crypto.Ed25519Secret;
import org.cotejo.sheet.CountCertificate;
import org.cotejo.sheet.SignedSheet;
import org.cotejo.station.box.Ballot;
import org.cotejo.station.box.Choice;
import org.cotejo.station.box.ContestCount;
import org.cotejo.station.day.PrintOutcome.Failed;
import org.cotejo.station.day.PrintOutcome.Printed;
import org.cotejo.station.day.PrintOutcome.Reason;

/**
 * What a machine prints, and in which order with what it keeps: that a paper was begun is durable before the printer moves, and that it
 * came out before anything follows from it.
 */
final class Papers {
    private static final String CODE_LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int CODE_LENGTH = 16;
    private static final int CODE_GROUP = 4;

    private final MachineIdentity identity;
    private final Ed25519Secret secret;
    private final Surroundings around;
    private final Daybook book;
    private final Runnable show;

    /**
     * The papers of one machine.
     *
     * @param show is run whenever the printer is about to move, so that others see it
     */
    Papers(MachineIdentity identity, Ed25519Secret secret, Surroundings around, Daybook book, Runnable show) {
        this.identity = identity;
        this.secret = secret;
        this.around = around;
        this.book = book;
        this.show = show;
    }

    void printCopy(StationDefinition setup, int copy, int copies) {
        int printing = book.record().printing() + 1;
        // On record before the printer moves: a half strip that nobody remembers must not look like a copy.
        book.happen(new Event.CopyBegun(copy, printing));
        show.run();
        Document document =
                new Document.OfStation(setup, reports(setup), book.record().figures(), copy, copies, printing);
        switch (print(document)) {
            case Printed() -> book.happen(new Event.CopyPrinted(copy));
            case Failed(Reason reason) -> {
                book.happen(new Event.CopyFailed(copy, reason));
                throw new RefusedException(StationProblem.COPY_NOT_PRINTED.problem(copy, copies, reason.sentence()));
            }
        }
    }

    private PrintOutcome print(Document document) {
        try {
            return around.printing().print(document);
        } catch (RuntimeException e) {
            // whatever a printer throws is a fault of the printer
            return new Failed(Reason.FAULT);
        }
    }

    /** The sheets as they are now: those of the opening, and from the closing on those of the closing. */
    List<SignedSheet> reports(StationDefinition setup) {
        SheetMaker maker = new SheetMaker(setup, identity, secret);
        DayRecord record = book.record();
        Instant opening = Objects.requireNonNull(record.opening());
        ZoneOffset offset = around.clock().getZone().getRules().getOffset(opening);
        Instant closing = record.closing();
        if (closing == null) {
            return maker.opening(opening, offset);
        }
        List<ContestCount> counts = book.box().counts();
        int counted = record.figures().counted();
        for (ContestCount count : counts) {
            if (count.all() != counted) {
                throw StationProblem.DAMAGED.refusal("box");
            }
        }
        return maker.closing(counts, record.pollBook(), counted, opening, closing, offset);
    }

    /** The ballot itself; refused (STATION-405) where a name was written that the paper has no letters for. */
    Result<Ballot> printable(Ballot ballot) {
        boolean isPrintable = ballot.choices().values().stream()
                .allMatch(choice -> !(choice instanceof Choice.WrittenIn(int _, String name))
                        || around.printing().canPrint(name));
        return isPrintable ? Result.ok(ballot) : StationProblem.NO_LETTERS.refused();
    }

    /** Prints the receipt of a vote that is durable. */
    Result<Receipt> printReceipt(StationDefinition loaded, Ballot ballot) {
        show.run();
        List<Receipt.Line> lines = loaded.contests().stream()
                .map(contest -> new Receipt.Line(contest, ballot.choice(contest.id())))
                .toList();
        Receipt receipt = new Receipt(
                loaded.election().title(),
                loaded.station(),
                newCode(around.random()),
                book.record().printing(),
                lines);
        return switch (print(new Document.OfVoter(receipt))) {
            case Printed() -> {
                book.happen(new Event.ReceiptPrinted());
                yield Result.ok(receipt);
            }
            case Failed(Reason reason) -> {
                book.happen(new Event.ReceiptFailed(reason));
                yield StationProblem.NOT_PRINTED.refused(reason.sentence());
            }
        };
    }

    /** 16 letters and digits that can't be mistaken for each other: 80 bits. */
    private static String newCode(SecureRandom random) {
        StringBuilder code = new StringBuilder();
        for (int i = 0; i < CODE_LENGTH; i++) {
            code.append(i > 0 && i % CODE_GROUP == 0 ? "-" : "")
                    .append(CODE_LETTERS.charAt(random.nextInt(CODE_LETTERS.length())));
        }
        return code.toString();
    }

    /** The certificates of a hand count, at the time of the last event. */
    List<CountCertificate> certificates(List<SignedSheet> sheets, HandCount counted) {
        Instant at = book.record().last();
        ZoneOffset offset = around.clock().getZone().getRules().getOffset(at);
        List<CountCertificate> certificates = new ArrayList<>();
        for (SignedSheet sheet : sheets) {
            HandCount.OfContest of = counted.contests().get(certificates.size());
            certificates.add(CountCertificate.signedBy(
                    secret,
                    sheet,
                    LocalDateTime.ofInstant(at, offset).truncatedTo(ChronoUnit.MINUTES),
                    offset,
                    of.votes(),
                    of.blank(),
                    of.unreadable()));
        }
        return certificates;
    }
}
