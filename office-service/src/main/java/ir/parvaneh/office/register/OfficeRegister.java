package ir.parvaneh.office.register;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import ir.parvaneh.chassis.store.Page;
import ir.parvaneh.chassis.store.Pages;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import reactor.core.publisher.Mono;

/**
 * All offices, held in memory because every new file needs them. The city has about 110 [S14]; the register is read again every few
 * seconds, so that a replica sees what another one changed.
 */
public final class OfficeRegister {
    private static final int MOST = 1000;

    private final Pages<Office> pages;
    private final Map<String, Page<Office>> known = new ConcurrentHashMap<>();

    public OfficeRegister(Pages<Office> pages) {
        this.pages = pages;
    }

    /** Reads all offices; completes with their number. */
    public Mono<Integer> refresh() {
        return pages.query(Filters.empty(), Sorts.ascending("_id"), MOST)
                .doOnNext(this::learn)
                .then(Mono.fromSupplier(known::size));
    }

    void learn(Page<Office> page) {
        known.merge(page.id(), page, (old, young) -> young.version() >= old.version() ? young : old);
    }

    public Optional<Office> office(String officeId) {
        return Optional.ofNullable(known.get(officeId)).map(Page::body);
    }

    public List<String> active() {
        return known.values().stream()
                .filter(page -> page.body().takesFiles())
                .map(Page::id)
                .sorted()
                .toList();
    }

    /** Offices whose files go elsewhere. */
    public List<String> closing() {
        return known.values().stream()
                .filter(page -> page.body().status() == Office.Status.CLOSING)
                .map(Page::id)
                .sorted()
                .toList();
    }

    public List<String> ids() {
        return known.keySet().stream().sorted().toList();
    }

    List<Page<Office>> all() {
        return known.values().stream().sorted(Comparator.comparing(Page::id)).toList();
    }
}
