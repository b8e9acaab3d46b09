package org.cotejo.site;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cotejo.base.Check;

/**
 * Modules of JavaScript as one script, so that a page needs no other file: each becomes a function that gives what it exports, and an import
 * takes it from there. Modules are added in the order in which they need each other. Only the forms that the page's modules use are known; any
 * other fails here, when the page is made.
 */
final class ScriptBundle {
    private static final Pattern IMPORT =
            Pattern.compile("^import (\\* as (\\w+)|\\{([^}]*)}) from ['\"]([^'\"]+)['\"];\\n", Pattern.MULTILINE);
    private static final Pattern EXPORTED =
            Pattern.compile("^export ((?:async )?(?:const|function|class) (\\w+))", Pattern.MULTILINE);
    private static final Pattern LISTED = Pattern.compile("^export \\{([^}]*)};\\n", Pattern.MULTILINE);
    private static final Pattern DEFAULT = Pattern.compile("^export default \\w+;\\n", Pattern.MULTILINE);
    private static final Pattern AS = Pattern.compile("(\\w+)(?: as (\\w+))?");
    private static final Pattern LEFT = Pattern.compile("^(?:import|export) ", Pattern.MULTILINE);

    private final Map<String, String> names = new LinkedHashMap<>();
    private final StringBuilder script = new StringBuilder();

    /** Adds a module that others import by its path. */
    void add(String file, String source) {
        String name = "module" + names.size();
        List<String> exports = new ArrayList<>();
        String body = imported(file, withoutComments(source));
        body = EXPORTED.matcher(body).replaceAll(found -> {
            exports.add(found.group(2));
            return Matcher.quoteReplacement(found.group(1));
        });
        body = LISTED.matcher(body).replaceAll(found -> {
            AS.matcher(found.group(1)).results().forEach(one -> exports.add(renamed(one, true)));
            return "";
        });
        body = DEFAULT.matcher(body).replaceAll("");
        Check.that(!LEFT.matcher(body).find(), "%s imports or exports in a form that is not known", file);
        script.append("const ").append(name).append(" = (() => {\n").append(body);
        script.append("return { ").append(String.join(", ", exports)).append(" };\n})();\n");
        Check.that(names.put(file, name) == null, "two modules are called %s", file);
    }

    /** Adds the module that nobody imports; it may wait, as no other may. */
    void addLast(String file, String source) {
        script.append(imported(file, withoutComments(source)));
    }

    /** The whole. */
    String script() {
        String whole = script.toString();
        Check.that(!whole.contains("</script") && !whole.contains("<!--"), "the script would end in the middle");
        return whole;
    }

    private String imported(String file, String source) {
        return IMPORT.matcher(source).replaceAll(found -> {
            String path = file.substring(0, file.lastIndexOf('/') + 1) + found.group(4);
            String from = names.get(URI.create(path).normalize().toString());
            Check.that(from != null, "%s is not there yet", path);
            String what = found.group(2) != null
                    ? found.group(2)
                    : "{ "
                            + String.join(
                                    ", ",
                                    AS.matcher(found.group(3))
                                            .results()
                                            .map(one -> renamed(one, false))
                                            .toList())
                            + " }";
            return Matcher.quoteReplacement("const " + what + " = " + from + ";\n");
        });
    }

    /** A name of a list: as it is, or under another one, in the words of an object. */
    private static String renamed(MatchResult one, boolean isExport) {
        String other = one.group(2);
        if (other == null) {
            return one.group(1);
        }
        return isExport ? other + ": " + one.group(1) : one.group(1) + ": " + other;
    }

    /** Lines that are nothing but comment, left out; notices of licences stay. */
    static String withoutComments(String source) {
        StringBuilder kept = new StringBuilder();
        boolean isInside = false;
        for (String line : source.split("\n", -1)) {
            String plain = line.strip();
            if (isInside) {
                isInside = !plain.endsWith("*/");
            } else if (plain.startsWith("/**")) {
                isInside = !plain.endsWith("*/");
            } else if (!plain.isEmpty() && !plain.startsWith("//")) {
                kept.append(line).append('\n');
            }
        }
        return kept.toString();
    }
}
