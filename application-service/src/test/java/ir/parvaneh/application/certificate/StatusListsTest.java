package ir.parvaneh.application.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import ir.parvaneh.application.certificate.Certificate.Revocation;
import ir.parvaneh.contracts.Reason;
import java.util.List;
import org.junit.jupiter.api.Test;

class StatusListsTest {

    private static int at(byte[] bits, int index) {
        return bits[index * 2 / 8] >> index * 2 % 8 & 0b11;
    }

    @Test
    void each_place_has_two_bits_that_say_what_became_of_it() {
        var reason = new Revocation("deputy", new Reason("forged-deed", "text"), GivenCertificate.ISSUED, true);
        Certificate revoked = GivenCertificate.permit(5).revoked(reason, 2);
        Certificate both = GivenCertificate.permit(6)
                .supersededBy("x", GivenCertificate.ISSUED, 2)
                .revoked(reason, 3);
        Certificate superseded = GivenCertificate.permit(7).supersededBy("x", GivenCertificate.ISSUED, 2);
        byte[] bits = StatusLists.bits(8, List.of(revoked, both, superseded));
        assertThat(bits).hasSize(3);
        for (int index = 0; index <= 8; index++) {
            int expected = index == 5 || index == 6 ? StatusLists.REVOKED : index == 7 ? StatusLists.SUPERSEDED : 0;
            assertThat(at(bits, index)).as("index " + index).isEqualTo(expected);
        }
    }
}
