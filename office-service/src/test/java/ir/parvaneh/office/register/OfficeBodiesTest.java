package ir.parvaneh.office.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import ir.parvaneh.chassis.refusal.Fault;
import ir.parvaneh.chassis.web.Bodies;
import ir.parvaneh.chassis.web.Refused;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

final class OfficeBodiesTest {
    @Test
    void a_null_among_roles_plots_or_people_is_missing() {
        missing("{\"personId\":\"p\",\"roles\":[null]}", OfficeEndpoints.NewPerson.class, "/roles/0");
        missing("{\"renovationCodes\":[null]}", OfficeEndpoints.Conflicts.class, "/renovationCodes/0");
        missing("{\"personIds\":[\"p\",null]}", OfficeEndpoints.Conflicts.class, "/personIds/1");
    }

    private static void missing(String body, Class<?> type, String pointer) {
        Refused refused =
                catchThrowableOfType(Refused.class, () -> Bodies.read(body.getBytes(StandardCharsets.UTF_8), type));
        assertThat(refused.refusal().errors()).containsExactly(new Fault(pointer, "missing-field"));
    }
}
