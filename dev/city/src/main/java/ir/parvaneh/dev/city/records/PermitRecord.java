package ir.parvaneh.dev.city.records;

/**
 * One permit as a log tells it, reduced to what a walk needs.
 *
 * @param source the log it comes from, by file name
 * @param permit the number the log gives it
 * @param districtNo 1 to 22, from the record's borough or community
 * @param plotNo 1 for the first record of the log, 2 for the second: makes property codes differ
 * @param end where the record stands at issue or before
 * @param certified whether the building was completed and certified
 * @param extended whether that was later than the permit's first expiry
 */
public record PermitRecord(
        String source, String permit, int districtNo, int plotNo, End end, boolean certified, boolean extended) {

    /** A record that shows nothing after issue. */
    public PermitRecord(String source, String permit, int districtNo, int plotNo, End end) {
        this(source, permit, districtNo, plotNo, end, false, false);
    }

    /** An application about this permit, as a record of its own. */
    public PermitRecord request(String process) {
        return new PermitRecord(source, permit + "/" + process, districtNo, plotNo, end);
    }

    /** Where a file ends; a record stands at issue or before it. */
    public enum End {
        ISSUED,
        WITHDRAWN,
        ABANDONED,
        COMPLETED
    }

    /** Names this record among all logs of one replay. */
    public String key() {
        return source + "#" + permit;
    }
}
