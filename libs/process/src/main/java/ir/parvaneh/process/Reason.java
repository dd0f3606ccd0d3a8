package ir.parvaneh.process;

/** A reason given in writing: a code of the trade's catalogue and a text that holds no personal data. */
public record Reason(String code, String text) {

    public Reason {
        code = code == null ? "" : code.strip();
        text = text == null ? "" : text.strip();
    }

    boolean given() {
        return !code.isEmpty() && !text.isEmpty();
    }
}
