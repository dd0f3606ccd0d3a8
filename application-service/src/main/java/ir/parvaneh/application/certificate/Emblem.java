package ir.parvaneh.application.certificate;

import ir.parvaneh.application.typeset.Sheet;
import java.awt.Color;

/** The butterfly that the permit is named after in Persian: two pairs of wings around a body. */
final class Emblem {

    private Emblem() {}

    static void draw(Sheet sheet, float x, float y, Color wings, Color body) {
        for (int side : new int[] {-1, 1}) {
            upperWing(sheet, x, y, side, wings);
            lowerWing(sheet, x, y, side, body);
        }
        sheet.fill(x - 0.9f, y - 13, 1.8f, 26, body);
    }

    private static void upperWing(Sheet sheet, float x, float y, int side, Color colour) {
        sheet.shape(
                colour,
                x + side * 1.5f,
                y,
                x + side * 4,
                y + 16,
                x + side * 20,
                y + 24,
                x + side * 26,
                y + 16,
                x + side * 30,
                y + 6,
                x + side * 18,
                y - 2,
                x + side * 1.5f,
                y);
    }

    private static void lowerWing(Sheet sheet, float x, float y, int side, Color colour) {
        sheet.shape(
                colour,
                x + side * 1.5f,
                y - 2,
                x + side * 14,
                y - 2,
                x + side * 22,
                y - 8,
                x + side * 17,
                y - 15,
                x + side * 11,
                y - 21,
                x + side * 3,
                y - 13,
                x + side * 1.5f,
                y - 2);
    }
}
