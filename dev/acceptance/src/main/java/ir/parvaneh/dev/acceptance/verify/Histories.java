package ir.parvaneh.dev.acceptance.verify;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All streams of all services, as histories and outboxes tell them: numbers, chains, keys, and folds of the files. */
final class Histories {
    static final String FILES = "/applications/files";
    static final String SLIPS = "/applications/slips";

    private static final String GAPLESS = "history and outbox number each aggregate's events 1..n";
    private static final String CHAINED = "the hash chain holds through every history";
    private static final String KEYED = "one event for each idempotency key of a stream";

    /** One stream: what each number says, and the hash of the last. */
    static final class Stream {
        private final List<String> gists = new ArrayList<>();
        private String lastId = "";
        private String chain = "";

        long number() {
            return gists.size();
        }

        String lastId() {
            return lastId;
        }

        String chain() {
            return chain;
        }

        List<String> gists() {
            return gists;
        }
    }

    private final Report report;
    private final Map<String, Stream> streams = new LinkedHashMap<>();
    private final Map<String, FileFold> files = new LinkedHashMap<>();
    private final Map<String, List<String>> aggregatesByKey = new HashMap<>();
    private final List<Decision> decisions = new ArrayList<>();

    Histories(Report report) {
        this.report = report;
    }

    /** Takes the next event of its stream; what an outbox holds that history has too is compared with it. */
    void take(Entry event) {
        Stream stream = streams.computeIfAbsent(event.stream(), s -> new Stream());
        if (event.number() >= 1 && event.number() <= stream.number()) {
            boolean same = stream.gists.get((int) event.number() - 1).equals(event.gist());
            report.check(GAPLESS).expect(same, name(event) + " is told twice, differently");
            return;
        }
        report.check(GAPLESS).expect(event.number() == stream.number() + 1, name(event) + " after " + stream.number());
        String expected = event.expectedHash(stream.chain);
        report.check(CHAINED).expect(expected.equals(event.hash()), name(event));
        stream.gists.add(event.gist());
        stream.lastId = event.id();
        stream.chain = event.hash();
        noteKey(event);
        follow(event);
    }

    private static String name(Entry event) {
        return event.stream() + " number " + event.number() + " " + event.type();
    }

    private void noteKey(Entry event) {
        if (event.key() != null) {
            String key = event.key().substring(event.key().lastIndexOf('|') + 1);
            List<String> told = aggregatesByKey.computeIfAbsent(key, k -> new ArrayList<>());
            report.check(KEYED).expect(!told.contains(event.stream()), name(event) + " repeats key " + event.key());
            told.add(event.stream());
        }
    }

    private void follow(Entry event) {
        if (event.source().equals(FILES)) {
            files.computeIfAbsent(event.aggregate(), FileFold::new).take(event);
        } else if (event.type().equals("task-decided")) {
            decisions.add(Decision.of(event));
        }
    }

    /** Every step a client was told of is in exactly one history, once, and every end he saw is the file's end. */
    void compare(List<Acknowledged> told) {
        Report.Check once = report.check("every acknowledged step is in history exactly once");
        Report.Check ends = report.check("every end a client saw is the file's end");
        for (Acknowledged step : told) {
            if (step.isEnd()) {
                FileFold file = files.get(step.application());
                ends.expect(file != null && hasCome(file, step), step.toString());
            } else if (step.key() != null) {
                List<String> found = aggregatesByKey.getOrDefault(step.storedKey(), List.of());
                boolean here = found.size() == 1 && found.getFirst().endsWith("|" + step.application());
                once.expect(here, (found.isEmpty() ? "lost: " : "found in " + found + ": ") + step);
            }
        }
    }

    /** An issued permit lives on; every other end is the file's own. */
    private static boolean hasCome(FileFold file, Acknowledged step) {
        String seen = step.status().toLowerCase(java.util.Locale.ROOT);
        return seen.equals("issued") ? file.wasIssued() : seen.equals(file.outcome());
    }

    void judgeFiles() {
        Report.Check fold = report.check("each file's events fit each other");
        files.values().forEach(file -> {
            fold.looked(1);
            file.misfits().forEach(misfit -> fold.expect(false, misfit));
        });
        Report.Check verdicts = report.check("every decision of a desk has exactly one verdict");
        for (Decision decision : decisions) {
            FileFold file = files.get(decision.file());
            String wrong = file == null ? "no file" : file.wrongVerdict(decision);
            verdicts.expect(wrong == null, decision + ": " + wrong);
        }
    }

    Map<String, Stream> streams() {
        return streams;
    }

    Map<String, FileFold> files() {
        return files;
    }
}
