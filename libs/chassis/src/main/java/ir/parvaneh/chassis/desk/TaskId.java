package ir.parvaneh.chassis.desk;

import ir.parvaneh.chassis.web.Refused;

/** {@code applicationId.opening} on the wire. */
public record TaskId(String applicationId, long opening) {
    /** {@code not-found} when the text is no task's id. */
    public static TaskId of(String text) {
        int dot = text.lastIndexOf('.');
        if (dot < 1 || !text.substring(dot + 1).matches("\\d{1,18}")) {
            throw new Refused("not-found");
        }
        return new TaskId(text.substring(0, dot), Long.parseLong(text.substring(dot + 1)));
    }

    @Override
    public String toString() {
        return applicationId + "." + opening;
    }
}
