package org.cotejo.verify;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.cotejo.base.Problem;
import org.cotejo.base.Result;
import org.cotejo.base.Sentence;
import org.cotejo.base.Workers;
import org.cotejo.crypto.Hash;
import org.cotejo.crypto.Sha256;
import org.cotejo.custody.HeldLog;
import org.cotejo.dossier.Frame;
import org.cotejo.publication.SitePath;
import org.cotejo.sheet.LogFacts;
import org.cotejo.sheet.PublishedLog;
import org.cotejo.sheet.StationKey;
import org.jspecify.annotations.Nullable;

/**
 * Reads every log of a machine again, checks each of its lines with the key that the definition lists, and holds what the entries state of
 * it against what follows from it. A log that is false is shown as such, and refutes nothing: it is evidence.
 */
final class MachineLogCheck {
    private final Findings findings;
    private final FileReader files;
    private final Frame frame;

    MachineLogCheck(Findings findings, FileReader files, Frame frame) {
        this.findings = findings;
        this.files = files;
        this.frame = frame;
    }

    void check() {
        if (frame.machineLogs().isEmpty()) {
            return;
        }
        Map<String, OfMachine> machines = new LinkedHashMap<>();
        for (Frame.GivenLog given : frame.machineLogs()) {
            String machine = given.held().station() + "/" + given.held().machine();
            machines.computeIfAbsent(machine, _ -> new OfMachine()).given.add(given);
        }
        Collection<OfMachine> all = machines.values();
        Workers.run(List.copyOf(all));
        all.forEach(machine -> machine.found.forEach(found -> findings.add(
                Level.SIGNATURES,
                PublicationProblem.MACHINE_LOG.because(new Spot("", found.entry(), Spot.NONE), found.why()))));
        findings.answer(Level.SIGNATURES, Answer.PROVEN);
    }

    /** What is wrong with an entry. */
    private record Wrong(long entry, Sentence why) {}

    /** The logs of one machine, in order: what is stated of each depends on those before it. */
    private final class OfMachine implements Runnable {
        private final List<Frame.GivenLog> given = new ArrayList<>();
        private final List<Wrong> found = new ArrayList<>();
        private final List<HeldLog.Earlier> before = new ArrayList<>();

        @Override
        public void run() {
            for (Frame.GivenLog each : given) {
                bytes(each.held().file()).ifPresent(bytes -> check(each, bytes));
            }
            before.clear();
        }

        private void check(Frame.GivenLog each, byte[] bytes) {
            HeldLog held = each.held();
            switch (PublishedLog.read(bytes)) {
                case Result.Refused<PublishedLog>(Problem problem) ->
                    found.add(new Wrong(each.entry(), problem.sentence()));
                case Result.Ok<PublishedLog>(PublishedLog log) -> {
                    boolean isOfIt = log.station().equals(held.station())
                            && log.machine().equals(held.machine())
                            && frame.definition()
                                    .filter(definition -> definition.id().equals(log.election()))
                                    .isPresent();
                    @Nullable
                    StationKey key = frame.keyOf(held.station(), held.machine()).orElse(null);
                    HeldLog again = HeldLog.of(held.holder(), held.file(), log, key, before);
                    if (!isOfIt) {
                        found.add(new Wrong(
                                each.entry(),
                                new Sentence(
                                        "it is of another machine, station or election",
                                        "es de otra máquina, mesa o elección")));
                    } else if (!again.equals(held)) {
                        found.add(new Wrong(each.entry(), difference(again, held)));
                    }
                    before.add(new HeldLog.Earlier(log, again.facts().proven()));
                }
            }
        }
    }

    private static Sentence difference(HeldLog again, HeldLog held) {
        Map<String, String> made = fields(again);
        String different = fields(held).entrySet().stream()
                .filter(field -> !field.getValue().equals(made.get(field.getKey())))
                .map(field -> field.getKey() + " " + field.getValue() + "/" + made.getOrDefault(field.getKey(), "-"))
                .collect(Collectors.joining(", "));
        return new Sentence("stated/made again: {0}", "declarado/hecho de nuevo: {0}").with(different);
    }

    /** What is stated of a log, by the names of docs/formats/entries.md. */
    private static Map<String, String> fields(HeldLog held) {
        LogFacts facts = held.facts();
        LogFacts.Closing closing = facts.closing();
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("lines", String.valueOf(facts.lines()));
        fields.put("proven", String.valueOf(facts.proven()));
        fields.put("parting", String.valueOf(held.parting()));
        fields.put("opened", facts.opened() == null ? "-" : String.valueOf(facts.opened()));
        fields.put("closed", closing == null ? "-" : String.valueOf(closing.at()));
        if (closing != null) {
            fields.put("poll book", String.valueOf(closing.pollBook()));
            fields.put("counted", String.valueOf(closing.counted()));
            fields.put("copies", String.valueOf(closing.copies()));
            fields.put("copies that came out", String.valueOf(closing.printed()));
            fields.put("whether it was closed", String.valueOf(closing.isComplete()));
        }
        fields.put("votes counted", String.valueOf(facts.counted()));
        fields.put("receipts printed again", String.valueOf(facts.again()));
        fields.put("receipts reported as wrong", String.valueOf(facts.spoiled()));
        fields.put("votes withdrawn", String.valueOf(facts.withdrawn()));
        fields.put("starts", String.valueOf(facts.started()));
        return fields;
    }

    /** A file that is there and has its hash; all others are found elsewhere. */
    private Optional<byte[]> bytes(Hash hash) {
        return files.bytes(SitePath.blob(hash), PublishedLog.SIZE_MOST)
                .filter(bytes -> Sha256.of(bytes).equals(hash));
    }
}
