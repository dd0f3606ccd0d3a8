/** What the city reads: permit logs that other cities published, record by record, doubted before they are used. */
package ir.parvaneh.dev.city.records;
