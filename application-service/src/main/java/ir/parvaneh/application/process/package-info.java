/**
 * What every process of this service is made of and how they are held together: tables with their editions, guards,
 * evidence with its schemas, figures of policy. Knows none of them.
 */
package ir.parvaneh.application.process;
