/** What can be read about the process itself: its tables and the schemas of its evidence. */
package ir.parvaneh.application.schemas;
