package org.cotejo.site;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.cotejo.bulletin.Decision;
import org.cotejo.custody.CommittedPicture;
import org.cotejo.custody.Correction;
import org.cotejo.custody.CustodyEvent;
import org.cotejo.custody.Denial;
import org.cotejo.custody.HeldCertificate;
import org.cotejo.custody.HeldLog;
import org.cotejo.custody.Incident;
import org.cotejo.custody.Retraction;
import org.cotejo.custody.SignatureSlot;
import org.cotejo.custody.SignatureSlots;
import org.cotejo.dossier.StationRecords;
import org.cotejo.publication.SitePath;
import org.cotejo.sheet.CountCertificate;
import org.cotejo.sheet.LogFacts;
import org.jspecify.annotations.Nullable;

/** What is on record of a station beside figures, as lines: what was denied, what happened, where the paper is, who signed. */
record RecordLines(Election election, int station) {

    /** The signature places of one holder's copy. */
    record Signatures(String holder, List<Place> places) {}

    /** One signature place: whose it is by role and side, and what is to be seen; never a name. */
    record Place(String role, String state, String style) {}

    /** What a machine's log says, and the path from the root of the site to the log itself. */
    record MachineLog(String text, String path) {}

    /**
     * A picture that a body holds.
     *
     * @param root its first digits
     * @param picture where its public copy lies, from the root of the site; empty if there is none
     * @param proof where its proof lies
     */
    record Picture(String holder, String root, String picture, String proof) {
        boolean isShown() {
            return !picture.isEmpty();
        }
    }

    /** The pictures of the station, in the order in which they were committed to. */
    List<Picture> pictures() {
        List<Picture> pictures = new ArrayList<>();
        for (CommittedPicture picture : records().pictures()) {
            CommittedPicture.Copy copy = picture.copy();
            pictures.add(new Picture(
                    election.custodianName(picture.holder()),
                    StationCard.shortened(picture.root()),
                    copy == null ? "" : SitePath.blob(copy.picture()),
                    copy == null ? "" : SitePath.blob(copy.proof())));
        }
        return pictures;
    }

    private StationRecords records() {
        return election.dossier().records(station);
    }

    /** Denials, incidents, custody, certificates of counts, corrections, retractions and decisions, in this order. */
    List<String> lines(Words words) {
        List<String> lines = new ArrayList<>();
        records().denials().forEach(denial -> lines.add(denial(words, denial)));
        records().incidents().forEach(incident -> lines.add(incident(words, incident)));
        records().custody().forEach(event -> lines.add(custody(words, event)));
        records().certificates().forEach(held -> lines.add(certificate(words, held)));
        records().corrections().forEach(correction -> lines.add(correction(words, correction)));
        records().retractions().forEach(retraction -> lines.add(retraction(words, retraction)));
        election.dossier().decisionsAbout(station).forEach(decision -> lines.add(decision(words, decision)));
        return lines;
    }

    private String denial(Words words, Denial denial) {
        return words.say(
                "record.denial",
                words.say("denial." + denial.kind().name()),
                election.custodianName(denial.denied()),
                words.say("form." + denial.form().name()),
                hour(words, denial.hour()));
    }

    private String incident(Words words, Incident incident) {
        return words.say(
                "record.incident",
                words.say("incident." + incident.kind().name()),
                election.custodianName(incident.reporter()),
                hour(words, incident.hour()));
    }

    private String custody(Words words, CustodyEvent event) {
        StringBuilder line = new StringBuilder(words.say(
                "record.custody",
                words.say("item." + event.item().name()),
                words.say("step." + event.step().name())));
        if (event.from() != null) {
            line.append(words.say("record.custody.from", election.custodianName(event.from())));
        }
        if (event.to() != null) {
            line.append(words.say("record.custody.to", election.custodianName(event.to())));
        }
        if (!event.seal().isEmpty()) {
            line.append(words.say("record.custody.seal", event.seal()));
        }
        return line.append(hour(words, event.hour())).append('.').toString();
    }

    private String certificate(Words words, HeldCertificate held) {
        CountCertificate certificate = held.certificate();
        List<String> figures = new ArrayList<>();
        for (int i = 0; i < certificate.votes().size(); i++) {
            figures.add((i + 1) + ": " + words.number(certificate.votes().get(i)));
        }
        return words.say(
                "record.certificate",
                election.custodianName(held.holder()),
                certificate.contest().value(),
                String.join(", ", figures),
                words.number(certificate.unreadable()),
                words.number(certificate.blank()),
                election.dossier()
                        .verdictOf(certificate)
                        .sentence()
                        .in(words.language().code()));
    }

    /** The logs of the station's machines, in the order in which they were brought. */
    List<MachineLog> machineLogs(Words words) {
        return records().machineLogs().stream()
                .map(held -> new MachineLog(log(words, held), SitePath.blob(held.file())))
                .toList();
    }

    private String log(Words words, HeldLog held) {
        LogFacts facts = held.facts();
        StringBuilder text = new StringBuilder(words.say(
                "record.log",
                held.machine().value(),
                election.custodianName(held.holder()),
                words.number(facts.lines()),
                election.dossier()
                        .verdictOf(held)
                        .sentence()
                        .in(words.language().code())));
        if (facts.proven() == 0) {
            return text.toString();
        }
        if (facts.opened() != null) {
            text.append(words.say("record.log.opened", minute(words, facts.opened())));
        }
        LogFacts.Closing closing = facts.closing();
        text.append(
                closing == null
                        ? words.say("record.log.open")
                        : words.say(
                                "record.log.closed",
                                minute(words, closing.at()),
                                words.number(closing.pollBook()),
                                words.number(closing.printed())));
        return text.append(words.say(
                        "record.log.votes",
                        words.number(facts.counted()),
                        words.number(facts.again()),
                        words.number(facts.spoiled()),
                        words.number(facts.withdrawn()),
                        words.number(facts.started())))
                .toString();
    }

    /** By the station's own clock. */
    private static String minute(Words words, OffsetDateTime at) {
        return words.day(at.toLocalDate()) + ", "
                + DateTimeFormatter.ofPattern("HH:mm xxx", Locale.ROOT).format(at);
    }

    private String correction(Words words, Correction correction) {
        return words.say(
                "record.correction",
                election.custodianName(correction.original().custodian()),
                Integer.toString(correction.original().number()),
                Integer.toString(correction.corrected().number()),
                words.say("correction." + correction.reason().name()));
    }

    private String retraction(Words words, Retraction retraction) {
        return words.say(
                "record.retraction",
                election.custodianName(retraction.source().custodian()),
                Integer.toString(retraction.source().number()),
                words.say("retraction." + retraction.reason().name()));
    }

    private String decision(Words words, Decision decision) {
        return words.say(
                "record.decision",
                words.day(decision.day()),
                decision.body(),
                words.say("decision." + decision.kind().name()));
    }

    private static String hour(Words words, @Nullable Instant hour) {
        return hour == null ? "" : ", " + words.moment(hour);
    }

    List<Signatures> signatures(Words words) {
        List<Signatures> all = new ArrayList<>();
        for (SignatureSlots slots : records().signatures()) {
            List<Place> places =
                    slots.slots().stream().map(slot -> place(words, slot)).toList();
            all.add(new Signatures(election.custodianName(slots.holder()), places));
        }
        return all;
    }

    private Place place(Words words, SignatureSlot slot) {
        String role = words.say("role." + slot.role().name());
        String side = slot.side() == null ? "" : " (" + election.sideName(slot.side()) + ")";
        String number = slot.number() > 1 ? " " + slot.number() : "";
        return new Place(
                role + number + side,
                words.say("signature." + slot.state().name()),
                slot.state().name());
    }
}
