package org.cotejo.app;

import java.security.Provider;
import java.security.Security;
import java.util.Optional;
import java.util.ServiceLoader;

/**
 * Has Ed25519 signatures computed by the Amazon Corretto Crypto Provider where it runs, some twenty times faster than the
 * platform, and leaves everything else with the platform: hashes, key parsing, ML-DSA. Where its native library can't be
 * loaded nothing changes but the time. Both give the same answer for every key that can be enrolled
 * (docs/decisions/0005-signatures.md).
 */
final class FastSignatures {
    static final String PROVIDER = "AmazonCorrettoCryptoProvider";

    private static final String TYPE = "com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider";
    private static final String PREFERRED = "jdk.security.provider.preferred";
    private static final String OURS = "Signature.Ed25519:" + PROVIDER;

    private FastSignatures() {}

    /**
     * Asks for it; to be called by a verb that verifies many signatures, before anything is hashed or signed in this process,
     * since the platform reads the preference once. May be called again.
     */
    static void prefer() {
        if (Security.getProperty(PREFERRED) == null) {
            Security.setProperty(PREFERRED, OURS);
        }
        if (Security.getProvider(PROVIDER) == null) {
            // Last in the order, so that it is asked for nothing but what is preferred.
            installed().ifPresent(Security::addProvider);
        }
    }

    /** The provider if it is on the class path and its native library runs here. */
    private static Optional<Provider> installed() {
        try {
            return ServiceLoader.load(Provider.class, FastSignatures.class.getClassLoader()).stream()
                    .filter(found -> found.type().getName().equals(TYPE))
                    .map(ServiceLoader.Provider::get)
                    .filter(provider -> provider.getService("Signature", "Ed25519") != null)
                    .findFirst();
        } catch (java.util.ServiceConfigurationError | LinkageError e) {
            // Another processor or system than it was built for: the platform does it.
            return Optional.empty();
        }
    }
}
