package ir.parvaneh.dev.issuer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CityPeopleTest {

    @Test
    void the_city_has_its_full_staff_and_no_two_people_share_an_id() {
        int expected = 110 * 7 + 22 * 7 + 5 * 2 + 3 + 2 + 2 * 4 + 2 + 1 + 4 + 200 + 3000;
        assertThat(CityPeople.all()).hasSize(expected);
        assertThat(CityPeople.all().stream().map(Person::personId).distinct()).hasSize(expected);
        assertThat(CityPeople.offices()).hasSize(110).startsWith("office-001").endsWith("office-110");
        assertThat(CityPeople.withRole("district-income-expert")).hasSize(44);
    }

    @Test
    void an_id_never_changes_because_stored_files_name_people_by_it() {
        assertThat(CityPeople.personId("citizen-0001").version()).isEqualTo(5);
        assertThat(CityPeople.personId("citizen-0001")).hasToString("9395a0b0-2f4f-56ef-b3b7-0bed49555c02");
    }
}
