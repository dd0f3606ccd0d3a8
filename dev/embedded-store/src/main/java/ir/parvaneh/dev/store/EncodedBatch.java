package ir.parvaneh.dev.store;

import java.util.List;

/** Documents on their way to a client, still encoded as they are kept. */
record EncodedBatch(List<byte[]> documents) {}
