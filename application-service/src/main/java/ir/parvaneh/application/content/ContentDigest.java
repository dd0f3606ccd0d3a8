package ir.parvaneh.application.content;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** SHA-256 as it is written on papers: 64 lower-case hex digits. */
public final class ContentDigest {

    private static final Pattern SHAPE = Pattern.compile("[0-9a-f]{64}");
    private static final int PART = 64 * 1024;

    private ContentDigest() {}

    public static boolean isOne(String text) {
        return text != null && SHAPE.matcher(text).matches();
    }

    /** The digest of a file, read part by part. */
    public static String of(Path file) throws IOException {
        return copy(file, OutputStream.nullOutputStream());
    }

    /** Copies a file and says what was copied. */
    static String copy(Path file, OutputStream to) throws IOException {
        MessageDigest digest = fresh();
        byte[] part = new byte[PART];
        try (InputStream in = Files.newInputStream(file)) {
            for (int read = in.read(part); read >= 0; read = in.read(part)) {
                digest.update(part, 0, read);
                to.write(part, 0, read);
            }
        }
        return hex(digest);
    }

    static MessageDigest fresh() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    static String hex(MessageDigest digest) {
        return HexFormat.of().formatHex(digest.digest());
    }
}
