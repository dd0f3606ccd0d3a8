/** Papers as PDF/A in Persian and English: letters joined, lines from the right, fonts embedded. Knows no permit. */
package ir.parvaneh.application.typeset;
