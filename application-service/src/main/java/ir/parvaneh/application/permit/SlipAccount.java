package ir.parvaneh.application.permit;

import com.fasterxml.jackson.annotation.JsonInclude;
import ir.parvaneh.process.Evidence;

/**
 * What a file knows of the slip of its latest assessment; learned from the slip's events, shown by no action. Amounts
 * are integer rials.
 *
 * @param assessment number of the event that brought the assessment
 * @param creditRials what earlier slips of the file already brought
 * @param confirmedRials what the provider confirmed on this slip
 * @param settled everything is paid, or instalments are arranged and the first is paid
 * @param how cash or instalments
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SlipAccount(
        String slipId,
        long assessment,
        long totalRials,
        long creditRials,
        long confirmedRials,
        boolean settled,
        String how,
        String reference)
        implements Evidence {

    /** Under which name a file keeps it. */
    public static final String KIND = "slip-account";
}
