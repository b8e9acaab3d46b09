package org.cotejo.app;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The table of rooms in ARCHITECTURE.md, between {@code <!-- rooms -->} and {@code <!-- /rooms -->}.
 *
 * @param rooms by short name ({@code csv} for {@code org.cotejo.formats.csv}), in the table's order
 * @param complaints what is wrong with the table itself
 */
record RoomTable(Map<String, Room> rooms, List<String> complaints) {
    static final String PREFIX = "org.cotejo.";

    private static final Pattern BLOCK = Pattern.compile("<!-- rooms -->(.*?)<!-- /rooms -->", Pattern.DOTALL);
    private static final Pattern ROOM = Pattern.compile("([a-z]+): (org\\.cotejo\\.[a-z0-9.]+)");
    private static final Pattern VALUES = Pattern.compile("\\bvalues\\b");

    /** One row: the Maven module, the whole package name, the charter, the short names of the rooms it may import. */
    record Room(String module, String packageName, String charter, Set<String> mayImport) {
        String name() {
            return shortName(packageName);
        }

        /** A room of pure values may show most of its types. */
        boolean holdsValues() {
            return VALUES.matcher(charter.toLowerCase(Locale.ROOT)).find();
        }
    }

    /** The last segment of a package's name. */
    static String shortName(String packageName) {
        return packageName.substring(packageName.lastIndexOf('.') + 1);
    }

    /** The room of a package, if the table has one. */
    Optional<Room> of(String packageName) {
        return Optional.ofNullable(rooms.get(shortName(packageName)))
                .filter(room -> room.packageName().equals(packageName));
    }

    static RoomTable parse(String document) {
        Map<String, Room> rooms = new LinkedHashMap<>();
        List<String> complaints = new ArrayList<>();
        Matcher block = BLOCK.matcher(document);
        if (!block.find()) {
            complaints.add("ARCHITECTURE.md has no table between <!-- rooms --> and <!-- /rooms -->");
            return new RoomTable(rooms, complaints);
        }
        List<String> rows = block.group(1)
                .lines()
                .map(String::strip)
                .filter(line -> line.startsWith("|"))
                .toList();
        // The first two rows are the heading and the line under it.
        for (String row : rows.subList(Math.min(2, rows.size()), rows.size())) {
            parseRow(row, rooms, complaints);
        }
        if (rooms.isEmpty()) {
            complaints.add("the table of rooms in ARCHITECTURE.md has no rows");
        }
        for (Room room : rooms.values()) {
            for (String imported : room.mayImport()) {
                if (!rooms.containsKey(imported)) {
                    complaints.add(room.name() + " may import " + imported + ", which is no room of the table");
                }
            }
        }
        cycle(rooms).ifPresent(path -> complaints.add("the table has a cycle: " + path));
        return new RoomTable(rooms, complaints);
    }

    private static void parseRow(String row, Map<String, Room> rooms, List<String> complaints) {
        List<String> cells = Stream.of(row.replace("`", "").split("\\|", -1))
                .map(String::strip)
                .toList();
        Matcher name = ROOM.matcher(cells.size() == 5 ? cells.get(1) : "");
        if (!name.matches()) {
            complaints.add("not a row | module: org.cotejo.room | charter | may import | : " + row);
            return;
        }
        Set<String> mayImport = cells.get(3).equals("-")
                ? Set.of()
                : Stream.of(cells.get(3).split(",", -1))
                        .map(String::strip)
                        .collect(Collectors.toCollection(LinkedHashSet::new));
        Room room = new Room(name.group(1), name.group(2), cells.get(2), mayImport);
        if (rooms.putIfAbsent(room.name(), room) != null) {
            complaints.add(room.name() + " stands in the table twice");
        }
        if (room.charter().isEmpty()) {
            complaints.add(room.name() + " has no charter");
        }
    }

    private static Optional<String> cycle(Map<String, Room> rooms) {
        Set<String> done = new LinkedHashSet<>();
        for (String start : rooms.keySet()) {
            List<String> found = walk(start, rooms, new ArrayList<>(), done);
            if (!found.isEmpty()) {
                return Optional.of(String.join(" -> ", found));
            }
        }
        return Optional.empty();
    }

    /** Depth first; returns the cycle's rooms with the first repeated at the end, or an empty list. */
    private static List<String> walk(String name, Map<String, Room> rooms, List<String> path, Set<String> done) {
        int seen = path.indexOf(name);
        if (seen >= 0) {
            List<String> found = new ArrayList<>(path.subList(seen, path.size()));
            found.add(name);
            return found;
        }
        Room room = rooms.get(name);
        if (room == null || done.contains(name)) {
            return List.of();
        }
        path.add(name);
        for (String imported : room.mayImport()) {
            List<String> found = walk(imported, rooms, path, done);
            if (!found.isEmpty()) {
                return found;
            }
        }
        path.removeLast();
        done.add(name);
        return List.of();
    }
}
