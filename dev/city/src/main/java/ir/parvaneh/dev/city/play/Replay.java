package ir.parvaneh.dev.city.play;

import ir.parvaneh.dev.city.records.PermitRecord;
import ir.parvaneh.dev.city.report.CityProcesses;
import ir.parvaneh.dev.city.report.Journal;
import ir.parvaneh.dev.city.report.ProgressBar;
import ir.parvaneh.dev.city.report.Result;
import ir.parvaneh.dev.city.report.Tally;
import ir.parvaneh.dev.city.wire.Caller;
import ir.parvaneh.dev.city.wire.CityAway;
import ir.parvaneh.dev.city.wire.Tokens;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;

/** Files one application a record and plays everybody's part until each file is at the end its record shows. */
public final class Replay {
    /** Sixty days, the longest Nowruz after them, and some. */
    private static final Duration PAST_EVERY_OWNERS_TERM = Duration.ofDays(75);

    private final Settings settings;
    private final Tokens tokens;
    private final Tally tally = new Tally();
    private final CityProcesses processes;
    private final AtomicReference<CityAway> away = new AtomicReference<>();

    public Replay(Settings settings) {
        this.settings = settings;
        this.tokens = new Tokens(settings.issuer(), settings.secret());
        this.processes = new CityProcesses(settings.data());
    }

    /**
     * Plays until all files are at their end or stuck.
     *
     * @param name of the replay: its journal is {@code replay/NAME.journal} under the data folder
     * @param refused how many records made no sense, for the report
     * @throws CityAway when the city stops answering; what it acknowledged is in the journal and can be resumed
     */
    public Result run(String name, List<PermitRecord> records, int refused) {
        Path file = settings.data().resolve("replay").resolve(name + ".journal");
        List<Journal.Line> before = settings.resume() ? Journal.read(file) : List.of();
        try (Journal journal =
                before.isEmpty() ? Journal.fresh(file, newRun()) : Journal.resumed(file, runOf(before))) {
            return play(records, refused, journal, before);
        }
    }

    private static String newRun() {
        return UUID.randomUUID().toString();
    }

    private static String runOf(List<Journal.Line> lines) {
        return lines.getFirst().run();
    }

    private Result play(List<PermitRecord> records, int refused, Journal journal, List<Journal.Line> before) {
        Scene scene = new Scene(people(), tokens, tally, journal);
        CityTime time = new CityTime(settings, tokens);
        scene.cityIsAheadBy(time.offset());
        Casting casting = casting(scene, before);
        List<Walk> walks = walks(casting, records);
        long cpu = processes.cpuMillis();
        long start = System.nanoTime();
        try (ProgressBar bar = new ProgressBar(tally, records.size())) {
            if (!settings.quiet()) {
                bar.start();
            }
            playAll(scene, casting, walks.stream().filter(w -> !w.ended).toList());
            walkTheAbandoned(
                    scene,
                    casting,
                    time,
                    walks.stream().filter(w -> w.resting && !w.ended).toList());
        }
        return new Result(records.size(), refused, tally, (System.nanoTime() - start) / 1e9, cpuSince(cpu));
    }

    private long cpuSince(long cpu) {
        long now = processes.cpuMillis();
        return cpu < 0 || now < cpu ? -1 : now - cpu;
    }

    private People people() {
        try (Caller issuer = new Caller(settings.issuer(), settings.patience())) {
            return People.of(issuer);
        }
    }

    private Casting casting(Scene scene, List<Journal.Line> before) {
        Map<String, List<Journal.Line>> told = before.stream()
                .filter(line -> line.permit() != null)
                .collect(Collectors.groupingBy(Journal.Line::permit));
        return new Casting(scene, settings.seed(), settings.untilIssued(), told);
    }

    private static List<Walk> walks(Casting casting, List<PermitRecord> records) {
        List<Walk> walks = new ArrayList<>();
        for (PermitRecord record : records) {
            walks.add(casting.walk(record, walks.size() + 1));
        }
        return walks;
    }

    private void playAll(Scene scene, Casting casting, List<Walk> walks) {
        Turns turns = new Turns(walks, settings.files(), settings.ratePerSecond(), tally);
        List<Thread> clients = new ArrayList<>();
        for (int i = 0; i < settings.clients(); i++) {
            clients.add(Thread.ofPlatform().name("client-" + i).start(() -> playOn(scene, casting, turns)));
        }
        clients.forEach(Replay::join);
        if (away.get() != null) {
            throw away.get();
        }
    }

    private void playOn(Scene scene, Casting casting, Turns turns) {
        try (Player player = player(scene, casting)) {
            for (Walk walk = turns.next(); walk != null; walk = turns.next()) {
                turns.back(walk, turnOf(player, walk));
            }
        } catch (CityAway gone) {
            away.compareAndSet(null, gone);
            turns.stop();
        } catch (RuntimeException accident) {
            tally.error("the driver itself: " + accident);
            turns.stop();
            throw accident;
        }
    }

    private static Duration turnOf(Player player, Walk walk) {
        if (walk.application != null && walk.open.isEmpty()) {
            player.findAgain(walk);
        }
        return walk.ended || walk.resting ? Duration.ZERO : player.turn(walk);
    }

    private Player player(Scene scene, Casting casting) {
        int watchOneIn = settings.ratePerSecond() > 0 ? 4 : 32;
        return new Player(
                scene, casting, new Caller(settings.gateway(), settings.patience()), settings.patience(), watchOneIn);
    }

    /** What only time ends: the city clock is moved past the longest term an owner has, and the files are read. */
    private void walkTheAbandoned(Scene scene, Casting casting, CityTime time, List<Walk> resting) {
        if (resting.isEmpty()) {
            return;
        }
        time.advance(PAST_EVERY_OWNERS_TERM);
        resting.forEach(walk -> {
            walk.resting = false;
            walk.awaitsClock = true;
            walk.open.clear();
            walk.open.add("abandoned");
            walk.active();
        });
        playAll(scene, casting, resting);
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the clients were playing", e);
        }
    }
}
