package org.cotejo.app;

import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import org.cotejo.base.Sentence;
import picocli.CommandLine.Model.CommandSpec;

/** {@code cotejo publish DIR SITE}. */
final class PublishCommand implements Callable<Integer> {
    private final CommandSpec spec = Options.of(this);
    private final Console console;

    PublishCommand(Console console) {
        this.console = console;
        Options.positional(spec, "DIR", "the election folder");
        Options.positional(spec, "SITE", "where to write; beside it comes SITE.policy, which says what to pin");
        Options.value(
                spec,
                "--origin",
                "NAME",
                null,
                "the log's name, an address without https://; named once, at the first time (default: made up)");
        Options.value(spec, "--custodian", "C", null, "whose log it is, a custodian of the definition");
        Options.about(
                spec,
                "Writes an election as static files with a signed log, so that nobody can change an entry unseen."
                        + " Publishing again adds what is new. Keys lie in $COTEJO_KEYS (default: ~/.cotejo/keys).",
                "cotejo publish venezuela public/venezuela --origin results.example.org/2024");
    }

    CommandSpec spec() {
        return spec;
    }

    @Override
    public Integer call() {
        FastSignatures.prefer();
        Path dir = Options.path(spec, 0);
        Path site = Options.path(spec, 1);
        console.say(new Sentence("Publishing {0} ...", "Publicando {0} ...").with(dir));
        Publisher.Published published = new Publisher(console.keys(), Clock.systemUTC(), console.progress())
                .publish(
                        dir,
                        site,
                        new Publisher.Wishes(Options.text(spec, "--origin"), Options.text(spec, "--custodian")));
        console.print(new Sentence(
                        "{0}: log \"{1}\", {2} entries, {3} new.", "{0}: registro «{1}», {2} asientos, {3} nuevos.")
                .with(site, published.head().origin(), published.head().size(), published.added()));
        console.print(new Sentence("  root    {0}", "  raíz    {0}")
                .with(published.head().root()));
        console.print(new Sentence("  to pin  {0}", "  fijar   {0}").with(published.policy()));
        return Exit.PROVEN;
    }
}
