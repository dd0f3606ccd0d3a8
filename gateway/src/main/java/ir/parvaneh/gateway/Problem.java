package ir.parvaneh.gateway;

/**
 * An answer of RFC 9457.
 *
 * @param instance path of the request that was refused
 */
record Problem(String type, String title, int status, String detail, String code, String instance, String traceId) {}
