/** The HTTP side every service shares: problems, strict bodies, commands, cursors, traces. */
package ir.parvaneh.chassis.web;
