package ir.parvaneh.iran;

import java.time.LocalDate;

/**
 * A day on which offices are closed, and why.
 *
 * @param code kebab-case name of the occasion
 * @param fa the occasion in Persian
 * @param en the occasion in English
 * @param estimated true where the moon has not been sighted yet and the day may still move
 */
public record Holiday(LocalDate date, String code, String fa, String en, boolean estimated) {}
