package org.cotejo.app;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.cotejo.base.RefusedException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** Adds options to a command and reads them; built by hand, since annotations would be read by reflection at every start. */
final class Options {
    /**
     * Makes what picocli asks for: lists, for all that commands here take. Its own maker, which has whatever else there may be, looks for
     * the classes of another language when it is first asked, for which every jar on the class path is opened.
     */
    static final CommandLine.IFactory FACTORY = new CommandLine.IFactory() {
        @Override
        public <K> K create(Class<K> type) throws Exception {
            return type == List.class
                    ? type.cast(new ArrayList<>())
                    : CommandLine.defaultFactory().create(type);
        }
    };

    private Options() {}

    /** The command that calls {@code callable}, without options as yet. */
    static CommandSpec of(Callable<Integer> callable) {
        return CommandSpec.wrapWithoutInspection(callable, FACTORY);
    }

    /** What the command is for, and an example, as its help shows them. */
    static void about(CommandSpec spec, String description, String... examples) {
        spec.usageMessage().description(plain(description)).sortOptions(false);
        String[] footer = new String[examples.length + 2];
        footer[0] = "";
        footer[1] = examples.length == 1 ? "Example:" : "Examples:";
        for (int i = 0; i < examples.length; i++) {
            footer[i + 2] = "  " + plain(examples[i]);
        }
        spec.usageMessage().footer(footer);
    }

    /** A text that picocli prints as it is: it takes a per cent sign for a format. */
    private static String plain(String text) {
        return text.replace("%", "%%");
    }

    static void positional(CommandSpec spec, String label, String description) {
        spec.addPositional(PositionalParamSpec.builder()
                .index(String.valueOf(spec.positionalParameters().size()))
                .paramLabel(label)
                .type(String.class)
                .arity("1")
                .required(true)
                .description(description)
                .build());
    }

    static void optional(CommandSpec spec, String label, String description) {
        spec.addPositional(PositionalParamSpec.builder()
                .index(String.valueOf(spec.positionalParameters().size()))
                .paramLabel(label)
                .type(String.class)
                .arity("0..1")
                .description(description)
                .build());
    }

    static @Nullable String optional(CommandSpec spec, int index) {
        return spec.positionalParameters().get(index).getValue();
    }

    static void positionals(CommandSpec spec, String label, String description) {
        spec.addPositional(PositionalParamSpec.builder()
                .index(spec.positionalParameters().size() + "..*")
                .paramLabel(label)
                .type(List.class)
                .auxiliaryTypes(String.class)
                .arity("0..*")
                .description(description)
                .build());
    }

    static void value(CommandSpec spec, String name, String label, @Nullable String byDefault, String description) {
        OptionSpec.Builder option = OptionSpec.builder(name)
                .paramLabel(label)
                .type(String.class)
                .arity("1")
                .description(plain(byDefault == null ? description : description + " (default: " + byDefault + ")"));
        spec.addOption((byDefault == null ? option : option.defaultValue(byDefault)).build());
    }

    static void required(CommandSpec spec, String name, String label, String description) {
        spec.addOption(OptionSpec.builder(name)
                .paramLabel(label)
                .type(String.class)
                .arity("1")
                .required(true)
                .description(description)
                .build());
    }

    static void values(CommandSpec spec, String name, String label, String description) {
        spec.addOption(OptionSpec.builder(name)
                .paramLabel(label)
                .type(List.class)
                .auxiliaryTypes(String.class)
                .arity("1")
                .description(description)
                .build());
    }

    static void flag(CommandSpec spec, String name, String description) {
        spec.addOption(OptionSpec.builder(name)
                .type(boolean.class)
                .defaultValue("false")
                .description(description)
                .build());
    }

    static void json(CommandSpec spec) {
        flag(spec, "--json", "print one JSON object on standard output, and nothing else there");
    }

    static boolean isSet(CommandSpec spec, String name) {
        return Boolean.TRUE.equals(found(spec, name).getValue());
    }

    static @Nullable String text(CommandSpec spec, String name) {
        return found(spec, name).getValue();
    }

    static List<String> texts(CommandSpec spec, String name) {
        List<String> values = found(spec, name).getValue();
        return values == null ? List.of() : values;
    }

    /** A whole number of an option with a default. */
    static long number(CommandSpec spec, String name, long least, long most) {
        String text = Objects.requireNonNull(text(spec, name));
        try {
            long value = Long.parseLong(text);
            if (value >= least && value <= most) {
                return value;
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw new RefusedException(AppProblem.BAD_NUMBER.at(name, text, least, most));
    }

    static String positional(CommandSpec spec, int index) {
        return Objects.requireNonNull(spec.positionalParameters().get(index).<String>getValue());
    }

    static Path path(CommandSpec spec, int index) {
        return Path.of(positional(spec, index));
    }

    static List<Path> paths(CommandSpec spec, int index) {
        return words(spec, index).stream().map(Path::of).toList();
    }

    /** As they were typed. */
    static List<String> words(CommandSpec spec, int index) {
        List<String> values = spec.positionalParameters().get(index).getValue();
        return values == null ? List.of() : List.copyOf(values);
    }

    private static OptionSpec found(CommandSpec spec, String name) {
        return Objects.requireNonNull(spec.findOption(name), name);
    }
}
