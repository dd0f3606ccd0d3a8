/** What an auditor recomputes by himself: chains, roots and proofs, with nothing of the services' own code. */
package ir.parvaneh.dev.city.audit;
