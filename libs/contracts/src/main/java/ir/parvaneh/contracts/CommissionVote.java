package ir.parvaneh.contracts;

/** How a member of the commission voted on the drafted decision. */
public record CommissionVote(String seat, String personId, boolean agrees) {}
