package org.cotejo.site;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import java.io.BufferedOutputStream;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.function.Consumer;

/** Makes the files of a site, one after the other, and remembers which. Safe for use by several threads. */
final class PageWriter {
    /** Something that writes text. */
    interface Body {
        void write(Writer to) throws IOException;
    }

    /** Something that writes many lines at once. */
    interface Lines {
        void write(OutputStream to) throws IOException;
    }

    private final PageSink sink;
    private final TemplateEngine templates = TemplateEngine.createPrecompiled(
            null, ContentType.Html, PageWriter.class.getClassLoader(), PageWriter.class.getPackageName());
    private final ConcurrentSkipListSet<String> written = new ConcurrentSkipListSet<>();

    PageWriter(PageSink sink) {
        this.sink = sink;
    }

    /** A page of a language from a template and what it shows. */
    void page(Page page, String template, Object shown) {
        page(page.words().language().code() + "/" + page.path(), template, shown);
    }

    void page(String path, String template, Object shown) {
        Utf8ByteOutput html = new Utf8ByteOutput();
        templates.render(template + ".jte", shown, html);
        // At once: a page consists of thousands of small pieces.
        try (OutputStream out = open(path)) {
            out.write(html.toByteArray());
        } catch (IOException e) {
            throw failed(path, e);
        }
    }

    /** Writes a file of bytes. */
    void bytes(String path, Consumer<OutputStream> body) {
        try (OutputStream out = new BufferedOutputStream(open(path))) {
            body.accept(out);
        } catch (IOException e) {
            throw failed(path, e);
        }
    }

    /** A file of lines that come in large pieces. */
    void lines(String path, Lines lines) {
        try (OutputStream out = open(path)) {
            lines.write(out);
        } catch (IOException e) {
            throw failed(path, e);
        }
    }

    /** A file of text that is written as it comes. */
    void text(String path, Body body) {
        try (Writer out = new BufferedWriter(new OutputStreamWriter(open(path), StandardCharsets.UTF_8))) {
            body.write(out);
        } catch (IOException e) {
            throw failed(path, e);
        }
    }

    /** A file that this program carries. */
    void carried(String name, String path) {
        try (InputStream in = Objects.requireNonNull(PageWriter.class.getResourceAsStream(name), name);
                OutputStream out = open(path)) {
            in.transferTo(out);
        } catch (IOException e) {
            throw failed(path, e);
        }
    }

    /** All files written so far, from the folder of the site. */
    java.util.SortedSet<String> written() {
        return java.util.Collections.unmodifiableSortedSet(written);
    }

    private OutputStream open(String path) throws IOException {
        written.add(path);
        return sink.open(path);
    }

    private static UncheckedIOException failed(String path, IOException cause) {
        return new UncheckedIOException("writing " + path, cause);
    }
}
