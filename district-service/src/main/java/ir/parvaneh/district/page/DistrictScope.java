package ir.parvaneh.district.page;

import ir.parvaneh.chassis.desk.DeskScope;
import ir.parvaneh.chassis.identity.Caller;
import ir.parvaneh.district.delegation.Delegations;
import ir.parvaneh.iran.OpaqueId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import reactor.core.publisher.Mono;

/** People of a district see its desk, those of an agency their agency's, members of commissions the commission's. */
public final class DistrictScope implements DeskScope {
    private final Delegations delegations;

    public DistrictScope(Delegations delegations) {
        this.delegations = delegations;
    }

    @Override
    public List<String> desksOf(Caller caller) {
        List<String> desks = new ArrayList<>();
        if (isOfDistrict(caller)) {
            desks.add(DistrictPlaces.district(caller.districtNo()));
        }
        if (caller.agency() != null && caller.hasRole("agency")) {
            desks.add(DistrictPlaces.agency(caller.agency()));
        }
        if (caller.hasRole("commission-member")) {
            desks.add(DistrictPlaces.COMMISSION);
        }
        return desks;
    }

    @Override
    public boolean heads(Caller caller, String desk) {
        return caller.hasRole("district-head")
                && caller.districtNo() != null
                && desk.equals(DistrictPlaces.district(caller.districtNo()));
    }

    @Override
    public Mono<Set<String>> lent(Caller caller, String absentPersonId) {
        return delegations.lent(caller, absentPersonId);
    }

    @Override
    public boolean isId(String text) {
        return OpaqueId.holds(text);
    }

    /** Works for a district: has its number and one of its roles. */
    public static boolean isOfDistrict(Caller caller) {
        return caller.districtNo() != null && hasDistrictRole(caller);
    }

    public static boolean hasDistrictRole(Caller caller) {
        return caller.roles().stream().anyMatch(role -> role.startsWith("district-"));
    }
}
