package ir.parvaneh.application;

import static ir.parvaneh.application.TestCity.CITY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ir.parvaneh.application.file.GivenFile;
import ir.parvaneh.application.file.Ruling;
import ir.parvaneh.application.permit.PapersStanding;
import ir.parvaneh.application.screening.SamplePapers;
import ir.parvaneh.chassis.store.Cause;
import ir.parvaneh.chassis.store.Verdict;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What a file knows of its papers, read right after the answer that changed it. */
class PapersOfTheFileTest {

    private static final Person CLERK = Person.atOffice("office-clerk", FileStory.OFFICE);
    private static final Person HEAD = Person.atDistrict("district-head", 7);
    private static final List<String> ALL = List.of("deed", "renovation-levy-receipt", "identity-papers");

    private final FileStory story = FileStory.submitted();
    private final BroughtPapers papers = story.papers();

    private static List<String> known(FileStory story, String what) {
        return story.papers()
                .known()
                .path(what)
                .valueStream()
                .map(JsonNode::stringValue)
                .toList();
    }

    private static long events(FileStory story) {
        return CITY.files().find(story.id).block().number();
    }

    private void says(Person person, String what, Object body, int status) {
        String etag = CITY.get(story.owner, story.path() + "/checklist").etag();
        CITY.post(person, story.path() + what, body, "If-Match", etag).is(status);
    }

    @Test
    void a_file_that_is_submitted_knows_what_it_lacks() {
        assertThat(known(story, "outstanding")).containsExactlyElementsOf(ALL);
        assertThat(known(story, "held")).isEmpty();
        assertThat(story.papers().known().path("edition").stringValue()).isEqualTo("1404-2");
    }

    @Test
    void what_is_brought_and_looked_at_is_known_with_the_answer() {
        byte[] deed = SamplePapers.pdf(2);
        papers.sends("deed", deed).is(201);
        assertThat(known(story, "outstanding")).containsExactly("renovation-levy-receipt", "identity-papers");
        assertThat(known(story, "unchecked")).containsExactly("deed");
        assertThat(known(story, "held")).containsExactly(Sending.sha256(deed));
        papers.checks();
        assertThat(known(story, "unchecked")).isEmpty();
        long before = events(story);
        papers.checks();
        assertThat(events(story)).as("nothing new is not learned").isEqualTo(before);
    }

    @Test
    void so_is_what_people_say_about_papers() {
        says(story.owner, "/checklist/conditions", Map.of("conditions", Map.of("owner-deceased", true)), 200);
        assertThat(known(story, "outstanding")).contains("probate");
        Object reason = Map.of("code", "known", "text", "held by the registry");
        says(HEAD, "/checklist/waivers", Map.of("paper", "probate", "reason", reason), 201);
        assertThat(known(story, "outstanding")).doesNotContain("probate");
        says(CLERK, "/deficiency-requests", Map.of("papers", List.of(Map.of("paper", "letter"))), 201);
        assertThat(known(story, "outstanding")).as("asked for beyond the list").contains("letter");
        assertThat(story.papers().known().path("requests").intValue()).isEqualTo(1);
        papers.sends("letter", SamplePapers.pdf(1)).is(201);
        assertThat(known(story, "outstanding")).doesNotContain("letter");
        assertThat(known(story, "unchecked")).contains("letter");
        Map<String, Object> attorney = Map.of(
                "personId", UUID.randomUUID().toString(),
                "kind", "attorney",
                "powers", List.of("municipality", "take-permit"),
                "proof", Map.of("kind", "power-of-attorney", "digest", "ab".repeat(32), "pages", 2));
        CITY.post(story.owner, story.path() + "/representatives", attorney).is(201);
        assertThat(known(story, "outstanding")).contains("power-of-attorney");
    }

    @Test
    void another_file_of_the_same_owner_and_plot_learns_of_the_same_papers() {
        FileStory other = FileStory.drafted(story.owner);
        other.acts("submit").is(200);
        FileStory stranger = FileStory.submitted();
        papers.brings().checks();
        assertThat(known(other, "outstanding")).isEmpty();
        assertThat(known(other, "unchecked")).isEmpty();
        assertThat(known(other, "held")).hasSize(ALL.size()).isEqualTo(known(story, "held"));
        assertThat(known(stranger, "outstanding")).containsExactlyElementsOf(ALL);
    }

    @Test
    void a_draft_is_not_written_for_each_paper_and_knows_them_when_it_is_submitted() {
        FileStory draft = FileStory.drafted();
        long before = events(draft);
        draft.papers().brings();
        assertThat(events(draft)).isEqualTo(before);
        draft.acts("submit").is(200);
        assertThat(known(draft, "outstanding")).isEmpty();
        assertThat(known(draft, "unchecked")).containsExactlyInAnyOrderElementsOf(ALL);
    }

    @Test
    void papers_that_come_at_once_are_all_known() {
        Stream<CompletableFuture<Answer>> sent = ALL.stream()
                .map(paper ->
                        CompletableFuture.supplyAsync(() -> papers.sends(paper, SamplePapers.pdf(paper.length()))));
        sent.toList().forEach(answer -> answer.join().is(201));
        assertThat(known(story, "outstanding")).isEmpty();
        assertThat(known(story, "unchecked")).containsExactlyInAnyOrderElementsOf(ALL);
    }

    /** As a crash between a paper and its telling would leave it. */
    @Test
    void a_round_heals_what_a_crash_left() {
        var wrong = new PapersStanding("1404-2", List.of(), List.of(), 0, 0, List.of());
        CITY.files()
                .change(story.id, Cause.clock(), page -> {
                    var learned = (Ruling.Moved) GivenFile.JUDGE.learn(
                            page, PapersStanding.KIND, wrong, CITY.clock().now());
                    return Verdict.changed(learned.file(), learned.events());
                })
                .block();
        await().atMost(Duration.ofSeconds(20))
                .until(() -> known(story, "outstanding").equals(ALL));
    }
}
