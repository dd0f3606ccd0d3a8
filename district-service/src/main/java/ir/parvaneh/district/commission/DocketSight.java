package ir.parvaneh.district.commission;

import ir.parvaneh.chassis.identity.Caller;
import ir.parvaneh.district.page.DistrictPage;
import ir.parvaneh.process.Actor;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;

/** Who sees a docket, and as whom he acts on it. A docket one does not see does not exist for him. */
final class DocketSight {
    static final String SECRETARY = "commission-secretary";
    static final String CITIZEN = "citizen";

    /** Worn by nobody's token: whoever the file names as attorney or co-owner has it on that file's dockets. */
    private static final String FOR_THE_OWNER = "acts-for-the-owner";

    private DocketSight() {}

    /** The caller as far as this file is concerned. */
    static Caller on(DistrictPage file, Caller caller) {
        Set<String> roles = new HashSet<>(caller.roles());
        roles.remove(FOR_THE_OWNER);
        if (file.representatives().contains(caller.personId())) {
            roles.add(FOR_THE_OWNER);
        }
        return new Caller(caller.personId(), roles, caller.officeId(), caller.districtNo(), caller.agency());
    }

    static boolean actsForAnOwner(Caller caller) {
        return caller.hasRole(FOR_THE_OWNER);
    }

    static boolean sees(Caller caller, Docket docket) {
        return docket.exists()
                && (seesAll(caller)
                        || isOwner(caller, docket)
                        || ofItsDistrict(caller, docket)
                        || hasSat(caller, docket));
    }

    static boolean seesAll(Caller caller) {
        return Stream.of(SECRETARY, "auditor", "service").anyMatch(caller::hasRole);
    }

    static boolean isOwner(Caller caller, Docket docket) {
        return caller.hasRole(CITIZEN)
                && (caller.personId().equals(docket.facts().ownerId()) || caller.hasRole(FOR_THE_OWNER));
    }

    static boolean isOfADistrict(Caller caller) {
        return caller.districtNo() != null && caller.roles().stream().anyMatch(role -> role.startsWith("district-"));
    }

    static boolean isMember(Caller caller) {
        return Stream.of(Seat.values()).map(Seat::role).anyMatch(caller::hasRole);
    }

    /** Takes part in the commission's deliberation: drafts and votes are not for the parties. */
    static boolean deliberates(Caller caller, Docket docket) {
        return caller.hasRole(SECRETARY) || caller.hasRole("auditor") || sits(caller, docket);
    }

    /** Has a seat now, and the role of that seat. */
    static boolean sits(Caller caller, Docket docket) {
        return docket.sitting()
                .seatOf(caller.personId())
                .filter(seat -> caller.hasRole(seat.role()))
                .isPresent();
    }

    /** The caller as the kernel knows him on this docket: each role only where it is about this docket. */
    static Actor actor(Caller caller, Docket docket) {
        Set<String> roles = new HashSet<>(caller.roles());
        if (!isOwner(caller, docket)) {
            roles.remove(CITIZEN);
        }
        if (!ofItsDistrict(caller, docket)) {
            roles.removeIf(role -> role.startsWith("district-"));
        }
        if (!sits(caller, docket)) {
            Stream.of(Seat.values()).map(Seat::role).forEach(roles::remove);
        }
        return new Actor(caller.personId(), roles);
    }

    private static boolean ofItsDistrict(Caller caller, Docket docket) {
        return isOfADistrict(caller) && caller.districtNo() == docket.facts().districtNo();
    }

    private static boolean hasSat(Caller caller, Docket docket) {
        return isMember(caller) && docket.sat().contains(caller.personId());
    }
}
