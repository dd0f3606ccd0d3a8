/** Change of a supervisor while a building is under construction: guards and evidence of one table. */
package ir.parvaneh.application.supervision;
