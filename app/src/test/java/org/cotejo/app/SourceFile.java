package org.cotejo.app;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ImportTree;
import com.sun.source.tree.LineMap;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreeScanner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/**
 * What one Java source file says, as javac's own parser reads it.
 *
 * @param packageName the package it declares
 * @param imports what it imports, a star at the end where there is one
 * @param types its top-level types
 * @param methods its methods and constructors, those of nested types too
 * @param packageAnnotations the simple names of the annotations of a package-info
 */
record SourceFile(
        Path path,
        String packageName,
        List<String> lines,
        List<String> imports,
        List<Type> types,
        List<Method> methods,
        List<String> packageAnnotations) {

    /** A top-level type. */
    record Type(String name, boolean isPublic, boolean hasJavadoc) {}

    /** A method or constructor with the lines from its first modifier or annotation to its closing brace. */
    record Method(String name, long line, long length) {}

    boolean isPackageInfo() {
        return path.endsWith("package-info.java");
    }

    /** Parses files without compiling them. */
    static List<SourceFile> parse(List<Path> paths) {
        if (paths.isEmpty()) {
            return List.of();
        }
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            JavacTask task = (JavacTask) compiler.getTask(
                    null, files, null, List.of("-proc:none"), null, files.getJavaFileObjectsFromPaths(paths));
            DocTrees trees = DocTrees.instance(task);
            List<SourceFile> read = new ArrayList<>();
            for (CompilationUnitTree unit : task.parse()) {
                read.add(read(unit, trees));
            }
            return read;
        } catch (IOException problem) {
            throw new UncheckedIOException("reading sources", problem);
        }
    }

    private static SourceFile read(CompilationUnitTree unit, DocTrees trees) throws IOException {
        Path path = Path.of(unit.getSourceFile().toUri());
        List<Type> types = new ArrayList<>();
        for (Tree declared : unit.getTypeDecls()) {
            if (declared instanceof ClassTree type) {
                boolean isPublic = type.getModifiers().getFlags().contains(Modifier.PUBLIC);
                boolean documented = trees.getDocComment(new TreePath(new TreePath(unit), type)) != null;
                types.add(new Type(type.getSimpleName().toString(), isPublic, documented));
            }
        }
        List<String> annotations = new ArrayList<>();
        for (AnnotationTree annotation : unit.getPackageAnnotations()) {
            annotations.add(afterLastDot(annotation.getAnnotationType().toString()));
        }
        return new SourceFile(
                path,
                unit.getPackageName() == null ? "" : unit.getPackageName().toString(),
                Files.readAllLines(path),
                unit.getImports().stream()
                        .map(ImportTree::getQualifiedIdentifier)
                        .map(Tree::toString)
                        .toList(),
                types,
                methods(unit, trees.getSourcePositions()),
                annotations);
    }

    private static List<Method> methods(CompilationUnitTree unit, SourcePositions positions) {
        List<Method> methods = new ArrayList<>();
        LineMap lines = unit.getLineMap();
        new TreeScanner<@Nullable Void, @Nullable Void>() {
            @Override
            public @Nullable Void visitMethod(MethodTree method, @Nullable Void nothing) {
                long first = lines.getLineNumber(positions.getStartPosition(unit, method));
                long last = lines.getLineNumber(positions.getEndPosition(unit, method));
                methods.add(new Method(method.getName().toString(), first, last - first + 1));
                return super.visitMethod(method, null);
            }
        }.scan(unit, null);
        return methods;
    }

    private static String afterLastDot(String name) {
        return name.substring(name.lastIndexOf('.') + 1);
    }
}
