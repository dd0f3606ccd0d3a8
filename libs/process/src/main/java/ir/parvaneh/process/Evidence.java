package ir.parvaneh.process;

/**
 * What an action puts on the file: a record parsed once at the door against its schema. Guards see these records. No
 * component may be personal data; people are named by id and papers by digest.
 */
public interface Evidence {}
