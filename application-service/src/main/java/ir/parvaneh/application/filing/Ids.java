package ir.parvaneh.application.filing;

import ir.parvaneh.iran.OpaqueId;

/** Ids travel in events, so what names a person to the world may not pass for one. */
final class Ids {

    private Ids() {}

    static boolean isOpaque(String id) {
        return OpaqueId.holds(id);
    }
}
