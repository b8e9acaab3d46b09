package org.cotejo.entry;

import org.cotejo.base.Check;
import org.cotejo.base.Texts;
import org.cotejo.bulletin.Announcement;
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
import org.cotejo.definition.ElectionDefinition;
import org.cotejo.definition.Names;
import org.cotejo.definition.Register;
import org.cotejo.definition.StationCode;
import org.cotejo.sheet.StationKey;
import org.cotejo.tally.Cell;

/**
 * One fact, written once and never changed. A newer entry may correct, replace or retract what an older one said; the older
 * one stays. The kinds are closed: whoever folds entries must decide about each.
 */
public sealed interface Entry {
    /** The version of the format, the first byte of every entry. */
    int VERSION = 1;

    /** Longest entry in bytes: what a log's entry bundle can hold. */
    int SIZE_MOST = 65_535;

    /** Largest number of a place. */
    int PLACES_MOST = 20_000_000;

    /** The election as stated, or as read off the files so far; the newest counts. */
    record DefinitionStated(ElectionDefinition definition) implements Entry {}

    /** A place of the election. */
    record PlaceListed(int number, int parent, String name) implements Entry {
        public PlaceListed {
            Check.that(number > parent && parent >= 0 && number <= PLACES_MOST, "place %d in place %d", number, parent);
            Check.that(
                    !name.isEmpty()
                            && name.length() <= Names.NAME_MOST
                            && Texts.tidy(name).equals(name)
                            && Texts.isClean(name),
                    "place name '%s'",
                    name);
        }
    }

    /**
     * A station as one source lists it: the first listing of a code is the station, later ones show who sees it elsewhere or
     * with another register.
     *
     * @param registered voters, or {@link Register#UNKNOWN}
     */
    record StationListed(SourceId by, StationCode station, int place, int registered) implements Entry {
        public StationListed {
            Check.that(place >= 0 && place <= PLACES_MOST, "place %d", place);
            Check.that(registered >= Register.UNKNOWN && registered <= Cell.MOST, "registered %d", registered);
        }
    }

    /** The definition and register were frozen with this hash; what comes later is not in the committed definition. */
    record DefinitionFrozen(Hash definition) implements Entry {}

    /** A delivery of a custodian; the entries that name it follow. */
    record SourceOpened(Source source) implements Entry {}

    /** The figures of one station from one source. */
    record FiguresGiven(StationFigures figures) implements Entry {}

    /** A legal correction of a sheet. */
    record CorrectionMade(Correction correction) implements Entry {}

    /** The signature places of one copy. */
    record SignaturesSeen(SignatureSlots slots) implements Entry {}

    /** Something that happened at a station. */
    record IncidentReported(Incident incident) implements Entry {}

    /** Something due that was denied. */
    record DenialStated(Denial denial) implements Entry {}

    /** A step in the custody of paper. */
    record CustodyStepped(CustodyEvent event) implements Entry {}

    /** A place in a body's coverage plan. */
    record RosterPlanned(RosterPlace place) implements Entry {}

    /** An audit that is due, or what became of it; the newest of an id counts. */
    record AuditScheduled(AuditDue audit) implements Entry {}

    /** A result as announced; the newest of an id counts, the older ones stay in view. */
    record AnnouncementMade(Announcement announcement) implements Entry {}

    /** A decision of a court or an authority. */
    record DecisionMade(Decision decision) implements Entry {}

    /** The public key of a station's machine; the first of a station and machine counts. */
    record StationKeyStated(StationKey key) implements Entry {}

    /** A signed sheet, as one source delivers it for a station. */
    record SheetGiven(SheetCopy copy) implements Entry {}

    /** A source takes back what it delivered for a station. */
    record CopyRetracted(Retraction retraction) implements Entry {}

    /** A hash that an audit commits to before its draw. */
    record AuditCommitted(Commitment commitment) implements Entry {}

    /** The log that sequences these entries; the newest counts. */
    record LogOpened(PublicLog log) implements Entry {}

    /** Pages and data of the entries before this one. */
    record PublicationMade(Publication publication) implements Entry {}

    /** Another log's publication, verified and taken as evidence. */
    record PublicationTaken(TakenPublication taken) implements Entry {}

    /** A signed certificate of a hand count of receipts, as a body holds it. */
    record CertificateGiven(HeldCertificate held) implements Entry {}

    /** The log of a station's machine, as a body holds it; its bytes are a public blob. */
    record MachineLogGiven(HeldLog held) implements Entry {}

    /** A picture that a body holds, committed to by a root that hides it; or the public copy of one that was. */
    record PictureCommitted(CommittedPicture picture) implements Entry {}
}
