package ir.parvaneh.dev.city.records;

import ir.parvaneh.dev.city.records.PermitRecord.End;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Records of a small city that never was. */
public final class GeneratedLog {
    private GeneratedLog() {}

    /** As many as wanted, the same for the same seed; of twenty one is withdrawn and one abandoned. */
    public static List<PermitRecord> records(int files, long seed) {
        Random dice = new Random(seed);
        return IntStream.rangeClosed(1, files)
                .mapToObj(n -> new PermitRecord("demo", "D%05d".formatted(n), 1 + dice.nextInt(22), n, end(n)))
                .toList();
    }

    private static End end(int number) {
        return switch (number % 20) {
            case 7 -> End.WITHDRAWN;
            case 13 -> End.ABANDONED;
            default -> End.ISSUED;
        };
    }
}
