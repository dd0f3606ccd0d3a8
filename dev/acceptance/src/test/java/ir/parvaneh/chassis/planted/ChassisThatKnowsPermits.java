package ir.parvaneh.chassis.planted;

import ir.parvaneh.district.planted.DistrictThing;

/** Planted: a chassis that knows a service. */
public record ChassisThatKnowsPermits(DistrictThing thing) {}
