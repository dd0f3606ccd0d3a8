package ir.parvaneh.application.checklist;

import static org.assertj.core.api.Assertions.assertThat;

import ir.parvaneh.application.document.PaperKinds;
import ir.parvaneh.application.file.ApplicationFile;
import ir.parvaneh.application.file.Facts;
import ir.parvaneh.application.file.GivenFile;
import ir.parvaneh.chassis.store.Page;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ListingTest {

    private static final PaperKinds KINDS = PaperKinds.load();
    private static final ChecklistEdition EDITION =
            ChecklistEditions.load(KINDS).inForceAt(GivenFile.START);

    @Test
    void districts_have_lists_of_their_own() {
        assertThat(papers("PERMIT_NEW_BUILD", 2, Map.of())).contains("deed-annex", "detailed-plan-map");
        assertThat(papers("PERMIT_NEW_BUILD", 16, Map.of()))
                .contains("detailed-plan-map")
                .doesNotContain("deed-annex");
        assertThat(papers("PERMIT_NEW_BUILD", 7, Map.of())).doesNotContain("deed-annex", "detailed-plan-map");
        assertThat(papers("PERMIT_NEW_BUILD", 16, Map.of("apartments", true))).contains("floor-subdivision");
        assertThat(papers("PERMIT_NEW_BUILD", 7, Map.of("apartments", true))).doesNotContain("floor-subdivision");
    }

    @Test
    void requests_have_lists_of_their_own() {
        assertThat(papers("PERMIT_NEW_BUILD", 7, Map.of())).doesNotContain("utility-bills", "final-reports");
        assertThat(papers("PERMIT_ADD_STOREY", 7, Map.of())).contains("utility-bills");
        assertThat(papers("COMPLETION_FULL", 7, Map.of())).contains("final-reports", "clearances", "utility-bills");
        assertThat(papers("NO_VIOLATION", 7, Map.of())).contains("stage-report").doesNotContain("final-reports");
    }

    @Test
    void all_conditions_of_a_rule_must_hold() {
        assertThat(papers("PERMIT_NEW_BUILD", 7, Map.of("barren-plot", true)))
                .as("the size of the plot is not known before it is submitted")
                .doesNotContain("urban-land-certificate");
        assertThat(papers("PERMIT_NEW_BUILD", 7, Map.of("legal-entity", true)))
                .contains("introduction-letter")
                .doesNotContain("probate");
    }

    /** A released edition is never changed: files were begun under it. */
    @Test
    void the_released_edition_is_the_one_that_was_released() throws IOException, NoSuchAlgorithmException {
        try (InputStream in = getClass().getResourceAsStream("/checklists/1404-1.yaml")) {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(in.readAllBytes());
            assertThat(HexFormat.of().formatHex(digest))
                    .isEqualTo("e35b0e8f9d95e1f5c1b0dd11472f3f16b8b73425f1b1764d1dcc4354620b6b46");
        }
    }

    private static List<String> papers(String requestType, int district, Map<String, Boolean> told) {
        FileChecklist said = FileChecklist.blank("file-1").telling(told);
        return new Listing(EDITION, KINDS)
                .items(file(requestType, district), said, List.of(), GivenFile.START).stream()
                        .map(ChecklistItem::paper)
                        .toList();
    }

    private static ApplicationFile file(String requestType, int district) {
        Facts facts = new Facts("owner-1", requestType, district + "-1-12-4-0-0-0", district, null, "CODE");
        var blank = new Page<>("file-1", 0, 0, ApplicationFile.blank("file-1"));
        return GivenFile.JUDGE.begin(blank, facts, GivenFile.START).file();
    }
}
