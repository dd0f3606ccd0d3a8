package ir.parvaneh.application;

import static ir.parvaneh.application.TestCity.CITY;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** An office has its task a moment before the file's service hears that the office has the file. */
class FileDoorTest {

    private static final Person CLERK = Person.atOffice("office-clerk", FileStory.OFFICE);
    private static final Person FOREIGN_CLERK = Person.atOffice("office-clerk", "office-018");

    private final FileStory story = FileStory.drafted();

    @Test
    void a_clerk_who_comes_in_that_moment_is_waited_for_and_a_foreign_one_finds_nothing() {
        story.acts("submit").is(200);
        var own = looks(CLERK);
        var foreign = looks(FOREIGN_CLERK);
        await().during(Duration.ofMillis(500)).until(() -> !own.isDone() && !foreign.isDone());
        story.assigned(FileStory.OFFICE);
        own.join().is(200);
        foreign.join().isProblem(404, "not-found");
    }

    @Test
    void a_draft_is_no_offices_and_nobody_waits_for_it() {
        CITY.get(CLERK, story.path()).isProblem(404, "not-found");
    }

    private CompletableFuture<Answer> looks(Person person) {
        return CompletableFuture.supplyAsync(() -> CITY.get(person, story.path() + "/checklist"));
    }
}
