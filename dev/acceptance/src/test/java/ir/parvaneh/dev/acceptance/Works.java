package ir.parvaneh.dev.acceptance;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Works under an issued permit: begun, reported stage by stage, or stopped for a violation. */
final class Works {
    private static final Map<String, Object> PAPER =
            Map.of("kind", "violation-form", "digest", DocketFile.DIGEST, "pages", 2);
    private static final List<String> STAGES = List.of(
            "demolition", "excavation", "foundation", "frame", "rough-work", "finishing", "facade", "completion");
    private static final List<String> SUPERVISORS =
            List.of("supervisor-civil", "supervisor-architecture", "supervisor-electrical", "supervisor-mechanical");

    private final PermitFile file;

    private Works(PermitFile file) {
        this.file = file;
    }

    /** A supervisor reports a violation, and the district refers it to article 100. */
    static PermitFile referred(String owner, int district) {
        Works works = begun(owner, district);
        works.stop();
        works.refer();
        works.file.await("article-100");
        return works.file;
    }

    /** All eight stages are reported without violation. */
    static PermitFile completed(String owner, int district) {
        Works works = begun(owner, district);
        STAGES.forEach(works::report);
        works.file.await("construction-completed");
        return works.file;
    }

    private static Works begun(String owner, int district) {
        PermitFile file = PermitFile.drafted(owner, "office-022", district);
        file.to("district-approval").play("approve-permit");
        Works works = new Works(file);
        works.begin();
        return works;
    }

    private void begin() {
        Person coordinator = file.person("supervisor-civil");
        var announced = Map.of("coordinatorId", coordinator.id(), "plannedOn", DocketFile.today());
        file.ownerDoes("announce-start", announced);
        file.decides("supervisor-civil", "start-awaited", "notify-start", sheet());
    }

    private static Map<String, Object> sheet() {
        return Map.of("startsOn", DocketFile.today(), "sheet", PAPER);
    }

    private void report(String stage) {
        var report = Map.of("reportedOn", DocketFile.today(), "violation", false, "report", PAPER);
        file.sign("under-construction", SUPERVISORS, Map.of("action", "report-" + stage, "evidence", report));
    }

    private void stop() {
        Map<String, Object> report = new HashMap<>(Map.of("reportedOn", DocketFile.today(), "violation", true));
        report.putAll(Map.of("kind", "area", "report", PAPER));
        file.decides("supervisor-civil", "under-construction", "report-civil-violation", report);
    }

    private void refer() {
        var items = List.of(Map.of("kind", "area", "permitted", 1250, "found", 1310));
        var form = Map.of("foundOn", DocketFile.today(), "items", items, "form", PAPER);
        file.decides("district-expert", "stop-work", "refer-to-article-100", form);
    }
}
