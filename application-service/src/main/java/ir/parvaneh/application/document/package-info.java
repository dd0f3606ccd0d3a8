/** Papers as they are held: kinds, versions, who may read them, and whether their scan is good enough. */
package ir.parvaneh.application.document;
