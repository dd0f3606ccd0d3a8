package ir.parvaneh.office.page;

import java.util.List;

/**
 * Which words of the process speak of a site visit; data, because the process is.
 *
 * @param scheduledIn the stage that asks for a visit
 * @param inspectorIn stages that only the drawn inspector acts in
 * @param inspectorRole the role that is drawn
 * @param recordedBy the action that says the visit took place
 */
public record VisitWords(String scheduledIn, List<String> inspectorIn, String inspectorRole, String recordedBy) {}
