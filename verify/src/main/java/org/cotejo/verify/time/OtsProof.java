package org.cotejo.verify.time;

import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.LongToIntFunction;
import org.cotejo.base.Result;
import org.cotejo.base.Sentence;
import org.cotejo.crypto.Hash;
import org.cotejo.crypto.Sha256;

/**
 * An OpenTimestamps proof: operations that lead from the SHA-256 of what was stamped to the Merkle root of a Bitcoin block, or so
 * far to a calendar that has promised one. One path that holds is enough.
 */
record OtsProof(Hash digest, List<OtsReader.End> ends) implements Timestamp {
    /** How far the time of a block may lie from the truth by the rules of Bitcoin's nodes. */
    private static final Duration BLOCK_GIVE = Duration.ofHours(2);

    private static final Sentence MAIN_CHAIN = new Sentence(
            "it existed before block {0} of Bitcoin, made about {1} (its clock may be two hours off) with some 2^{2} hashes of work; that this block is in the longest chain says whoever gave you its header",
            "existía antes del bloque {0} de Bitcoin, hecho hacia {1} (su reloj puede desviarse dos horas) con unos 2^{2} hashes de trabajo; que ese bloque está en la cadena más larga lo dice quien le dio la cabecera");
    private static final Sentence TOO_EASY = new Sentence(
            "block {0}: the header that was given, of about {1}, took some 2^{2} hashes of work; a block of Bitcoin’s main chain of that height has 2^{3} at least, so this one is of a chain for tests or made up, and proves nothing",
            "bloque {0}: la cabecera dada, de hacia {1}, costó unos 2^{2} hashes de trabajo; un bloque de la cadena principal de Bitcoin de esa altura tiene al menos 2^{3}, así que esta es de una cadena de pruebas o inventada, y no prueba nada");

    OtsProof {
        ends = List.copyOf(ends);
    }

    static Result<Timestamp> read(byte[] file) {
        if (file.length > SIZE_MOST) {
            return Result.refused(TimeProblem.PROOF.because("it is too long", "es demasiado larga"));
        }
        OtsReader reader = new OtsReader(file);
        try {
            Hash digest = reader.read();
            return Result.ok(new OtsProof(digest, reader.ends()));
        } catch (OtsReader.Malformed e) {
            return Result.refused(TimeProblem.PROOF.because(String.valueOf(e.getMessage()), e.es()));
        }
    }

    @Override
    public boolean isOver(byte[] stamped) {
        return Sha256.of(stamped).equals(digest);
    }

    @Override
    public TimeVerdict judge(byte[] stamped, TimeTrust trust) {
        return judge(stamped, trust, MainChain::leastWork);
    }

    /** As the other, by a rule of one's own on how much work a block of a height must have. */
    TimeVerdict judge(byte[] stamped, TimeTrust trust, LongToIntFunction leastWork) {
        if (!isOver(stamped)) {
            return new TimeVerdict.Refuted(new Sentence(
                            "it is over something else, with the SHA-256 {0}", "es de otra cosa, con el SHA-256 {0}")
                    .with(digest));
        }
        List<TimeVerdict> verdicts = ends.stream()
                .sorted(Comparator.comparingLong(OtsProof::order))
                .map(end -> judge(end, trust.headers(), leastWork))
                .toList();
        return first(verdicts, TimeVerdict.Proven.class)
                .or(() -> first(verdicts, TimeVerdict.Refuted.class))
                .or(() -> first(verdicts, TimeVerdict.Unchecked.class))
                .orElseThrow();
    }

    private static Optional<TimeVerdict> first(List<TimeVerdict> verdicts, Class<? extends TimeVerdict> kind) {
        return verdicts.stream().filter(kind::isInstance).findFirst();
    }

    /** The lowest block first, since it says most; promises and what is not known come last. */
    private static long order(OtsReader.End end) {
        return switch (end.attestation()) {
            case Attestation.Bitcoin(long height) -> height;
            case Attestation.Pending _ -> Long.MAX_VALUE - 1;
            case Attestation.Unknown _ -> Long.MAX_VALUE;
        };
    }

    private static TimeVerdict judge(OtsReader.End end, BlockHeaders headers, LongToIntFunction leastWork) {
        return switch (end.attestation()) {
            case Attestation.Bitcoin(long height) ->
                headers.at(height)
                        .map(header -> judge(end.message(), height, header, leastWork.applyAsInt(height)))
                        .orElseGet(() -> new TimeVerdict.Unchecked(
                                null,
                                new Sentence(
                                                "block {0} of Bitcoin is said to commit to it; its header is needed: --bitcoin-headers",
                                                "el bloque {0} de Bitcoin lo compromete, según la prueba; hace falta su cabecera: --bitcoin-headers")
                                        .with(height)));
            case Attestation.Pending(String calendar) ->
                new TimeVerdict.Unchecked(
                        null,
                        new Sentence(
                                        "so far no more than a promise of the calendar {0}: have it completed after some hours (ots upgrade) and attach the result",
                                        "por ahora sólo es una promesa del calendario {0}: haga que la complete al cabo de unas horas (ots upgrade) y adjunte el resultado")
                                .with(calendar));
            case Attestation.Unknown(String tag) ->
                new TimeVerdict.Unchecked(
                        null,
                        new Sentence(
                                        "it rests on something that this program does not know ({0})",
                                        "se apoya en algo que este programa no conoce ({0})")
                                .with(tag));
        };
    }

    /** What a header says of a message that is said to be its root; a header without enough work says nothing, not even no. */
    static TimeVerdict judge(byte[] message, long height, BlockHeader header, int leastWork) {
        if (!header.isWorkedFor()) {
            return new TimeVerdict.Unchecked(
                    null,
                    new Sentence(
                                    "block {0}: the header that was given has no proof of work, so it is none",
                                    "bloque {0}: la cabecera dada no tiene prueba de trabajo, así que no lo es")
                            .with(height));
        }
        if (header.work() < leastWork) {
            return new TimeVerdict.Unchecked(
                    header.time(), TOO_EASY.with(height, header.time(), header.work(), leastWork));
        }
        if (!Arrays.equals(message, header.root())) {
            return new TimeVerdict.Refuted(new Sentence(
                            "block {0} does not commit to it: the header that was given has another Merkle root",
                            "el bloque {0} no lo compromete: la cabecera dada tiene otra raíz de Merkle")
                    .with(height));
        }
        return new TimeVerdict.Proven(header.time(), BLOCK_GIVE, MAIN_CHAIN.with(height, header.time(), header.work()));
    }
}
