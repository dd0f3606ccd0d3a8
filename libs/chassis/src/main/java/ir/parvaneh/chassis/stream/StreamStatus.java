package ir.parvaneh.chassis.stream;

import ir.parvaneh.chassis.store.Pending;
import java.util.Map;

/**
 * How a service's streams are.
 *
 * @param outbox pages with something to tell, by collection
 * @param parked events that wait, by reason
 * @param lag records of the topics not read yet, by inbox
 * @param counts what the service itself counts, for example decisions without a verdict
 */
public record StreamStatus(
        String service,
        Map<String, Pending> outbox,
        Map<Parked.Reason, Long> parked,
        Map<String, Long> lag,
        Map<String, Long> counts) {}
