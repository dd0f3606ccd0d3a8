/** The city at work: every part of a file's way is played through the same public doors that people use. */
package ir.parvaneh.dev.city.play;
