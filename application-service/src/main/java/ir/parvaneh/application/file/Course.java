package ir.parvaneh.application.file;

import ir.parvaneh.chassis.store.NewEvent;
import ir.parvaneh.chassis.store.Page;
import ir.parvaneh.process.Decision;
import ir.parvaneh.process.ProcessEvent;
import java.util.ArrayList;
import java.util.List;

/** A page in the course of one write: where its file has come to, and what was told so far. */
final class Course {

    private final Page<ApplicationFile> page;
    private final List<NewEvent> told = new ArrayList<>();
    private ApplicationFile file;

    Course(Page<ApplicationFile> page) {
        this.page = page;
        this.file = page.body();
    }

    ApplicationFile file() {
        return file;
    }

    /** The number of the last event told so far. */
    long number() {
        return page.number() + told.size();
    }

    /** The page as if it ended here. */
    Page<ApplicationFile> soFar() {
        return new Page<>(page.id(), page.version(), number(), file);
    }

    void become(ApplicationFile changed) {
        file = changed;
    }

    void tell(NewEvent event) {
        told.add(event);
    }

    void tell(ProcessEvent event) {
        tell(new NewEvent(event.type(), event));
    }

    /** A fact is learned; the process stands where it stood. */
    void know(Decision.Accepted learned) {
        file = file.knowing(learned.applyTo(file.process(), number()));
        learned.events().forEach(this::tell);
    }

    /** What was judged of the page so far. */
    void add(Ruling.Moved moved) {
        file = moved.file();
        told.addAll(moved.events());
    }

    Ruling.Moved moved() {
        return new Ruling.Moved(file, told);
    }
}
