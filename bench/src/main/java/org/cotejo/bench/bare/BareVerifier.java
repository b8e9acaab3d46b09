package org.cotejo.bench.bare;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.Provider;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/**
 * The least that anybody must do to verify a publication, and nothing else: reads its files, hashes every entry and every other file
 * once, and computes the signatures of a {@link SignaturePlan}, with the fastest library at hand and two threads. It builds no tree,
 * reads no entry, compares nothing and works nothing out.
 */
final class BareVerifier {
    private static final int FULL = 256;
    private static final int KEY = 32;
    private static final int SIGNATURE = 64;
    private static final int PART = 64;
    private static final int BUFFER = 1 << 16;
    private static final int PIECE = 1 << 10;
    private static final byte[] WRAPPING = HexFormat.of().parseHex("302a300506032b6570032100");

    private final Path site;
    private final Provider provider;
    private final byte[][] bundles;
    private final long size;
    private final SignedPlace[] places;
    private final AtomicLong bytes = new AtomicLong();
    private final AtomicInteger proven = new AtomicInteger();

    private BareVerifier(Path site, Path plan) throws IOException {
        this.site = site;
        this.provider = fastest();
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(plan)))) {
            size = in.readLong();
            places = new SignedPlace[in.readInt()];
            for (int i = 0; i < places.length; i++) {
                places[i] = SignedPlace.read(in);
            }
        }
        bundles = new byte[(int) ((size + FULL - 1) / FULL)][];
    }

    private static Provider fastest() {
        try {
            return Class.forName("com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider")
                    .asSubclass(Provider.class)
                    .getDeclaredConstructor()
                    .newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the provider is not on the class path", e);
        }
    }

    /** SITE PLAN THREADS; prints how many bytes were hashed and signatures found true, and fails unless all are. */
    static void main(String[] words) throws IOException, InterruptedException {
        BareVerifier bare = new BareVerifier(Path.of(words[0]), Path.of(words[1]));
        int threads = Integer.parseInt(words[2]);
        bare.sideBySide(threads, bare.bundles.length, bare::bundle);
        bare.sideBySide(threads, (bare.places.length + PART - 1) / PART, bare::signatures);
        List<Path> files = bare.files();
        bare.sideBySide(threads, files.size(), at -> bare.file(files.get(at)));
        System.out.println(bare.bytes + " bytes " + bare.proven + " signatures");
        if (bare.proven.get() != bare.places.length) {
            System.exit(1);
        }
    }

    /** One piece of work. */
    private interface Work {
        void at(int index) throws IOException, GeneralSecurityException;
    }

    private void sideBySide(int threads, int count, Work work) throws InterruptedException {
        AtomicInteger next = new AtomicInteger();
        Thread[] running = new Thread[threads];
        for (int i = 0; i < threads; i++) {
            running[i] = Thread.ofPlatform().start(() -> {
                for (int at = next.getAndIncrement(); at < count; at = next.getAndIncrement()) {
                    try {
                        work.at(at);
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    } catch (GeneralSecurityException e) {
                        throw new IllegalStateException(e);
                    }
                }
            });
        }
        for (Thread thread : running) {
            thread.join();
        }
    }

    private void bundle(int number) throws IOException, GeneralSecurityException {
        byte[] bundle = Files.readAllBytes(site.resolve(path(number)));
        bundles[number] = bundle;
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        for (int at = 0; at < bundle.length; ) {
            int length = (bundle[at] & 0xff) << 8 | bundle[at + 1] & 0xff;
            digest.update((byte) 0);
            digest.update(bundle, at + 2, length);
            digest.digest();
            at += 2 + length;
        }
        bytes.addAndGet(bundle.length);
    }

    private String path(int number) {
        StringBuilder groups = new StringBuilder(three(number % 1000));
        for (int rest = number / 1000; rest > 0; rest /= 1000) {
            groups.insert(0, "x" + three(rest % 1000) + "/");
        }
        long left = size - (long) number * FULL;
        return "tile/entries/" + groups + (left >= FULL ? "" : ".p/" + left);
    }

    private static String three(int number) {
        return String.valueOf(1000 + number).substring(1);
    }

    private void signatures(int part) throws GeneralSecurityException {
        KeyFactory keys = KeyFactory.getInstance("Ed25519");
        Signature verifier = Signature.getInstance("Ed25519", provider);
        byte[] wrapped = Arrays.copyOf(WRAPPING, WRAPPING.length + KEY);
        int found = 0;
        for (int i = part * PART; i < Math.min(places.length, (part + 1) * PART); i++) {
            SignedPlace place = places[i];
            System.arraycopy(bundles[place.keyBundle()], place.keyAt(), wrapped, WRAPPING.length, KEY);
            byte[] text = bundles[place.bundle()];
            verifier.initVerify(keys.generatePublic(new X509EncodedKeySpec(wrapped)));
            verifier.update(text, place.textAt(), place.textLength());
            found += verifier.verify(text, place.textAt() + place.textLength(), SIGNATURE) ? 1 : 0;
        }
        proven.addAndGet(found);
    }

    /** All files but tiles and bundles. */
    private List<Path> files() throws IOException {
        Path tiles = site.resolve("tile");
        try (Stream<Path> all = Files.walk(site)) {
            return all.filter(file -> !file.startsWith(tiles) && Files.isRegularFile(file))
                    .toList();
        }
    }

    private void file(Path file) throws IOException, GeneralSecurityException {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        byte[] buffer = new byte[BUFFER];
        try (InputStream in = Files.newInputStream(file)) {
            for (int read = in.read(buffer); read > 0; read = in.read(buffer)) {
                // In pieces: the platform's fast code takes over between calls and not within one.
                for (int at = 0; at < read; at += PIECE) {
                    digest.update(buffer, at, Math.min(PIECE, read - at));
                }
                bytes.addAndGet(read);
            }
        }
        digest.digest();
    }
}
