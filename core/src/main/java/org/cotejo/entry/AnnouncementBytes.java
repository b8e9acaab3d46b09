package org.cotejo.entry;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import org.cotejo.base.CanonicalReader;
import org.cotejo.base.CanonicalWriter;
import org.cotejo.bulletin.AnnouncedFigure;
import org.cotejo.bulletin.Announcement;
import org.cotejo.bulletin.Coverage;
import org.cotejo.bulletin.Percentage;
import org.cotejo.bulletin.Subject;
import org.cotejo.definition.CandidateId;
import org.cotejo.definition.ContestId;
import org.cotejo.definition.CustodianId;
import org.cotejo.tally.Figure;
import org.jspecify.annotations.Nullable;

/** The bytes of an announcement. */
@SuppressWarnings("EnumOrdinal") // the order of these enums is part of the format (docs/formats/entries.md, section 4)
final class AnnouncementBytes {
    private static final Coverage.Base[] BASES = Coverage.Base.values();
    private static final Coverage.Rounding[] ROUNDINGS = Coverage.Rounding.values();
    private static final Figure.Count[] COUNTS = Figure.Count.values();
    private static final int ID = 240;

    private AnnouncementBytes() {}

    static void write(Announcement announcement, CanonicalWriter to) {
        to.text(announcement.id()).text(announcement.announcer().value());
        to.text(announcement.contest().value()).number(EntryWriter.seconds(announcement.announcedAt()));
        coverage(announcement.coverage(), to);
        to.octet(announcement.isCalledIrreversible() ? 1 : 0);
        to.number(announcement.figures().size());
        announcement.figures().forEach(figure -> figure(figure, to));
    }

    private static void coverage(Coverage coverage, CanonicalWriter to) {
        switch (coverage) {
            case Coverage.Full() -> to.octet(0);
            case Coverage.Stations(int number) -> to.octet(1).number(number);
            case Coverage.Registered(long voters) -> to.octet(2).number(voters);
            case Coverage.Percent(Percentage percentage, var base, var rounding) -> {
                to.octet(3);
                percentage(percentage, to);
                to.octet(base.ordinal()).octet(rounding.ordinal());
            }
        }
    }

    private static void figure(AnnouncedFigure figure, CanonicalWriter to) {
        switch (figure.subject()) {
            case Subject.OfCandidate(CandidateId candidate) -> to.octet(0).text(candidate.value());
            case Subject.OfGroup(String name, List<CandidateId> members) -> {
                to.octet(1).text(EntryWriter.composed(name));
                DefinitionBytes.size(members, to);
                members.forEach(member -> to.text(member.value()));
            }
            case Subject.OfCount(Figure.Count count) -> to.octet(2).octet(count.ordinal());
        }
        to.number(figure.count() == null ? 0 : figure.count() + 1);
        to.octet(figure.percentage() == null ? 0 : 1);
        if (figure.percentage() != null) {
            percentage(figure.percentage(), to);
        }
    }

    private static void percentage(Percentage percentage, CanonicalWriter to) {
        to.octet(percentage.decimals())
                .number(percentage.printed().unscaledValue().longValueExact());
    }

    static Announcement read(CanonicalReader from) {
        String id = from.text(ID);
        CustodianId announcer = new CustodianId(from.text(ID));
        ContestId contest = new ContestId(from.text(ID));
        @Nullable Instant announcedAt = EntryReader.time(from);
        Coverage coverage = readCoverage(from);
        boolean isIrreversible = from.octetBelow(2, "flag") == 1;
        List<AnnouncedFigure> figures = DefinitionBytes.list(from, () -> readFigure(from));
        return new Announcement(id, announcer, contest, announcedAt, coverage, isIrreversible, figures);
    }

    private static Coverage readCoverage(CanonicalReader from) {
        return switch (from.octetBelow(4, "coverage")) {
            case 0 -> new Coverage.Full();
            case 1 -> new Coverage.Stations(from.count(Integer.MAX_VALUE, "stations"));
            case 2 -> new Coverage.Registered(from.number());
            default ->
                new Coverage.Percent(
                        readPercentage(from),
                        BASES[from.octetBelow(BASES.length, "base")],
                        ROUNDINGS[from.octetBelow(ROUNDINGS.length, "rounding")]);
        };
    }

    private static AnnouncedFigure readFigure(CanonicalReader from) {
        Subject subject = switch (from.octetBelow(3, "subject")) {
            case 0 -> new Subject.OfCandidate(new CandidateId(from.text(ID)));
            case 1 ->
                new Subject.OfGroup(from.text(ID), DefinitionBytes.list(from, () -> new CandidateId(from.text(ID))));
            default -> new Subject.OfCount(COUNTS[from.octetBelow(COUNTS.length, "count")]);
        };
        long count = from.number();
        boolean hasPercentage = from.octetBelow(2, "flag") == 1;
        return new AnnouncedFigure(subject, count == 0 ? null : count - 1, hasPercentage ? readPercentage(from) : null);
    }

    private static Percentage readPercentage(CanonicalReader from) {
        int decimals = from.octetBelow(Percentage.DECIMALS_MOST + 1, "number of decimals");
        return new Percentage(new BigDecimal(BigInteger.valueOf(from.number()), decimals));
    }
}
