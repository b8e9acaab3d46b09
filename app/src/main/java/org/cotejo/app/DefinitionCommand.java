package org.cotejo.app;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.cotejo.base.RefusedException;
import org.cotejo.base.Sentence;
import org.cotejo.crypto.Hash;
import org.cotejo.definition.Contest;
import org.cotejo.definition.ElectionDefinition;
import org.cotejo.definition.SpokenHash;
import org.cotejo.dossier.DefinitionHash;
import org.cotejo.dossier.Frame;
import org.cotejo.dossier.RegisterDifference;
import org.cotejo.entry.Entry;
import org.cotejo.folder.ElectionFolder;
import org.cotejo.folder.FolderWriter;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;

/** {@code cotejo definition show|freeze|check|diff DIR}. */
final class DefinitionCommand implements Callable<Integer> {
    private final CommandSpec spec = Options.of(this);
    private final Console console;

    DefinitionCommand(Console console) {
        this.console = console;
        Options.positional(spec, "WHAT", "show, freeze, check or diff");
        Options.positional(spec, "DIR", "the election folder");
        Options.value(
                spec, "--typed", "GROUPS", null, "for freeze and check: the hash as a person typed it, digits alone");
        Options.value(spec, "--earlier", "DIR", null, "for diff: the folder of an earlier election");
        Options.value(
                spec, "--grown", "PERCENT", "20", "for diff: name stations whose register grew by more than this");
        Options.about(
                spec,
                "Shows what the election is, with the hash of definition and register in groups to read aloud; freezes it "
                        + "before the vote; checks a hash that was typed; compares the register with an earlier election's.",
                "cotejo definition show election",
                "cotejo definition freeze election --typed \"0123 4567 ...\"",
                "cotejo definition diff election --earlier election-2018 --grown 20");
    }

    CommandSpec spec() {
        return spec;
    }

    @Override
    public Integer call() {
        String what = Options.positional(spec, 0);
        ElectionFolder folder = ElectionFolder.open(Options.path(spec, 1));
        Frame frame = folder.frame(folder.blocks());
        ElectionDefinition definition = frame.definition()
                .orElseThrow(() -> new RefusedException(
                        AppProblem.NO_DEFINITION.at(folder.path().toString())));
        return switch (what) {
            case "show" -> show(frame, definition);
            case "freeze" -> freeze(folder, frame, definition);
            case "check" -> check(frame, definition);
            case "diff" -> diff(frame);
            default -> throw new RefusedException(AppProblem.DEFINITION_WHAT.at("WHAT", what));
        };
    }

    private int show(Frame frame, ElectionDefinition definition) {
        console.print(definition.title() + " (" + definition.id() + ")");
        for (Contest contest : definition.contests()) {
            console.print(new Sentence(
                            "  {0}: {1} candidates, {2} ballot options",
                            "  {0}: {1} candidatos, {2} opciones en la boleta")
                    .with(
                            contest.title(),
                            contest.candidates().size(),
                            contest.options().size()));
            if (contest.writeIn() != null) {
                console.print(new Sentence(
                                "    position {0} is a write-in ({1}): one sum, the names are counted by hand",
                                "    en la posición {0} se escribe un nombre ({1}): una suma, los nombres se cuentan a mano")
                        .with(contest.writeInPosition(), contest.writeIn()));
            }
        }
        console.print(new Sentence(
                        "  {0} stations listed, {1} not listed, {2} places",
                        "  {0} mesas en lista, {1} sin lista, {2} lugares")
                .with(frame.register().size(), frame.unlisted(), frame.places().size() - 1));
        Hash hash = DefinitionHash.of(frame, definition);
        console.print("  SHA-256 " + hash.hex());
        console.print("  " + SpokenHash.of(hash));
        frame.frozen()
                .ifPresent(frozen -> console.print(
                        new Sentence("  frozen as {0}", "  congelada como {0}").with(SpokenHash.of(frozen))));
        return Exit.PROVEN;
    }

    private int check(Frame frame, ElectionDefinition definition) {
        SpokenHash spoken = SpokenHash.of(DefinitionHash.of(frame, definition));
        String typed = Options.text(spec, "--typed");
        if (typed == null) {
            throw new RefusedException(AppProblem.MISSING_OPTION.at("--typed", "--typed GROUPS"));
        }
        boolean isSame = spoken.isTyped(typed);
        console.print(
                isSame
                        ? new Sentence(
                                "Equal: the definition here is the one that was read aloud.",
                                "Igual: la definición es la que se leyó en voz alta.")
                        : new Sentence("Not equal: here it is {0}.", "Distinto: aquí es {0}.").with(spoken));
        return isSame ? Exit.PROVEN : Exit.REFUTED;
    }

    private int freeze(ElectionFolder folder, Frame frame, ElectionDefinition definition) {
        Hash hash = DefinitionHash.of(frame, definition);
        SpokenHash spoken = SpokenHash.of(hash);
        String typed = Options.text(spec, "--typed");
        if (typed == null) {
            console.print(new Sentence(
                            "Read this aloud, compare it with the other copies, then type it: --typed \"{0}\"",
                            "Lea esto en voz alta, compárelo con las demás copias y tecléelo: --typed \"{0}\"")
                    .with(spoken));
            return Exit.UNCHECKED;
        }
        if (!spoken.isTyped(typed)) {
            throw new RefusedException(AppProblem.NOT_TYPED.at("--typed", spoken));
        }
        try (FolderWriter writer = folder.write()) {
            writer.append(new Entry.DefinitionFrozen(hash));
            writer.commit();
        }
        console.print(new Sentence(
                "Frozen: a station added from now on is marked so everywhere.",
                "Congelada: toda mesa que se añada desde ahora quedará marcada."));
        return Exit.PROVEN;
    }

    private int diff(Frame frame) {
        @Nullable String earlier = Options.text(spec, "--earlier");
        if (earlier == null) {
            throw new RefusedException(AppProblem.MISSING_OPTION.at("--earlier", "--earlier DIR"));
        }
        ElectionFolder other = ElectionFolder.open(Path.of(earlier));
        long percent = Options.number(spec, "--grown", 0, 100_000);
        List<RegisterDifference> differences =
                RegisterDifference.between(other.frame(other.blocks()), frame, Math.toIntExact(percent));
        differences.forEach(difference -> console.print("  " + difference.code() + "  "
                + difference.kind().key() + "  " + difference.sentence().in(console.language())));
        int writeIns = writeInsDiffer(
                other.frame(other.blocks()).definition().orElse(null),
                frame.definition().orElse(null));
        console.print(new Sentence("{0} differences.", "{0} diferencias.").with(differences.size() + writeIns));
        return Exit.PROVEN;
    }

    /** Names the contests that both have and of which another position is a write-in now. */
    private int writeInsDiffer(@Nullable ElectionDefinition before, @Nullable ElectionDefinition now) {
        if (before == null || now == null) {
            return 0;
        }
        int different = 0;
        for (Contest contest : now.contests()) {
            int earlier =
                    before.contest(contest.id()).map(Contest::writeInPosition).orElse(contest.writeInPosition());
            if (earlier != contest.writeInPosition()) {
                different++;
                console.print(new Sentence(
                                "  {0}: the write-in is position {2}, it was {1} (0: none)",
                                "  {0}: se escribe un nombre en la posición {2}, era {1} (0: ninguna)")
                        .with(contest.id(), earlier, contest.writeInPosition()));
            }
        }
        return different;
    }
}
