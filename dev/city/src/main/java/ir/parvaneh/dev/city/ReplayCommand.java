package ir.parvaneh.dev.city;

import ir.parvaneh.dev.city.Options.Misuse;
import ir.parvaneh.dev.city.play.Replay;
import ir.parvaneh.dev.city.play.Settings;
import ir.parvaneh.dev.city.records.GeneratedLog;
import ir.parvaneh.dev.city.records.LogReader;
import ir.parvaneh.dev.city.records.PermitLog;
import ir.parvaneh.dev.city.records.PermitLog.Doubt;
import ir.parvaneh.dev.city.records.PermitRecord;
import ir.parvaneh.dev.city.report.Result;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** {@code replay} and {@code demo}: reads, names what makes no sense, plays the rest and reports. */
final class ReplayCommand {
    private static final int NAMED_AT_MOST = 20;

    private final City city;
    private final Options options;
    private final List<PermitRecord> records = new ArrayList<>();
    private int refused;
    private boolean unreadable;

    ReplayCommand(City city, Options options) {
        this.city = city;
        this.options = options;
    }

    int replay() {
        if (options.words().isEmpty()) {
            throw new Misuse("replay wants a file");
        }
        List<Path> files = options.words().stream().map(Path::of).toList();
        files.forEach(file -> take(LogReader.read(file)));
        if (records.isEmpty()) {
            System.err.println("there is nothing to replay");
            return 1;
        }
        return play(files.getFirst().getFileName().toString().replaceAll("\\.(csv|gz)", ""));
    }

    int demo() {
        records.addAll(GeneratedLog.records(options.number("--files", 40), options.number("--seed", 1)));
        return play("demo");
    }

    private void take(PermitLog log) {
        switch (log) {
            case PermitLog.Unreadable bad -> {
                System.err.println(bad.name() + " cannot be replayed: " + bad.why());
                refused++;
                unreadable = true;
            }
            case PermitLog.Readable good -> {
                records.addAll(good.records());
                refused += good.refused().size();
                name(good.name(), "refused", good.refused());
                name(good.name(), "used, but odd", good.flagged());
            }
        }
    }

    private static void name(String log, String what, List<Doubt> doubts) {
        doubts.stream()
                .limit(NAMED_AT_MOST)
                .forEach(d -> System.err.println(log + ": " + d.permit() + " " + what + ": " + d.why()));
        if (doubts.size() > NAMED_AT_MOST) {
            System.err.println(log + ": and " + (doubts.size() - NAMED_AT_MOST) + " more " + what);
        }
    }

    private int play(String name) {
        List<PermitRecord> played =
                records.subList(0, Math.min(records.size(), options.number("--limit", records.size())));
        Result result = new Replay(settings()).run(name, played, refused);
        if (options.has("--json")) {
            System.out.println(result.json());
            System.err.print(result.troubles());
        } else {
            System.out.print(result.text());
        }
        if (options.has("--ping")) {
            new Ping(city).run(options);
        }
        return result.good() && !unreadable ? 0 : 1;
    }

    private Settings settings() {
        int clients = options.number("--clients", 16);
        return new Settings(
                city.gateway(),
                city.issuer(),
                city.secret(),
                city.data(),
                clients,
                options.number("--under-way", clients * 16),
                options.number("--seed", 1),
                options.has("--resume"),
                options.decimal("--rate", 0),
                Duration.ofSeconds(options.number("--patience", 60)),
                options.has("--quiet"),
                untilIssued());
    }

    private boolean untilIssued() {
        String until = options.text("--until", "completed");
        if (!until.equals("issued") && !until.equals("completed")) {
            throw new Misuse("--until wants issued or completed");
        }
        return until.equals("issued");
    }
}
