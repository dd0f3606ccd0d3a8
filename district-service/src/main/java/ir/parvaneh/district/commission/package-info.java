/** The commission of article 100: dockets, their bench and votes, their process, and what a fine comes to. */
package ir.parvaneh.district.commission;
