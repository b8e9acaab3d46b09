package org.cotejo.app;

import java.util.List;
import java.util.concurrent.Callable;
import org.cotejo.base.RefusedException;
import org.cotejo.base.Sentence;
import org.cotejo.conformance.Conformance;
import org.cotejo.conformance.FileReport;
import org.cotejo.conformance.VectorFile;
import org.cotejo.formats.importer.InputFile;
import picocli.CommandLine.Model.CommandSpec;

/** {@code cotejo conformance FILE...}. */
final class ConformanceCommand implements Callable<Integer> {
    private final CommandSpec spec = Options.of(this);
    private final Console console;

    ConformanceCommand(Console console) {
        this.console = console;
        Options.positionals(spec, "FILE", "published test vectors; what a file holds is known by its shape");
        Options.about(
                spec,
                "Recomputes published test vectors from their inputs and prints each case that comes out otherwise. A file"
                        + " or case of an unknown kind is a failure, never skipped. A proof of inclusion is checked"
                        + " against the description of its log, which must be among the files.",
                "cotejo conformance vectors/tlog/merkle/*.json vectors/tlog/note/signed-note.json");
    }

    CommandSpec spec() {
        return spec;
    }

    @Override
    public Integer call() {
        List<VectorFile> files = Options.paths(spec, 0).stream()
                .map(InputFile::read)
                .map(file -> new VectorFile(file.path(), file.bytes()))
                .toList();
        if (files.isEmpty()) {
            throw new RefusedException(AppProblem.MISSING_OPTION.at("FILE", "FILE..."));
        }
        int passed = 0;
        int failed = 0;
        for (FileReport report : Conformance.check(files)) {
            tell(report);
            passed += report.passed().size();
            failed += report.failures().size();
        }
        console.print(passed + " passed, " + failed + " failed");
        return failed == 0 ? Exit.PROVEN : Exit.REFUTED;
    }

    private void tell(FileReport report) {
        for (FileReport.Failure failure : report.failures()) {
            console.print(new Sentence(
                            "FAILED {0}: {1}: got {2}; expected {3}", "FALLA {0}: {1}: se obtuvo {2}; se esperaba {3}")
                    .with(report.file(), failure.id(), failure.got(), failure.expected()));
        }
        for (FileReport.Remark remark : report.remarks()) {
            console.print(new Sentence("note {0}: {1}: {2}", "nota {0}: {1}: {3}")
                    .with(
                            report.file(),
                            remark.id(),
                            remark.sentence().en(),
                            remark.sentence().es()));
        }
        console.print(new Sentence("{0}: {1}: {3} passed, {4} failed", "{0}: {2}: {3} correctos, {4} fallidos")
                .with(
                        report.file(),
                        report.kind().en(),
                        report.kind().es(),
                        report.passed().size(),
                        report.failures().size()));
    }
}
