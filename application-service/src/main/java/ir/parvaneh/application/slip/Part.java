package ir.parvaneh.application.slip;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * What is paid at once: the whole slip, or one instalment of it.
 *
 * @param paymentId شناسه پرداخت, or null where the public scheme cannot say the amount
 * @param attempts oldest first; at most one is confirmed
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Part(int no, long amountRials, LocalDate dueOn, String paymentId, List<Attempt> attempts) {

    Part {
        attempts = attempts == null ? List.of() : List.copyOf(attempts);
    }

    @JsonIgnore
    boolean isConfirmed() {
        return has(Attempt.State.CONFIRMED);
    }

    @JsonIgnore
    boolean isPaid() {
        return isConfirmed() || has(Attempt.State.PAID);
    }

    /** What the provider confirmed, and neither took back nor is to give back. */
    long keptRials() {
        return attempts.stream()
                .filter(attempt -> attempt.state() == Attempt.State.CONFIRMED)
                .mapToLong(attempt -> amountRials - attempt.goneRials())
                .sum();
    }

    /** What the provider gave back. */
    long refundedRials() {
        return attempts.stream()
                .mapToLong(attempt -> attempt.state() == Attempt.State.REFUNDED ? amountRials : attempt.doneRials())
                .sum();
    }

    boolean has(Attempt.State state) {
        return attempts.stream().anyMatch(attempt -> attempt.state() == state);
    }

    Optional<Attempt> attempt(String orderId) {
        return attempts.stream().filter(one -> one.orderId().equals(orderId)).findFirst();
    }

    /** How many attempts were begun after that real time, in milliseconds. */
    long begunSince(long millis) {
        return attempts.stream().filter(one -> one.startedAt() > millis).count();
    }

    /** The attempt a person may still finish. */
    Optional<Attempt> underWay() {
        return attempts.stream()
                .filter(one -> one.state() == Attempt.State.OPEN || one.state() == Attempt.State.PAID)
                .findFirst();
    }

    Part with(Attempt added) {
        List<Attempt> all = new ArrayList<>(attempts);
        all.add(added);
        return new Part(no, amountRials, dueOn, paymentId, all);
    }

    Part changed(String orderId, UnaryOperator<Attempt> change) {
        List<Attempt> all = attempts.stream()
                .map(one -> one.orderId().equals(orderId) ? change.apply(one) : one)
                .toList();
        return new Part(no, amountRials, dueOn, paymentId, all);
    }
}
