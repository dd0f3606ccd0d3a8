package ir.parvaneh.district.page;

import ir.parvaneh.chassis.desk.DeskRows;
import ir.parvaneh.chassis.store.Index;
import ir.parvaneh.chassis.store.Pages;
import ir.parvaneh.chassis.store.Shape;
import ir.parvaneh.contracts.Sources;
import ir.parvaneh.contracts.Topics;
import java.util.List;
import java.util.Map;

/** How the district's pages are kept and found. */
public final class DistrictPages {
    /** Present while a file waits for a docket of article 100 that its page has not heard of. */
    public static final String DOCKET_DUE = "docketDue";

    private DistrictPages() {}

    public static Pages.Definition<DistrictPage> definition() {
        return new Pages.Definition<>(
                "pages",
                Sources.DISTRICT_PAGES,
                Topics.DISTRICTS,
                DistrictPage.class,
                id -> DistrictPage.blank(),
                DistrictPages::found,
                List.of(Index.sparse(DOCKET_DUE)),
                page -> DeskRows.of(page, DistrictPlaces.LENS));
    }

    private static Map<String, Object> found(DistrictPage page) {
        return page.docketDue()
                .<Map<String, Object>>map(
                        task -> Map.of(DOCKET_DUE, Shape.text(task.work().enteredAt())))
                .orElse(Map.of());
    }
}
