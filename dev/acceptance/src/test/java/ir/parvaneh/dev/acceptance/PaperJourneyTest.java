package ir.parvaneh.dev.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import ir.parvaneh.dev.city.play.Scans;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Papers decide: what lacks is asked for once and brought, scans are looked at, and only then the file goes on. */
final class PaperJourneyTest {
    /** What a person has proved of himself counts for all of his files. */
    private static final AtomicInteger OWNERS = new AtomicInteger(270);

    private final PermitFile file = PermitFile.drafted("citizen-0" + OWNERS.incrementAndGet(), "office-022", 10);
    private final FilePapers papers = file.papers();
    private final Person clerk = file.person("office-clerk");

    @Test
    void a_file_goes_on_when_its_papers_are_brought_and_looked_at_and_no_sooner() {
        file.to("scan-check");
        scansDoNotPass("Every paper of the checklist is brought or waived.");
        noDeficiencyWithoutARequest();
        theDeficiencyIsReported(false);
        theOwnerComesBackWithEverythingOnly();
        aRejectedScanComesBack();
        aStrangersDeedIsSeenWhenOwnershipIsChecked();
        anAcceptedDeedIsAskedForAgain();
        file.to("file-opened");
        anotherFileIsNotAskedForTheDeedAgain();
    }

    /** The task is on the desk again, with the reason. */
    private void scansDoNotPass(String sentence) {
        Reply refused = decides("pass-scans");
        assertThat(refused.verdict()).isEqualTo("422 guard-refused");
        assertThat(refused.at("/detail")).isEqualTo(sentence);
        assertThat(file.now().at("/lastRefusal/code").asString()).isEqualTo("guard-refused");
        JsonNode task = clerk.get(file.task(clerk, "scan-check").path()).json();
        assertThat(task.path("state").asString()).isEqualTo("open");
        assertThat(task.path("decision").toString()).contains(sentence);
    }

    private Reply decides(String action) {
        return file.task(clerk, "scan-check")
                .decide(clerk, file.body(Script.of(action)))
                .waiting()
                .send();
    }

    private void noDeficiencyWithoutARequest() {
        Reply refused = decides("report-deficiency");
        assertThat(refused.verdict()).isEqualTo("422 guard-refused");
        assertThat(refused.at("/detail")).startsWith("Everything that is missing was asked for");
    }

    private void theDeficiencyIsReported(boolean again) {
        Reply asked = papers.asks(clerk, again);
        assertThat(asked.status()).as(asked.toString()).isEqualTo(201);
        PermitFile.accepted(decides("report-deficiency"));
        assertThat(papers.asks(clerk, false).verdict()).isEqualTo("422 already-asked-once");
    }

    private void theOwnerComesBackWithEverythingOnly() {
        List<String> missing = papers.toBring();
        assertThat(missing).containsExactly("deed", "renovation-levy-receipt", "identity-papers");
        assertThat(papers.brings("deed").status()).isEqualTo(201);
        assertThat(file.act(file.owner, "supply-documents").verdict()).isEqualTo("422 guard-refused");
        papers.brings();
        PermitFile.accepted(file.act(file.owner, "supply-documents"));
        scansDoNotPass("The scan of every paper that is held was checked.");
    }

    private void aRejectedScanComesBack() {
        assertThat(papers.rejects("deed").status()).isEqualTo(200);
        scansDoNotPass("Every paper of the checklist is brought or waived.");
        Reply used = decides("report-deficiency");
        assertThat(used.verdict()).as("the request was used").isEqualTo("422 guard-refused");
        theDeficiencyIsReported(true);
        papers.brings();
        PermitFile.accepted(file.act(file.owner, "supply-documents"));
    }

    private void aStrangersDeedIsSeenWhenOwnershipIsChecked() {
        papers.checks();
        PermitFile.accepted(decides("pass-scans"));
        Map<String, Object> strange = file.body(Script.of("confirm-ownership"));
        strange.put("evidence", strangersProof());
        Reply refused = file.task(clerk, "ownership-check")
                .decide(clerk, strange)
                .waiting()
                .send();
        assertThat(refused.at("/detail")).isEqualTo("The papers that are shown are papers the file holds.");
    }

    /** Its scan is good, and it is another person's. */
    private void anAcceptedDeedIsAskedForAgain() {
        assertThat(papers.asksFor(clerk, "deed", false).verdict()).isEqualTo("422 paper-not-to-be-asked");
        assertThat(papers.asksFor(clerk, "deed", true).status()).isEqualTo(201);
        PermitFile.accepted(file.task(clerk, "ownership-check")
                .decide(clerk, file.body(Script.of("report-deficiency")))
                .waiting()
                .send());
        assertThat(papers.toBring()).containsExactly("deed");
        assertThat(papers.brings("deed").verdict()).isEqualTo("409 paper-already-held");
        assertThat(file.act(file.owner, "supply-documents").verdict()).isEqualTo("422 guard-refused");
        byte[] another = Papers.pdf();
        Reply brought = papers.ask(file.owner, "deed", another, digest(another)).send();
        assertThat(brought.status()).as(brought.toString()).isEqualTo(201);
        PermitFile.accepted(file.act(file.owner, "supply-documents"));
        papers.checks();
        PermitFile.accepted(decides("pass-scans"));
    }

    private static Map<String, Object> strangersProof() {
        return Map.of(
                "papers", List.of(Map.of("kind", "deed", "digest", "cd".repeat(32), "pages", 1)), "holding", "sole");
    }

    private void anotherFileIsNotAskedForTheDeedAgain() {
        PermitFile next = file.sameOwnerAndPlot();
        assertThat(next.papers().toBring()).isEmpty();
        next.to("scan-check");
        assertThat(next.papers().asks(clerk, false).verdict()).isEqualTo("422 nothing-missing");
        next.play("pass-scans");
        next.await("ownership-check");
    }

    @Test
    void a_paper_that_comes_with_one_call_is_judged_as_one_that_comes_in_parts() {
        String good = Scans.of("letter").sha256();
        byte[] pdf = Scans.of("letter").pdf();
        String key = UUID.randomUUID().toString();
        Reply held = papers.ask(file.owner, "letter", pdf, good).key(key).send();
        assertThat(held.status()).as(held.toString()).isEqualTo(201);
        Reply again = papers.ask(file.owner, "letter", pdf, good).key(key).send();
        assertThat(again.at("/id")).isEqualTo(held.at("/id"));
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        Reply other = papers.ask(file.owner, "letter", Papers.pdf(), digest(Papers.pdf()))
                .key(key)
                .send();
        assertThat(other.verdict()).isEqualTo("422 idempotency-key-reused");
        assertThat(verdict("letter", pdf, good)).isEqualTo("409 paper-already-held");
        assertThat(verdict("photo", pdf, "ab".repeat(32))).isEqualTo("422 digest-mismatch");
        assertThat(verdict("rumour", pdf, good)).isEqualTo("422 paper-kind-unknown");
        assertThat(verdict("owners-presence", pdf, good)).isEqualTo("422 paper-kind-unknown");
        assertThat(verdict("deed", Papers.scripted(), null)).isEqualTo("422 pdf-scripted");
        assertThat(verdict("deed", Papers.virus(), null)).isEqualTo("422 virus-found");
        assertThat(verdict("deed", new byte[0], null)).isEqualTo("422 upload-empty");
        assertThat(verdict("deed", new byte[5 * 1024 * 1024], null)).isEqualTo("422 too-large-at-once");
        assertThat(papers.ask(file.owner, "deed", pdf, good)
                        .header("Content-Digest", "md5=:aaaa:")
                        .send()
                        .verdict())
                .isEqualTo("400 digest-missing");
        assertThat(papers.ask(new Person("citizen-0279"), "deed", pdf, good)
                        .send()
                        .verdict())
                .isEqualTo("404 not-found");
        assertThat(papers.ask(file.person("district-head"), "deed", pdf, good)
                        .send()
                        .status())
                .isIn(403, 404);
    }

    private String verdict(String paper, byte[] content, String sha256) {
        return papers.ask(file.owner, paper, content, sha256 == null ? digest(content) : sha256)
                .send()
                .verdict();
    }

    private static String digest(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void several_scans_are_judged_with_one_call_and_each_once() {
        file.to("scan-check");
        papers.brings();
        JsonNode scan = papers.list().path("toCheck").get(0);
        String id = scan.path("documentId").stringValue();
        assertThat(check(id, 2)).isEqualTo("412 stale-version");
        assertThat(check(UUID.randomUUID().toString(), 1)).isEqualTo("422 document-unknown");
        assertThat(file.owner
                        .post("/v1/applications/" + file.id + "/quality-checks", Map.of("checks", List.of()))
                        .verdict())
                .isEqualTo("403 forbidden");
        papers.checks();
        assertThat(check(id, 1)).as("found good already").isEqualTo("200");
        assertThat(papers.judges(List.of(Map.of("documentId", id, "version", 1, "accepted", false)))
                        .verdict())
                .isEqualTo("409 already-checked");
        PermitFile.accepted(decides("pass-scans"));
    }

    private String check(String id, int version) {
        return papers.judges(List.of(Map.of("documentId", id, "version", version, "accepted", true)))
                .verdict();
    }
}
