package org.cotejo.app;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.cotejo.base.Sentence;
import org.cotejo.folder.ElectionFolder;
import org.cotejo.formats.templates.Templates;
import picocli.CommandLine.Model.CommandSpec;

/** {@code cotejo new DIR}. */
final class NewCommand implements Callable<Integer> {
    private final CommandSpec spec = Options.of(this);
    private final Console console;

    NewCommand(Console console) {
        this.console = console;
        Options.positional(spec, "DIR", "a new or empty folder");
        Options.about(
                spec,
                "Makes an empty election folder with commented templates of everything that can be imported.",
                "cotejo new election");
    }

    CommandSpec spec() {
        return spec;
    }

    @Override
    public Integer call() {
        Path path = Options.path(spec, 0);
        Folders.checkNew(path);
        ElectionFolder.create(path);
        Path templates = path.resolve("templates");
        Folders.make(templates);
        Templates.writeInto(templates);
        console.print(new Sentence(
                        "Made {0}. Fill in the templates in {1}, then import them, for example:",
                        "Creada {0}. Rellene las plantillas de {1} e impórtelas, por ejemplo:")
                .with(path, templates));
        console.print("  cotejo import definition " + templates.resolve("definition.json") + " --into " + path);
        console.print("  cotejo import register " + templates.resolve("register.csv") + " --into " + path);
        console.print("  cotejo import --list");
        return Exit.PROVEN;
    }
}
