package ir.parvaneh.office.register;

import ir.parvaneh.chassis.store.Page;
import java.util.Map;

/** A register with these offices in it, for tests of what stands on it. */
public final class RegisterOf {
    private RegisterOf() {}

    public static OfficeRegister offices(Map<String, Office> offices) {
        OfficeRegister register = new OfficeRegister(null);
        offices.forEach((id, office) -> register.learn(new Page<>(id, 1, 1, office)));
        return register;
    }

    /** An office as it is by now. */
    public static void learns(OfficeRegister register, String id, Office office) {
        register.learn(new Page<>(id, 2, 2, office));
    }

    public static Office closing(Office office) {
        return office.become(Office.Status.CLOSING);
    }
}
