package org.cotejo.verify;

import java.io.OutputStream;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.cotejo.audit.evidence.JudgedAudits;
import org.cotejo.base.Progress;
import org.cotejo.crypto.Hash;
import org.cotejo.crypto.Sha256;
import org.cotejo.dossier.Dossier;
import org.cotejo.publication.Manifest;
import org.cotejo.site.PageSink;
import org.cotejo.site.Renderer;
import org.cotejo.site.ReportInput;
import org.cotejo.site.ReportSite;

/** Makes data and pages again from the entries and sets them against the manifest. */
final class MadeAgain {
    private final Manifest manifest;
    private final Findings findings;
    private final Progress progress;
    private final Set<String> made = new HashSet<>();

    MadeAgain(Manifest manifest, Findings findings, Progress progress) {
        this.manifest = manifest;
        this.findings = findings;
        this.progress = progress;
    }

    /** Works the election out anew and compares; the pages only if wanted, since there are thousands of them. */
    void check(Dossier dossier, JudgedAudits audits, boolean withPages) {
        ReportInput input = ReportInput.of(dossier, audits);
        Hashes sink = new Hashes();
        ReportSite.renderData(input, sink);
        boolean isSameRenderer = Renderer.fingerprint().equals(manifest.renderer());
        compare(sink.hashes, Level.VERDICTS, isSameRenderer);
        findings.answer(Level.VERDICTS, Answer.PROVEN);
        if (!withPages) {
            findings.answer(Level.PAGES, Answer.UNCHECKED);
            return;
        }
        Hashes pages = new Hashes();
        ReportSite.renderPages(input, pages, progress);
        compare(pages.hashes, Level.PAGES, isSameRenderer);
        for (Manifest.Line line : manifest.files()) {
            if (!made.contains(line.path())) {
                differs(Level.PAGES, line.path(), isSameRenderer);
            }
        }
        findings.answer(Level.PAGES, Answer.PROVEN);
    }

    private void compare(Map<String, Hash> again, Level level, boolean isSameRenderer) {
        made.addAll(again.keySet());
        Set<Manifest.Line> published = new HashSet<>();
        manifest.files().forEach(line -> published.add(new Manifest.Line(line.path(), 0, line.hash())));
        again.forEach((path, hash) -> {
            if (!published.contains(new Manifest.Line(path, 0, hash))) {
                differs(level, path, isSameRenderer);
            }
        });
    }

    private void differs(Level level, String path, boolean isSameRenderer) {
        PublicationProblem problem = isSameRenderer ? PublicationProblem.MADE_AGAIN : PublicationProblem.OTHER_RENDERER;
        findings.add(level, problem.at(Spot.file(path)));
    }

    /** Keeps of each file its hash alone. */
    private static final class Hashes implements PageSink {
        private final Map<String, Hash> hashes = new ConcurrentHashMap<>();

        @Override
        public OutputStream open(String path) {
            Sha256 hash = new Sha256();
            return new OutputStream() {
                @Override
                public void write(int b) {
                    hash.add(new byte[] {(byte) b}, 0, 1);
                }

                @Override
                public void write(byte[] bytes, int offset, int length) {
                    hash.add(bytes, offset, length);
                }

                @Override
                public void close() {
                    hashes.put(path, hash.hash());
                }
            };
        }
    }
}
