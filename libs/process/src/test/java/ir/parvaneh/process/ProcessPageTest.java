package ir.parvaneh.process;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ProcessPageTest {

    private final String page = ProcessPage.render(Garden.table());

    @Test
    void every_stage_stands_on_the_page_with_its_holder_its_term_and_what_happens_when_it_is_over() {
        assertThat(page)
                .contains("| `judged` | judged | داوری | district · منطقه | 2 working days · 2 روز کاری | escalates")
                .contains("| `growing` | growing | در حال رشد | waiting for tracks")
                .contains(
                        "| `water-asked` | water asked | استعلام آب | water · آب | 2 months · 2 ماه | `deem-consent`");
    }

    @Test
    void every_action_says_who_signs_what_it_asks_for_and_where_it_leads() {
        assertThat(page)
                .contains("expert · کارشناس<br>then deputy · معاون")
                .contains("The size is allowed. · اندازه مجاز است.")
                .contains("opens `planting` at `inspected`<br>`growing`")
                .contains("presence · حضور: office")
                .contains("`main/refused-for-now`");
    }

    @Test
    void the_diagram_draws_the_tracks_inside_the_stage_that_waits_for_them() {
        assertThat(page)
                .contains(
                        "    state growing {\n        state \"gardener awaited · معرفی باغبان\" as gardener_awaited\n")
                .contains(
                        "        --\n        state \"water asked · استعلام آب\" as water_asked\n        [*] --> water_asked\n")
                .contains("    growing --> refused_for_now : give-up\n")
                .doesNotContain("refused-for-now : ");
    }

    @Test
    void every_row_of_a_table_has_as_many_cells_as_its_head() {
        String[] lines = page.split("\n");
        long columns = 0;
        for (int i = 0; i < lines.length; i++) {
            if (lines[i].startsWith("|")) {
                long cells = lines[i].chars().filter(c -> c == '|').count();
                columns = lines[i - 1].startsWith("|") ? columns : cells;
                assertThat(cells).as(lines[i]).isEqualTo(columns);
            }
        }
        assertThat(columns).isPositive();
    }
}
