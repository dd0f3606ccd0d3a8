package ir.parvaneh.office.register;

import ir.parvaneh.chassis.refusal.Fault;
import ir.parvaneh.chassis.refusal.Refusal;
import ir.parvaneh.chassis.store.NewEvent;
import ir.parvaneh.chassis.store.Page;
import ir.parvaneh.chassis.store.Verdict;
import ir.parvaneh.contracts.ConflictsDeclared;
import ir.parvaneh.contracts.OfficePersonAdded;
import ir.parvaneh.contracts.OfficeRegistered;
import ir.parvaneh.contracts.OfficeStatusChanged;
import ir.parvaneh.iran.OpaqueId;
import ir.parvaneh.iran.RenovationCode;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What may be done to an office, by whom is judged at the door. */
final class OfficeDecisions {
    static final Set<String> ROLES =
            Set.of("office-clerk", "office-inspector", "office-head", "office-plan-controller");

    private OfficeDecisions() {}

    static Verdict<Office> register(Page<Office> page, Office office) {
        if (page.version() > 0) return Verdict.unchanged();
        return Verdict.changed(
                office, new NewEvent("office-registered", new OfficeRegistered(office.title(), office.districtNo())));
    }

    static Verdict<Office> become(Page<Office> page, Office.Status status, String by, Instant now) {
        if (page.body().status() == status) return Verdict.unchanged();
        String word = status.name().toLowerCase(Locale.ROOT);
        return Verdict.changed(
                page.body().become(status),
                new NewEvent("office-status-changed", new OfficeStatusChanged(word, by, now)));
    }

    /** Codes: id-invalid, unknown-role. */
    static Verdict<Office> add(Page<Office> page, String personId, List<String> roles, String by) {
        if (!OpaqueId.holds(personId)) return refused("id-invalid", "/personId");
        if (roles.isEmpty() || !ROLES.containsAll(roles))
            return Verdict.refused(new Refusal("unknown-role", Map.of("known", List.copyOf(ROLES))));
        Office.Person person = page.body()
                .person(personId)
                .map(known -> new Office.Person(personId, roles, known.conflictPlots(), known.conflictPeople()))
                .orElse(new Office.Person(personId, roles, List.of(), List.of()));
        return Verdict.changed(
                page.body().with(person),
                List.of(new NewEvent("office-person-added", new OfficePersonAdded(personId, roles, by))),
                201,
                null);
    }

    private static Verdict<Office> refused(String code, String pointer) {
        return Verdict.refused(new Refusal(code, Map.of(), List.of(new Fault(pointer, code))));
    }

    /** Codes: id-invalid, value-not-allowed, not-found. */
    static Verdict<Office> declare(
            Page<Office> page, String personId, List<String> plots, List<String> people, String by) {
        if (!people.stream().allMatch(OpaqueId::holds)) return refused("id-invalid", "/personIds");
        if (!plots.stream().allMatch(plot -> RenovationCode.parse(plot).isValid()))
            return refused("value-not-allowed", "/renovationCodes");
        return page.body()
                .person(personId)
                .map(person -> declared(page.body(), person.declaring(plots, people), by))
                .orElseGet(() -> Verdict.refused(new Refusal("not-found")));
    }

    private static Verdict<Office> declared(Office office, Office.Person person, String by) {
        return Verdict.changed(
                office.with(person),
                new NewEvent(
                        "conflicts-declared",
                        new ConflictsDeclared(person.personId(), person.conflictPlots(), person.conflictPeople(), by)));
    }
}
