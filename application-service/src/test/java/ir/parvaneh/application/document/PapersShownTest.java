package ir.parvaneh.application.document;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class PapersShownTest {

    private static final String DIGEST = "ab".repeat(32);
    private static final String OTHER = "cd".repeat(32);

    @Test
    void every_paper_is_found_however_deep_and_once() {
        String paper = "{\"kind\":\"deed\",\"digest\":\"" + DIGEST + "\",\"pages\":2}";
        String json = "{\"papers\":[" + paper + "," + paper + "],\"form\":" + paper.replace(DIGEST, OTHER)
                + ",\"digest\":\"no paper\"}";
        assertThat(PapersShown.digests(JsonMapper.shared().readTree(json))).containsExactly(DIGEST, OTHER);
    }

    @Test
    void evidence_without_papers_names_none() {
        assertThat(PapersShown.digests(JsonMapper.shared().readTree("{\"storeys\":5}")))
                .isEmpty();
        assertThat(PapersShown.digests(null)).isEmpty();
    }
}
