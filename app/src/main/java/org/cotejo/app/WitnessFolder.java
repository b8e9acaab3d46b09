package org.cotejo.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.cotejo.base.Problem;
import org.cotejo.base.RefusedException;
import org.cotejo.base.Result;
import org.cotejo.node.witness.SqliteWitnessStore;
import org.cotejo.node.witness.WitnessKeys;
import org.cotejo.publication.Succession;
import org.cotejo.tlog.Policy;
import org.cotejo.tlog.Skey;
import org.cotejo.tlog.Vkey;

/** Where a log witness lies, among the keys of its owner: its two keys, the logs that it knows, the heads that it cosigned. */
record WitnessFolder(Path folder) {
    private static final String ED25519 = "witness.key";
    private static final String ML_DSA = "witness-mldsa.key";
    private static final String LOGS = "logs.policy";
    private static final String HEADS = "heads.sqlite";
    private static final int POLICY_MOST = 1 << 20;

    /** The witness of this name, there or not. */
    static WitnessFolder of(LogKeyFolder keys, String name) {
        return new WitnessFolder(keys.of("witness/" + name));
    }

    boolean isThere() {
        return Files.isRegularFile(folder.resolve(ED25519));
    }

    /** Makes the keys and the empty store of a new witness; refuses where one is. */
    WitnessKeys make(String name, SecureRandom random) {
        if (isThere()) {
            throw new RefusedException(AppProblem.WITNESS_THERE.at(folder.toString(), name));
        }
        try {
            Folders.make(folder);
            LogKeyFolder.ownersOnly(folder, true);
            LogKeyFolder.write(
                    folder.resolve(ML_DSA), Skey.of(name, Vkey.Kind.COSIGNATURE_ML_DSA, LogKeyFolder.seed(random)));
            SqliteWitnessStore.make(heads());
            WrittenFile.write(folder.resolve(LOGS).toString(), "quorum none\n".getBytes(StandardCharsets.UTF_8));
            LogKeyFolder.write(
                    folder.resolve(ED25519), Skey.of(name, Vkey.Kind.COSIGNATURE, LogKeyFolder.seed(random)));
        } catch (IOException e) {
            throw new UncheckedIOException("making a witness in " + folder, e);
        }
        StringBuilder lines = new StringBuilder();
        for (Vkey key : keys().vkeys()) {
            lines.append("witness ").append(key.kind() == Vkey.Kind.COSIGNATURE ? "NAME" : "NAME-pq");
            lines.append(' ').append(key).append('\n');
        }
        WrittenFile.write(publicKeys().toString(), lines.toString().getBytes(StandardCharsets.UTF_8));
        return keys();
    }

    WitnessKeys keys() {
        return new WitnessKeys(List.of(key(ED25519), key(ML_DSA)));
    }

    private Skey key(String name) {
        Path file = folder.resolve(name);
        try {
            return Skey.parse(Files.readString(file)).orThrow();
        } catch (IOException e) {
            throw new UncheckedIOException("reading " + file, e);
        }
    }

    /** Both public keys as lines of a policy. */
    Path publicKeys() {
        return folder.resolve("witness.vkeys");
    }

    Path heads() {
        return folder.resolve(HEADS);
    }

    /** The logs that it knows. */
    List<Policy.Log> logs() {
        return policy(folder.resolve(LOGS).toString()).logs();
    }

    /** Adds the logs of a policy; returns those that are new. */
    List<Policy.Log> trust(String file) {
        List<Policy.Log> all = new ArrayList<>(logs());
        List<Policy.Log> fresh = policy(file).logs().stream()
                .filter(log -> all.stream().noneMatch(known -> known.key().equals(log.key())))
                .toList();
        all.addAll(fresh);
        Policy policy = new Policy(all, List.of(), List.of(), Policy.NONE);
        WrittenFile.write(folder.resolve(LOGS).toString(), policy.bytes());
        return fresh;
    }

    /** Knows the log that took over in place of the one whose key was given up; whether that was one that it knew. */
    boolean succeed(Succession succession) {
        List<Policy.Log> all = new ArrayList<>(logs());
        boolean isKnown =
                all.removeIf(log -> log.key().name().equals(succession.from().name()));
        if (isKnown) {
            all.removeIf(log -> log.key().equals(succession.to()));
            all.add(new Policy.Log(succession.to(), ""));
            Policy policy = new Policy(all, List.of(), List.of(), Policy.NONE);
            WrittenFile.write(folder.resolve(LOGS).toString(), policy.bytes());
        }
        return isKnown;
    }

    static Policy policy(String file) {
        return switch (Policy.parse(ClockFiles.bytes(file, POLICY_MOST))) {
            case Result.Ok<Policy>(Policy policy) -> policy;
            case Result.Refused<Policy>(Problem problem) -> throw new RefusedException(problem.in(file));
        };
    }

    /** The witness that a command names; where it names none, the only one that is there. */
    static WitnessFolder found(LogKeyFolder keys, @org.jspecify.annotations.Nullable String name) {
        if (name != null) {
            WitnessFolder one = of(keys, name);
            if (!one.isThere()) {
                throw new RefusedException(AppProblem.NO_WITNESS.at(name));
            }
            return one;
        }
        List<WitnessFolder> all = all(keys);
        if (all.size() != 1) {
            throw new RefusedException(
                    all.isEmpty()
                            ? AppProblem.NO_WITNESS.at(keys.root().toString())
                            : AppProblem.WHICH_WITNESS.at("NAME", all.size()));
        }
        return all.getFirst();
    }

    /** Every witness that is there. */
    static List<WitnessFolder> all(LogKeyFolder keys) {
        if (!Files.isDirectory(keys.root())) {
            return List.of();
        }
        try (var inside = Files.list(keys.root())) {
            return inside.map(WitnessFolder::new)
                    .filter(WitnessFolder::isThere)
                    .sorted(java.util.Comparator.comparing(one -> String.valueOf(one.folder())))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("looking into " + Objects.requireNonNull(keys.root()), e);
        }
    }
}
