package org.cotejo.app;

import java.security.Provider;
import java.security.Security;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import org.cotejo.base.Workers;

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
        allow();
        load();
    }

    /** States the preference, which costs nothing, before anything is hashed or signed; {@link #load} makes it work at any time. */
    static void allow() {
        if (Security.getProperty(PREFERRED) == null) {
            Security.setProperty(PREFERRED, OURS);
        }
    }

    /** Loads the provider, which takes about half a second; to be called where it turns out that there is much to verify. */
    static void load() {
        if (Security.getProvider(PROVIDER) == null) {
            // Last in the order, so that it is asked for nothing but what is preferred.
            installed().ifPresent(Security::addProvider);
        }
    }

    /** As {@link #prefer}, loading while other work is done; whoever waits for the answer verifies fast. */
    static Future<?> loadBeside() {
        allow();
        ExecutorService pool = Workers.pool(1);
        Future<?> loading = pool.submit(FastSignatures::load);
        pool.shutdown();
        return loading;
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
