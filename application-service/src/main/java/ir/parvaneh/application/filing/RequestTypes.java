package ir.parvaneh.application.filing;

import ir.parvaneh.application.file.ApplicationFile;
import ir.parvaneh.application.process.Resources;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The requests that can be filed, from {@code policies/request-types.yaml} [S41, A]. */
record RequestTypes(Map<String, RequestType> byName) {

    private static final String POLICY = "policies/request-types.yaml";

    /**
     * A request and the process that carries it.
     *
     * @param permitIn where a permit has to stand for it to be filed; empty when it is about no permit
     * @param permitEnded with which outcomes it may have ended
     * @param permitPaid whether every instalment of the permit's fees must be paid before
     */
    record RequestType(String process, List<String> permitIn, List<String> permitEnded, boolean permitPaid) {
        boolean isAboutAPermit() {
            return !permitIn.isEmpty();
        }

        boolean fits(ApplicationFile permit) {
            List<String> fitting = permit.process().hasEnded() ? permitEnded : permitIn;
            return fitting.contains(permit.stage());
        }
    }

    static RequestTypes load() {
        Map<String, Map<String, Object>> written =
                new Yaml(new SafeConstructor(new LoaderOptions())).load(Resources.text(POLICY));
        Map<String, RequestType> types = new LinkedHashMap<>();
        written.forEach((name, entry) -> types.put(name, type(entry)));
        return new RequestTypes(types);
    }

    private static RequestType type(Map<String, Object> entry) {
        return new RequestType(
                entry.get("process").toString(),
                texts(entry.get("permit-in")),
                texts(entry.get("permit-ended")),
                Boolean.TRUE.equals(entry.get("permit-paid")));
    }

    private static List<String> texts(Object written) {
        return written instanceof List<?> listed
                ? listed.stream().map(Object::toString).toList()
                : List.of();
    }

    Optional<RequestType> find(String requestType) {
        return Optional.ofNullable(byName.get(requestType));
    }

    List<String> offered() {
        return List.copyOf(byName.keySet());
    }
}
