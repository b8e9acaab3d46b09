package org.cotejo.tlog;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cotejo.base.Check;
import org.cotejo.base.Result;

/**
 * Whom to believe (C2SP tlog-policy): the logs, the witnesses, and which of these together are enough. A policy that exists
 * has every name defined before it is used and no witness that counts twice.
 *
 * @param quorum the name of a witness or group, or {@link #NONE}
 */
public record Policy(List<Log> logs, List<Witness> witnesses, List<Group> groups, String quorum) {
    /** The quorum that asks for no cosignature. */
    public static final String NONE = "none";

    /** Most logs, witnesses and groups of a policy, each. */
    public static final int PARTS_MOST = 256;

    /** A log with its key, whose name is the log's origin; the URL is empty where none is given. */
    public record Log(Vkey key, String url) {}

    /** A witness by the name that only this policy uses; the URL is empty where none is given. */
    public record Witness(String name, Vkey key, String url) {}

    /** A group that has witnessed what at least {@code threshold} of its members have. */
    public record Group(String name, int threshold, List<String> members) {
        public Group {
            members = List.copyOf(members);
            Check.that(threshold >= 1 && threshold <= members.size(), "%d of %s", threshold, members);
        }
    }

    /** Who has cosigned, by the name in the policy; the time is the cosigner's own, in POSIX seconds. */
    public record Cosigned(Witness witness, long seconds) {}

    /** Of a witness or group, whether it has witnessed a checkpoint, and of a group the same of each member. */
    public record Part(String name, boolean isReached, int threshold, List<Part> members) {}

    /** What a policy says of a checkpoint that a listed log has signed. */
    public record Verdict(Checkpoint checkpoint, Vkey log, List<Cosigned> cosigned, Part quorum) {
        /** Whether the cosignatures are enough. */
        public boolean isReached() {
            return quorum.isReached();
        }
    }

    public Policy {
        logs = List.copyOf(logs);
        witnesses = List.copyOf(witnesses);
        groups = List.copyOf(groups);
    }

    /** Reads a file; {@link PolicyFile} has the rules. */
    public static Result<Policy> parse(byte[] file) {
        return PolicyFile.parse(file);
    }

    /** A file without comments, which {@link #parse} reads back. */
    public byte[] bytes() {
        return PolicyFile.print(this);
    }

    /** Whether cosignatures of these witnesses, by name, are enough. */
    public boolean isReachedBy(Set<String> names) {
        return quorum(names).isReached();
    }

    /** The quorum part by part, where these witnesses have cosigned. */
    public Part quorum(Set<String> names) {
        Map<String, Part> parts = new HashMap<>();
        parts.put(NONE, new Part(NONE, true, 0, List.of()));
        for (Witness witness : witnesses) {
            parts.put(witness.name(), new Part(witness.name(), names.contains(witness.name()), 1, List.of()));
        }
        for (Group group : groups) {
            List<Part> members =
                    group.members().stream().map(name -> part(parts, name)).toList();
            long reached = members.stream().filter(Part::isReached).count();
            parts.put(group.name(), new Part(group.name(), reached >= group.threshold(), group.threshold(), members));
        }
        return part(parts, quorum);
    }

    private static Part part(Map<String, Part> parts, String name) {
        Part part = parts.get(name);
        Check.that(part != null, "%s is not defined", name);
        return java.util.Objects.requireNonNull(part);
    }

    /**
     * What this policy says of a checkpoint. Refused where the log is not listed, has not signed, or any signature in the name
     * of a listed key is false; the quorum may or may not be reached.
     */
    public Result<Verdict> judge(SignedCheckpoint signed) {
        String origin = signed.checkpoint().origin();
        List<Vkey> ofLog = logs.stream()
                .map(Log::key)
                .filter(key -> key.name().equals(origin))
                .toList();
        if (ofLog.isEmpty()) {
            return Result.refused(PolicyProblem.OTHER_LOG.with(origin));
        }
        List<Vkey> known = Stream.concat(ofLog.stream(), witnesses.stream().map(Witness::key))
                .distinct()
                .toList();
        return signed.verify(known)
                .then(verified -> verified.stream()
                        .map(Note.Verified::key)
                        .filter(ofLog::contains)
                        .findFirst()
                        .map(log -> Result.ok(verdict(signed.checkpoint(), log, verified)))
                        .orElseGet(() -> Result.refused(PolicyProblem.NOT_SIGNED.with(origin))));
    }

    private Verdict verdict(Checkpoint checkpoint, Vkey log, List<Note.Verified> verified) {
        List<Cosigned> cosigned = new ArrayList<>();
        for (Witness witness : witnesses) {
            verified.stream()
                    .filter(one -> one.key().equals(witness.key()))
                    .mapToLong(Note.Verified::seconds)
                    .max()
                    .ifPresent(seconds -> cosigned.add(new Cosigned(witness, seconds)));
        }
        Set<String> names = cosigned.stream().map(one -> one.witness().name()).collect(Collectors.toSet());
        return new Verdict(checkpoint, log, List.copyOf(cosigned), quorum(names));
    }

    /** As {@link #judge}, and refused where the quorum is not reached. */
    public Result<Verdict> verify(SignedCheckpoint signed) {
        return judge(signed)
                .then(verdict -> verdict.isReached()
                        ? Result.ok(verdict)
                        : Result.refused(PolicyProblem.NO_QUORUM.with(
                                quorum,
                                verdict.cosigned().isEmpty()
                                        ? "-"
                                        : verdict.cosigned().stream()
                                                .map(one -> one.witness().name())
                                                .collect(Collectors.joining(", ")))));
    }
}
