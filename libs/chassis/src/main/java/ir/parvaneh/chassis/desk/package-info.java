/** Desks: tasks that people claim, prepare, sign and decide; the file alone judges what comes of it. */
package ir.parvaneh.chassis.desk;
