package org.cotejo.app;

import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.cotejo.base.Sentence;
import org.cotejo.capture.redaction.Block;
import org.cotejo.capture.redaction.Suggestion;
import org.cotejo.crypto.Sha256;
import picocli.CommandLine.Model.CommandSpec;

/** {@code cotejo redact suggest IMAGE --private DIR}: numbered blocks, of which a person chooses. */
final class RedactSuggest implements Callable<Integer> {
    private final CommandSpec spec = Options.of(this);
    private final Console console;

    RedactSuggest(Console console) {
        this.console = console;
        Options.positional(
                spec, "IMAGE", "a picture of a sheet (JPEG, PNG, TIFF, WebP, PDF), or one that is sealed already");
        Options.value(spec, "--page", "N", null, "which page of a file with several");
        Options.required(spec, "--private", "DIR", "where preview.png and blocks.txt go; the preview shows everything");
        Options.about(
                spec,
                "Draws numbered boxes round what may be personal: in red what looks like a place to sign, in blue other"
                        + " writing, of which Cotejo can't tell a name from a figure. Printed codes get no box. Nothing is"
                        + " covered: look at preview.png, then name the numbers to 'redact picture --confirm', and measure"
                        + " what has no box for '--cover'.",
                "cotejo redact suggest sheet.jpg --private kept");
    }

    CommandSpec spec() {
        return spec;
    }

    @Override
    public Integer call() {
        String file = Options.positional(spec, 0);
        RedactFiles.Page page = RedactFiles.pageOrSealed(file, Options.text(spec, "--page"), console);
        Path into = Path.of(Objects.requireNonNull(Options.text(spec, "--private")));
        Suggestion suggestion =
                Suggestion.of(Sha256.of(page.file()), page.number(), page.plane(), Suggestion.codes(page.plane()));
        Folders.make(into);
        PrivateFile.make(into.resolve("preview.png"), suggestion.preview(page.plane()));
        PrivateFile.make(into.resolve("blocks.txt"), suggestion.bytes());
        for (Block block : suggestion.blocks()) {
            console.print((block.isForSigning()
                            ? new Sentence("{0}  {1}  a place to sign", "{0}  {1}  lugar para firmar")
                            : new Sentence("{0}  {1}  writing", "{0}  {1}  escritura"))
                    .with(block.number(), block.area()));
        }
        console.print(new Sentence(
                        "{0} blocks; nothing was covered. Look at {1}, which is as private as the picture.",
                        "{0} bloques; no se cubrió nada. Mire {1}, que es tan privada como la imagen.")
                .with(suggestion.blocks().size(), into.resolve("preview.png")));
        return Exit.PROVEN;
    }
}
