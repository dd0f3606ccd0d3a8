package ir.parvaneh.district.page;

import ir.parvaneh.chassis.desk.DeskLens;
import ir.parvaneh.chassis.desk.Task;
import ir.parvaneh.chassis.store.Page;
import java.util.List;

/** Which desk a task lies on: that of the plot's district, of the agency that was asked, or of the commission. */
public final class DistrictPlaces {
    public static final DeskLens<DistrictPage> LENS = new DeskLens<>(
            DistrictPage::desk,
            DistrictPage::with,
            DistrictPlaces::of,
            (page, opening, action, now) -> AnswersTheReferral.hindrance(page, opening));

    static final String COMMISSION = "commission";

    private DistrictPlaces() {}

    static String district(int districtNo) {
        return "district:" + districtNo;
    }

    static String agency(String agency) {
        return "agency:" + agency;
    }

    /** Whether tasks of that holder are done here. */
    static boolean isHere(String holder) {
        return switch (holder) {
            case "district", "agency", COMMISSION -> true;
            default -> false;
        };
    }

    private static List<String> of(Page<DistrictPage> page, Task task) {
        return switch (task.work().holder()) {
            case "district" -> ofDistrict(page.body());
            case "agency" -> List.of(agency(task.work().agency()));
            case COMMISSION -> List.of(COMMISSION);
            default -> List.of();
        };
    }

    private static List<String> ofDistrict(DistrictPage page) {
        return page.file() == null ? List.of() : List.of(district(page.file().districtNo()));
    }
}
