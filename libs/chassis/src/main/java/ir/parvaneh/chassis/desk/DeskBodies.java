package ir.parvaneh.chassis.desk;

import io.swagger.v3.oas.annotations.media.Schema;
import ir.parvaneh.chassis.web.Required;
import ir.parvaneh.contracts.Reason;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** What people send to a desk. */
final class DeskBodies {
    private DeskBodies() {}

    /** @param onBehalfOf an absent person whose delegation is used, or null */
    record Decide(String action, @Schema(type = "object") JsonNode evidence, List<Reason> reasons, String onBehalfOf) {
        Decide {
            Required.of("action", action);
            requireCodes(reasons);
        }

        Attempt attempt() {
            return new Attempt(action, evidence == null || evidence.isNull() ? null : evidence, reasons);
        }
    }

    record Reassign(String to) {
        Reassign {
            Required.of("to", to);
        }
    }

    record Sign(List<Item> items) {
        static final int MOST = 100;

        Sign {
            Required.of("items", items);
        }
    }

    /** @param etag of the task, as it was listed */
    record Item(
            String taskId,
            String etag,
            String action,
            @Schema(type = "object") JsonNode evidence,
            List<Reason> reasons,
            String onBehalfOf) {
        Item {
            Required.of("taskId", taskId, "etag", etag, "action", action);
            requireCodes(reasons);
        }

        Decide decision() {
            return new Decide(action, evidence, reasons, onBehalfOf);
        }
    }

    private static void requireCodes(List<Reason> reasons) {
        for (int i = 0; reasons != null && i < reasons.size(); i++) {
            Reason reason = reasons.get(i);
            Required.of("reasons/" + i + "/code", reason.code(), "reasons/" + i + "/text", reason.text());
        }
    }
}
