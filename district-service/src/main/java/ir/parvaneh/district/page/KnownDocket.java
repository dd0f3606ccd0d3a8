package ir.parvaneh.district.page;

/**
 * The last docket of article 100 that was opened on a file, as its page has heard of it.
 *
 * @param opening of the file's stage that waits for it; null when none did, or none for that form
 * @param formDigest of the violation form it was opened with
 */
record KnownDocket(String id, Long opening, String formDigest, boolean open) {
    KnownDocket closed() {
        return new KnownDocket(id, opening, formDigest, false);
    }

    /** An expert may have a violation heard that is not the one the file was referred for. */
    boolean concerns(ViolationForm referred) {
        return opening != null || referred == null || referred.form().digest().equals(formDigest);
    }
}
