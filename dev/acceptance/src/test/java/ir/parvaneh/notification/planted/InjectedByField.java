package ir.parvaneh.notification.planted;

import org.springframework.beans.factory.annotation.Autowired;

/** Planted: a type that hides what it needs. */
public final class InjectedByField {
    @Autowired
    Runnable hidden;
}
