package ir.parvaneh.office.page;

import ir.parvaneh.chassis.desk.Desks;
import ir.parvaneh.office.register.Office;
import ir.parvaneh.office.register.OfficeChoice;
import ir.parvaneh.office.register.OfficeLoad;
import ir.parvaneh.office.register.OfficeRegister;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Which office a file goes to, and who there may visit its plot. */
public final class Offices {
    private final OfficeRegister register;
    private final OfficeLoad load;

    public Offices(OfficeRegister register, OfficeLoad load) {
        this.register = register;
        this.load = load;
    }

    /** False when the office is closing: its files go elsewhere at the next step. */
    boolean keeps(String officeId) {
        return register.office(officeId)
                .map(office -> office.status() != Office.Status.CLOSING)
                .orElse(true);
    }

    Optional<OfficeChoice.Chosen> choose(String wish) {
        Optional<OfficeChoice.Chosen> chosen = OfficeChoice.choose(wish, register.active(), load.now());
        chosen.ifPresent(one -> load.gave(one.officeId()));
        return chosen;
    }

    /** Counts every office's open tasks anew: what other replicas gave out is seen, and what was given before a restart. */
    public Mono<Void> count(Desks<OfficePage> desks) {
        return Flux.fromIterable(register.ids())
                .concatMap(id -> desks.open(OfficePlaces.office(id)).map(open -> Map.entry(id, open)))
                .collectMap(Map.Entry::getKey, Map.Entry::getValue)
                .doOnNext(load::counted)
                .then();
    }

    List<String> holding(String officeId, String role) {
        return register.office(officeId).map(office -> office.holding(role)).orElse(List.of());
    }

    List<String> conflicted(String officeId, String renovationCode, Set<String> parties) {
        return register.office(officeId)
                .map(office -> office.conflicted(renovationCode, parties))
                .orElse(List.of());
    }
}
