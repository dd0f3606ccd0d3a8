/** The visit ledger: who stood where, why, and whether it could have been spared. */
package ir.parvaneh.office.ledger;
