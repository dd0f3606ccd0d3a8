package ir.parvaneh.application.people;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;

/** What a person told about himself: ten digits of national ID, his name, eleven digits of mobile. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Profile(String nationalId, String name, String mobile) {

    static Profile blank() {
        return new Profile(null, null, null);
    }

    @JsonIgnore
    boolean isBlank() {
        return name == null;
    }

    /** Says nothing, so that it can slip into no log. */
    @Override
    public String toString() {
        return "Profile";
    }
}
