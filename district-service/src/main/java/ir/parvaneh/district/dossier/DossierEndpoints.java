package ir.parvaneh.district.dossier;

import ir.parvaneh.chassis.identity.Caller;
import ir.parvaneh.chassis.store.Page;
import ir.parvaneh.chassis.store.Pages;
import ir.parvaneh.chassis.stream.Incoming;
import ir.parvaneh.chassis.stream.Owners;
import ir.parvaneh.chassis.web.Refused;
import ir.parvaneh.contracts.Sources;
import ir.parvaneh.district.page.DistrictPage;
import ir.parvaneh.district.page.DistrictScope;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** {@code GET /v1/dossiers/ID}: for people of the plot's district and the auditor. */
@RestController
public final class DossierEndpoints {
    private static final int PAGE = 500;

    private final Pages<DistrictPage> pages;
    private final Owners owners;

    public DossierEndpoints(Pages<DistrictPage> pages, Owners owners) {
        this.pages = pages;
        this.owners = owners;
    }

    @GetMapping("/v1/dossiers/{applicationId}")
    Mono<Dossier> show(@PathVariable String applicationId, Caller caller) {
        if (!caller.hasRole("auditor") && !DistrictScope.isOfDistrict(caller)) {
            return Mono.error(new Refused("forbidden"));
        }
        return pages.find(applicationId)
                .filter(page -> maySee(page, caller))
                .flatMap(page -> history(applicationId))
                .filter(events -> !events.isEmpty())
                .map(events -> Dossier.of(applicationId, events))
                .switchIfEmpty(Mono.error(() -> new Refused("not-found")));
    }

    private static boolean maySee(Page<DistrictPage> page, Caller caller) {
        return page.body().file() != null
                && (caller.hasRole("auditor") || page.body().liesIn(caller.districtNo()));
    }

    private Mono<List<Incoming>> history(String applicationId) {
        return owners.events(Sources.FILES, applicationId, 1, PAGE)
                .expand(page -> page.size() < PAGE
                        ? Mono.empty()
                        : owners.events(
                                Sources.FILES, applicationId, page.getLast().number() + 1, PAGE))
                .concatMapIterable(page -> page)
                .collectList();
    }
}
