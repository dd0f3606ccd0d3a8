package ir.parvaneh.application.people;

/** What a person told about himself, in clear: ten digits of national ID, his name, eleven digits of mobile. */
record Identity(String nationalId, String name, String mobile) {

    /** Says nothing, so that it can slip into no log. */
    @Override
    public String toString() {
        return "Identity";
    }
}
