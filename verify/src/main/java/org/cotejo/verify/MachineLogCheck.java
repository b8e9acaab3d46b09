package org.cotejo.verify;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cotejo.base.Problem;
import org.cotejo.base.Result;
import org.cotejo.base.Sentence;
import org.cotejo.base.Workers;
import org.cotejo.crypto.Hash;
import org.cotejo.crypto.Sha256;
import org.cotejo.custody.HeldLog;
import org.cotejo.dossier.Frame;
import org.cotejo.publication.SitePath;
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
        String stated = held.facts() + ", " + held.parting();
        String made = again.facts() + ", " + again.parting();
        return new Sentence("stated {0}, made again {1}", "declarado {0}, hecho de nuevo {1}").with(stated, made);
    }

    /** A file that is there and has its hash; all others are found elsewhere. */
    private Optional<byte[]> bytes(Hash hash) {
        return files.bytes(SitePath.blob(hash), PublishedLog.SIZE_MOST)
                .filter(bytes -> Sha256.of(bytes).equals(hash));
    }
}
