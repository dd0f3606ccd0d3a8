package ir.parvaneh.contracts;

import java.time.LocalDate;

/**
 * A fine of article 100 is final and is asked for; a payment slip is drawn for just that amount.
 *
 * @param docketNumber what the docket is called on paper
 * @param fineRials integer rials
 * @param decidedOn the day of the decision in force
 */
public record FineDemanded(
        String applicationId,
        String docketNumber,
        int districtNo,
        long fineRials,
        LocalDate decidedOn,
        LocalDate demandedOn) {}
