package ir.parvaneh.application.fee;

import ir.parvaneh.application.process.Resources;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The requests that ask for a building permit: only what they cost follows from plot and plan alone. */
record BuildingRequests(List<String> types) {

    /** The process that carries them. */
    static final String PROCESS = "building-permit";

    static BuildingRequests load() {
        Map<String, Map<String, Object>> written =
                new Yaml(new SafeConstructor(new LoaderOptions())).load(Resources.text("policies/request-types.yaml"));
        return new BuildingRequests(written.entrySet().stream()
                .filter(type -> PROCESS.equals(type.getValue().get("process")))
                .map(Map.Entry::getKey)
                .toList());
    }

    boolean contains(String requestType) {
        return types.contains(requestType);
    }
}
