package ir.parvaneh.application.filing;

import static ir.parvaneh.application.file.GivenFile.OWNER;
import static ir.parvaneh.application.file.GivenFile.START;
import static org.assertj.core.api.Assertions.assertThat;

import ir.parvaneh.application.file.ApplicationFile;
import ir.parvaneh.application.file.GivenFile;
import ir.parvaneh.application.file.Representative.Kind;
import ir.parvaneh.application.file.Sight;
import ir.parvaneh.application.permit.PermitEvidence.Paper;
import ir.parvaneh.chassis.identity.Caller;
import ir.parvaneh.chassis.store.Verdict;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RepresentationTest {

    private static final Caller OTHER = new Caller("other-1", Set.of("citizen"), null, null, null);
    private static final Paper POWER = new Paper("power-of-attorney", "ab".repeat(32), 2);

    private final GivenFile given = new GivenFile();

    @Test
    void a_co_owner_sees_the_file_and_acts_on_it() {
        assertThat(Sight.sees(OTHER, given.body())).isFalse();
        given.then(add(OWNER, new RepresentativeRequest("other-1", Kind.CO_OWNER, null, null)));
        assertThat(Sight.actsForOwner(OTHER, given.body())).isTrue();
        assertThat(given.types()).endsWith("representative-added");
    }

    @Test
    void a_power_of_attorney_that_names_only_one_of_the_two_is_not_enough() {
        var half = new RepresentativeRequest("other-1", Kind.ATTORNEY, POWER, List.of("municipality"));
        var noPaper = new RepresentativeRequest("other-1", Kind.ATTORNEY, null, List.of("municipality", "take-permit"));
        var full = new RepresentativeRequest("other-1", Kind.ATTORNEY, POWER, List.of("municipality", "take-permit"));
        assertThat(refusal(add(OWNER, half))).isEqualTo("power-of-attorney-lacking");
        assertThat(refusal(add(OWNER, noPaper))).isEqualTo("power-of-attorney-lacking");
        given.then(add(OWNER, full));
    }

    @Test
    void only_the_owner_names_others_but_anybody_may_lay_down_his_own_part() {
        given.then(add(OWNER, new RepresentativeRequest("other-1", Kind.CO_OWNER, null, null)));
        assertThat(refusal(add(OTHER, new RepresentativeRequest("third-1", Kind.CO_OWNER, null, null))))
                .isEqualTo("forbidden");
        given.then(Representation.remove(given.page(), OTHER, Optional.empty(), "other-1", START));
        assertThat(Sight.sees(OTHER, given.body())).isFalse();
        assertThat(given.types()).endsWith("representative-removed");
    }

    @Test
    void a_national_id_or_a_mobile_number_is_no_id_of_a_person() {
        for (String number : List.of("0499370899", "09123456789", "a b")) {
            assertThat(refusal(add(OWNER, new RepresentativeRequest(number, Kind.CO_OWNER, null, null))))
                    .isEqualTo("id-invalid");
        }
    }

    private Verdict<ApplicationFile> add(Caller caller, RepresentativeRequest request) {
        return Representation.add(given.page(), caller, request, START);
    }

    private static String refusal(Verdict<ApplicationFile> verdict) {
        return ((Verdict.Refused<ApplicationFile>) verdict).refusal().code();
    }
}
