package org.cotejo.dossier;

import java.util.Optional;
import org.cotejo.crypto.Hash;
import org.cotejo.custody.HeldLog;
import org.cotejo.definition.Contest;
import org.cotejo.definition.ElectionDefinition;
import org.cotejo.definition.SpokenHash;
import org.cotejo.sheet.CountCertificate;
import org.cotejo.sheet.StationKey;
import org.cotejo.tally.Figure;

/** Whether a certificate of a count, or a log, is that of the machine it names, by the same rules as for sheets (docs/formats/sheet.md, section 4). */
final class CertificateCheck {
    private CertificateCheck() {}

    static SignatureVerdict verdict(Frame frame, ElectionDefinition definition, CountCertificate certificate) {
        Optional<Contest> contest = definition.contest(certificate.contest());
        Optional<Hash> frozen = frame.frozen();
        if (!certificate.election().equals(definition.id())
                || contest.isEmpty()
                || Figure.positions(contest.get()).size() != certificate.votes().size()
                || frozen.isPresent() && !SpokenHash.of(frozen.get()).equals(certificate.definition())) {
            return SignatureVerdict.OTHER_ELECTION;
        }
        if (!certificate.algorithm().countsIn(definition.id())) {
            return SignatureVerdict.FALSE;
        }
        Optional<StationKey> key = frame.keyOf(certificate.station(), certificate.machine());
        if (key.isEmpty()) {
            return SignatureVerdict.UNCHECKED;
        }
        boolean isTrue = certificate.isSignedBy(key.get());
        if (!frame.isKeyInFrozen(certificate.station(), certificate.machine())) {
            // A key that somebody adds afterwards neither proves anything nor refutes it.
            return isTrue ? SignatureVerdict.LATE_KEY : SignatureVerdict.UNCHECKED;
        }
        return isTrue ? SignatureVerdict.PROVEN : SignatureVerdict.FALSE;
    }

    /** Whether a log is its machine's: every line by the key that was listed in time. */
    static SignatureVerdict verdict(Frame frame, HeldLog log) {
        if (frame.keyOf(log.station(), log.machine()).isEmpty()) {
            return SignatureVerdict.UNCHECKED;
        }
        if (!frame.isKeyInFrozen(log.station(), log.machine())) {
            return log.facts().isWhole() ? SignatureVerdict.LATE_KEY : SignatureVerdict.UNCHECKED;
        }
        return log.facts().isWhole() ? SignatureVerdict.PROVEN : SignatureVerdict.FALSE;
    }
}
