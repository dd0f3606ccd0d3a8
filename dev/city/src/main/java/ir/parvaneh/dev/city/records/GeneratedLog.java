package ir.parvaneh.dev.city.records;

import ir.parvaneh.dev.city.records.PermitRecord.End;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Records of a small city that never was. */
public final class GeneratedLog {
    private GeneratedLog() {}

    /** As many as wanted, the same for the same seed; most are issued, a few withdrawn, fewer abandoned. */
    public static List<PermitRecord> records(int files, long seed) {
        Random dice = new Random(seed);
        return IntStream.rangeClosed(1, files)
                .mapToObj(n -> new PermitRecord("demo", "D%05d".formatted(n), 1 + dice.nextInt(22), n, end(dice)))
                .toList();
    }

    private static End end(Random dice) {
        double drawn = dice.nextDouble();
        return drawn < 0.90 ? End.ISSUED : drawn < 0.97 ? End.WITHDRAWN : End.ABANDONED;
    }
}
