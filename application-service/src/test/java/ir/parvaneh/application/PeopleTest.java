package ir.parvaneh.application;

import static ir.parvaneh.application.TestCity.CITY;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

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

    @Test
    void every_reading_stands_in_the_persons_own_chain() {
        CITY.put(person, "/v1/me", profile("0499370899", "علی کریمی", "09123456789"))
                .is(204);
        CITY.get(person, "/v1/me").is(200);
        CITY.get(Person.SERVICE, "/internal/people/" + person.id() + "?purpose=certificate")
                .is(200);
        CITY.get(Person.SERVICE, "/internal/people/" + person.id() + "?purpose=0499370899")
                .isProblem(400, "parameter-invalid");
        JsonNode chain = chain();
        assertThat(chain.at("/intact").asBoolean()).isTrue();
        assertThat(chain.at("/links").valueStream().map(link -> link.path("type")
                        .asString("")))
                .containsExactly("profile-changed", "profile-read", "profile-read");
        assertThat(chain.at("/links/1/data").asString()).contains(person.id(), "own");
        assertThat(chain.at("/links/2/data").asString()).contains(Person.SERVICE.id(), "certificate");
        assertThat(chain.toString()).doesNotContain("0499370899", "کریمی", "09123456789");
    }

    private JsonNode chain() {
        return CITY.get(Person.AUDITOR, "/v1/audit/application/chains/" + person.id())
                .is(200)
                .body()
                .get(0);
    }

    @Test
    void a_service_finds_a_person_by_a_number() {
        CITY.put(person, "/v1/me", profile("0013542419", "رضا", "09351112233")).is(204);
        assertThat(search("nationalId", "۰۰۱۳۵۴۲۴۱۹")).contains(person.id());
        assertThat(search("mobile", "+989351112233")).contains(person.id());
        assertThat(search("nationalId", "0499370899")).doesNotContain(person.id());
        CITY.post(person, "/internal/people/search", Map.of("nationalId", "0013542419", "purpose", "x-y"))
                .isProblem(403, "forbidden");
    }

    private static String search(String kind, String number) {
        return CITY.post(Person.SERVICE, "/internal/people/search", Map.of(kind, number, "purpose", "look-up"))
                .is(200)
                .raw()
                .body();
    }

    @Test
    void a_person_whose_key_was_erased_can_be_read_by_nobody_and_his_chain_is_whole() {
        CITY.put(person, "/v1/me", profile("0013542419", "رضا", "09351112233")).is(204);
        String erasure = "/v1/operations/application/people/" + person.id() + "/erasure";
        CITY.post(Person.AUDITOR, erasure, Map.of("reason", "court-order")).isProblem(403, "forbidden");
        CITY.post(Person.OPERATOR, erasure, Map.of("reason", "court-order")).is(204);
        CITY.post(Person.OPERATOR, erasure, Map.of("reason", "court-order")).is(204);
        CITY.get(Person.SERVICE, "/internal/people/" + person.id()).isProblem(410, "person-erased");
        CITY.get(person, "/v1/me").isProblem(410, "person-erased");
        assertThat(search("nationalId", "0013542419")).doesNotContain(person.id());
        assertThat(chain().at("/intact").asBoolean()).isTrue();
        assertThat(chain().at("/links").valueStream().map(link -> link.path("type")
                        .asString("")))
                .containsExactly("profile-changed", "profile-erased");
        CITY.put(person, "/v1/me", profile("0013542419", "رضا", "09351112233")).is(204);
        CITY.get(person, "/v1/me").is(200);
    }

    @Test
    void a_new_wrapping_key_takes_every_key_and_everything_stays_readable() {
        CITY.put(person, "/v1/me", profile("0013542419", "رضا", "09351112233")).is(204);
        String door = "/v1/operations/application/people/wrapping-key";
        JsonNode rotated = CITY.post(Person.OPERATOR, door, Map.of()).is(200).body();
        assertThat(rotated.at("/rewrapped").asInt()).isPositive();
        assertThat(CITY.post(Person.OPERATOR, door + "/rewrap", Map.of())
                        .is(200)
                        .body()
                        .at("/rewrapped")
                        .asInt())
                .isZero();
        assertThat(CITY.get(person, "/v1/me").is(200).text("/name")).isEqualTo("رضا");
    }

    private static Map<String, String> profile(String nationalId, String name, String mobile) {
        return Map.of("nationalId", nationalId, "name", name, "mobile", mobile);
    }
}
