package org.cotejo.app;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.cotejo.base.RefusedException;
import org.cotejo.base.Sentence;
import org.cotejo.folder.ElectionFolder;
import org.cotejo.formats.Importers;
import org.cotejo.formats.importer.ImportRequest;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;

/** What {@code redact picture --election} states in an election folder: the root, whose it is, and of which station if they say so. */
final class RedactionStatement {
    private final Console console;
    private final @Nullable ElectionFolder folder;
    private final Map<String, String> settings;

    private RedactionStatement(Console console, @Nullable ElectionFolder folder, Map<String, String> settings) {
        this.console = console;
        this.folder = folder;
        this.settings = settings;
    }

    /** What the options ask for; refused before anything is covered if it can't be. */
    static RedactionStatement of(CommandSpec spec, Console console) {
        String dir = Options.text(spec, "--election");
        String custodian = Options.text(spec, "--custodian");
        String station = Options.text(spec, "--station");
        if (dir == null) {
            if (custodian != null || station != null) {
                throw new RefusedException(AppProblem.MISSING_OPTION.at("--election", "--election DIR"));
            }
            return new RedactionStatement(console, null, Map.of());
        }
        if (custodian == null) {
            throw new RefusedException(AppProblem.MISSING_OPTION.at("--custodian", "--custodian C"));
        }
        Map<String, String> settings = new HashMap<>(Map.of("custodian", custodian));
        if (station != null) {
            settings.put("station", station);
        }
        return new RedactionStatement(console, ElectionFolder.open(Path.of(dir)), settings);
    }

    boolean isMade() {
        return folder != null;
    }

    /** States the root of a proof, as {@code cotejo import pictures} does. */
    void state(Path proof) {
        ElectionFolder into = folder;
        if (into == null) {
            return;
        }
        try {
            Importers.of("pictures")
                    .orElseThrow()
                    .run(new ImportRequest(List.of(proof), null, into, settings, console.rows()));
        } catch (RefusedException e) {
            console.say(new Sentence(
                            "The picture was covered and {0} written, but nothing was stated in the election folder. Once mended:"
                                    + " cotejo import pictures {0} --into {1} --custodian {2}",
                            "La imagen se cubrió y {0} se escribió, pero nada se declaró en la carpeta de la elección. Una vez"
                                    + " corregido: cotejo import pictures {0} --into {1} --custodian {2}")
                    .with(proof, into.path(), Objects.requireNonNull(settings.get("custodian"))));
            throw e;
        }
        console.say(new Sentence(
                        "Stated in {0}: the root alone, from which nobody learns the picture. When you have looked at the public"
                                + " copy: cotejo import pictures {1} --copy public --into {0} --custodian {2}",
                        "Declarado en {0}: sólo la raíz, de la que nadie deduce la imagen. Cuando haya mirado la copia"
                                + " pública: cotejo import pictures {1} --copy public --into {0} --custodian {2}")
                .with(into.path(), proof, Objects.requireNonNull(settings.get("custodian"))));
    }
}
