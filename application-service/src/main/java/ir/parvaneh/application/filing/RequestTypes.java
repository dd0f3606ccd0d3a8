package ir.parvaneh.application.filing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The requests that can be filed, from {@code policies/request-types.yaml} [S41, A]. */
record RequestTypes(List<String> offered) {

    private static final String POLICY = "policies/request-types.yaml";

    RequestTypes {
        offered = List.copyOf(offered);
    }

    static RequestTypes load() {
        try (InputStream in = RequestTypes.class.getClassLoader().getResourceAsStream(POLICY)) {
            Map<String, Map<String, Object>> written = new Yaml(new SafeConstructor(new LoaderOptions())).load(in);
            return new RequestTypes(List.copyOf(written.keySet()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean areOffered(String requestType) {
        return offered.contains(requestType);
    }
}
