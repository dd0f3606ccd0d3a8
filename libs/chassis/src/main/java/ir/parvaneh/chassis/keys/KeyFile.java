package ir.parvaneh.chassis.keys;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.function.Supplier;

/**
 * A file that holds a key. Only its owner may read it. A missing one is made where that is allowed (development); anywhere
 * else it stops the start: a key made by itself in place of a lost one would hide the loss.
 */
public final class KeyFile {
    private static final FileAttribute<?> OWNERS =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    private KeyFile() {}

    /**
     * The text of the file, made first when it is missing.
     *
     * @throws IllegalStateException when it is missing and must not be made
     */
    public static String read(Path file, boolean create, Supplier<String> made) {
        try {
            if (!Files.exists(file)) {
                if (!create) {
                    throw new IllegalStateException("there is no key file " + file
                            + "; put it there, or set PARVANEH_KEYS_CREATE=true where keys may be made");
                }
                make(file, made.get());
            }
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    // Written aside and linked: of two replicas that start together one wins, and no kill leaves half a key.
    private static void make(Path file, String text) throws IOException {
        Path aside = aside(file, text);
        try {
            Files.createLink(file, aside);
        } catch (FileAlreadyExistsException another) {
            return; // the other's stays
        } finally {
            Files.delete(aside);
        }
    }

    private static Path aside(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Path aside = Files.createTempFile(file.getParent(), "key", ".new", OWNERS);
        return Files.writeString(aside, text);
    }

    /** Puts another text in its place at once. */
    public static void replace(Path file, String text) {
        try {
            Files.move(aside(file, text), file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
