import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFileVersion;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassTransform;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.StringJoiner;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * Copies jars whose classes are in the format of Java 5 to that of Java 8: the same instructions, with the stack maps
 * that the newer format asks for. The JVM takes no class of the old format into its start-up cache and checks it the
 * slow way; picocli is such a jar, and costs 45 ms at every start as it is.
 *
 * <p>{@code scripts/build.sh} runs this as a source file: {@code java ModernClasses.java FOLDER JAR...} prints the class
 * path with the copies in the place of the old jars.
 */
final class ModernClasses {
    private static final int FIRST_WITH_STACK_MAPS = ClassFile.JAVA_6_VERSION;

    private ModernClasses() {}

    static void main(String[] args) throws IOException {
        Path folder = Files.createDirectories(Path.of(args[0]));
        StringJoiner classPath = new StringJoiner(":");
        for (int i = 1; i < args.length; i++) {
            Path jar = Path.of(args[i]);
            Map<String, byte[]> entries = read(jar);
            if (entries.entrySet().stream().anyMatch(entry -> isOld(entry.getKey(), entry.getValue()))) {
                jar = folder.resolve(jar.getFileName());
                write(jar, entries);
            }
            classPath.add(jar.toString());
        }
        System.out.println(classPath);
    }

    private static Map<String, byte[]> read(Path jar) throws IOException {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                try (InputStream bytes = zip.getInputStream(entry)) {
                    entries.put(entry.getName(), bytes.readAllBytes());
                }
            }
        }
        return entries;
    }

    /** The major version stands in bytes 6 and 7 of a class file (JVMS 4.1). */
    private static boolean isOld(String name, byte[] bytes) {
        return name.endsWith(".class") && (bytes[6] << 8 | bytes[7] & 0xff) < FIRST_WITH_STACK_MAPS;
    }

    private static void write(Path jar, Map<String, byte[]> entries) throws IOException {
        ClassHierarchyResolver ownTypes = ClassHierarchyResolver.ofResourceParsing(type -> {
            byte[] bytes = entries.get(type.packageName().replace('.', '/') + "/" + type.displayName() + ".class");
            return bytes == null ? null : new ByteArrayInputStream(bytes);
        });
        ClassFile format = ClassFile.of(
                ClassFile.ClassHierarchyResolverOption.of(ownTypes.orElse(ClassHierarchyResolver.defaultResolver())),
                ClassFile.StackMapsOption.GENERATE_STACK_MAPS);
        // Every instruction passes through a builder: a body that is only copied would get no stack map.
        ClassTransform newer = ClassTransform.transformingMethodBodies((code, element) -> code.with(element))
                .andThen((type, element) -> type.with(
                        element instanceof ClassFileVersion ? ClassFileVersion.of(ClassFile.JAVA_8_VERSION, 0) : element));
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(jar))) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                byte[] bytes = entry.getValue();
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(isOld(entry.getKey(), bytes) ? format.transformClass(format.parse(bytes), newer) : bytes);
                zip.closeEntry();
            }
        }
    }
}
