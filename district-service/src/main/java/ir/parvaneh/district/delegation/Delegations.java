package ir.parvaneh.district.delegation;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.model.Sorts;
import ir.parvaneh.chassis.identity.Caller;
import ir.parvaneh.chassis.store.Index;
import ir.parvaneh.chassis.store.Page;
import ir.parvaneh.chassis.store.Pages;
import ir.parvaneh.chassis.store.Store;
import ir.parvaneh.contracts.Topics;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bson.conversions.Bson;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** All delegations, each an aggregate of its own. */
public final class Delegations {
    /** CloudEvents source of delegations. */
    public static final String SOURCE = "/districts/delegations";

    /** More than anybody has with one colleague; the newest count. */
    private static final int MOST = 100;

    final Pages<Delegation> pages;
    private final InstantSource clock;

    public Delegations(Store store, InstantSource clock) {
        this.clock = clock;
        this.pages = store.pages(new Pages.Definition<>(
                "delegations",
                SOURCE,
                Topics.DISTRICTS,
                Delegation.class,
                id -> Delegation.unknown(),
                Delegations::found,
                List.of(Index.on("standInId", "absentId"), Index.on("absentId"), Index.on("districtNo")),
                page -> List.of()));
    }

    private static Map<String, Object> found(Delegation delegation) {
        Map<String, Object> fields = new HashMap<>();
        fields.put("standInId", delegation.standInId());
        fields.put("absentId", delegation.absentId());
        fields.put("districtNo", delegation.districtNo());
        return fields;
    }

    /** Roles in which the caller may sign for the absent person now. Both must be of one district. */
    public Mono<Set<String>> lent(Caller caller, String absentPersonId) {
        Bson between = and(eq("standInId", caller.personId()), eq("absentId", absentPersonId));
        return query(between)
                .map(Page::body)
                .filter(given -> caller.districtNo() != null && given.districtNo() == caller.districtNo())
                .filter(given -> given.holdsAt(clock.instant()))
                .<Set<String>>collect(HashSet::new, (roles, given) -> roles.addAll(given.roles()));
    }

    /** The newest first: ids carry no time, so by their beginning. */
    Flux<Page<Delegation>> query(Bson filter) {
        return pages.query(filter, Sorts.descending("body.from"), MOST);
    }
}
