package ir.parvaneh.contracts;

/**
 * Who and what a file is about, told once, before its first stage is entered.
 *
 * @param ownerId the person who files, by id only
 * @param districtNo 1 to 22, from the property
 * @param officeWish the office the citizen asks for, or null for the least loaded one
 * @param permitId the application of the permit it is about, or null
 */
public record FileRegistered(
        String ownerId,
        String requestType,
        String renovationCode,
        int districtNo,
        String officeWish,
        String trackingCode,
        String permitId) {

    /** A file that is about no other application. */
    public FileRegistered(
            String ownerId,
            String requestType,
            String renovationCode,
            int districtNo,
            String officeWish,
            String trackingCode) {
        this(ownerId, requestType, renovationCode, districtNo, officeWish, trackingCode, null);
    }
}
