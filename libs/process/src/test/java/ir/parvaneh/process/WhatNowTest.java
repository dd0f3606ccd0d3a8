package ir.parvaneh.process;

import static org.assertj.core.api.Assertions.assertThat;

import ir.parvaneh.process.WhatNow.Possibility;
import org.junit.jupiter.api.Test;

class WhatNowTest {

    @Test
    void the_citizen_sees_what_he_may_do_and_why_the_rest_is_closed() {
        Story story = Story.inStage("looked-at");
        var possible = WhatNow.of(story.table, story.file, Garden.CITIZEN);
        assertThat(possible).extracting(Possibility::action).containsExactly("measure", "send-back", "withdraw");
        assertThat(possible.get(0).closed().code()).isEqualTo(RefusalCode.NOT_YOUR_ACTION);
        assertThat(possible.get(2).closed()).isNull();
    }

    @Test
    void a_hand_in_what_is_judged_closes_the_judging_action() {
        Story story = Story.inStage("measured");
        var possible = WhatNow.of(story.table, story.file, Actor.of("clerk-1", "head"));
        assertThat(possible.getFirst().closed().code()).isEqualTo(RefusalCode.SEPARATION_OF_DUTIES);
    }

    @Test
    void the_clocks_actions_are_nobodys() {
        Story story = Story.inStage("growing");
        assertThat(WhatNow.of(story.table, story.file, Garden.AGENT))
                .extracting(Possibility::action)
                .contains("answer")
                .doesNotContain("deem-consent");
    }

    @Test
    void an_ended_file_offers_nothing() {
        Story story = new Story().does("withdraw", Garden.CITIZEN, null);
        assertThat(WhatNow.of(story.table, story.file, Garden.CITIZEN)).isEmpty();
    }
}
