/** The completion certificate: a building compared with its permit, the guards, evidence and tolerances of its table. */
package ir.parvaneh.application.completion;
