package ir.parvaneh.dev.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Somebody has got at the store: the audit command names the file and the entry he touched. */
final class AuditTest {
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final Person AUDITOR = new Person("auditor-1");

    @TempDir
    Path folder;

    private final Behind store = new Behind();
    private final List<BsonDocument> untouched = new ArrayList<>();
    private PermitFile file;
    private String name;
    private long last;

    @BeforeEach
    void play() {
        file = PermitFile.drafted("citizen-0301", "office-031", 14).to("ownership-check");
        name = "/applications/files " + file.id;
        await("all of it in history").atMost(SOON).until(() -> {
            BsonDocument page = store.page(file.id);
            last = page.getNumber("number").longValue();
            return page.getArray("outbox").isEmpty() && store.entry(file.id, last) != null;
        });
        for (long number = 1; number <= last; number++) {
            untouched.add(store.entry(file.id, number));
        }
    }

    /** Other tests share the city. */
    @AfterEach
    void restore() {
        untouched.forEach(store::put);
        store.setChain(file.id, untouched.getLast().getString("hash").getValue());
        store.close();
    }

    private BsonDocument entry(int number) {
        return untouched.get(number - 1).clone();
    }

    private List<String> findings() {
        Command audit = Command.run("audit", file.id);
        assertThat(audit.exit()).as(audit.said()).isEqualTo(audit.findings().isEmpty() ? 0 : 1);
        return audit.findings();
    }

    private String type(int number) {
        return "entry " + number + " (" + entry(number).getString("type").getValue() + ")";
    }

    @Test
    void what_nobody_touched_is_as_it_was_written() {
        assertThat(findings()).isEmpty();
        Command all = Command.run("audit");
        assertThat(all.exit()).as(all.said()).isZero();
        assertThat(all.said()).contains("application: ", "office: ", "district: ", "all of it is as it was written");
    }

    @Test
    void one_changed_entry_is_named() {
        String data = entry(3).getString("data").getValue();
        store.put(entry(3).append("data", new BsonString(data.replace("office", "citizen") + " ")));
        assertThat(findings()).singleElement().asString().startsWith(name + ": " + type(3) + " does not follow");
        assertThat(Command.run("audit").findings()).singleElement().asString().startsWith(name + ": " + type(3));
        assertThat(judgedByTheService()).contains("\"intact\":false", "{\"number\":3,\"what\":\"altered\"}");
    }

    private String judgedByTheService() {
        return AUDITOR.get("/v1/audit/application/chains/" + file.id).text();
    }

    @Test
    void who_is_said_to_have_done_it_is_sealed_as_well() {
        int commanded = (int) untouched.stream()
                        .takeWhile(one -> !one.containsKey("key"))
                        .count()
                + 1;
        BsonDocument key = entry(commanded).getDocument("key").clone().append("k", new BsonString("another|key"));
        store.put(entry(commanded).append("key", key));
        assertThat(findings()).singleElement().asString().startsWith(name + ": " + type(commanded));
    }

    @Test
    void one_deleted_entry_is_named() {
        store.delete(file.id, 4);
        assertThat(findings()).containsExactly(name + ": entry 4 is missing");
    }

    @Test
    void the_last_entry_deleted_is_named() {
        store.delete(file.id, last);
        assertThat(findings()).containsExactly(name + ": entry " + last + " is missing");
    }

    @Test
    void two_entries_in_each_others_place_are_named() {
        store.put(Behind.under(entry(4), file.id, 3, false));
        store.put(Behind.under(entry(3), file.id, 4, false));
        assertThat(findings())
                .hasSize(2)
                .allMatch(found -> found.startsWith(name + ": entry ") && found.contains("stands in the wrong place"));
        store.put(Behind.under(entry(4), file.id, 3, true));
        store.put(Behind.under(entry(3), file.id, 4, true));
        assertThat(findings())
                .hasSize(2)
                .anyMatch(found -> found.startsWith(name + ": entry 3 "))
                .anyMatch(found -> found.startsWith(name + ": entry 4 "));
    }

    @Test
    void who_writes_the_whole_history_anew_is_caught_by_the_signed_root() {
        root();
        writeAnew(2);
        assertThat(findings()).singleElement().satisfies(this::isTheRootsWord);
    }

    private void isTheRootsWord(String finding) {
        assertThat(finding).startsWith(name + ": entry ").contains(" is not the one that root ", " was made over");
    }

    private void writeAnew(int first) {
        String before = entry(first - 1).getString("hash").getValue();
        for (int number = first; number <= last; number++) {
            BsonDocument forged = entry(number);
            if (number == first) {
                forged.append("at", new BsonString("2020-01-01T00:00:00.000Z"));
            }
            before = hash(before, forged);
            store.put(forged.append("hash", new BsonString(before)));
        }
        store.setChain(file.id, before);
    }

    @Test
    void the_next_root_does_not_make_a_history_good_that_was_written_anew() {
        root();
        writeAnew(3);
        long next = root().json().path("number").asLong();
        assertThat(faults()).isOne();
        assertThat(findings()).singleElement().satisfies(this::isTheRootsWord);
        assertThat(Command.run("audit").findings()).singleElement().satisfies(this::isTheRootsWord);
        assertThat(leaf(next).path("head").asString(""))
                .isEqualTo(untouched.getLast().getString("hash").getValue());
        untouched.forEach(store::put);
        store.setChain(file.id, untouched.getLast().getString("hash").getValue());
        root();
        assertThat(faults()).isZero();
        assertThat(findings()).isEmpty();
    }

    private static long faults() {
        Reply status = new Person("operator-1").get("/v1/operations/application/status");
        return status.json().path("counts").path("audit.faults").asLong(-1);
    }

    private JsonNode leaf(long root) {
        return AUDITOR.get("/v1/audit/application/proofs/" + file.id + "?root=" + root)
                .json()
                .get(0)
                .path("leaf");
    }

    private static Reply root() {
        Reply made = AUDITOR.post("/v1/audit/application/roots", Map.of());
        assertThat(made.status()).as(made.toString()).isEqualTo(201);
        return made;
    }

    /** As the description of the chain has it. */
    private static String hash(String before, BsonDocument entry) {
        StringBuilder text = new StringBuilder(before);
        for (String field : List.of("source", "aggregate", "n", "id", "type", "at", "data")) {
            text.append('\n')
                    .append(
                            field.equals("n")
                                    ? Long.toString(entry.getNumber("n").longValue())
                                    : entry.getString(field).getValue());
        }
        text.append('\n')
                .append(entry.getString("traceparent", new BsonString("")).getValue());
        text.append('\n').append(entry.containsKey("key") ? key(entry.getDocument("key")) : "");
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256").digest(text.toString().getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String key(BsonDocument key) {
        StringBuilder text = new StringBuilder(
                key.getString("k").getValue() + "|" + key.getString("digest").getValue());
        List.of("first", "last", "status", "etag")
                .forEach(field -> text.append('|').append(key.getNumber(field).longValue()));
        return text.toString();
    }

    @Test
    void a_proof_is_verified_without_the_city_and_a_forged_one_is_not() throws IOException {
        root();
        Path proof = folder.resolve("proof.json");
        Command saved = Command.run("audit", file.id, "--save", proof.toString());
        assertThat(saved.said()).contains("proof holds: /applications/files " + file.id + " ended with entry " + last);
        assertThat(check(proof).exit()).isZero();
        assertThat(check(proof).said()).contains("proof holds: ");
        String text = Files.readString(proof);
        Files.writeString(proof, text.replaceFirst("\"number\" : " + last, "\"number\" : " + (last - 1)));
        assertThat(check(proof).said()).contains("proof fails: the path does not lead to the signed root");
        Files.writeString(proof, text.replaceFirst("\"statement\" : \"(....).", "\"statement\" : \"$1"));
        assertThat(check(proof).exit()).isNotZero();
    }

    /** At an address where nobody answers. */
    private static Command check(Path proof) {
        return Command.run("audit", "--check", proof.toString(), "--gateway", "http://127.0.0.1:1");
    }

    @Test
    void roots_are_for_everybody_and_name_each_other() {
        root();
        root();
        Reply roots = Person.NOBODY.get("/v1/audit/application/roots?limit=100");
        assertThat(roots.status()).isEqualTo(200);
        assertThat(roots.json().size()).isGreaterThanOrEqualTo(2);
        assertThat(roots.json().get(0).path("previous").asString("?")).isEmpty();
        assertThat(Person.NOBODY.get("/v1/audit/application/keys").text())
                .contains("P-256")
                .doesNotContain("\"d\"");
        assertThat(Person.NOBODY.get("/v1/audit/application/chains").verdict()).isEqualTo("401 token-missing");
        assertThat(file.owner.get("/v1/audit/application/chains/" + file.id).verdict())
                .isEqualTo("403 forbidden");
        assertThat(new Person("operator-1").get("/v1/audit/application/chains").verdict())
                .isEqualTo("403 forbidden");
    }
}
