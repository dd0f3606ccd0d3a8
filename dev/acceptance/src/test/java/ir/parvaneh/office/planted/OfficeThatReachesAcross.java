package ir.parvaneh.office.planted;

import ir.parvaneh.district.planted.DistrictThing;

/** Planted: a service that reaches into another one. */
public record OfficeThatReachesAcross(DistrictThing thing) {}
