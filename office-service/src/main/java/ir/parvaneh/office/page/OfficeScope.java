package ir.parvaneh.office.page;

import ir.parvaneh.chassis.desk.DeskScope;
import ir.parvaneh.chassis.identity.Caller;
import ir.parvaneh.iran.OpaqueId;
import ir.parvaneh.office.register.OfficeRegister;
import java.util.List;
import reactor.core.publisher.Mono;

/** People of an office see their office's desk; an engineer sees his own. */
public final class OfficeScope implements DeskScope {
    private final OfficeRegister register;

    public OfficeScope(OfficeRegister register) {
        this.register = register;
    }

    @Override
    public List<String> desksOf(Caller caller) {
        if (caller.hasRole("engineer")) return List.of(OfficePlaces.person(caller.personId()));
        boolean office =
                caller.officeId() != null && caller.roles().stream().anyMatch(role -> role.startsWith("office-"));
        return office ? List.of(OfficePlaces.office(caller.officeId())) : List.of();
    }

    @Override
    public boolean heads(Caller caller, String desk) {
        return caller.hasRole("office-head") && desk.equals(OfficePlaces.office(caller.officeId()));
    }

    @Override
    public boolean isId(String text) {
        return OpaqueId.holds(text);
    }

    @Override
    public Mono<Boolean> worksAt(String personId, String desk) {
        String officeId = desk.substring(desk.indexOf(':') + 1);
        return Mono.fromSupplier(() -> register.office(officeId)
                .flatMap(office -> office.person(personId))
                .isPresent());
    }
}
