package ir.parvaneh.application.completion;

import ir.parvaneh.application.process.Policy;

/**
 * How far a building may differ from its permit, from {@code policies/completion-certificate.yaml} [A].
 *
 * @param areaPercent of the permitted gross area
 */
record Tolerances(double areaPercent, int storeys, int units, int parkingSpaces, double setbackMetres) {

    static Tolerances load() {
        Policy policy = Policy.load("completion-certificate");
        return new Tolerances(
                policy.number("area-tolerance-percent").doubleValue(),
                policy.number("storeys-tolerance").intValue(),
                policy.number("units-tolerance").intValue(),
                policy.number("parking-tolerance").intValue(),
                policy.number("setback-tolerance-metres").doubleValue());
    }
}
