package ir.parvaneh.contracts;

/** An electronic service office was licensed; districtNo is that of its own address, not of its files. */
public record OfficeRegistered(String title, int districtNo) {}
