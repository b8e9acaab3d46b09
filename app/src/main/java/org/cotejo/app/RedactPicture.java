package org.cotejo.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.cotejo.base.Problem;
import org.cotejo.base.RefusedException;
import org.cotejo.base.Result;
import org.cotejo.base.Sentence;
import org.cotejo.capture.redaction.PrivateField;
import org.cotejo.capture.redaction.PrivatePart;
import org.cotejo.capture.redaction.Redaction;
import org.cotejo.capture.redaction.Suggestion;
import org.cotejo.covered.Area;
import org.cotejo.covered.PublicCopy;
import org.cotejo.covered.RedactProblem;
import org.cotejo.covered.RedactionProof;
import org.cotejo.crypto.Sha256;
import picocli.CommandLine.Model.CommandSpec;

/** {@code cotejo redact picture IMAGE --cover X,Y,W,H --into DIR --private DIR}: the public copy, its proof, and the rest sealed. */
final class RedactPicture implements Callable<Integer> {
    private static final int NAME = 16;
    private static final int FIELDS_BYTES_MOST = 1 << 17;

    private final CommandSpec spec = Options.of(this);
    private final Console console;
    private final SecureRandom random = new SecureRandom();

    RedactPicture(Console console) {
        this.console = console;
        Options.positional(
                spec, "IMAGE", "a picture of a sheet (JPEG, PNG, TIFF, WebP, PDF), or one that is sealed already");
        Options.value(spec, "--page", "N", null, "which page of a file with several");
        Options.values(
                spec, "--cover", "X,Y,W,H", "cover this area, in pixels of the upright picture; may be given often");
        Options.value(spec, "--blocks", "FILE", null, "blocks.txt of 'redact suggest' for this picture");
        Options.value(
                spec, "--confirm", "N,N,...", null, "the numbers of the blocks to cover, as the preview shows them");
        Options.value(
                spec,
                "--fields",
                "FILE",
                null,
                "also commit to texts: lines 'name = ...', 'identity = ...', 'role = ...', 'other = ...'");
        Options.required(spec, "--into", "DIR", "where the public picture and its proof go");
        Options.required(
                spec,
                "--private",
                "DIR",
                "where the sealed rest goes; an election folder's private part is good for it");
        Options.value(
                spec,
                "--election",
                "DIR",
                null,
                "also state the root in this election folder, which shows that the picture was there and nothing of it");
        Options.value(spec, "--custodian", "C", null, "with --election: whose picture it is, a body of the definition");
        Options.value(spec, "--station", "S", null, "with --election: whose sheet it shows; may be left out");
        Options.json(spec);
        Options.about(
                spec,
                "Covers what you name in whole tiles of 64 x 64 pixels, and writes a new PNG that holds pixels and"
                        + " nothing else, with a proof that the rest is unchanged. The original is sealed with the key in"
                        + " $COTEJO_KEYS, which is made the first time: without that key nobody opens it again. No file is"
                        + " named after the picture.",
                "cotejo redact picture sheet.jpg --cover 120,900,400,80 --into public --private kept",
                "cotejo redact picture sheet.jpg --blocks kept/blocks.txt --confirm 4,5 --into public --private kept"
                        + " --election election --custodian coalition --station 0101.01",
                "cotejo import pictures public/*.proof --copy public --into election --custodian coalition");
    }

    CommandSpec spec() {
        return spec;
    }

    @Override
    public Integer call() {
        String file = Options.positional(spec, 0);
        RedactionStatement statement = RedactionStatement.of(spec, console);
        Path into = Path.of(Objects.requireNonNull(Options.text(spec, "--into")));
        Path closed = Path.of(Objects.requireNonNull(Options.text(spec, "--private")));
        RedactFiles.checkApart(into, closed);
        console.keys().checkOutside(into);
        console.keys().checkOutside(closed);
        RedactFiles.Page page = RedactFiles.pageOrSealed(file, Options.text(spec, "--page"), console);
        List<Area> covers = covers(page);
        PrivatePart part = RedactFiles.named(file, part(page, covers));
        List<Problem> warnings = Suggestion.touched(page.plane(), Suggestion.codes(page.plane()), covers);
        RedactionProof proof = part.proof();
        byte[] picture = part.publicPicture();
        // Before anything is written: what is handed out must hold.
        List<Problem> faults =
                RedactFiles.named(file, PublicCopy.read(picture, proof)).faults();
        if (!faults.isEmpty()) {
            throw new IllegalStateException(faults.getFirst().line("en"));
        }
        String name = proof.root().hex().substring(0, NAME);
        Folders.make(into);
        Folders.make(closed);
        Path sealed = page.sealed().isEmpty() ? closed.resolve(name + ".sealed") : Path.of(file);
        if (page.sealed().isEmpty()) {
            RedactFiles.writeSealed(sealed, part, RedactFiles.keyOrNew(console, random), random);
        }
        write(into.resolve(name + ".png"), picture);
        write(into.resolve(name + ".proof"), proof.bytes());
        warnings.forEach(warning -> console.say(new Sentence(warning.line("en"), warning.line("es"))));
        statement.state(into.resolve(name + ".proof"));
        if (Options.isSet(spec, "--json")) {
            RedactionJson.made(console.out(), proof, into.resolve(name + ".png"), sealed, warnings, statement.isMade());
        } else {
            tell(proof, into.resolve(name + ".png"), sealed, file);
        }
        return Exit.PROVEN;
    }

    /** A new part; or the one that is sealed already, with its root, of which now more is seen. */
    private Result<PrivatePart> part(RedactFiles.Page page, List<Area> covers) {
        if (page.sealed().isEmpty()) {
            return Redaction.make(page.plane(), page.file(), fields(), covers, random);
        }
        if (Options.text(spec, "--fields") != null) {
            return Result.refused(AppProblem.SEALED_FIELDS.at("--fields"));
        }
        return page.sealed().get().covering(covers);
    }

    private List<Area> covers(RedactFiles.Page page) {
        List<Area> covers = new ArrayList<>();
        for (String typed : Options.texts(spec, "--cover")) {
            covers.add(RedactFiles.named("--cover", Area.parse(typed)));
        }
        String blocks = Options.text(spec, "--blocks");
        String confirmed = Options.text(spec, "--confirm");
        if (blocks == null && confirmed == null) {
            return covers;
        }
        if (blocks == null || confirmed == null || !confirmed.matches("[0-9]{1,2}(,[0-9]{1,2}){0,98}")) {
            throw new RefusedException(AppProblem.CONFIRM.at("--confirm"));
        }
        Suggestion suggestion =
                RedactFiles.named(blocks, Suggestion.parse(ClockFiles.bytes(blocks, Suggestion.BYTES_MOST)));
        if (!suggestion.file().equals(Sha256.of(page.file())) || suggestion.page() != page.number()) {
            throw new RefusedException(RedactProblem.OTHER_PICTURE.with().in(blocks));
        }
        TreeSet<Integer> numbers = new TreeSet<>();
        for (String number : confirmed.split(",", -1)) {
            numbers.add(Integer.parseInt(number));
        }
        covers.addAll(RedactFiles.named("--confirm", suggestion.confirmed(numbers)));
        return covers;
    }

    private List<PrivateField> fields() {
        String file = Options.text(spec, "--fields");
        List<PrivateField> fields = new ArrayList<>();
        if (file == null) {
            return fields;
        }
        String text = new String(ClockFiles.bytes(file, FIELDS_BYTES_MOST), java.nio.charset.StandardCharsets.UTF_8);
        int number = 0;
        for (String line : text.split("\n", -1)) {
            number++;
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            // The line itself is not repeated: it is about a person.
            String where = file + ":" + number;
            fields.add(PrivateField.parse(line)
                    .orElseThrow(() -> new RefusedException(
                            RedactProblem.FIELD.with(PrivateField.FIELDS_MOST).in(where))));
        }
        return fields;
    }

    private static void write(Path file, byte[] bytes) {
        try {
            Files.write(file, bytes, java.nio.file.StandardOpenOption.CREATE_NEW);
        } catch (IOException e) {
            throw new UncheckedIOException("writing " + file, e);
        }
    }

    private void tell(RedactionProof proof, Path picture, Path sealed, String file) {
        console.print(new Sentence("root     {0}", "raíz     {0}").with(proof.root()));
        console.print(new Sentence("public   {0}, and beside it its .proof", "pública  {0}, y a su lado su .proof")
                .with(picture));
        console.print(new Sentence("sealed   {0}", "sellado  {0}").with(sealed));
        console.print(new Sentence("covered  {0} of {1} tiles, {2} fields", "cubierto {0} de {1} casillas, {2} campos")
                .with(proof.coveredTiles(), proof.tileCount(), proof.fields()));
        console.print(new Sentence(
                "Look at the public picture before you hand it on: is every name, number and signature black, and every"
                        + " figure there?",
                "Mire la imagen pública antes de entregarla: ¿está en negro cada nombre, número y firma, y se ven todas las"
                        + " cifras?"));
        if (!sealed.equals(Path.of(file))) {
            console.print(
                    new Sentence("{0} lies unsealed where it was.", "{0} sigue sin sellar donde estaba.").with(file));
        }
    }
}
