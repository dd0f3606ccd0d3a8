package ir.parvaneh.application.people;

/** A person with his id and, in clear, what he told. Not to be stored, sent on or logged. */
public record KnownPerson(String personId, String nationalId, String name, String mobile) {

    static KnownPerson of(String personId, Identity identity) {
        return new KnownPerson(personId, identity.nationalId(), identity.name(), identity.mobile());
    }

    @Override
    public String toString() {
        return "KnownPerson " + personId;
    }
}
