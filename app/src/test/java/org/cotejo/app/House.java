package org.cotejo.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.cotejo.app.RoomTable.Room;

/** Holds the rules of ARCHITECTURE.md against the sources and classes on disk; every breach is one sentence. */
final class House {
    static final int FILE_LINES = 500;
    static final int METHOD_LINES = 60;
    static final int PUBLIC_PERCENT = 40;

    private static final Set<String> EMPTY_WORDS =
            Set.of("util", "utils", "common", "model", "service", "manager", "helper", "impl");
    private static final Pattern MODULE = Pattern.compile("<module>([^<]+)</module>");
    // Put together, so that this file does not break its own rule.
    private static final Pattern LEFT_TO_DO = Pattern.compile("\\b(TO" + "DO|FIX" + "ME|X" + "XX)\\b");

    private final Path root;
    private final RoomTable table;
    private final List<String> complaints = new ArrayList<>();

    private House(Path root) throws IOException {
        this.root = root;
        Path document = root.resolve("ARCHITECTURE.md");
        this.table = RoomTable.parse(Files.exists(document) ? Files.readString(document) : "");
        complaints.addAll(table.complaints());
    }

    /**
     * Every breach in the project at the root.
     *
     * @param compiled whether a module's target/classes are there and at rest; of the others only the sources are read
     */
    static List<String> complaints(Path root, Predicate<String> compiled) throws IOException {
        House house = new House(root);
        Matcher module = MODULE.matcher(Files.readString(root.resolve("pom.xml")));
        Map<String, String> modulesOfRooms = new LinkedHashMap<>();
        while (module.find()) {
            house.checkModule(module.group(1), compiled.test(module.group(1)), modulesOfRooms);
        }
        house.checkRooms(modulesOfRooms);
        return List.copyOf(house.complaints);
    }

    private void checkModule(String module, boolean compiled, Map<String, String> modulesOfRooms) throws IOException {
        List<SourceFile> sources = SourceFile.parse(javaFiles(module, "main"));
        Map<String, List<SourceFile>> packages = new LinkedHashMap<>();
        for (SourceFile source : sources) {
            packages.computeIfAbsent(source.packageName(), _ -> new ArrayList<>())
                    .add(source);
            checkText(source.path(), source.lines());
            checkImports(source);
            checkMethods(source);
        }
        for (Map.Entry<String, List<SourceFile>> one : packages.entrySet()) {
            checkPackage(one.getKey(), one.getValue());
            if (!one.getValue().stream().allMatch(SourceFile::isPackageInfo)) {
                modulesOfRooms.put(one.getKey(), module);
            }
        }
        for (Path test : javaFiles(module, "test")) {
            checkText(test, Files.readAllLines(test));
        }
        if (compiled) {
            checkClasses(module);
        }
    }

    private List<Path> javaFiles(String module, String part) throws IOException {
        Path folder = root.resolve(module).resolve("src").resolve(part).resolve("java");
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(path -> path.toString().endsWith(".java"))
                    .sorted()
                    .toList();
        }
    }

    private void checkRooms(Map<String, String> modulesOfRooms) {
        modulesOfRooms.forEach((name, module) -> {
            Optional<Room> room = table.of(name);
            if (room.isEmpty()) {
                complain("%s in %s is not in the table of rooms", name, module);
            } else if (!room.get().module().equals(module)) {
                complain(
                        "%s lies in %s, the table says %s",
                        name, module, room.get().module());
            }
        });
        for (Room room : table.rooms().values()) {
            if (!modulesOfRooms.containsKey(room.packageName())) {
                complain("%s is in the table of rooms, but there is no type in it", room.packageName());
            }
        }
    }

    private void checkText(Path path, List<String> lines) {
        if (lines.size() > FILE_LINES) {
            complain("%s has %d lines, %d at most", shown(path), lines.size(), FILE_LINES);
        }
        for (int i = 0; i < lines.size(); i++) {
            Matcher left = LEFT_TO_DO.matcher(lines.get(i));
            if (left.find()) {
                complain("%s:%d says %s: do it or write it down elsewhere", shown(path), i + 1, left.group());
            }
        }
    }

    private void checkImports(SourceFile source) {
        Set<String> used = new TreeSet<>();
        for (String imported : source.imports()) {
            longestRoom(imported).ifPresent(used::add);
        }
        checkUse(source.packageName(), used, shown(source.path()));
    }

    /** The package part of an imported name: up to the first segment that starts with a capital letter. */
    private static Optional<String> longestRoom(String imported) {
        if (!imported.startsWith(RoomTable.PREFIX)) {
            return Optional.empty();
        }
        StringBuilder name = new StringBuilder();
        for (String segment : imported.split("\\.", -1)) {
            if (segment.isEmpty() || segment.equals("*") || Character.isUpperCase(segment.charAt(0))) {
                break;
            }
            name.append(name.isEmpty() ? "" : ".").append(segment);
        }
        return Optional.of(name.toString());
    }

    private void checkClasses(String module) throws IOException {
        Path classes = root.resolve(module).resolve("target").resolve("classes");
        if (!Files.isDirectory(classes)) {
            if (!javaFiles(module, "main").isEmpty()) {
                complain("%s is not compiled: no %s", module, shown(classes));
            }
            return;
        }
        ClassFiles.packagesUsed(classes).forEach((name, used) -> {
            String home = name.substring(0, Math.max(0, name.lastIndexOf('.')));
            // Classes made from templates live in a package of their own and count as the module's first room.
            String room = home.startsWith(RoomTable.PREFIX) ? home : RoomTable.PREFIX + module;
            checkUse(room, used, "class " + name);
        });
    }

    /** A room outside the table is one complaint of its own, not one for each of its imports. */
    private void checkUse(String user, Collection<String> used, String where) {
        Optional<Room> room = table.of(user);
        if (room.isEmpty()) {
            return;
        }
        for (String one : used) {
            boolean allowed = one.equals(user)
                    || table.of(one)
                            .map(Room::name)
                            .filter(room.get().mayImport()::contains)
                            .isPresent();
            if (!allowed) {
                complain("%s may not import %s, but %s does", room.get().name(), RoomTable.shortName(one), where);
            }
        }
    }

    private void checkMethods(SourceFile source) {
        for (SourceFile.Method method : source.methods()) {
            if (method.length() > METHOD_LINES) {
                complain(
                        "%s:%d: %s has %d lines, %d at most",
                        shown(source.path()), method.line(), method.name(), method.length(), METHOD_LINES);
            }
        }
    }

    private void checkPackage(String name, List<SourceFile> files) {
        for (String segment : name.split("\\.", -1)) {
            if (EMPTY_WORDS.contains(segment)) {
                complain("%s: \"%s\" says nothing about what is inside", name, segment);
            }
        }
        if (files.stream()
                .noneMatch(file ->
                        file.isPackageInfo() && file.packageAnnotations().contains("NullMarked"))) {
            complain("%s has no package-info.java marked @NullMarked", name);
        }
        int types = 0;
        int shown = 0;
        for (SourceFile file : files) {
            for (SourceFile.Type type : file.types()) {
                types++;
                shown += type.isPublic() ? 1 : 0;
                if (type.isPublic() && !type.hasJavadoc()) {
                    complain("%s: public %s has no Javadoc", shown(file.path()), type.name());
                }
            }
        }
        boolean limited = table.of(name).filter(room -> !room.holdsValues()).isPresent();
        // One facade is always allowed.
        if (limited && shown > 1 && shown * 100 > types * PUBLIC_PERCENT) {
            complain(
                    "%s shows %d of its %d types, %d %% at most (rooms of values may have more: say so in the charter)",
                    name, shown, types, PUBLIC_PERCENT);
        }
    }

    private String shown(Path path) {
        return root.relativize(path).toString();
    }

    private void complain(String format, Object... values) {
        String sentence = String.format(Locale.ROOT, format, values);
        if (!complaints.contains(sentence)) {
            complaints.add(sentence);
        }
    }
}
