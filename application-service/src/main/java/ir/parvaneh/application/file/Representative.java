package ir.parvaneh.application.file;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import ir.parvaneh.application.permit.PermitEvidence.Paper;
import java.time.Instant;
import java.util.List;

/**
 * Somebody who may act for the owner. An attorney needs a power of attorney that names municipality and permit [S37].
 *
 * @param proof the paper that says so, or null
 * @param powers what the paper names
 * @param since version of the page that has him
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Representative(
        String personId, Kind kind, Paper proof, List<String> powers, Instant addedAt, long since) {

    public Representative {
        powers = powers == null ? List.of() : List.copyOf(powers);
    }

    /** The same person on a page of that version. */
    public Representative since(long version) {
        return new Representative(personId, kind, proof, powers, addedAt, version);
    }

    /** By what right somebody acts. */
    public enum Kind {
        ATTORNEY("attorney"),
        CO_OWNER("co-owner");

        private final String wire;

        Kind(String wire) {
            this.wire = wire;
        }

        @JsonValue
        public String wire() {
            return wire;
        }

        @JsonCreator
        static Kind of(String wire) {
            for (Kind kind : values()) {
                if (kind.wire.equals(wire)) {
                    return kind;
                }
            }
            throw new IllegalArgumentException("no kind of representative is called " + wire);
        }
    }
}
