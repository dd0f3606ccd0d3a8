package ir.parvaneh.application.file;

import ir.parvaneh.application.permit.ApprovedPermit;
import ir.parvaneh.application.permit.Construction;
import ir.parvaneh.application.process.Processes;
import ir.parvaneh.chassis.store.NewEvent;
import ir.parvaneh.chassis.store.Page;
import ir.parvaneh.contracts.FileRegistered;
import ir.parvaneh.contracts.PermitInformed;
import ir.parvaneh.process.Action;
import ir.parvaneh.process.Actor;
import ir.parvaneh.process.Attempt;
import ir.parvaneh.process.Calendar;
import ir.parvaneh.process.Decision;
import ir.parvaneh.process.Evidence;
import ir.parvaneh.process.Exhibit;
import ir.parvaneh.process.Judge;
import ir.parvaneh.process.ProcessEvent;
import ir.parvaneh.process.ProcessFile;
import ir.parvaneh.process.ProcessFile.OpenStage;
import ir.parvaneh.process.ProcessTable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The only judge of a file: asks the kernel and says what follows for the page. Pure; now is an argument. */
public final class FileJudge {

    private final Processes processes;
    private final Calendar calendar;
    private final PaperMoments moments;

    public FileJudge(Processes processes, Calendar calendar, PaperMoments moments) {
        this.processes = processes;
        this.calendar = calendar;
        this.moments = moments;
    }

    /** The edition a file was begun under. */
    public ProcessTable tableOf(ApplicationFile file) {
        return processes.tables().of(file.process());
    }

    public Calendar calendar() {
        return calendar;
    }

    /**
     * Begins a file of a process on a blank page. Who and what it is about is told before its first stage is entered.
     *
     * @param given what it begins with: the first is shown by its beginning, the others are learned at once
     */
    public Ruling.Moved begin(
            Page<ApplicationFile> page, String process, Facts facts, List<Evidence> given, Instant now) {
        Course course = new Course(page);
        course.tell(new NewEvent("file-registered", registered(facts)));
        Exhibit first = given.isEmpty() ? null : processes.exhibit(given.getFirst());
        Decision.Accepted begun = Judge.start(processes.current(process), first, now, calendar, course.number());
        course.become(page.body().filed(facts, begun.applyTo(null, course.number())));
        begun.events().forEach(course::tell);
        given.stream().skip(1).forEach(fact -> course.know(learned(course.file(), fact, now)));
        course.become(course.file().touched(page.version() + 1, now));
        return course.moved();
    }

    /** A file that lives learns whatever it is told. */
    private Decision.Accepted learned(ApplicationFile file, Evidence fact, Instant now) {
        String kind = processes.exhibit(fact).schema();
        return (Decision.Accepted) Judge.learn(tableOf(file), file.process(), kind, fact, now);
    }

    /** Judges an attempt on a file that exists. */
    public Ruling judge(Page<ApplicationFile> page, Attempt attempt, Instant now) {
        return switch (decide(page.body(), attempt, page.number(), now)) {
            case Decision.Accepted accepted ->
                new Moving(page, now).move(accepted).moved();
            case Decision.Refused refused -> new Ruling.Refused(refused);
        };
    }

    /** The same, with what the file learns before and after it in the same write. */
    public Ruling judge(Page<ApplicationFile> page, Attempt attempt, Learning learning, Instant now) {
        Course course = new Course(page);
        learning.apply(page).ifPresent(course::add);
        return switch (judge(course.soFar(), attempt, now)) {
            case Ruling.Moved moved -> {
                course.add(moved);
                learning.apply(course.soFar()).ifPresent(course::add);
                yield course.moved();
            }
            case Ruling.Refused refused -> refused;
        };
    }

    /**
     * Has the file learn a fact that happened beside its process; a file that has ended learns nothing. It is no visible
     * change: whoever is about to act on the file is not overtaken by it.
     */
    public Ruling learn(Page<ApplicationFile> page, String kind, Evidence fact, Instant now) {
        ApplicationFile file = page.body();
        return switch (Judge.learn(tableOf(file), file.process(), kind, fact, now)) {
            case Decision.Accepted accepted -> {
                Course course = new Course(page);
                course.know(accepted);
                course.become(owing(course.file(), page.version() + 1));
                yield course.moved();
            }
            case Decision.Refused refused -> new Ruling.Refused(refused);
        };
    }

    /** The same for several facts, of which only those are learned that the file does not know just so. */
    public Ruling learn(Page<ApplicationFile> page, List<Evidence> facts, Instant now) {
        Course course = new Course(page);
        for (Evidence fact : facts) {
            if (!knows(course.file(), fact)) {
                switch (learn(course.soFar(), processes.exhibit(fact).schema(), fact, now)) {
                    case Ruling.Refused refused -> {
                        return refused;
                    }
                    case Ruling.Moved moved -> course.add(moved);
                }
            }
        }
        return course.moved();
    }

    private boolean knows(ApplicationFile file, Evidence fact) {
        return file.process()
                .latest(processes.exhibit(fact).schema(), fact.getClass())
                .filter(fact::equals)
                .isPresent();
    }

    /** Applications about a permit know it as it is issued; while it is being amended it says nothing new of itself. */
    private static ApplicationFile owing(ApplicationFile file, long version) {
        return file.hasOpenRequests() && Construction.standsAsIssued(file.process())
                ? file.owingRequests(version)
                : file;
    }

    /** Keeps what an application about this permit told, and takes it when the stage waits for it; else it is kept. */
    public Ruling.Moved hear(Page<ApplicationFile> page, Heard heard, Instant now) {
        boolean waitedFor = tableOf(page.body()).allStages().stream()
                .flatMap(stage -> stage.actions().values().stream())
                .anyMatch(heard::isTakenBy);
        if (!waitedFor || page.body().process().hasEnded()) {
            return new Ruling.Moved(page.body(), List.of());
        }
        List<Heard> all = new ArrayList<>(page.body().heard());
        all.add(heard);
        ApplicationFile hearing = page.body().hearing(all);
        return new Moving(new Page<>(page.id(), page.version(), page.number(), hearing), now)
                .takeWords()
                .moved();
    }

    private Decision decide(ApplicationFile file, Attempt attempt, long number, Instant now) {
        return Judge.decide(tableOf(file), file.process(), attempt, now, calendar, number);
    }

    /** One write of a page: a step, and what follows from it at once. */
    private final class Moving {
        private final long version;
        private final Instant now;
        private final Course course;

        Moving(Page<ApplicationFile> page, Instant now) {
            this.version = page.version() + 1;
            this.now = now;
            this.course = new Course(page);
        }

        Moving move(Decision.Accepted accepted) {
            take(accepted);
            return takeWords();
        }

        private void take(Decision.Accepted accepted) {
            ApplicationFile before = course.file();
            course.become(before.moved(accepted.applyTo(before.process(), course.number())));
            accepted.events().forEach(this::tell);
            accepted.events().forEach(this::tellThePermit);
            ApprovedPermit.learnedBy(process()).forEach(fact -> course.know(learned(course.file(), fact, now)));
        }

        private ProcessFile process() {
            return course.file().process();
        }

        private void tell(ProcessEvent event) {
            course.tell(event);
            if (moments.orderPaper(process().process(), event)) {
                course.become(course.file().owingPapers(course.number()));
            }
        }

        /** What was told before a stage waited for it is taken as soon as one does, the oldest first. */
        Moving takeWords() {
            Optional<Heard> taken =
                    course.file().heard().stream().filter(this::takes).findFirst();
            taken.ifPresent(word -> {
                course.become(course.file()
                        .hearing(course.file().heard().stream()
                                .filter(one -> one != word)
                                .toList()));
                takeWords();
            });
            return this;
        }

        private boolean takes(Heard word) {
            OpenStage open = process().main();
            return open != null
                    && tableOf(course.file()).actionsOf(open).stream()
                            .filter(word::isTakenBy)
                            .anyMatch(action -> takes(open, action, word));
        }

        private boolean takes(OpenStage open, Action action, Heard word) {
            Attempt attempt = Attempt.of(action.name(), open.opening(), Actor.anotherApplication(), word.at())
                    .with(word.evidence() == null ? null : processes.evidence(word.evidence()));
            if (decide(course.file(), attempt, course.number(), now) instanceof Decision.Accepted accepted) {
                take(accepted);
                return true;
            }
            return false;
        }

        private void tellThePermit(ProcessEvent event) {
            if (course.file().facts().permitId() == null) {
                return;
            }
            switch (event) {
                case ProcessEvent.StageLeft left -> tell(left.action(), left.decidedAt());
                case ProcessEvent.Ended ended -> tell(ended.outcome(), ended.at());
                case ProcessEvent.Begun begun -> {}
                case ProcessEvent.StageEntered entered -> {}
                case ProcessEvent.DeadlineMissed missed -> {}
                case ProcessEvent.FactLearned learned -> {}
            }
        }

        private void tell(String word, Instant at) {
            var words = processes.words().get(process().process());
            if (words.containsKey(word)) {
                Evidence evidence = words.get(word).apply(process());
                Exhibit exhibit = evidence == null ? null : processes.exhibit(evidence);
                String permit = course.file().facts().permitId();
                course.tell(new NewEvent(
                        "permit-informed", new PermitInformed(permit, process().process(), word, exhibit, at)));
            }
        }

        Ruling.Moved moved() {
            course.become(owing(course.file(), version).touched(version, now));
            return course.moved();
        }
    }

    private static FileRegistered registered(Facts facts) {
        return new FileRegistered(
                facts.ownerId(),
                facts.requestType(),
                facts.renovationCode(),
                facts.districtNo(),
                facts.officeWish(),
                facts.trackingCode(),
                facts.permitId());
    }
}
