package org.cotejo.formats.templates;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;

/**
 * The commented files that a new election folder begins with. As they are they make a toy election of four stations, so that
 * everything can be tried before anything is filled in.
 */
public final class Templates {
    /**
     * One file.
     *
     * @param file its name
     * @param importer the importer that reads it
     * @param options with which that importer reads it as it is
     */
    public record Template(String file, String importer, Map<String, String> options) {
        public Template {
            options = Map.copyOf(options);
        }

        Template(String file, String importer) {
            this(file, importer, Map.of());
        }
    }

    private static final List<Template> ALL = List.of(
            new Template("definition.json", "definition"),
            new Template("register.csv", "register"),
            new Template("copies.csv", "copies"),
            new Template("keys.csv", "keys"),
            new Template("sheets.txt", "sheets", Map.of("custodian", "mission")),
            new Template("announcements.json", "announcements"),
            new Template("incidents.csv", "incidents"),
            new Template("denials.csv", "denials"),
            new Template("signatures.csv", "signatures"),
            new Template("custody.csv", "custody"),
            new Template("roster.csv", "roster"),
            new Template("calendar.csv", "calendar"),
            new Template("decisions.json", "decisions"),
            new Template("corrections.csv", "corrections"),
            new Template("retractions.csv", "retractions"),
            new Template("commitments.csv", "commitments"));

    private Templates() {}

    /** All templates in the order in which they can be imported. */
    public static List<Template> all() {
        return ALL;
    }

    /** The bytes of a template. */
    public static byte[] bytes(Template template) {
        try (InputStream in = Templates.class.getResourceAsStream(template.file())) {
            if (in == null) {
                throw new IllegalStateException("the template " + template.file() + " is missing in this build");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("reading the template " + template.file(), e);
        }
    }

    /** Writes all templates into a folder that is there; a file of the same name is left as it is. */
    public static void writeInto(Path folder) {
        for (Template template : ALL) {
            Path file = folder.resolve(template.file());
            if (!Files.exists(file)) {
                try {
                    Files.write(file, bytes(template), StandardOpenOption.CREATE_NEW);
                } catch (IOException e) {
                    throw new UncheckedIOException("writing " + file, e);
                }
            }
        }
    }
}
