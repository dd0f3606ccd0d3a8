package ir.parvaneh.chassis.desk;

import ir.parvaneh.chassis.identity.Caller;
import java.util.Set;

/**
 * Who acts on a task.
 *
 * @param roles the roles he acts in: his own, or those lent by the absent person
 * @param onBehalfOf the absent person, or null
 * @param heads he may take tasks from colleagues and give them
 */
public record Signatory(String personId, Set<String> roles, String onBehalfOf, boolean heads) {
    public static Signatory of(Caller caller, boolean heads) {
        return new Signatory(caller.personId(), caller.roles(), null, heads);
    }

    boolean is(String person) {
        return personId.equals(person);
    }

    /** Himself or the person he stands in for. */
    boolean speaksFor(String person) {
        return is(person) || onBehalfOf != null && onBehalfOf.equals(person);
    }
}
