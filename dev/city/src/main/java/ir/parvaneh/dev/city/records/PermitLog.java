package ir.parvaneh.dev.city.records;

import java.util.List;

/** A log after reading: its records, or why the whole of it cannot be used. */
public sealed interface PermitLog {
    /** The file's name without its folder. */
    String name();

    /**
     * A log that can be replayed.
     *
     * @param records one a permit, in the order of their first line
     * @param refused records that make no sense
     * @param flagged records that are used although something after issue looks wrong
     */
    record Readable(String name, List<PermitRecord> records, List<Doubt> refused, List<Doubt> flagged)
            implements PermitLog {}

    /** A file that is no permit log at all, with the reason in words. */
    record Unreadable(String name, String why) implements PermitLog {}

    /** A record that is refused or flagged, and why. */
    record Doubt(String permit, String why) {}
}
