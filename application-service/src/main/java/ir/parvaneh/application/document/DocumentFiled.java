package ir.parvaneh.application.document;

import java.time.Instant;

/** A version of a paper was filed. */
record DocumentFiled(String applicationId, String kind, int version, String digest, int pages, String by, Instant at) {}
