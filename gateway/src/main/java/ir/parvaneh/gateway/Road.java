package ir.parvaneh.gateway;

/**
 * Where a path leads and who may walk there.
 *
 * @param service null only for {@link Kind#DESK}, whose service is named by the caller's roles
 */
record Road(Kind kind, Service service, Admission admission) {
    enum Kind {
        PLAIN,
        STREAM,
        UPLOAD,
        DESK
    }

    enum Admission {
        ANYBODY,
        SIGNED_IN,
        DESK,
        OPERATOR
    }

    static Road open(Service service) {
        return new Road(Kind.PLAIN, service, Admission.ANYBODY);
    }

    static Road signedIn(Service service) {
        return new Road(Kind.PLAIN, service, Admission.SIGNED_IN);
    }

    static Road operator(Service service) {
        return new Road(Kind.PLAIN, service, Admission.OPERATOR);
    }

    static Road stream(Service service) {
        return new Road(Kind.STREAM, service, Admission.SIGNED_IN);
    }

    /** Parts of files: larger than commands, and slow where the caller's line is. */
    static Road upload(Service service) {
        return new Road(Kind.UPLOAD, service, Admission.SIGNED_IN);
    }

    static Road desk() {
        return new Road(Kind.DESK, null, Admission.DESK);
    }
}
