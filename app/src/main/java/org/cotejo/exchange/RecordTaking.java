package org.cotejo.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.cotejo.bulletin.Announcement;
import org.cotejo.bulletin.Decision;
import org.cotejo.custody.AuditDue;
import org.cotejo.custody.CommittedPicture;
import org.cotejo.custody.Correction;
import org.cotejo.custody.CustodyEvent;
import org.cotejo.custody.Denial;
import org.cotejo.custody.HeldCertificate;
import org.cotejo.custody.HeldLog;
import org.cotejo.custody.Incident;
import org.cotejo.custody.Retraction;
import org.cotejo.custody.RosterPlace;
import org.cotejo.custody.SignatureSlot;
import org.cotejo.custody.SignatureSlots;
import org.cotejo.custody.SourceId;
import org.cotejo.definition.CustodianId;
import org.cotejo.definition.SideId;
import org.cotejo.dossier.Pictures;
import org.cotejo.entry.Entry;
import org.jspecify.annotations.Nullable;

/** Says of each record of a publication what it is in this folder's words, or that it is not taken. */
final class RecordTaking {
    /** Decisions that make copies count or not: nobody else's log decides that here. */
    private static final Set<Decision.Kind> OF_STATIONS =
            Set.of(Decision.Kind.ANNULLED, Decision.Kind.QUARANTINED, Decision.Kind.RELEASED);

    private final WhoIsWho who;
    private final Speakers speakers;
    private final KnownRecords known;
    private final Pictures pictures;
    private final Map<SourceId, SourceId> sources;
    private final MachineLogTaking logs;

    /** {@code pictures}: those known here; {@code sources}: of each delivery there that this log opened here, what it is called here; grows as deliveries are taken. */
    RecordTaking(
            WhoIsWho who,
            Speakers speakers,
            KnownRecords known,
            Pictures pictures,
            Map<SourceId, SourceId> sources,
            MachineLogTaking logs) {
        this.who = who;
        this.speakers = speakers;
        this.known = known;
        this.pictures = pictures;
        this.sources = sources;
        this.logs = logs;
    }

    /** The bodies that a record names, as they are called there; of a record that is never taken none. */
    static Stream<CustodianId> bodies(Entry entry) {
        return switch (entry) {
            case Entry.IncidentReported(Incident incident) -> Stream.of(incident.reporter());
            case Entry.DenialStated(Denial denial) -> Stream.of(denial.denied());
            case Entry.SignaturesSeen(SignatureSlots slots) -> Stream.of(slots.holder());
            case Entry.RosterPlanned(RosterPlace place) -> Stream.of(place.body());
            case Entry.AnnouncementMade(Announcement announcement) -> Stream.of(announcement.announcer());
            case Entry.CertificateGiven(HeldCertificate held) -> Stream.of(held.holder());
            case Entry.MachineLogGiven(HeldLog held) -> Stream.of(held.holder());
            case Entry.PictureCommitted(CommittedPicture picture) -> Stream.of(picture.holder());
            case Entry.CustodyStepped(CustodyEvent event) ->
                Stream.concat(Stream.ofNullable(event.from()), Stream.ofNullable(event.to()));
            case Entry.DefinitionStated _,
                    Entry.PlaceListed _,
                    Entry.StationListed _,
                    Entry.DefinitionFrozen _,
                    Entry.SourceOpened _,
                    Entry.FiguresGiven _,
                    Entry.SheetGiven _,
                    Entry.CorrectionMade _,
                    Entry.AuditScheduled _,
                    Entry.DecisionMade _,
                    Entry.StationKeyStated _,
                    Entry.CopyRetracted _,
                    Entry.AuditCommitted _,
                    Entry.LogOpened _,
                    Entry.PublicationMade _,
                    Entry.PublicationTaken _ -> Stream.empty();
        };
    }

    /** The record in this folder's words; empty if it is not taken. */
    Optional<Entry> mapped(Entry entry) {
        return Optional.ofNullable(
                switch (entry) {
                    case Entry.IncidentReported(Incident r) ->
                        by(
                                r.reporter(),
                                new Entry.IncidentReported(
                                        new Incident(r.station(), r.kind(), who.of(r.reporter()), r.hour())));
                    case Entry.DenialStated(Denial r) ->
                        by(
                                r.denied(),
                                new Entry.DenialStated(new Denial(
                                        r.station(), r.kind(), who.of(r.denied()), r.form(), r.hour(), r.statement())));
                    case Entry.SignaturesSeen(SignatureSlots r) -> slots(r);
                    case Entry.RosterPlanned(RosterPlace r) ->
                        by(
                                r.body(),
                                new Entry.RosterPlanned(
                                        new RosterPlace(r.station(), who.of(r.body()), r.isAccredited())));
                    case Entry.CustodyStepped(CustodyEvent r) -> custody(r);
                    case Entry.CertificateGiven(HeldCertificate r) ->
                        by(
                                r.holder(),
                                new Entry.CertificateGiven(new HeldCertificate(who.of(r.holder()), r.certificate())));
                    case Entry.MachineLogGiven(HeldLog r) -> logs.take(r, who.of(r.holder()), speakers);
                    case Entry.PictureCommitted(CommittedPicture r) -> picture(r);
                    case Entry.AnnouncementMade(Announcement r) -> announcement(r);
                    case Entry.AuditScheduled(AuditDue audit) -> known.hasOther(audit) ? null : entry;
                    case Entry.DecisionMade(Decision decision) ->
                        OF_STATIONS.contains(decision.kind()) || known.hasDecision(decision.id()) ? null : entry;
                    case Entry.CorrectionMade(Correction r) -> correction(r);
                    case Entry.CopyRetracted(Retraction r) -> retraction(r);
                    case Entry.DefinitionStated _,
                            Entry.PlaceListed _,
                            Entry.StationListed _,
                            Entry.DefinitionFrozen _,
                            Entry.SourceOpened _,
                            Entry.FiguresGiven _,
                            Entry.SheetGiven _,
                            Entry.StationKeyStated _,
                            Entry.AuditCommitted _,
                            Entry.LogOpened _,
                            Entry.PublicationMade _,
                            Entry.PublicationTaken _ -> null;
                });
    }

    private @Nullable Entry by(CustodianId theirs, Entry entry) {
        return speakers.maySpeakFor(who.of(theirs)) ? entry : null;
    }

    /** Whoever stated a root first here keeps it: another log can't take it over or change what was said of it. */
    private @Nullable Entry picture(CommittedPicture r) {
        CommittedPicture renamed = new CommittedPicture(who.of(r.holder()), r.station(), r.root(), r.copy());
        return pictures.with(renamed).isEmpty() ? null : by(r.holder(), new Entry.PictureCommitted(renamed));
    }

    private @Nullable Entry slots(SignatureSlots r) {
        List<SignatureSlot> slots = new ArrayList<>();
        for (SignatureSlot slot : r.slots()) {
            SideId theirs = slot.side();
            SideId ours = theirs == null ? null : who.side(theirs).orElse(null);
            if (theirs != null && ours == null) {
                return null;
            }
            slots.add(new SignatureSlot(slot.role(), ours, slot.number(), slot.state()));
        }
        return by(r.holder(), new Entry.SignaturesSeen(new SignatureSlots(r.station(), who.of(r.holder()), slots)));
    }

    private @Nullable Entry custody(CustodyEvent r) {
        CustodianId from = r.from() == null ? null : who.of(r.from());
        CustodianId to = r.to() == null ? null : who.of(r.to());
        boolean isSpoken = (from == null || speakers.maySpeakFor(from)) && (to == null || speakers.maySpeakFor(to));
        return isSpoken
                ? new Entry.CustodyStepped(
                        new CustodyEvent(r.station(), r.item(), r.step(), from, to, r.seal(), r.hour()))
                : null;
    }

    private @Nullable Entry announcement(Announcement r) {
        CustodianId ours = who.of(r.announcer());
        Announcement renamed = new Announcement(
                r.id(), ours, r.contest(), r.announcedAt(), r.coverage(), r.isCalledIrreversible(), r.figures());
        boolean isOthers = known.hasOtherAnnouncer(renamed) || known.hasOther(renamed) && !speakers.isOwner(ours);
        return isOthers || !speakers.maySpeakFor(ours) ? null : new Entry.AnnouncementMade(renamed);
    }

    private @Nullable Entry correction(Correction r) {
        SourceId original = sources.get(r.original());
        SourceId corrected = sources.get(r.corrected());
        if (original == null || corrected == null || original.equals(corrected)) {
            return null;
        }
        return speakers.maySpeakFor(original.custodian()) && speakers.maySpeakFor(corrected.custodian())
                ? new Entry.CorrectionMade(new Correction(r.station(), original, corrected, r.reason()))
                : null;
    }

    private @Nullable Entry retraction(Retraction r) {
        SourceId source = sources.get(r.source());
        return source != null && speakers.maySpeakFor(source.custodian())
                ? new Entry.CopyRetracted(new Retraction(r.station(), source, r.reason()))
                : null;
    }
}
