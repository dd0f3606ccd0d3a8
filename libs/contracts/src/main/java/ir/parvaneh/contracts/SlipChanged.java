package ir.parvaneh.contracts;

import java.time.Instant;

/**
 * Where a payment slip stands; the data of {@code slip-issued}, {@code slip-settled}, {@code slip-confirmed}, {@code
 * slip-cancelled}, {@code slip-refunded} and {@code overpayment-ordered-back}. Amounts are integer rials.
 *
 * @param assessment number of the file's event that brought the assessment; of the docket's that demanded the fine
 * @param creditRials what earlier slips of the same application already brought and was not ordered back since
 * @param confirmedRials what the provider confirmed on this slip and was not given back
 * @param settled everything is paid, or instalments are arranged and the first is paid
 * @param how cash or instalments
 * @param reference the bank's number of the last confirmed payment, or null
 */
public record SlipChanged(
        String slipId,
        String applicationId,
        long assessment,
        long totalRials,
        long creditRials,
        long confirmedRials,
        boolean settled,
        String how,
        String reference,
        Instant at) {}
