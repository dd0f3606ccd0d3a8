package ir.parvaneh.district.planted;

/** Planted: what a foreign service must not touch. */
public record DistrictThing(String name) {}
