package ir.parvaneh.dev.store;

import java.io.ByteArrayOutputStream;

/** Puts the parts of a compound key together. */
final class KeyWriter {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream(64);

    KeyWriter add(Object value, boolean ascending) {
        byte[] key = KeyBytes.of(value);
        return raw(ascending ? key : KeyBytes.inverted(key));
    }

    KeyWriter raw(byte[] bytes) {
        out.writeBytes(bytes);
        return this;
    }

    byte[] toBytes() {
        return out.toByteArray();
    }
}
