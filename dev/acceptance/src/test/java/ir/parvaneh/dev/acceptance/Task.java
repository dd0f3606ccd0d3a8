package ir.parvaneh.dev.acceptance;

import tools.jackson.databind.JsonNode;

/** A task on a desk: its id and the tag by which it can be changed. */
record Task(String id, long opening, String etag) {

    static Task of(JsonNode item) {
        return new Task(
                item.path("id").stringValue(),
                item.path("opening").asLong(0),
                item.path("etag").stringValue());
    }

    /** With the tag it has now. */
    Task asSeenBy(Person person) {
        return at(person.get(path()).etag());
    }

    Task at(String newTag) {
        return new Task(id, opening, newTag);
    }

    String path() {
        return "/v1/tasks/" + id;
    }

    Ask decide(Person person, Object body) {
        return Ask.post(path() + "/decision", body).as(person).ifMatch(etag);
    }

    Ask change(Person person, String what, Object body) {
        return Ask.post(path() + "/" + what, body).as(person).ifMatch(etag);
    }
}
