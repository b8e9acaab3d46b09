package org.cotejo.app;

import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.util.Objects;
import org.cotejo.base.RefusedException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/** Runs the command of one verb under picocli. Apart from {@link Main}, so that {@code --version} never loads picocli. */
final class Commands {
    private Commands() {}

    /** Parses the arguments into the verb's command, calls it and returns the exit code. */
    static int run(Verb verb, String[] args, PrintStream out, PrintStream err) {
        return run("cotejo " + verb.name(), verb, args, out, err);
    }

    /** As {@link #run(Verb, String[], PrintStream, PrintStream)}, with what the user types before the arguments. */
    static int run(String name, Verb verb, String[] args, PrintStream out, PrintStream err) {
        return run(name, verb, args, Console.ofProcess(out, err), err);
    }

    /** As the others, with a console whose language and private folders are given. */
    static int run(String name, Verb verb, String[] args, Console console, PrintStream err) {
        PrintStream out = console.out();
        CommandLine line = new CommandLine(verb.command().apply(console), Options.FACTORY);
        line.setCommandName(name);
        line.getCommandSpec()
                .addOption(OptionSpec.builder("-h", "--help")
                        .usageHelp(true)
                        .description("print this and do nothing")
                        .build());
        line.setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF));
        line.setUsageHelpWidth(100);
        line.setOut(new PrintWriter(out, true, out.charset()));
        line.setErr(new PrintWriter(err, true, err.charset()));
        line.setParameterExceptionHandler((problem, _) -> {
            err.println(problem.getMessage());
            err.println("\"" + problem.getCommandLine().getCommandSpec().qualifiedName()
                    + " --help\" tells what it takes, with an example.");
            return Exit.BAD_INPUT;
        });
        line.setExecutionExceptionHandler((thrown, _, _) -> failed(thrown, err, console.language()));
        int code = line.execute(args);
        line.getOut().flush();
        line.getErr().flush();
        return code;
    }

    private static int failed(Exception thrown, PrintStream err, String language) {
        switch (thrown) {
            case RefusedException refused -> {
                err.println(refused.problem().line(language));
                return Exit.BAD_INPUT;
            }
            case IOException problem -> err.println(reason(problem));
            case UncheckedIOException problem ->
                err.println(sentence(problem.getMessage(), Objects.requireNonNull(problem.getCause())));
            default -> {
                err.println("internal error: please report this with what you typed");
                thrown.printStackTrace(err);
            }
        }
        return Exit.MACHINE_FAILED;
    }

    /** What was being done, if whoever threw said so, and what the disk or the network answered. */
    private static String sentence(@Nullable String said, IOException cause) {
        return said == null || said.equals(cause.toString()) ? reason(cause) : said + " (" + reason(cause) + ")";
    }

    private static String reason(IOException problem) {
        return switch (problem) {
            case NoSuchFileException missing -> missing.getFile() + ": no such file or folder";
            case AccessDeniedException denied -> denied.getFile() + ": no permission";
            case FileAlreadyExistsException there -> there.getFile() + ": is there already";
            default -> problem.getMessage() == null ? problem.getClass().getSimpleName() : problem.getMessage();
        };
    }
}
