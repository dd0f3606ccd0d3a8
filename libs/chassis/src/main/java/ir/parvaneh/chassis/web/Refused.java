package ir.parvaneh.chassis.web;

import ir.parvaneh.chassis.refusal.Fault;
import ir.parvaneh.chassis.refusal.Refusal;
import java.util.List;
import java.util.Map;

/**
 * A refusal on its way out of a request; it ends as the problem of its code. Deciding code returns refusals as
 * values: only the edge (arguments, headers, bodies) throws this.
 */
public final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Refusal refusal;

    public Refused(Refusal refusal) {
        super(refusal.code(), null, false, false);
        this.refusal = refusal;
    }

    public Refused(String code) {
        this(new Refusal(code, Map.of(), List.of()));
    }

    public Refused(String code, Map<String, Object> details) {
        this(new Refusal(code, details, List.of()));
    }

    /** Refuses with one fault at a JSON pointer (or a parameter or header name). */
    public static Refused at(String code, String pointer) {
        return new Refused(new Refusal(code, Map.of(), List.of(new Fault(pointer, code))));
    }

    public Refusal refusal() {
        return refusal;
    }
}
