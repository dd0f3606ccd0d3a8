package ir.parvaneh.process;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** A YAML mapping that remembers where it stands; whatever is wrong with it becomes a finding with its line. */
final class Row {

    static final String FORM = "form";

    private final Map<String, Node> values = new LinkedHashMap<>();
    private final Map<String, Integer> lines = new LinkedHashMap<>();
    private final int line;
    private final Findings findings;

    Row(Node node, Findings findings) {
        this.line = lineOf(node);
        this.findings = findings;
        if (node instanceof MappingNode mapping) {
            mapping.getValue().forEach(this::put);
        } else {
            findings.add(line, FORM, "a table of names and values is expected here");
        }
    }

    private void put(NodeTuple entry) {
        int at = lineOf(entry.getKeyNode());
        String key = entry.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "";
        if (values.put(key, entry.getValueNode()) != null) {
            findings.add(at, FORM, "'" + key + "' is written twice");
        }
        lines.put(key, at);
    }

    private static int lineOf(Node node) {
        return node.getStartMark().getLine() + 1;
    }

    int line() {
        return line;
    }

    int line(String key) {
        return lines.getOrDefault(key, line);
    }

    boolean has(String key) {
        return values.containsKey(key);
    }

    /** Names every key that is none of the given ones. */
    Row only(String... keys) {
        for (String key : values.keySet()) {
            if (!Set.of(keys).contains(key)) {
                findings.add(line(key), FORM, "'" + key + "' is not known here; known are " + String.join(", ", keys));
            }
        }
        return this;
    }

    String text(String key) {
        if (!has(key)) {
            findings.add(line, FORM, "'" + key + "' is missing");
            return "";
        }
        return scalar(key, values.get(key));
    }

    String textOr(String key, String otherwise) {
        return has(key) ? text(key) : otherwise;
    }

    private String scalar(String key, Node node) {
        if (node instanceof ScalarNode scalar) {
            return scalar.getValue();
        }
        findings.add(lineOf(node), FORM, "'" + key + "' wants one value");
        return "";
    }

    /** The values of a list, or the one value standing where a list may; empty when absent. */
    List<String> texts(String key) {
        Node node = values.get(key);
        List<String> texts = new ArrayList<>();
        if (node instanceof SequenceNode sequence) {
            sequence.getValue().forEach(item -> texts.add(scalar(key, item)));
        } else if (node != null) {
            texts.add(scalar(key, node));
        }
        return texts;
    }

    Wording wording(String key) {
        if (!has(key)) {
            findings.add(line, FORM, "'" + key + "' with fa and en is missing");
            return new Wording("", "");
        }
        return row(key).only("fa", "en").asWording();
    }

    Wording asWording() {
        return new Wording(text("fa"), text("en"));
    }

    Row row(String key) {
        return new Row(values.get(key), findings);
    }

    /** The rows of a table by name, in the order written; empty when absent. */
    Map<String, Row> rows(String key) {
        Map<String, Row> rows = new LinkedHashMap<>();
        if (has(key)) {
            Row table = row(key);
            table.values.keySet().forEach(name -> rows.put(name, table.named(name)));
        }
        return rows;
    }

    private Row named(String name) {
        return new Row(values.get(name), findings, line(name));
    }

    private Row(Node node, Findings findings, int line) {
        Row read = new Row(node, findings);
        this.values.putAll(read.values);
        this.lines.putAll(read.lines);
        this.line = line;
        this.findings = findings;
    }
}
