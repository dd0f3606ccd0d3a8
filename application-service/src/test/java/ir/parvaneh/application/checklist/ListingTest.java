package ir.parvaneh.application.checklist;

import static org.assertj.core.api.Assertions.assertThat;

import ir.parvaneh.application.document.PaperKinds;
import ir.parvaneh.application.file.GivenFile;
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

    /** A released edition is never changed: files were begun under it. */
    @Test
    void the_released_edition_is_the_one_that_was_released() throws IOException, NoSuchAlgorithmException {
        try (InputStream in = getClass().getResourceAsStream("/checklists/1404-1.yaml")) {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(in.readAllBytes());
            assertThat(HexFormat.of().formatHex(digest))
                    .isEqualTo("e35b0e8f9d95e1f5c1b0dd11472f3f16b8b73425f1b1764d1dcc4354620b6b46");
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
