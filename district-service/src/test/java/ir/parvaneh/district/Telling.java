package ir.parvaneh.district;

import ir.parvaneh.contracts.Sources;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Tells what application-service and office-service would tell of a file. */
record Telling(City city) {
    String registered(int districtNo, String file) {
        city.tell(
                Sources.FILES,
                file,
                "file-registered",
                Map.of(
                        "ownerId",
                        "owner",
                        "requestType",
                        "PERMIT_NEW_BUILD",
                        "renovationCode",
                        districtNo + "-1-12-4-0-0-0",
                        "districtNo",
                        districtNo,
                        "trackingCode",
                        "T-" + file));
        return file;
    }

    String entered(String file, String stage, String holder, String agency, Map<String, Object> action) {
        var data = stage(file, stage, holder, agency, Instant.now().truncatedTo(ChronoUnit.MILLIS), List.of(action));
        return file + "." + city.tell(Sources.FILES, file, "stage-entered", data);
    }

    Map<String, Object> stage(
            String file, String stage, String holder, String agency, Instant at, List<Map<String, Object>> actions) {
        Map<String, Object> data = new HashMap<>();
        data.put("opening", city.told(Sources.FILES, file).size() + 1);
        data.put("stage", stage);
        data.put("title", Map.of("fa", "مرحله", "en", stage));
        data.put("holder", holder);
        data.put("enteredAt", at);
        data.put("dueAt", at.plus(3, ChronoUnit.DAYS));
        data.put("term", "3 days");
        data.put("actions", actions);
        if (agency != null) {
            data.put("agency", agency);
        }
        return data;
    }

    /** Four days at an office that saw the citizen. */
    void throughAnOffice(String file, Instant filed) {
        var entered = stage(file, "ownership-check", "office", null, filed, List.of());
        long opening = city.tell(Sources.FILES, file, "stage-entered", entered);
        var assigned = Map.<String, Object>of("officeId", "office-017", "rule", "least-loaded", "at", filed);
        city.tell(Sources.OFFICE_PAGES, file, "office-assigned", assigned);
        city.tell(Sources.OFFICE_PAGES, file, "visit-recorded", visit("office", filed));
        var left = leaving(opening, null, "ownership-check", "office", "confirm", filed.plus(4, ChronoUnit.DAYS));
        city.tell(Sources.FILES, file, "stage-left", left);
    }

    static Map<String, Object> action(String name, List<String> signers, boolean evidence) {
        Map<String, Object> action = new HashMap<>();
        action.put("name", name);
        action.put("title", Map.of("fa", "اقدام", "en", name));
        action.put("signedBy", signers);
        action.put("reasonsRequired", false);
        if (evidence) {
            action.put("evidence", Map.of("schema", "findings", "digest", "d1"));
        }
        return action;
    }

    void left(String file, long opening, String track, String stage, String holder, String action) {
        city.tell(
                Sources.FILES,
                file,
                "stage-left",
                leaving(opening, track, stage, holder, action, Instant.now().truncatedTo(ChronoUnit.MILLIS)));
    }

    static Map<String, Object> leaving(
            long opening, String track, String stage, String holder, String action, Instant at) {
        Map<String, Object> data = new HashMap<>();
        data.put("opening", opening);
        data.put("track", track);
        data.put("stage", stage);
        data.put("holder", holder);
        data.put("action", action);
        data.put("evidence", Map.of("schema", "findings", "digest", "d1", "content", Map.of("levyCurrent", true)));
        data.put("decidedAt", at);
        return data;
    }

    /** What was found beside the permit, as an action shows it. */
    static Map<String, Object> form(String digest, Map<String, Object> item) {
        var paper = Map.of("kind", "violation-form", "digest", digest, "pages", 2);
        var content = Map.of("foundOn", "2025-09-07", "form", paper, "items", List.of(item));
        return Map.of("schema", "violation-form", "digest", "d1", "content", content);
    }

    /** A stage is left by somebody, with evidence or without. */
    void leftBy(String who, String file, long opening, String stage, String holder, Map<String, Object> evidence) {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        var left = new HashMap<>(leaving(opening, null, stage, holder, "refer", now));
        left.put("evidence", evidence);
        left.put("preparedBy", who);
        city.tell(Sources.FILES, file, "stage-left", left);
    }

    /** The file waits for the commission of article 100. */
    String waits(String file) {
        return entered(
                file, "article-100", "commission", null, action("close-docket", List.of("commission-member"), true));
    }

    static Map<String, Object> visit(String place, Instant at) {
        return Map.of("place", place, "unit", "office-017", "reasonCode", "identity", "avoidable", false, "at", at);
    }

    static long opening(String task) {
        return Long.parseLong(task.substring(task.lastIndexOf('.') + 1));
    }
}
