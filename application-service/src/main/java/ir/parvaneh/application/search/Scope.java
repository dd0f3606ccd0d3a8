package ir.parvaneh.application.search;

import ir.parvaneh.application.file.FilePages;
import ir.parvaneh.application.file.Sight;
import ir.parvaneh.chassis.identity.Caller;
import ir.parvaneh.chassis.web.Refused;
import java.util.Objects;
import java.util.Optional;
import org.bson.Document;

/**
 * The part of all files that one caller may list. No query is built without it.
 *
 * @param field what binds him, or null for one who sees all
 * @param represents whether files he acts on for their owners are his as well
 */
record Scope(String field, Object value, boolean represents) {

    /** Refuses with {@code forbidden} a caller who has no list of files. */
    static Scope of(Caller caller) {
        if (Sight.seesAll(caller)) {
            return new Scope(null, null, false);
        }
        if (caller.officeId() != null && Sight.officeStaff(caller)) {
            return new Scope(FilePages.OFFICE, caller.officeId(), false);
        }
        if (caller.districtNo() != null && Sight.districtStaff(caller)) {
            return new Scope(FilePages.DISTRICT, caller.districtNo().longValue(), false);
        }
        if (caller.hasRole(Sight.CITIZEN)) {
            return new Scope(FilePages.OWNER, caller.personId(), true);
        }
        throw new Refused("forbidden");
    }

    /** The asked fields within this scope; empty when they ask for what lies outside. */
    Optional<Document> bind(Document asked) {
        if (field == null) {
            return Optional.of(asked);
        }
        Object wanted = asked.getOrDefault(field, value);
        Document bound = new Document(field, value);
        bound.putAll(asked);
        return Objects.equals(wanted, value) ? Optional.of(bound) : Optional.empty();
    }
}
