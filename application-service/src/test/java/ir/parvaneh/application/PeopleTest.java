package ir.parvaneh.application;

import static ir.parvaneh.application.TestCity.CITY;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PeopleTest {

    private final Person person = Person.citizen("person-" + UUID.randomUUID());

    @Test
    void a_profile_is_kept_in_one_form_and_told_to_services_only() {
        CITY.get(person, "/v1/me").isProblem(404, "not-found");
        Answer set = CITY.put(person, "/v1/me", profile("۰۴۹۹۳۷۰۸۹۹", "علي كريمي", "+98 912 345 6789"))
                .is(204);
        Answer me = CITY.get(person, "/v1/me").is(200);
        assertThat(me.etag()).isEqualTo(set.etag());
        assertThat(me.text("/nationalId")).isEqualTo("0499370899");
        assertThat(me.text("/name")).isEqualTo("علی کریمی");
        assertThat(me.text("/mobile")).isEqualTo("09123456789");
        assertThat(CITY.get(Person.SERVICE, "/internal/people/" + person.id())
                        .is(200)
                        .text("/name"))
                .isEqualTo("علی کریمی");
        CITY.get(Person.SERVICE, "/internal/people/nobody").isProblem(404, "not-found");
    }

    @Test
    void a_profile_that_was_changed_meanwhile_is_not_overwritten() {
        String first = CITY.put(person, "/v1/me", profile("0499370899", "A", "09123456789"))
                .etag();
        CITY.put(person, "/v1/me", profile("0499370899", "B", "09123456789"), "If-Match", first)
                .is(204);
        CITY.put(person, "/v1/me", profile("0499370899", "C", "09123456789"), "If-Match", first)
                .isProblem(412, "stale-version");
    }

    @ParameterizedTest
    @CsvSource({
        "0499370898,A,09123456789,national-id-invalid",
        "1111111111,A,09123456789,national-id-invalid",
        "0499370899,A,0812345678,mobile-invalid"
    })
    void numbers_that_are_none_are_refused(String nationalId, String name, String mobile, String code) {
        CITY.put(person, "/v1/me", profile(nationalId, name, mobile)).isProblem(422, code);
    }

    private static Map<String, String> profile(String nationalId, String name, String mobile) {
        return Map.of("nationalId", nationalId, "name", name, "mobile", mobile);
    }
}
