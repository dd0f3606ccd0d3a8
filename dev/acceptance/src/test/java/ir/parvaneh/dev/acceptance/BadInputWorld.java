package ir.parvaneh.dev.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;

/** The files that the table of bad input speaks of, and how a line of it becomes a request. */
final class BadInputWorld {
    private static final int DISTRICT = 11;

    private final PermitFile draft = PermitFile.drafted("citizen-0221", "office-023", DISTRICT);
    private final PermitFile checked =
            PermitFile.drafted("citizen-0221", "office-023", DISTRICT).to("submitted");
    private final PermitFile visited =
            PermitFile.drafted("citizen-0221", "office-024", DISTRICT).to("inspection-scheduled");
    private final PermitFile ended = PermitFile.drafted("citizen-0221", "office-023", DISTRICT);
    private final Person stranger = new Person("citizen-0222");
    private final Forger forger = new Forger(draft.owner);
    private final Map<String, String> blanks = new HashMap<>();

    BadInputWorld() {
        Person clerk = checked.person("office-clerk");
        Task old = checked.task(clerk, "submitted");
        checked.play("take-up");
        checked.play("pass-scans");
        tasks(clerk, old);
        withdraw();
        files();
        cursors();
        sizes();
        usedKey();
        people();
    }

    private void tasks(Person clerk, Task old) {
        Task task = checked.task(clerk, "ownership-check");
        blanks.putAll(Map.of("task", task.id(), "taskTag", task.etag(), "old", old.id()));
        blanks.put("oldTag", old.asSeenBy(clerk).etag());
    }

    private void withdraw() {
        PermitFile.accepted(Ask.post("/v1/applications/" + ended.id + "/actions", Map.of("action", "withdraw"))
                .as(ended.owner)
                .ifMatch(ended.seenBy(ended.owner).etag())
                .send());
    }

    private void files() {
        Map.of("draft", draft, "checked", checked, "visited", visited, "ended", ended)
                .forEach((name, file) -> {
                    blanks.put(name, file.id);
                    blanks.put(name + "Tag", file.seenBy(file.owner).etag());
                });
        blanks.put("draftPlot", draft.renovationCode);
        blanks.put("visitTag", visited.visit().etag());
        blanks.put("plot", DISTRICT + "-2-3-4-0-0-0");
        blanks.put("digest", "ef".repeat(32));
    }

    private void cursors() {
        String cursor = draft.owner.get("/v1/applications?limit=1").at("/nextCursor");
        assertThat(cursor).isNotEmpty();
        char last = cursor.charAt(cursor.length() - 5);
        blanks.put("cursor", cursor);
        blanks.put(
                "altered",
                cursor.substring(0, cursor.length() - 5)
                        + (last == 'A' ? 'B' : 'A')
                        + cursor.substring(cursor.length() - 4));
    }

    private void sizes() {
        blanks.put("300 KB", "{\"requestType\":\"" + "x".repeat(300 * 1024) + "\"}");
        blanks.put("2 MB", "{\"requestType\":\"" + "x".repeat(2 * 1024 * 1024) + "\"}");
        blanks.put("129 letters", "k".repeat(129));
        blanks.put("nested", "{\"requestType\":" + "[".repeat(5000) + "]".repeat(5000) + "}");
        blanks.put("good", JsonMapper.shared().writeValueAsString(goodDraft()));
    }

    private void usedKey() {
        String key = "used-" + UUID.randomUUID();
        Reply used = Ask.post("/v1/applications", goodDraft())
                .as(draft.owner)
                .key(key)
                .send();
        assertThat(used.status()).as(used.toString()).isEqualTo(201);
        blanks.put("used", key);
    }

    private void people() {
        blanks.put("owner", draft.owner.id());
        blanks.put("somebody", stranger.id());
        blanks.put("chief", draft.person("district-head").id());
    }

    Map<String, Object> goodDraft() {
        return Map.of(
                "requestType", "PERMIT_NEW_BUILD", "renovationCode", DISTRICT + "-2-3-4-0-0-0", "districtNo", DISTRICT);
    }

    Person owner() {
        return draft.owner;
    }

    /** A line of the table as a request in that language. */
    Ask ask(Map<String, ?> line, String language) {
        String method = text(line, "method", "POST");
        Ask ask = new Ask(method, text(line, "path", "")).header("Accept-Language", language);
        sentBy(text(line, "as", "owner"), ask);
        if (line.containsKey("body")) {
            ask.raw(text(line, "body", "")).header("Content-Type", text(line, "type", "application/json"));
        }
        String key = text(
                line, "key", method.equals("GET") ? "none" : UUID.randomUUID().toString());
        ask.key(key.equals("none") ? null : key);
        ask.ifMatch(line.containsKey("tag") ? text(line, "tag", "") : null);
        if (line.get("headers") instanceof Map<?, ?> headers) {
            headers.forEach((name, value) -> ask.header(name.toString(), value.toString()));
        }
        return ask;
    }

    private void sentBy(String who, Ask ask) {
        if (Forger.KINDS.contains(who)) {
            ask.header("Authorization", "Bearer " + forger.token(who));
        } else {
            ask.as(person(who));
        }
    }

    private Person person(String who) {
        return switch (who) {
            case "nobody" -> Person.NOBODY;
            case "owner" -> draft.owner;
            case "stranger" -> stranger;
            case "clerk" -> checked.person("office-clerk");
            case "expert" -> draft.person("district-expert");
            case "chief" -> draft.person("district-head");
            case "operator" -> new Person("operator-1");
            default -> throw new IllegalArgumentException(who);
        };
    }

    private String text(Map<String, ?> line, String name, String otherwise) {
        Object written = line.get(name);
        String text = written == null ? otherwise : written.toString();
        for (Map.Entry<String, String> blank : blanks.entrySet()) {
            text = text.replace("{" + blank.getKey() + "}", blank.getValue());
        }
        return text;
    }
}
