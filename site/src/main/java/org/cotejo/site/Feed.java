package org.cotejo.site;

import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.cotejo.bulletin.Announcement;
import org.cotejo.bulletin.Publication;
import org.cotejo.custody.Source;
import org.cotejo.dossier.Chronicle;
import org.cotejo.dossier.Frame;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;

/**
 * What each publication added, the newest first, as JSON and as an Atom feed (RFC 4287). The publication that holds the feed is its
 * first item; when it was published stands in the entry after those that it speaks of, so here it has no time.
 */
final class Feed {
    static final String JSON_PATH = "data/feed.json";
    static final String SCHEMA_PATH = "data/feed.schema.json";
    static final String ATOM_PATH = "data/feed.xml";

    private static final String FORMAT = "cotejo feed 1";
    private static final String TAG = "tag:cotejo.invalid,2026:";
    private static final JsonFactory JSON =
            JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();

    private final Election election;
    private final Frame frame;
    private final List<Chronicle.Step> steps;

    Feed(Election election) {
        this.election = election;
        this.frame = election.dossier().frame();
        this.steps = frame.chronicle().steps();
    }

    private String log() {
        return frame.log().map(log -> log.origin().value()).orElse("");
    }

    void writeJson(OutputStream out) {
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), out)) {
            json.writeStartObject();
            json.writeStringProperty("format", FORMAT);
            json.writeStringProperty("election", election.definition().id());
            if (log().isEmpty()) {
                json.writeNullProperty("log");
            } else {
                json.writeStringProperty("log", log());
            }
            json.writeNumberProperty("entries", frame.chronicle().entries());
            json.writeNumberProperty("older_publications", frame.chronicle().older());
            json.writeArrayPropertyStart("items");
            steps.forEach(step -> item(step, json));
            json.writeEndArray();
            json.writeEndObject();
            json.writeRaw('\n');
        }
    }

    private static void item(Chronicle.Step step, JsonGenerator json) {
        Publication publication = step.publication();
        json.writeStartObject();
        json.writeNumberProperty("entries", step.entries());
        if (publication == null) {
            json.writeNullProperty("published_at");
            json.writeNullProperty("manifest");
        } else {
            json.writeStringProperty("published_at", publication.at().toString());
            json.writeStringProperty("manifest", publication.manifest().hex());
        }
        json.writeObjectPropertyStart("added");
        step.added().forEach(json::writeNumberProperty);
        json.writeEndObject();
        json.writeEndObject();
    }

    void writeAtom(Writer to) throws IOException {
        String newest = newestStated().toString();
        to.write("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\">\n");
        to.write("<id>" + id("") + "</id>\n<title>" + escaped(election.title()) + "</title>\n");
        to.write("<author><name>" + escaped(log().isEmpty() ? "Cotejo" : log()) + "</name></author>\n");
        to.write("<link rel=\"self\" href=\"feed.xml\"/>\n<link rel=\"alternate\" href=\"../index.html\"/>\n");
        to.write("<updated>" + newest + "</updated>\n");
        for (Chronicle.Step step : steps) {
            Publication publication = step.publication();
            to.write("<entry>\n<id>" + id(":" + step.entries()) + "</id>\n");
            to.write("<title>" + step.entries() + " entries / " + step.entries() + " asientos</title>\n");
            to.write("<updated>" + (publication == null ? newest : publication.at()) + "</updated>\n");
            to.write("<link rel=\"alternate\" href=\"../index.html\"/>\n");
            to.write("<summary>" + escaped(summary(step)) + "</summary>\n</entry>\n");
        }
        to.write("</feed>\n");
    }

    private String id(String more) {
        String what = log().isEmpty() ? "election/" + election.definition().id() : log();
        return TAG + URLEncoder.encode(what, StandardCharsets.UTF_8).replace("+", "%20") + more;
    }

    private static String summary(Chronicle.Step step) {
        List<String> parts = new ArrayList<>();
        step.added().forEach((kind, count) -> parts.add(kind + " " + count));
        Publication publication = step.publication();
        String manifest = publication == null
                ? ""
                : " (manifest " + publication.manifest().hex() + ")";
        return (parts.isEmpty() ? "-" : "+ " + String.join(", ", parts)) + manifest;
    }

    /** The latest time that any entry states; a feed must have one. */
    private Instant newestStated() {
        Stream<Instant> published = frame.publications().stream().map(Publication::at);
        Stream<Instant> delivered =
                frame.sources().stream().map(Source::publishedAt).filter(Objects::nonNull);
        Stream<Instant> announced = election.dossier().announcements().stream()
                .map(Announcement::announcedAt)
                .filter(Objects::nonNull);
        return Stream.of(published, delivered, announced)
                .flatMap(times -> times)
                .max(Instant::compareTo)
                .orElse(Instant.EPOCH);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
