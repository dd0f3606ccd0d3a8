package ir.parvaneh.application.people;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * A person as the store keeps him: nothing in clear.
 *
 * @param sealed his identity, encrypted under his own key; base64
 * @param key his own key, encrypted under the wrapping key; base64; null once it was erased
 * @param wrappedBy id of the wrapping key that holds it
 * @param nationalIdSign blind index of his national ID
 * @param mobileSign blind index of his mobile
 * @param changed version of the page that last changed what he told
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Profile(String sealed, String key, String wrappedBy, String nationalIdSign, String mobileSign, long changed) {

    static Profile blank() {
        return new Profile(null, null, null, null, null, 0);
    }

    /** Nobody has told anything yet. */
    @JsonIgnore
    boolean isBlank() {
        return sealed == null;
    }

    /** What he told is there and can never be read again. */
    @JsonIgnore
    boolean isErased() {
        return sealed != null && key == null;
    }

    @JsonIgnore
    boolean isReadable() {
        return key != null;
    }

    Profile erased(long version) {
        return new Profile(sealed, null, null, null, null, version);
    }

    @Override
    public String toString() {
        return "Profile";
    }
}
