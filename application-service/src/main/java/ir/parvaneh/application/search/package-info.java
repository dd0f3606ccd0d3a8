/** Lists of files: what a caller may see, by index, page after page. */
package ir.parvaneh.application.search;
