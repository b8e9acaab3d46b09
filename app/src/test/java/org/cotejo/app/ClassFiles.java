package org.cotejo.app;

import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.constantpool.PoolEntry;
import java.lang.classfile.constantpool.Utf8Entry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads out of compiled classes which packages of Cotejo they use, whether or not the source had an import for it. */
final class ClassFiles {
    // A type's name in a constant pool, alone or inside a descriptor or a generic signature.
    private static final Pattern TYPE = Pattern.compile("(?:^|[^\\w/$])L?(org/cotejo/[\\w/$]*)(?=$|[;<.>])");

    private ClassFiles() {}

    /** For each class below the folder, by its name with dots: the packages under org.cotejo that it mentions. */
    static Map<String, Set<String>> packagesUsed(Path classes) throws IOException {
        Map<String, Set<String>> used = new TreeMap<>();
        List<Path> files;
        try (Stream<Path> all = Files.walk(classes)) {
            files = all.filter(path -> path.toString().endsWith(".class")).toList();
        }
        for (Path file : files) {
            ClassModel model = ClassFile.of().parse(file);
            used.put(model.thisClass().asInternalName().replace('/', '.'), packagesUsed(model));
        }
        return used;
    }

    private static Set<String> packagesUsed(ClassModel model) {
        Set<String> packages = new TreeSet<>();
        for (PoolEntry entry : model.constantPool()) {
            if (entry instanceof Utf8Entry text) {
                Matcher type = TYPE.matcher(text.stringValue());
                while (type.find()) {
                    String name = type.group(1);
                    packages.add(name.substring(0, name.lastIndexOf('/')).replace('/', '.'));
                }
            }
        }
        return packages;
    }
}
