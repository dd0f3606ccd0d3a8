package ir.parvaneh.process;

import java.util.Map;

/** Evidence that gives roles on this one file to people. What it assigns is remembered and put on later stages. */
public interface Assigning extends Evidence {

    /** Role name to person id; a later assignment of the same role replaces the earlier one. */
    Map<String, String> assigned();
}
