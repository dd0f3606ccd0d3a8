package ir.parvaneh.office.visit;

import java.time.Duration;

/**
 * What an office may change about visits without changing code. All values [A].
 *
 * @param mostMoves how often the citizen may move the date
 * @param acceptanceAfter silence for so long accepts the proposed date
 * @param proposeSameDay whether today may be proposed, when it is a working day
 * @param furthestDays how many days ahead a date may lie
 */
public record VisitPolicy(int mostMoves, Duration acceptanceAfter, boolean proposeSameDay, int furthestDays) {}
