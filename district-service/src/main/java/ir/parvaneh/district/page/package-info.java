/** The district's page of a file: the tasks that its people, agencies and commissions have to do on it. */
package ir.parvaneh.district.page;
