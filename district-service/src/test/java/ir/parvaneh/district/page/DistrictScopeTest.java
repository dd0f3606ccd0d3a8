package ir.parvaneh.district.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class DistrictScopeTest {
    private final DistrictScope scope = new DistrictScope(null);

    @Test
    void a_task_is_given_by_an_id_and_by_nothing_that_names_a_person() {
        assertThat(scope.isId("district-7-expert")).isTrue();
        assertThat(scope.isId("1234567891")).as("a national ID").isFalse();
        assertThat(scope.isId("09121234567")).as("a mobile number").isFalse();
        assertThat(scope.isId("علی رضایی")).as("a name").isFalse();
    }
}
