package ir.parvaneh.application.checklist;

import static org.assertj.core.api.Assertions.assertThat;

import ir.parvaneh.application.document.PaperKinds;
import ir.parvaneh.application.file.GivenFile;
import ir.parvaneh.process.ProcessFile;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ListingTest {

    private static final PaperKinds KINDS = PaperKinds.load();
    private static final ChecklistEditions EDITIONS = ChecklistEditions.load(KINDS);
    private static final ChecklistEdition EDITION = EDITIONS.edition("1404-1");
    private static final ChecklistEdition NEWEST = EDITIONS.edition("1404-2");

    @Test
    void districts_have_lists_of_their_own() {
        assertThat(listed("PERMIT_NEW_BUILD", 2)).contains("deed-annex", "detailed-plan-map");
        assertThat(listed("PERMIT_NEW_BUILD", 16))
                .contains("detailed-plan-map", "floor-subdivision")
                .doesNotContain("deed-annex");
        assertThat(listed("PERMIT_NEW_BUILD", 7))
                .doesNotContain("deed-annex", "detailed-plan-map", "floor-subdivision");
    }

    @Test
    void requests_have_lists_of_their_own() {
        assertThat(listed("PERMIT_NEW_BUILD", 7)).doesNotContain("utility-bills", "final-reports");
        assertThat(listed("PERMIT_ADD_STOREY", 7)).contains("utility-bills");
        assertThat(listed("COMPLETION_FULL", 7)).contains("final-reports", "clearances", "utility-bills");
        assertThat(listed("NO_VIOLATION", 7)).contains("stage-report").doesNotContain("final-reports");
    }

    @Test
    void a_conditional_paper_is_needed_when_all_of_its_conditions_hold() {
        assertThat(needed(Map.of("barren-plot", true)))
                .as("the size of the plot is not known before it is submitted")
                .doesNotContain("urban-land-certificate");
        assertThat(needed(Map.of())).contains("deed").doesNotContain("introduction-letter");
        assertThat(needed(Map.of("legal-entity", true)))
                .contains("introduction-letter")
                .doesNotContain("probate");
        assertThat(needed(Map.of("legal-entity", false))).doesNotContain("introduction-letter");
    }

    @Test
    void what_the_process_itself_brings_is_asked_of_nobody() {
        assertThat(always(NEWEST, "COMPLETION_FULL"))
                .contains("deed", "utility-bills", "identity-papers")
                .doesNotContain("clearances", "final-reports");
        assertThat(always(NEWEST, "NO_VIOLATION")).doesNotContain("stage-report");
        assertThat(always(NEWEST, "PERMIT_EXTENSION")).containsExactly("deed", "renovation-levy-receipt");
        assertThat(always(NEWEST, "PERMIT_NEW_BUILD")).isEqualTo(always(EDITION, "PERMIT_NEW_BUILD"));
    }

    @Test
    void reports_are_papers_only_where_they_were_filed_elsewhere() {
        Situation elsewhere = new Situation(new GivenFile().body(), Map.of(), NEWEST.plotAboveM2());
        assertThat(elsewhere.holds("reported-elsewhere")).isTrue();
        assertThat(NEWEST.rulesOf("COMPLETION_FULL", 7).stream()
                        .filter(rule -> rule.when().equals(List.of("reported-elsewhere")))
                        .map(ChecklistEdition.Rule::paper))
                .containsExactly("final-reports");
    }

    /** A city under an old clock has the newest list; files of a city that was there before keep theirs. */
    @Test
    void a_file_has_the_list_of_its_day_and_table() {
        assertThat(EDITIONS.of(begun("1404-3", "2015-02-01")).edition()).isEqualTo("1404-2");
        assertThat(EDITIONS.of(begun("1404-3", "2026-12-01")).edition()).isEqualTo("1404-2");
        assertThat(EDITIONS.of(begun("1404-2", "2025-12-01")).edition()).isEqualTo("1404-1");
        assertThat(EDITIONS.of(begun("1404-1", "2015-02-01")).edition()).isEqualTo("1404-1");
    }

    private static ProcessFile begun(String edition, String day) {
        Instant at = Instant.parse(day + "T06:00:00Z");
        return new ProcessFile(
                "building-permit",
                edition,
                "",
                1,
                at,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    private static List<String> always(ChecklistEdition edition, String requestType) {
        return edition.rulesOf(requestType, 7).stream()
                .filter(rule -> rule.when().isEmpty())
                .map(ChecklistEdition.Rule::paper)
                .toList();
    }

    /** A released edition is never changed: files were begun under it. */
    @ParameterizedTest
    @CsvSource({
        "1404-1, e35b0e8f9d95e1f5c1b0dd11472f3f16b8b73425f1b1764d1dcc4354620b6b46",
        "1404-2, 59ad29bd858a6007fd17cb8c17386374249fb7a73eadba9f0d1c637e9a5754d4"
    })
    void a_released_edition_is_the_one_that_was_released(String edition, String released)
            throws IOException, NoSuchAlgorithmException {
        try (InputStream in = getClass().getResourceAsStream("/checklists/" + edition + ".yaml")) {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(in.readAllBytes());
            assertThat(HexFormat.of().formatHex(digest)).isEqualTo(released);
        }
    }

    private static List<String> listed(String requestType, int district) {
        return EDITION.rulesOf(requestType, district).stream()
                .map(ChecklistEdition.Rule::paper)
                .toList();
    }

    /** Of a draft for a new building in district 7. */
    private static List<String> needed(Map<String, Boolean> told) {
        FileChecklist said = FileChecklist.blank("file-1").telling(told);
        return new Listing(EDITION, KINDS)
                .items(new GivenFile().body(), said, List.of(), GivenFile.START).stream()
                        .map(ChecklistItem::paper)
                        .toList();
    }
}
