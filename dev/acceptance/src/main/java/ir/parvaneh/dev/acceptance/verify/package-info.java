/** An independent count: what clients were told against histories, topics and pages. Shares no code with what it checks. */
package ir.parvaneh.dev.acceptance.verify;
