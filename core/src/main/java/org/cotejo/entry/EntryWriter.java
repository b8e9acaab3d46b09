package org.cotejo.entry;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.Instant;
import java.time.LocalDate;
import org.cotejo.base.CanonicalWriter;
import org.cotejo.base.Check;
import org.cotejo.bulletin.Decision;
import org.cotejo.bulletin.PublicLog;
import org.cotejo.bulletin.Publication;
import org.cotejo.bulletin.TakenPublication;
import org.cotejo.crypto.Hash;
import org.cotejo.custody.AuditDue;
import org.cotejo.custody.Commitment;
import org.cotejo.custody.CommittedPicture;
import org.cotejo.custody.Correction;
import org.cotejo.custody.CustodyEvent;
import org.cotejo.custody.Denial;
import org.cotejo.custody.HeldCertificate;
import org.cotejo.custody.HeldLog;
import org.cotejo.custody.Incident;
import org.cotejo.custody.Retraction;
import org.cotejo.custody.RosterPlace;
import org.cotejo.custody.SheetCopy;
import org.cotejo.custody.SignatureSlots;
import org.cotejo.custody.Source;
import org.cotejo.custody.SourceId;
import org.cotejo.custody.StationFigures;
import org.cotejo.definition.CustodianId;
import org.cotejo.definition.ElectionDefinition;
import org.cotejo.sheet.StationKey;
import org.jspecify.annotations.Nullable;

/** Prints entries to their canonical bytes, which {@link EntryReader} reads back (docs/formats/entries.md). */
@SuppressWarnings("EnumOrdinal") // the order of these enums is part of the format (docs/formats/entries.md, section 4)
public final class EntryWriter {
    /** The last day that an entry can hold, as days since 1970-01-01. */
    static final int DAYS_MOST = 1_000_000;

    private EntryWriter() {}

    public static byte[] bytes(Entry entry) {
        CanonicalWriter to = new CanonicalWriter();
        write(entry, to);
        return to.toBytes();
    }

    /** Adds the entry's bytes to what {@code to} holds. */
    public static void write(Entry entry, CanonicalWriter to) {
        // Asked one by one: a switch over types is put together by the Java machine at its first use, and an import of
        // figures needs no others.
        if (entry instanceof Entry.PlaceListed(int number, int parent, String name)) {
            begin(Kind.PLACE, to).number(number).number(parent).text(name);
        } else if (entry instanceof Entry.SourceOpened(Source source)) {
            source(source, begin(Kind.SOURCE, to));
        } else if (entry instanceof Entry.DefinitionStated(ElectionDefinition definition)) {
            DefinitionBytes.write(
                    definition,
                    begin(
                            DefinitionBytes.hasWriteIns(definition) ? Kind.DEFINITION_WITH_WRITE_INS : Kind.DEFINITION,
                            to));
        } else {
            writeOther(entry, to);
        }
    }

    private static void writeOther(Entry entry, CanonicalWriter to) {
        switch (entry) {
            case Entry.DefinitionStated _, Entry.PlaceListed _, Entry.SourceOpened _ -> {
                // written before
            }
            case Entry.StationListed listed -> station(listed, to);
            case Entry.DefinitionFrozen(Hash hash) -> hash(hash, begin(Kind.FROZEN, to));
            case Entry.FiguresGiven(StationFigures figures) -> figures(figures, to);
            case Entry.CorrectionMade(Correction correction) -> correction(correction, begin(Kind.CORRECTION, to));
            case Entry.SignaturesSeen(SignatureSlots slots) -> signatures(slots, begin(Kind.SIGNATURES, to));
            case Entry.IncidentReported(Incident incident) -> incident(incident, begin(Kind.INCIDENT, to));
            case Entry.DenialStated(Denial denial) -> denial(denial, begin(Kind.DENIAL, to));
            case Entry.CustodyStepped(CustodyEvent event) -> custody(event, begin(Kind.CUSTODY, to));
            case Entry.RosterPlanned(RosterPlace place) ->
                begin(Kind.ROSTER, to)
                        .text(place.station().value())
                        .text(place.body().value())
                        .octet(place.isAccredited() ? 1 : 0);
            case Entry.AuditScheduled(AuditDue audit) -> audit(audit, begin(Kind.AUDIT, to));
            case Entry.AnnouncementMade(var announcement) ->
                AnnouncementBytes.write(announcement, begin(Kind.ANNOUNCEMENT, to));
            case Entry.DecisionMade(Decision decision) -> decision(decision, begin(Kind.DECISION, to));
            case Entry.StationKeyStated(StationKey key) -> key(key, to);
            case Entry.SheetGiven(SheetCopy copy) -> sheet(copy, to);
            case Entry.CopyRetracted(Retraction retraction) -> retraction(retraction, begin(Kind.RETRACTION, to));
            case Entry.AuditCommitted(Commitment commitment) -> commitment(commitment, begin(Kind.COMMITMENT, to));
            case Entry.LogOpened(PublicLog log) -> LogBytes.write(log, begin(Kind.LOG, to));
            case Entry.PublicationMade(Publication publication) ->
                LogBytes.write(publication, begin(Kind.PUBLICATION, to));
            case Entry.PublicationTaken(TakenPublication taken) -> LogBytes.write(taken, begin(Kind.TAKEN, to));
            case Entry.CertificateGiven(HeldCertificate held) ->
                begin(Kind.CERTIFICATE, to)
                        .text(held.holder().value())
                        .text(held.certificate().text());
            case Entry.MachineLogGiven(HeldLog held) -> MachineLogBytes.write(held, begin(Kind.MACHINE_LOG, to));
            case Entry.PictureCommitted(CommittedPicture picture) ->
                PictureBytes.write(picture, begin(Kind.PICTURE, to));
        }
    }

    /** Version and kind, which stand before all else; the writers of listings, keys, figures and sheets, which serve hot loops too, write them themselves. */
    private static CanonicalWriter begin(int kind, CanonicalWriter to) {
        return to.octet(Entry.VERSION).octet(kind);
    }

    private static void station(Entry.StationListed listed, CanonicalWriter to) {
        byte[] station = listed.station().value().getBytes(StandardCharsets.UTF_8);
        ListingBytes.write(
                to,
                listed.by().custodian().value().getBytes(StandardCharsets.UTF_8),
                listed.by().number(),
                station,
                0,
                station.length,
                listed.place(),
                listed.registered());
    }

    private static void source(Source source, CanonicalWriter to) {
        source(source.id(), to);
        to.octet(source.kind().ordinal()).octet(source.provenance().ordinal());
        to.octet(source.isPart() ? 1 : 0).number(seconds(source.publishedAt()));
        hash(source.file(), to);
        if (source.contest() != null) {
            to.text(source.contest().value()).number(source.figures().size());
            source.figures().forEach(figure -> FigureBytes.write(figure, to));
        }
    }

    private static void figures(StationFigures figures, CanonicalWriter to) {
        int[] cells = new int[figures.cells().size()];
        for (int i = 0; i < cells.length; i++) {
            cells[i] = figures.cells().packedAt(i);
        }
        byte[] station = figures.station().value().getBytes(StandardCharsets.UTF_8);
        FiguresBytes.write(
                to,
                figures.source().custodian().value().getBytes(StandardCharsets.UTF_8),
                figures.source().number(),
                figures.paper(),
                figures.way(),
                station,
                0,
                station.length,
                cells,
                cells.length);
    }

    private static void correction(Correction correction, CanonicalWriter to) {
        to.text(correction.station().value());
        source(correction.original(), to);
        source(correction.corrected(), to);
        to.octet(correction.reason().ordinal());
    }

    private static void signatures(SignatureSlots slots, CanonicalWriter to) {
        to.text(slots.station().value()).text(slots.holder().value());
        to.number(slots.slots().size());
        slots.slots()
                .forEach(slot -> to.octet(slot.role().ordinal())
                        .text(slot.side() == null ? "" : slot.side().value())
                        .number(slot.number())
                        .octet(slot.state().ordinal()));
    }

    private static void incident(Incident incident, CanonicalWriter to) {
        to.text(incident.station().value()).octet(incident.kind().ordinal());
        to.text(incident.reporter().value()).number(seconds(incident.hour()));
    }

    private static void denial(Denial denial, CanonicalWriter to) {
        to.text(denial.station().value()).octet(denial.kind().ordinal());
        to.text(denial.denied().value()).octet(denial.form().ordinal()).number(seconds(denial.hour()));
        to.octet(denial.statement() == null ? 0 : 1);
        if (denial.statement() != null) {
            hash(denial.statement(), to);
        }
    }

    private static void custody(CustodyEvent event, CanonicalWriter to) {
        to.text(event.station().value());
        to.octet(event.item().ordinal()).octet(event.step().ordinal());
        to.text(text(event.from())).text(text(event.to())).text(event.seal()).number(seconds(event.hour()));
    }

    private static void audit(AuditDue audit, CanonicalWriter to) {
        to.text(audit.id())
                .text(composed(audit.title()))
                .text(composed(audit.law()))
                .number(days(audit.due()));
        to.octet(audit.state().ordinal());
        if (audit.doneOn() != null) {
            to.number(days(audit.doneOn()));
        }
    }

    private static void decision(Decision decision, CanonicalWriter to) {
        to.text(decision.id())
                .text(composed(decision.body()))
                .octet(decision.kind().ordinal());
        to.number(days(decision.day()));
        to.text(decision.contest() == null ? "" : decision.contest().value());
        to.number(decision.stations().size());
        decision.stations().forEach(station -> to.text(station.value()));
    }

    private static void key(StationKey key, CanonicalWriter to) {
        byte[] station = key.station().value().getBytes(StandardCharsets.UTF_8);
        byte[] machine = key.machine().value().getBytes(StandardCharsets.UTF_8);
        KeyBytes.write(to, station, machine, key.algorithm(), key.key().bytes());
    }

    private static void sheet(SheetCopy copy, CanonicalWriter to) {
        SheetBytes.writeSource(
                to,
                copy.source().custodian().value().getBytes(StandardCharsets.UTF_8),
                copy.source().number());
        byte[] signed = copy.sheet().signed();
        SheetBytes.writeStation(
                to,
                copy.way(),
                copy.station().value().getBytes(StandardCharsets.UTF_8),
                copy.sheet().sheet().cells().size(),
                signed,
                signed.length,
                copy.sheet().signature());
    }

    private static void retraction(Retraction retraction, CanonicalWriter to) {
        to.text(retraction.station().value());
        source(retraction.source(), to);
        to.octet(retraction.reason().ordinal());
    }

    private static void commitment(Commitment commitment, CanonicalWriter to) {
        to.text(commitment.audit()).octet(commitment.kind().ordinal()).number(days(commitment.day()));
        hash(commitment.file(), to);
    }

    static void source(SourceId source, CanonicalWriter to) {
        to.text(source.custodian().value()).number(source.number());
    }

    static void hash(Hash hash, CanonicalWriter to) {
        to.raw(hash.bytes(), 0, Hash.SIZE);
    }

    /** Seconds of the epoch and one, 0 for an unknown time. */
    static long seconds(@Nullable Instant time) {
        return time == null ? 0 : time.getEpochSecond() + 1;
    }

    private static long days(LocalDate day) {
        long days = day.toEpochDay();
        Check.that(days >= 0 && days <= DAYS_MOST, "an entry can't hold the day %s", day);
        return days;
    }

    /** Text that the reader will take: what is written and can't be read back would spoil the folder that holds it. */
    static String composed(String text) {
        Check.that(Normalizer.isNormalized(text, Normalizer.Form.NFC), "'%s' is not composed (NFC)", text);
        return text;
    }

    private static String text(@Nullable CustodianId custodian) {
        return custodian == null ? "" : custodian.value();
    }
}
