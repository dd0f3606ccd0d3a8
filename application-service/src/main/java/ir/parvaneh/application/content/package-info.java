/** Contents by their digest: where the bytes of papers lie, whatever they are called and whoever filed them. */
package ir.parvaneh.application.content;
