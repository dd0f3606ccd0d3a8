package ir.parvaneh.process;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** A parallel strand: its own small table. The first stage written is where it starts. */
public record Track(String name, Wording title, Map<String, Stage> stages, int line) {

    public Track {
        stages = Collections.unmodifiableMap(new LinkedHashMap<>(stages));
    }

    public String start() {
        return stages.keySet().stream().findFirst().orElse("");
    }
}
