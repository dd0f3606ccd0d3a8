package ir.parvaneh.office.page;

import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import ir.parvaneh.chassis.clock.CityClock;
import ir.parvaneh.chassis.desk.DeskLens;
import ir.parvaneh.chassis.desk.DeskMove;
import ir.parvaneh.chassis.desk.DeskRows;
import ir.parvaneh.chassis.desk.Desks;
import ir.parvaneh.chassis.desk.EvidenceSchemas;
import ir.parvaneh.chassis.desk.Signatory;
import ir.parvaneh.chassis.store.Cause;
import ir.parvaneh.chassis.store.Event;
import ir.parvaneh.chassis.store.Pages;
import ir.parvaneh.chassis.store.Pen;
import ir.parvaneh.chassis.store.Shape;
import ir.parvaneh.chassis.store.Store;
import ir.parvaneh.chassis.store.Verdict;
import ir.parvaneh.chassis.stream.Incoming;
import ir.parvaneh.chassis.web.Cursors;
import ir.parvaneh.contracts.FileRegistered;
import ir.parvaneh.contracts.OpenAction;
import ir.parvaneh.contracts.StageEntered;
import ir.parvaneh.contracts.StageLeft;
import ir.parvaneh.contracts.Titles;
import ir.parvaneh.dev.store.EmbeddedStore;
import ir.parvaneh.iran.WorkingCalendar;
import ir.parvaneh.office.register.Office;
import ir.parvaneh.office.register.OfficeLoad;
import ir.parvaneh.office.register.OfficeRegister;
import ir.parvaneh.office.register.RegisterOf;
import ir.parvaneh.office.visit.VisitDates;
import ir.parvaneh.office.visit.VisitPolicy;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import reactor.core.publisher.Mono;

/** The office's pages on an embedded store, told by a file that is not there, and the register they stand on. */
final class OfficeHouse implements AutoCloseable {
    static final Instant NOW = Instant.parse("2026-11-25T08:00:00Z");
    private static final Titles TITLE = new Titles("مرحله", "stage");
    private static final VisitWords WORDS = new VisitWords(
            "inspection-scheduled",
            List.of("inspection-scheduled", "inspection-reported"),
            "office-inspector",
            "record-visit");

    private final EmbeddedStore embedded = EmbeddedStore.inMemory();
    private final MongoClient client = MongoClients.create(embedded.uri());
    private final CityClock clock = new CityClock(InstantSource.fixed(NOW));
    private final OfficeRegister register;
    private final FollowsTheFile reaction;
    private final ClosingOffices closing;
    private final GoneInspectors gone;
    private long number;
    final Pages<OfficePage> pages;
    final Desks<OfficePage> desks;
    final Offices offices;

    OfficeHouse(Map<String, Office> known) {
        register = RegisterOf.offices(known);
        offices = replica();
        var policy = new VisitPolicy(2, Duration.ofDays(2), true, 30);
        Visits visits = new Visits(WORDS, new VisitDates(policy, WorkingCalendar.official()), offices);
        var lens = new DeskLens<>(OfficePage::desk, OfficePage::with, OfficePlaces::of, visits::hindrance);
        Pen pen = new Pen(() -> UUID.randomUUID().toString(), clock, clock);
        Store store = new Store(client.getDatabase("office"), (topic, event) -> Mono.empty(), pen, 100);
        pages = store.pages(new Pages.Definition<>(
                "pages",
                "/offices/pages",
                "offices.events.v1",
                OfficePage.class,
                id -> OfficePage.blank(),
                OfficePlaces::found,
                OfficePlaces.INDEXES,
                page -> OfficePlaces.rows(page, lens)));
        var schemas = new EvidenceSchemas(digest -> Mono.empty(), text -> false);
        var rows = store.rows(DeskRows.COLLECTION, DeskRows.INDEXES);
        desks = new Desks<>(pages, lens, new OfficeScope(register), schemas, rows, new Cursors("secret"), clock);
        reaction = new FollowsTheFile(offices, visits, clock);
        closing = new ClosingOffices(pages, register, offices, visits, clock);
        gone = new GoneInspectors(pages, desks, register, visits, clock);
    }

    static Office office(String... inspectors) {
        return new Office(
                "an office",
                7,
                Office.Status.ACTIVE,
                Stream.of(inspectors)
                        .map(one -> new Office.Person(one, List.of("office-inspector"), List.of(), List.of()))
                        .toList());
    }

    /** What another replica knows of the same offices: their register, and nothing of what was given out here. */
    Offices replica() {
        return new Offices(register, new OfficeLoad());
    }

    void closes(String officeId) {
        RegisterOf.learns(
                register, officeId, RegisterOf.closing(register.office(officeId).orElseThrow()));
        closing.empty().block();
    }

    /** The office has these inspectors from now on; who is not among them is gone. */
    void has(String officeId, String... inspectors) {
        RegisterOf.learns(register, officeId, office(inspectors));
    }

    void replacesInspectors() {
        gone.replace().block();
    }

    void claimed(String file, long opening, String personId) {
        var who = new Signatory(personId, Set.of("office-inspector"), null, false);
        pages.change(file, Cause.clock(), page -> {
                    var move = (DeskMove.Moved) page.body().desk().claimed(opening, who, NOW, page.version() + 1);
                    return Verdict.changed(page.body().with(move.desk()), move.events());
                })
                .block();
    }

    void registered(String file, String wish) {
        hears(
                file,
                "file-registered",
                new FileRegistered("owner", "PERMIT_NEW_BUILD", "7-1-1-1-0-0-0", 7, wish, "code"));
    }

    void entered(String file, long opening, String stage, String action, String role) {
        var open = new OpenAction(action, TITLE, List.of(role), null, null, false, List.of());
        var work =
                new StageEntered(opening, null, stage, TITLE, "office", null, NOW, null, null, List.of(open), Map.of());
        hears(file, "stage-entered", work);
    }

    void left(String file, long opening, String stage, String action, String by) {
        var left = new StageLeft(opening, null, stage, "office", action, by, List.of(by), null, List.of(), NOW);
        hears(file, "stage-left", left);
    }

    private void hears(String file, String type, Object data) {
        number++;
        byte[] json = Shape.json().writeValueAsBytes(data);
        var event = new Incoming("/applications/files", file, number, "e" + number, type, NOW, null, json);
        pages.change(file, Cause.clock(), page -> reaction.apply(page, event)).block();
    }

    OfficePage page(String file) {
        return pages.find(file).block().body();
    }

    List<String> told(String file) {
        return pages.events(file, 1, 100).map(Event::type).collectList().block();
    }

    @Override
    public void close() {
        client.close();
        embedded.close();
    }
}
