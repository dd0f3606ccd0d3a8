/**
 * Applications about a permit. The permit reads their events as it reads a stranger's: what is filed about it, and what
 * it is told; they begin with what the permit said of itself.
 */
package ir.parvaneh.application.requests;
