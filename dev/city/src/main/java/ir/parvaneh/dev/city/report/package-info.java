/** What a replay remembers and tells: the journal of what clients were told, the counts, the bar and the last line. */
package ir.parvaneh.dev.city.report;
