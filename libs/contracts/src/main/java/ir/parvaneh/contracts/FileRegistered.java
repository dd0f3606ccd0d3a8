package ir.parvaneh.contracts;

/**
 * Who and what a file is about, told once, before its first stage is entered.
 *
 * @param ownerId the person who files, by id only
 * @param districtNo 1 to 22, from the property
 * @param officeWish the office the citizen asks for, or null for the least loaded one
 */
public record FileRegistered(
        String ownerId,
        String requestType,
        String renovationCode,
        int districtNo,
        String officeWish,
        String trackingCode) {}
