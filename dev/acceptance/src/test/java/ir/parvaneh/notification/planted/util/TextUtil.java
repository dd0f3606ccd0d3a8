package ir.parvaneh.notification.planted.util;

/** Planted: a layer package and a name that says nothing. */
public record TextUtil(String text) {}
