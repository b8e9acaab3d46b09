package org.cotejo.site;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.function.Consumer;

/** Writes files of a site, one after the other, and remembers which. Safe for use by several threads. */
final class PageWriter {
    /** Something that writes text. */
    interface Body {
        void write(Writer to) throws IOException;
    }

    private final Path folder;
    private final TemplateEngine templates = TemplateEngine.createPrecompiled(
            null, ContentType.Html, PageWriter.class.getClassLoader(), PageWriter.class.getPackageName());
    private final ConcurrentSkipListSet<String> written = new ConcurrentSkipListSet<>();

    PageWriter(Path folder) {
        this.folder = folder;
    }

    /** A page of a language from a template and what it shows. */
    void page(Page page, String template, Object shown) {
        page(page.words().language().code() + "/" + page.path(), template, shown);
    }

    void page(String path, String template, Object shown) {
        Utf8ByteOutput html = new Utf8ByteOutput();
        templates.render(template + ".jte", shown, html);
        try {
            // At once: a page consists of thousands of small pieces.
            Files.write(file(path), html.toByteArray());
        } catch (IOException e) {
            throw failed(path, e);
        }
    }

    /** Writes a file of bytes. */
    void bytes(String path, Consumer<OutputStream> body) {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file(path)))) {
            body.accept(out);
        } catch (IOException e) {
            throw failed(path, e);
        }
    }

    /** A file of text that is written as it comes. */
    void text(String path, Body body) {
        try (Writer out = Files.newBufferedWriter(file(path), StandardCharsets.UTF_8)) {
            body.write(out);
        } catch (IOException e) {
            throw failed(path, e);
        }
    }

    /** A file that this program carries. */
    void carried(String name) {
        try (InputStream in = Objects.requireNonNull(PageWriter.class.getResourceAsStream(name), name)) {
            Files.copy(in, file(name));
        } catch (IOException e) {
            throw failed(name, e);
        }
    }

    /** All files written so far, from the folder of the site. */
    java.util.SortedSet<String> written() {
        return java.util.Collections.unmodifiableSortedSet(written);
    }

    private Path file(String path) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(Objects.requireNonNull(file.getParent()));
        written.add(path);
        return file;
    }

    private UncheckedIOException failed(String path, IOException cause) {
        return new UncheckedIOException("writing " + folder.resolve(path), cause);
    }
}
