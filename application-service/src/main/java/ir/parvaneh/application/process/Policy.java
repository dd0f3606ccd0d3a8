package ir.parvaneh.application.process;

import java.util.List;
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

    /** A word. Throws IllegalStateException when the file gives none. */
    public String text(String name) {
        if (value(name) instanceof String text) {
            return text;
        }
        throw new IllegalStateException(file + " gives no text for " + name);
    }

    /** Several words. Throws IllegalStateException when the file gives none. */
    public List<String> texts(String name) {
        if (value(name) instanceof List<?> listed && !listed.isEmpty()) {
            return listed.stream().map(Object::toString).toList();
        }
        throw new IllegalStateException(file + " gives no list for " + name);
    }

    private Object value(String name) {
        return entries.getOrDefault(name, Map.of()).get("value");
    }

    /** A figure. Throws IllegalStateException when the file gives none. */
    public Number number(String name) {
        if (value(name) instanceof Number number) {
            return number;
        }
        throw new IllegalStateException(file + " gives no number for " + name);
    }
}
