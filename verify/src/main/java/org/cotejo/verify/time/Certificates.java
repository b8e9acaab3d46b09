package org.cotejo.verify.time;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.cert.CertPathBuilder;
import java.security.cert.CertStore;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateFactory;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.bouncycastle.cert.X509CertificateHolder;

/** Certificates between the platform's form and the library's, and whether one leads to another (RFC 5280, by the platform). */
final class Certificates {
    private Certificates() {}

    static List<X509CertificateHolder> holders(Collection<X509Certificate> certificates) {
        List<X509CertificateHolder> holders = new ArrayList<>();
        for (X509Certificate one : certificates) {
            try {
                holders.add(new X509CertificateHolder(one.getEncoded()));
            } catch (IOException | CertificateEncodingException e) {
                throw new IllegalArgumentException("a certificate that the platform has read: " + one, e);
            }
        }
        return holders;
    }

    static X509Certificate of(X509CertificateHolder holder) throws GeneralSecurityException, IOException {
        return (X509Certificate) CertificateFactory.getInstance("X.509")
                .generateCertificate(new ByteArrayInputStream(holder.getEncoded()));
    }

    /**
     * Whether a certificate is pinned, or was issued below one that is pinned as an authority's, at a time. Revocation is not
     * looked at: that would need the network.
     */
    static boolean isTrusted(
            X509Certificate certificate,
            List<X509Certificate> pinned,
            Collection<X509CertificateHolder> between,
            Instant at) {
        if (pinned.contains(certificate)) {
            return true;
        }
        Set<TrustAnchor> anchors = pinned.stream()
                .filter(one -> one.getBasicConstraints() >= 0)
                .map(one -> new TrustAnchor(one, null))
                .collect(Collectors.toSet());
        if (anchors.isEmpty()) {
            return false;
        }
        try {
            List<X509Certificate> known = new ArrayList<>(pinned);
            for (X509CertificateHolder one : between) {
                known.add(of(one));
            }
            X509CertSelector target = new X509CertSelector();
            target.setCertificate(certificate);
            PKIXBuilderParameters parameters = new PKIXBuilderParameters(anchors, target);
            parameters.addCertStore(CertStore.getInstance("Collection", new CollectionCertStoreParameters(known)));
            parameters.setRevocationEnabled(false);
            parameters.setDate(Date.from(at));
            CertPathBuilder.getInstance("PKIX").build(parameters);
            return true;
        } catch (GeneralSecurityException | IOException e) {
            return false;
        }
    }
}
