package ir.parvaneh.application.file;

import ir.parvaneh.application.permit.PermitProcess;
import ir.parvaneh.chassis.store.NewEvent;
import ir.parvaneh.chassis.store.Page;
import ir.parvaneh.contracts.FileRegistered;
import ir.parvaneh.process.Attempt;
import ir.parvaneh.process.Calendar;
import ir.parvaneh.process.Decision;
import ir.parvaneh.process.Evidence;
import ir.parvaneh.process.Judge;
import ir.parvaneh.process.ProcessEvent;
import ir.parvaneh.process.ProcessFile;
import ir.parvaneh.process.ProcessTable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The only judge of a file: asks the kernel and says what follows for the page. Pure; now is an argument. */
public final class FileJudge {

    private final PermitProcess process;
    private final Calendar calendar;

    public FileJudge(PermitProcess process, Calendar calendar) {
        this.process = process;
        this.calendar = calendar;
    }

    /** The edition a file was begun under. */
    public ProcessTable tableOf(ApplicationFile file) {
        return process.tables().of(file.process());
    }

    public Calendar calendar() {
        return calendar;
    }

    /** Begins a file on a blank page. Who and what it is about is told before its first stage is entered. */
    public Ruling.Moved begin(Page<ApplicationFile> page, Facts facts, Instant now) {
        long registered = page.number() + 1;
        Decision.Accepted begun = Judge.start(process.current(), now, calendar, registered);
        ApplicationFile file = page.body().filed(facts, begun.applyTo(null, registered));
        List<NewEvent> events = new ArrayList<>(List.of(new NewEvent("file-registered", registered(facts))));
        events.addAll(told(begun.events()).toList());
        return new Ruling.Moved(file.touched(page.version() + 1, now), events);
    }

    /** Judges an attempt on a file that exists. */
    public Ruling judge(Page<ApplicationFile> page, Attempt attempt, Instant now) {
        ProcessFile file = page.body().process();
        return switch (Judge.decide(tableOf(page.body()), file, attempt, now, calendar, page.number())) {
            case Decision.Accepted accepted -> moved(page, accepted, now);
            case Decision.Refused refused -> new Ruling.Refused(refused);
        };
    }

    /**
     * Has the file learn a fact that happened beside its process; a file that has ended learns nothing. It is no visible
     * change: whoever is about to act on the file is not overtaken by it.
     */
    public Ruling learn(Page<ApplicationFile> page, String kind, Evidence fact, Instant now) {
        ApplicationFile file = page.body();
        return switch (Judge.learn(tableOf(file), file.process(), kind, fact, now)) {
            case Decision.Accepted accepted ->
                new Ruling.Moved(
                        file.knowing(accepted.applyTo(file.process(), page.number())),
                        told(accepted.events()).toList());
            case Decision.Refused refused -> new Ruling.Refused(refused);
        };
    }

    private static Ruling moved(Page<ApplicationFile> page, Decision.Accepted accepted, Instant now) {
        ProcessFile after = accepted.applyTo(page.body().process(), page.number());
        ApplicationFile file = page.body().moved(after).touched(page.version() + 1, now);
        return new Ruling.Moved(file, told(accepted.events()).toList());
    }

    private static Stream<NewEvent> told(List<ProcessEvent> events) {
        return events.stream().map(event -> new NewEvent(event.type(), event));
    }

    private static FileRegistered registered(Facts facts) {
        return new FileRegistered(
                facts.ownerId(),
                facts.requestType(),
                facts.renovationCode(),
                facts.districtNo(),
                facts.officeWish(),
                facts.trackingCode());
    }
}
