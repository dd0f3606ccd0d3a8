/** Application-service: the file of an application and everything that is judged about it. */
package ir.parvaneh.application;
