package org.cotejo.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.cotejo.base.Check;
import org.cotejo.base.Problem;
import org.cotejo.base.Progress;
import org.cotejo.base.RefusedException;
import org.cotejo.base.Sentence;
import org.cotejo.exchange.ExchangeProblem;
import org.cotejo.exchange.HeadOnce;
import org.cotejo.exchange.KeptEvidence;
import org.cotejo.exchange.ProvenLog;
import org.cotejo.exchange.TakeWishes;
import org.cotejo.exchange.TakenBefore;
import org.cotejo.exchange.Taking;
import org.cotejo.folder.ElectionFolder;
import org.cotejo.formats.importer.ImportRequest;
import org.cotejo.formats.importer.ImportSession;
import org.cotejo.formats.importer.ImportSummary;
import org.cotejo.formats.importer.Importer;
import org.cotejo.tlog.Note;
import org.cotejo.tlog.NoteSignature;
import org.cotejo.tlog.Policy;
import org.cotejo.tlog.SignedCheckpoint;
import org.cotejo.tlog.Vkey;
import org.cotejo.verify.Answer;
import org.cotejo.verify.Level;
import org.cotejo.verify.Verification;
import org.cotejo.verify.Verifier;
import org.jspecify.annotations.Nullable;

/**
 * {@code cotejo import publication SITE|URL}: verifies another side's publication and takes it as evidence. It stands here, and not
 * among the formats, because formats never verify.
 */
final class PublicationImport implements Importer {
    private final List<String> addresses;
    private final Console console;

    /** {@code addresses}: the files of the request as the user typed them, since an address on the web is no path. */
    PublicationImport(List<String> addresses, Console console) {
        this.addresses = List.copyOf(addresses);
        this.console = console;
    }

    @Override
    public String name() {
        return "publication";
    }

    @Override
    public Sentence what() {
        return new Sentence(
                "another side's publication, a folder or an http(s):// address: verified first, then taken as evidence",
                "la publicación de otra parte, una carpeta o una dirección http(s)://: se verifica y luego se toma"
                        + " como evidencia");
    }

    @Override
    public Map<String, Sentence> options() {
        Map<String, Sentence> options = new TreeMap<>();
        options.put(
                "policy",
                new Sentence(
                        "what to pin; needed, and from elsewhere than the publication",
                        "qué fijar; necesario, y de otra parte que la publicación"));
        options.put(
                "custodian",
                new Sentence(
                        "THEIRS=OURS says who is who, THEIRS=NEW/SIDE adds a body; may be given several times",
                        "SUYO=NUESTRO dice quién es quién, SUYO=NUEVO/PARTE añade un ente; se puede repetir"));
        options.put(
                "whose",
                new Sentence(
                        "whose log it is, as called here; else what it says itself, if nothing of that body is here from"
                                + " elsewhere",
                        "de quién es el registro, como se llama aquí; si no, lo que él mismo dice, si nada de ese ente"
                                + " está aquí de otra parte"));
        options.put(
                "second-hand",
                new Sentence(
                        "'take': also what it says of bodies of whom something is here from elsewhere",
                        "'take': también lo que dice de entes de quienes ya hay algo aquí de otra parte"));
        options.put(
                "candidates",
                new Sentence(
                        "'by-id': candidates of one id are the same although their names differ",
                        "'by-id': los candidatos de un mismo id son los mismos aunque sus nombres difieran"));
        options.put(
                "unchecked",
                new Sentence(
                        "'take': also where data, audits or pages could not be checked; entries and signatures always"
                                + " must be",
                        "'take': también si datos, auditorías o páginas no se pudieron comprobar; asientos y firmas"
                                + " siempre deben serlo"));
        return options;
    }

    @Override
    public Set<String> repeatable() {
        return Set.of("custodian");
    }

    @Override
    public ImportSummary run(ImportRequest request) {
        if (addresses.size() != 1) {
            throw new RefusedException(ExchangeProblem.ONE.at("SITE", addresses.size()));
        }
        return ImportSession.change(this, request, session -> take(request, session, addresses.getFirst()));
    }

    private void take(ImportRequest request, ImportSession session, String address) {
        TakeWishes wishes = TakeWishes.of(
                session.option("custodian", ""),
                session.option("whose", ""),
                isChosen(session, "second-hand", "take"),
                isChosen(session, "candidates", "by-id"));
        boolean withUnchecked = isChosen(session, "unchecked", "take");
        Policy policy = policy(session, address);
        Progress progress = console.progress();
        try (Opened site = Opened.of(address)) {
            HeadOnce files = HeadOnce.of(site.files());
            String origin = files.head().map(now -> now.checkpoint().origin()).orElse("");
            Taking.checkOther(session.frame(), origin, address);
            TakenBefore before = TakenBefore.of(session.frame(), origin);
            Verifier.Outcome outcome = Verifier.verify(
                    files, new Verifier.Trust(policy, before.head().orElse(null), true), progress);
            if (!isEnough(outcome.verification(), withUnchecked)) {
                throw new NotProvenException(
                        outcome.verification(), evidence(request.folder(), address, before, policy, files));
            }
            SignedCheckpoint head = outcome.head().orElseThrow();
            Check.that(
                    head.checkpoint().origin().equals(origin),
                    "what was taken before was looked up for '%s', and '%s' was verified",
                    origin,
                    head.checkpoint().origin());
            ProvenLog log = ProvenLog.read(address, files, withNamedKeys(head, policy), progress);
            Taking.take(session, log, wishes).forEach(console::say);
        }
    }

    private static boolean isChosen(ImportSession session, String option, String value) {
        String given = session.option(option, "");
        if (!given.isEmpty() && !given.equals(value)) {
            throw new RefusedException(ExchangeProblem.CHOICE.at("--" + option, given, "--" + option, value));
        }
        return given.equals(value);
    }

    private static Policy policy(ImportSession session, String address) {
        String file = session.option("policy", "");
        if (file.isEmpty()) {
            throw new RefusedException(ExchangeProblem.NO_POLICY.at(address));
        }
        try {
            return Policy.parse(Files.readAllBytes(Path.of(file))).orThrow();
        } catch (IOException e) {
            throw new UncheckedIOException("reading " + file, e);
        }
    }

    /** Everything is proven; or, if the user says so, entries and signatures are and nothing is refuted. */
    private static boolean isEnough(Verification verification, boolean withUnchecked) {
        return verification.verdict() == Answer.PROVEN
                || withUnchecked
                        && verification.verdict() == Answer.UNCHECKED
                        && verification.pinned() != null
                        && verification.levels().get(Level.BYTES) == Answer.PROVEN
                        && verification.levels().get(Level.SIGNATURES) == Answer.PROVEN;
    }

    private static @Nullable Problem evidence(
            ElectionFolder folder, String address, TakenBefore before, Policy policy, HeadOnce files) {
        Optional<SignedCheckpoint> newer = files.head();
        if (newer.isEmpty() || before.checkpoint().isEmpty()) {
            return null;
        }
        SignedCheckpoint older =
                SignedCheckpoint.parse(folder.blob(before.checkpoint().get())).orThrow();
        return KeptEvidence.keep(folder.path(), address, older, newer.get(), policy, files)
                .orElse(null);
    }

    /** The head as it is kept, which is public: with the lines of keys that the policy names, since others may name anybody. */
    private static SignedCheckpoint withNamedKeys(SignedCheckpoint head, Policy policy) {
        List<Vkey> keys = Stream.concat(
                        policy.logs().stream()
                                .map(Policy.Log::key)
                                .filter(key ->
                                        key.name().equals(head.checkpoint().origin())),
                        policy.witnesses().stream().map(Policy.Witness::key))
                .toList();
        List<NoteSignature> lines = head.note().signatures().stream()
                .filter(line -> keys.stream().anyMatch(line::isBy))
                .toList();
        return new SignedCheckpoint(head.checkpoint(), new Note(head.note().text(), lines));
    }
}
