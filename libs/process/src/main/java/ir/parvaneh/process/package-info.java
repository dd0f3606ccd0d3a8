/**
 * The process kernel: a process as a table, a judge that decides, a file that remembers. Plain Java; it knows no
 * particular process, no store, no stream and no clock but the one it is handed.
 */
package ir.parvaneh.process;
