package ir.parvaneh.district.page;

import ir.parvaneh.chassis.desk.Desk;
import ir.parvaneh.contracts.FileRegistered;

/**
 * The district's page of a file.
 *
 * @param file what the file said of itself, or null until it did; no desk of a district has the page before
 * @param stoodTwice it was told that the citizen had to stand at both the office and the district
 */
public record DistrictPage(FileRegistered file, Desk desk, boolean stoodTwice) {
    public DistrictPage {
        desk = desk == null ? Desk.EMPTY : desk;
    }

    public static DistrictPage blank() {
        return new DistrictPage(null, Desk.EMPTY, false);
    }

    DistrictPage about(FileRegistered registered) {
        return new DistrictPage(registered, desk, stoodTwice);
    }

    DistrictPage with(Desk changed) {
        return new DistrictPage(file, changed, stoodTwice);
    }

    public DistrictPage standingTwice() {
        return new DistrictPage(file, desk, true);
    }

    /** Whether the file's plot lies in that district; false for null and while the district is not known. */
    public boolean liesIn(Integer districtNo) {
        return file != null && districtNo != null && file.districtNo() == districtNo;
    }
}
