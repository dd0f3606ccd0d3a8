package ir.parvaneh.application.file;

import ir.parvaneh.chassis.identity.Caller;
import ir.parvaneh.chassis.refusal.Refusal;
import ir.parvaneh.process.Actor;
import ir.parvaneh.process.Holder;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Who sees a file, and as whom he acts on it. A file one does not see does not exist for him. */
public final class Sight {

    /** The role of owner, attorney and co-owner alike. */
    public static final String CITIZEN = "citizen";

    private static final Set<String> EVERYTHING = Set.of("auditor", "service");

    private Sight() {}

    public static boolean sees(Caller caller, ApplicationFile file) {
        return file.exists()
                && (seesAll(caller)
                        || actsForOwner(caller, file)
                        || ofItsOffice(caller, file)
                        || ofItsDistrict(caller, file)
                        || worksOnIt(caller, file));
    }

    /** Why he may not: {@code not-found} when he does not see the file, else {@code forbidden}; empty when he may. */
    public static Optional<Refusal> refused(Caller caller, ApplicationFile file, boolean may) {
        if (!sees(caller, file)) {
            return Optional.of(new Refusal("not-found"));
        }
        return may ? Optional.empty() : Optional.of(new Refusal("forbidden"));
    }

    /** An auditor reads every file, and so do services of the city. */
    public static boolean seesAll(Caller caller) {
        return caller.roles().stream().anyMatch(EVERYTHING::contains);
    }

    /** Owner, attorney or co-owner. */
    public static boolean actsForOwner(Caller caller, ApplicationFile file) {
        return caller.hasRole(CITIZEN) && isParty(caller.personId(), file);
    }

    /** The caller as the kernel knows him on this file: a citizen only where he is a party. */
    public static Actor actor(Caller caller, ApplicationFile file) {
        Set<String> roles = new HashSet<>(caller.roles());
        if (!actsForOwner(caller, file)) {
            roles.remove(CITIZEN);
        }
        if (caller.hasRole("engineer")) {
            roles.addAll(file.process().assigned().keySet());
        }
        return new Actor(caller.personId(), roles);
    }

    /** Anybody who works at an office. */
    public static boolean officeStaff(Caller caller) {
        return caller.roles().stream().anyMatch(role -> role.startsWith("office-"));
    }

    /** Anybody who works at a district. */
    public static boolean districtStaff(Caller caller) {
        return caller.roles().stream().anyMatch(role -> role.startsWith("district-"));
    }

    private static boolean isParty(String personId, ApplicationFile file) {
        return file.ownerId().equals(personId) || file.representative(personId).isPresent();
    }

    private static boolean ofItsOffice(Caller caller, ApplicationFile file) {
        return caller.officeId() != null
                && officeStaff(caller)
                && caller.officeId().equals(file.officeId());
    }

    private static boolean ofItsDistrict(Caller caller, ApplicationFile file) {
        return caller.districtNo() != null
                && districtStaff(caller)
                && caller.districtNo() == file.facts().districtNo();
    }

    /** An assigned engineer; an agency or commission while it holds a stage. */
    private static boolean worksOnIt(Caller caller, ApplicationFile file) {
        return file.process().assigned().containsValue(caller.personId())
                || caller.hasRole("agency") && holds(file, caller.agency())
                || caller.hasRole("commission-member") && heldByCommission(file);
    }

    private static boolean holds(ApplicationFile file, String agency) {
        return agency != null && file.process().open().stream().anyMatch(open -> agency.equals(open.agency()));
    }

    private static boolean heldByCommission(ApplicationFile file) {
        return file.process().open().stream().anyMatch(open -> open.holder() == Holder.COMMISSION);
    }
}
