package org.cotejo.dossier;

import java.util.Optional;
import org.cotejo.crypto.Ed25519Key;
import org.cotejo.crypto.Hash;
import org.cotejo.definition.Contest;
import org.cotejo.definition.ElectionDefinition;
import org.cotejo.definition.SpokenHash;
import org.cotejo.sheet.CountCertificate;
import org.cotejo.sheet.StationKey;
import org.cotejo.tally.Figure;

/** Whether a certificate of a count is that of the machine it names, by the same rules as for sheets (docs/formats/sheet.md, section 4). */
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
        int station = frame.register().find(certificate.station());
        int key = station < 0 ? StationKeys.NONE : first(frame.keys(), station, certificate, definition);
        if (key == StationKeys.NONE) {
            return SignatureVerdict.UNCHECKED;
        }
        boolean isTrue = certificate.isSignedBy(new StationKey(
                certificate.station(),
                certificate.machine(),
                frame.keys().algorithm(key),
                Ed25519Key.unenrolled(frame.keys().bytes(key))));
        if (!frame.isKeyInFrozen(key)) {
            // A key that somebody adds afterwards neither proves anything nor refutes it.
            return isTrue ? SignatureVerdict.LATE_KEY : SignatureVerdict.UNCHECKED;
        }
        return isTrue ? SignatureVerdict.PROVEN : SignatureVerdict.FALSE;
    }

    private static int first(
            StationKeys keys, int station, CountCertificate certificate, ElectionDefinition definition) {
        int key = keys.first(station);
        while (key != StationKeys.NONE
                && !(keys.machine(key).equals(certificate.machine())
                        && keys.algorithm(key).countsIn(definition.id()))) {
            key = keys.next(key);
        }
        return key;
    }
}
