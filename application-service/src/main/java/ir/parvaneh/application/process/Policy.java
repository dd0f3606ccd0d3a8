package ir.parvaneh.application.process;

import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The figures of a process that are policy: each stands in its file with a value, a mark and its basis. */
public record Policy(String file, Map<String, Map<String, Object>> entries) {

    public static Policy load(String process) {
        String file = "policies/" + process + ".yaml";
        return new Policy(file, new Yaml(new SafeConstructor(new LoaderOptions())).load(Resources.text(file)));
    }

    /** A figure. Throws IllegalStateException when the file gives none. */
    public Number number(String name) {
        Map<String, Object> entry = entries.get(name);
        if (entry == null || !(entry.get("value") instanceof Number number)) {
            throw new IllegalStateException(file + " gives no number for " + name);
        }
        return number;
    }
}
