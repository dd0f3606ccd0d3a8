package ir.parvaneh.application.file;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * Who and what a file is about; never changed after it was begun.
 *
 * @param ownerId the person who files, by id only
 * @param renovationCode the plot, in its usual form {@code 7-1-12-4-0-0-0}
 * @param districtNo 1 to 22, from the plot
 * @param officeWish the office the citizen asks for, or null
 * @param permitId the application of the permit it is about, or null when it is about none
 * @param trackingCode an unguessable code by which anybody who has it may ask where the file stands
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Facts(
        String ownerId,
        String requestType,
        String renovationCode,
        int districtNo,
        String officeWish,
        String trackingCode,
        String permitId) {

    /** Of a file that is about no other application. */
    public Facts(
            String ownerId,
            String requestType,
            String renovationCode,
            int districtNo,
            String officeWish,
            String trackingCode) {
        this(ownerId, requestType, renovationCode, districtNo, officeWish, trackingCode, null);
    }
}
