package ir.parvaneh.application.file;

import ir.parvaneh.chassis.store.Page;
import java.util.Optional;
import java.util.function.Function;

/** What a file learns in the same write as a step, before it and after; empty when it knows it already. Pure. */
public interface Learning extends Function<Page<ApplicationFile>, Optional<Ruling.Moved>> {

    /** For files that have nothing to learn. */
    Learning NOTHING = page -> Optional.empty();
}
