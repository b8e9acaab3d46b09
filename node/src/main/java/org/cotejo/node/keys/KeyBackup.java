package org.cotejo.node.keys;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.crypto.threshold.ShamirSecretSplitter;
import org.bouncycastle.crypto.threshold.ShamirSplitSecret;
import org.bouncycastle.crypto.threshold.ShamirSplitSecretShare;
import org.cotejo.base.Check;
import org.cotejo.base.Result;
import org.cotejo.crypto.OneSeal;
import org.cotejo.crypto.SigningKey;
import org.cotejo.definition.SpokenHash;
import org.cotejo.publication.PinnedPolicy;
import org.cotejo.tlog.Skey;
import org.cotejo.tlog.Vkey;

/**
 * The keys of a log in shares. The keys are sealed with AES-256-GCM under a key that is made for this one backup and kept nowhere; that key
 * is split after Shamir, over GF(256), so that any {@code need} shares give it and fewer tell nothing of it.
 */
public final class KeyBackup {
    private static final ShamirSecretSplitter.Algorithm FIELD = ShamirSecretSplitter.Algorithm.AES;
    private static final int TYPED = 1 + SigningKey.SEED_SIZE;

    private KeyBackup() {}

    /** Splits the keys of one log, of which the first is its Ed25519 key. */
    public static Result<List<KeyShare>> split(List<Skey> keys, int shares, int need, SecureRandom random) {
        if (shares < 2 || shares > KeyShare.SHARES_MOST || need < 2 || need > shares) {
            return Result.refused(KeysProblem.NUMBERS.with(shares, need, KeyShare.SHARES_MOST));
        }
        String origin = keys.getFirst().vkey().name();
        Check.that(keys.stream().allMatch(key -> key.vkey().name().equals(origin)), "keys of several logs");
        SpokenHash fingerprint = spoken(keys.getFirst().vkey());
        OneSeal seal = OneSeal.fresh(random);
        byte[] secret = seal.bytes();
        byte[] sealed = seal.seal(plain(keys), KeyShare.about(origin, fingerprint, shares, need));
        byte[][] parts = parts(secret, shares, need, random);
        seal.forget();
        Arrays.fill(secret, (byte) 0);
        List<KeyShare> all = new ArrayList<>();
        for (int i = 0; i < shares; i++) {
            all.add(new KeyShare(origin, fingerprint, i + 1, shares, need, parts[i], sealed));
        }
        return Result.ok(List.copyOf(all));
    }

    private static byte[][] parts(byte[] secret, int shares, int need, SecureRandom random) {
        ShamirSecretSplitter splitter = ShamirSecretSplitter.getInstance(FIELD, OneSeal.SIZE, random);
        ShamirSplitSecretShare[] made = splitter.resplit(secret, need, shares).getSecretShares();
        byte[][] parts = new byte[shares][];
        try {
            for (int i = 0; i < shares; i++) {
                parts[i] = made[i].getEncoded();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("splitting a key in memory", e);
        }
        return parts;
    }

    /** The keys of a log from shares that people brought; each refusal says which share and why. */
    public static Result<List<Skey>> restore(List<KeyShare> given) {
        KeyShare first = given.getFirst();
        Set<Integer> seen = new HashSet<>();
        for (KeyShare share : given) {
            if (!share.isWith(first)) {
                return Result.refused(KeysProblem.MIXED.with(share.index(), first.index(), share.origin()));
            }
            if (!seen.add(share.index())) {
                return Result.refused(KeysProblem.TWICE.with(share.index()));
            }
        }
        if (given.size() < first.need()) {
            return Result.refused(KeysProblem.TOO_FEW.with(given.size(), first.need()));
        }
        byte[] about = KeyShare.about(first.origin(), first.fingerprint(), first.shares(), first.need());
        return opened(given)
                .flatMap(secret -> OneSeal.kept(secret).open(first.sealed(), about))
                .flatMap(plain -> keys(first, plain))
                .map(Result::ok)
                .orElseGet(() -> Result.refused(KeysProblem.FALSE.with()));
    }

    private static Optional<byte[]> opened(List<KeyShare> given) {
        ShamirSplitSecretShare[] parts = given.stream()
                .map(share -> new ShamirSplitSecretShare(share.part(), share.index()))
                .toArray(ShamirSplitSecretShare[]::new);
        try {
            return Optional.of(ShamirSplitSecret.getInstance(FIELD, parts).getSecret());
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static byte[] plain(List<Skey> keys) {
        byte[] plain = new byte[keys.size() * TYPED];
        for (int i = 0; i < keys.size(); i++) {
            Skey key = keys.get(i);
            String begin = "PRIVATE+KEY+" + key.vkey().name() + "+" + key.vkey().hexId() + "+";
            byte[] typed = Base64.getDecoder().decode(key.fileForm().substring(begin.length()));
            System.arraycopy(typed, 0, plain, i * TYPED, TYPED);
        }
        return plain;
    }

    private static Optional<List<Skey>> keys(KeyShare share, byte[] plain) {
        if (plain.length == 0 || plain.length % TYPED != 0) {
            return Optional.empty();
        }
        List<Skey> keys = new ArrayList<>();
        for (int at = 0; at < plain.length; at += TYPED) {
            int type = plain[at] & 0xff;
            byte[] seed = Arrays.copyOfRange(plain, at + 1, at + TYPED);
            for (Vkey.Kind kind : Vkey.Kind.values()) {
                if (kind.type() == type) {
                    keys.add(Skey.of(share.origin(), kind, seed));
                }
            }
        }
        boolean isThat = keys.size() == plain.length / TYPED
                && spoken(keys.getFirst().vkey()).equals(share.fingerprint());
        return isThat ? Optional.of(List.copyOf(keys)) : Optional.empty();
    }

    /** The fingerprint of a key, to be read aloud. */
    public static SpokenHash spoken(Vkey key) {
        return SpokenHash.of(PinnedPolicy.fingerprint(key));
    }
}
