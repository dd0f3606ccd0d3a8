package ir.parvaneh.application.upload;

import ir.parvaneh.chassis.web.Required;

/**
 * The body that opens an upload.
 *
 * @param kind of the paper, as evidence calls it
 * @param name of the file, shown and never used as a path
 * @param lengthBytes all of them
 * @param sha256 of all of them, 64 lower-case hex digits
 * @param documentId the paper this is a new version of, or null
 */
record UploadRequest(String kind, String name, Long lengthBytes, String sha256, String documentId) {
    UploadRequest {
        Required.of("kind", kind, "name", name, "lengthBytes", lengthBytes, "sha256", sha256);
    }
}
