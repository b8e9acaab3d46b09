package org.cotejo.site;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.cotejo.base.Progress;
import org.cotejo.base.Result;
import org.cotejo.base.Sentence;
import org.cotejo.crypto.Hash;
import org.cotejo.definition.PlaceTree;
import org.cotejo.dossier.Frame;
import org.cotejo.publication.SitePath;

/**
 * Writes the report of an election as static pages in Spanish and English, with its data to download. The same input gives
 * the same files, byte for byte. Pages are made one by one, so that memory does not grow with the number of stations.
 */
public final class ReportSite {
    private static final int WORKERS = 2;
    private static final Sentence PAGES = new Sentence("Writing pages:", "Escribiendo páginas:");

    private final Election election;
    private final List<Words> languages;
    private final PageWriter writer;
    private final Progress progress;
    private int done;

    private ReportSite(ReportInput input, PageWriter writer, Progress progress) {
        this.election = new Election(input);
        this.languages = List.of(Words.of(Language.ES), Words.of(Language.EN));
        this.writer = writer;
        this.progress = progress;
    }

    /**
     * Writes the site into {@code dir}, which is new, empty or holds an older site of ours; that one is replaced as a whole
     * when the new one is complete. Returns the number of files; refused (SITE-101) if foreign files alone stand there.
     * Throws {@link java.io.UncheckedIOException} if the disk fails.
     */
    public static Result<Integer> write(ReportInput input, Path dir, Progress progress) {
        return write(input, dir, progress, _ -> {
            throw new IllegalStateException("no files that entries name were given");
        });
    }

    /** As {@link #write}, with the logs of machines; {@code files} gives a file that an entry names by its hash. */
    public static Result<Integer> write(ReportInput input, Path dir, Progress progress, Function<Hash, byte[]> files) {
        return SiteFolder.at(dir).then(folder -> {
            PageSink sink = SiteFolder.into(folder.begin());
            SortedSet<String> written = new TreeSet<>(render(input, sink, progress));
            for (Frame.GivenLog given : input.reconciliation().dossier().frame().machineLogs()) {
                String path = SitePath.blob(given.held().file());
                if (written.add(path)) {
                    write(sink, path, files.apply(given.held().file()));
                }
            }
            folder.finish(written);
            return Result.ok(written.size());
        });
    }

    private static void write(PageSink sink, String path, byte[] bytes) {
        try (OutputStream to = sink.open(path)) {
            to.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("writing " + path, e);
        }
    }

    /** Makes every file of the site into {@code sink} and returns their paths. */
    public static SortedSet<String> render(ReportInput input, PageSink sink, Progress progress) {
        PageWriter writer = new PageWriter(sink);
        ReportSite site = new ReportSite(input, writer, progress);
        site.pages();
        site.data();
        return writer.written();
    }

    /** As {@link #render}, the files below {@code data/} alone. */
    public static void renderData(ReportInput input, PageSink sink) {
        new ReportSite(input, new PageWriter(sink), Progress.NONE).data();
    }

    /** As {@link #render}, all but the files below {@code data/}. */
    public static void renderPages(ReportInput input, PageSink sink, Progress progress) {
        new ReportSite(input, new PageWriter(sink), progress).pages();
    }

    private void pages() {
        List.of("style.css", "cotejo.js", "icon.svg").forEach(name -> writer.carried(name, name));
        writer.bytes(VerifyPage.PATH, this::verifyPage);
        writer.page("index.html", "root", RootPage.of(election, languages));
        List<Hints> hints = election.races().stream().map(Hints::of).toList();
        for (Words words : languages) {
            front(words);
            others(words, hints);
        }
        places();
    }

    private void verifyPage(java.io.OutputStream out) {
        byte[] policy = election.dossier().frame().log().map(VerifyPage::policy).orElse(null);
        try {
            out.write(VerifyPage.html(policy));
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException("writing " + VerifyPage.PATH, e);
        }
    }

    private void data() {
        for (Race race : election.races()) {
            writer.lines(StationsCsv.path(race), new StationsCsv(race)::write);
            writer.lines(CopiesCsv.path(race), new CopiesCsv(race)::write);
        }
        writer.text(FindingsCsv.PATH, new FindingsCsv(election)::write);
        writer.carried("report.schema.json", "data/report.schema.json");
        Feed feed = new Feed(election);
        writer.bytes(Feed.JSON_PATH, feed::writeJson);
        writer.text(Feed.ATOM_PATH, feed::writeAtom);
        writer.carried("feed.schema.json", Feed.SCHEMA_PATH);
        writer.bytes(AuditsJson.PATH, out -> AuditsJson.write(election, out));
        writer.bytes(ReportJson.PATH, out -> ReportJson.write(election.input(), out));
    }

    private Page page(Words words, String path, String key) {
        return new Page(election, words, path, words.say(key + ".title"), words.say(key + ".description"));
    }

    private void front(Words words) {
        if (election.hasSeveralContests()) {
            Page page = page(words, Address.FRONT, "front");
            writer.page(page, "front", FrontPage.of(page));
        }
        for (Race race : election.races()) {
            String sentence = Verdict.of(race, words).sentence();
            Page page = new Page(election, words, Address.contest(race), race.title(), sentence);
            writer.page(page, "contest", new ContestPage(page, race));
        }
    }

    private void others(Words words, List<Hints> hints) {
        Page index = page(words, Address.PLACES, "index");
        writer.page(index, "placeindex", new PlaceIndexPage(index));
        Page codes = page(words, Address.FINDINGS, "codes");
        writer.page(codes, "codes", CodesPage.of(codes));
        Page audits = page(words, Address.AUDITS, "auditpage");
        writer.page(audits, "auditpage", AuditsPage.of(audits));
        Page statistics = page(words, Address.HINTS, "hints");
        writer.page(statistics, "hints", new HintsPage(statistics, hints));
        Page method = page(words, Address.METHOD, "method");
        writer.page(method, "method", method);
        Page data = page(words, Address.DATA, "data");
        writer.page(data, "data", new DataPage(data));
        Page about = page(words, Address.ABOUT, "about");
        writer.page(about, "about", about);
        if (election.dossier().frame().unlisted() > 0) {
            Page notListed = page(words, Address.NOT_LISTED, "notlisted");
            writer.page(notListed, "notlisted", FrontPage.of(notListed));
        }
    }

    /** Every place of every contest; two threads take the next place in turn. */
    private void places() {
        PlaceTree places = election.places();
        int total = places.size() * election.races().size();
        AtomicInteger next = new AtomicInteger();
        try (ExecutorService pool = Executors.newFixedThreadPool(
                WORKERS, Thread.ofPlatform().daemon().factory())) {
            List<Future<?>> work = new ArrayList<>();
            for (int i = 0; i < WORKERS; i++) {
                work.add(pool.submit(() -> {
                    for (int at = next.getAndIncrement(); at < total; at = next.getAndIncrement()) {
                        place(election.races().get(at / places.size()), at % places.size());
                        tell(total);
                    }
                }));
            }
            for (Future<?> one : work) {
                one.get();
            }
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException("writing the pages of places", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while writing a site", e);
        }
    }

    private void place(Race race, int place) {
        for (PlaceContent.PlacePlan plan : PlaceContent.plan(race, place)) {
            PlaceContent content = plan.make();
            for (Words words : languages) {
                PlacePage page = PlacePage.of(content, words);
                writer.page(page.page(), "place", page);
            }
        }
    }

    private synchronized void tell(int total) {
        progress.at(PAGES, ++done, total);
    }
}
