package ir.parvaneh.dev.acceptance;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A permit that is built under until a supervisor reports a violation and the district refers it to article 100. */
final class StoppedWorks {
    private static final Map<String, Object> PAPER =
            Map.of("kind", "violation-form", "digest", DocketFile.DIGEST, "pages", 2);

    private final PermitFile file;

    private StoppedWorks(PermitFile file) {
        this.file = file;
    }

    static PermitFile referred(String owner, int district) {
        PermitFile file = PermitFile.drafted(owner, "office-022", district);
        file.to("district-approval").play("approve-permit");
        StoppedWorks works = new StoppedWorks(file);
        works.start();
        works.stop();
        works.refer();
        file.await("article-100");
        return file;
    }

    private void start() {
        Person coordinator = file.person("supervisor-civil");
        var announced = Map.of("coordinatorId", coordinator.id(), "plannedOn", DocketFile.today());
        PermitFile.accepted(Ask.post(
                        "/v1/applications/" + file.id + "/actions",
                        Map.of("action", "announce-start", "evidence", announced))
                .as(file.owner)
                .ifMatch(file.seenBy(file.owner).etag())
                .send());
        decides(coordinator, "start-awaited", "notify-start", Map.of("startsOn", DocketFile.today(), "sheet", PAPER));
    }

    private void stop() {
        Map<String, Object> report = new HashMap<>(Map.of("reportedOn", DocketFile.today(), "violation", true));
        report.putAll(Map.of("kind", "area", "report", PAPER));
        decides(file.person("supervisor-civil"), "under-construction", "report-civil-violation", report);
    }

    private void refer() {
        var items = List.of(Map.of("kind", "area", "permitted", 1250, "found", 1310));
        var form = Map.of("foundOn", DocketFile.today(), "items", items, "form", PAPER);
        decides(file.person("district-expert"), "stop-work", "refer-to-article-100", form);
    }

    private void decides(Person person, String stage, String action, Map<String, Object> evidence) {
        Map<String, Object> body = Map.of("action", action, "evidence", evidence);
        PermitFile.accepted(
                file.task(person, stage).decide(person, body).waiting().send());
    }
}
