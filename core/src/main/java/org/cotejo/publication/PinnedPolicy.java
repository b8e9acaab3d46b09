package org.cotejo.publication;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.cotejo.base.Problem;
import org.cotejo.base.RefusedException;
import org.cotejo.base.Result;
import org.cotejo.base.Where;
import org.cotejo.crypto.Hash;
import org.cotejo.crypto.Sha256;
import org.cotejo.tlog.Policy;
import org.cotejo.tlog.Vkey;
import org.jspecify.annotations.Nullable;

/**
 * What somebody pins: a policy, and in two kinds of its comments, which other programs pass over, which key will take over if this one is
 * given up, and from which head of an earlier log this one goes on (docs/formats/succession.md).
 *
 * @param successor the fingerprint of the key that was made to take over; null if none was named
 * @param succession how this policy's log came after another one; null if it did not
 */
public record PinnedPolicy(
        Policy policy, @Nullable Hash successor, @Nullable Succession succession) {
    private static final String SUCCESSOR = "#successor ";
    private static final String SUCCESSION = "#succession ";

    /** The fingerprint of a key: SHA-256 of its printed form. */
    public static Hash fingerprint(Vkey key) {
        return Sha256.of(key.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** Reads a policy with its comments. */
    public static Result<PinnedPolicy> parse(byte[] file) {
        return Policy.parse(file).then(policy -> {
            try {
                return Result.ok(read(policy, new String(file, StandardCharsets.UTF_8)));
            } catch (RefusedException e) {
                return Result.refused(e.problem());
            }
        });
    }

    private static PinnedPolicy read(Policy policy, String text) {
        Hash successor = null;
        Succession succession = null;
        int number = 0;
        for (String line : text.split("\n", -1)) {
            number++;
            if (line.startsWith(SUCCESSOR)) {
                successor = only(successor, number, hash(line.substring(SUCCESSOR.length()), number));
            } else if (line.startsWith(SUCCESSION)) {
                succession = only(succession, number, succession(line.substring(SUCCESSION.length()), number));
                Vkey to = succession.to();
                if (policy.logs().stream().noneMatch(log -> log.key().equals(to))) {
                    throw refused(
                            number, "its new key is not one of this policy", "su clave nueva no es de esta política");
                }
                Vkey from = succession.from();
                if (policy.logs().stream().anyMatch(log -> log.key().name().equals(from.name()))) {
                    throw refused(
                            number,
                            "this policy still believes the log whose key was given up",
                            "esta política aún cree al registro cuya clave se abandonó");
                }
            }
        }
        return new PinnedPolicy(policy, successor, succession);
    }

    private static <T> T only(@Nullable T before, int line, T value) {
        if (before != null) {
            throw refused(line, "it stands here a second time", "figura por segunda vez");
        }
        return value;
    }

    private static Hash hash(String hex, int line) {
        if (!hex.matches("[0-9a-f]{64}")) {
            throw refused(
                    line,
                    "64 small hexadecimal digits were expected",
                    "se esperaban 64 dígitos hexadecimales en minúscula");
        }
        return new Hash(HexFormat.of().parseHex(hex));
    }

    private static Succession succession(String base64, int line) {
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            throw refused(line, "it is not base64", "no es base64");
        }
        return switch (Succession.parse(bytes).then(Succession::verify)) {
            case Result.Ok<Succession>(Succession read) -> read;
            case Result.Refused<Succession>(Problem problem) ->
                throw new RefusedException(new Problem(problem.code(), new Where("", line, ""), problem.sentence()));
        };
    }

    private static RefusedException refused(int line, String en, String es) {
        return new RefusedException(SuccessionProblem.PIN.at(line, en, es));
    }

    /** The file, with comments for people in front, each a line that begins with {@code #}. */
    public byte[] bytes(List<String> comments) {
        StringBuilder text = new StringBuilder();
        comments.forEach(comment -> text.append("# ").append(comment).append('\n'));
        if (successor != null) {
            text.append(SUCCESSOR).append(successor.hex()).append('\n');
        }
        if (succession != null) {
            text.append(SUCCESSION)
                    .append(Base64.getEncoder().encodeToString(succession.bytes()))
                    .append('\n');
        }
        text.append(new String(policy.bytes(), StandardCharsets.UTF_8));
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
