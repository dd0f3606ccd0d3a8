package ir.parvaneh.dev.city.records;

import java.util.ArrayList;
import java.util.List;

/** Splits text into rows and fields by RFC 4180: quotes may hold commas, line breaks and doubled quotes. */
final class Csv {
    private final String text;
    private int at;

    private Csv(String text) {
        this.text = text;
    }

    static List<List<String>> rows(String text) {
        Csv csv = new Csv(text.startsWith("\uFEFF") ? text.substring(1) : text);
        List<List<String>> rows = new ArrayList<>();
        while (csv.at < csv.text.length()) {
            List<String> row = csv.row();
            if (row.size() > 1 || !row.getFirst().isBlank()) {
                rows.add(row);
            }
        }
        return rows;
    }

    private List<String> row() {
        List<String> fields = new ArrayList<>();
        fields.add(field());
        while (at < text.length() && text.charAt(at) == ',') {
            at++;
            fields.add(field());
        }
        skipLineEnd();
        return fields;
    }

    private String field() {
        return at < text.length() && text.charAt(at) == '"' ? quoted() : plain();
    }

    private String plain() {
        int start = at;
        while (at < text.length() && ",\r\n".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        return text.substring(start, at);
    }

    private String quoted() {
        StringBuilder field = new StringBuilder();
        at++;
        while (at < text.length() && !closesHere()) {
            at += text.charAt(at) == '"' ? 1 : 0;
            field.append(text.charAt(at++));
        }
        at = Math.min(at + 1, text.length());
        return field + plain();
    }

    private boolean closesHere() {
        return text.charAt(at) == '"' && (at + 1 == text.length() || text.charAt(at + 1) != '"');
    }

    private void skipLineEnd() {
        at += at < text.length() && text.charAt(at) == '\r' ? 1 : 0;
        at += at < text.length() && text.charAt(at) == '\n' ? 1 : 0;
    }
}
