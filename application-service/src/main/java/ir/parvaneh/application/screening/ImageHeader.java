package ir.parvaneh.application.screening;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * Width, height and density of a PNG or JPEG as its head says them. Nothing is decoded: an image of a hundred megapixels
 * costs as little as a small one.
 *
 * @param dotsPerInch null when the image does not say
 */
record ImageHeader(long width, long height, Integer dotsPerInch) {

    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    private static final int IHDR = 0x49484452;
    private static final int PHYS = 0x70485973;
    private static final int IDAT = 0x49444154;
    private static final int MOST_CHUNKS = 1000;
    private static final double INCHES_A_METRE = 39.3701;
    private static final double CENTIMETRES_AN_INCH = 2.54;

    /** Throws an IOException when the head is none. */
    static ImageHeader of(Path file) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            DataInputStream data = new DataInputStream(in);
            byte[] first = new byte[2];
            data.readFully(first);
            return first[0] == PNG[0] ? png(data) : jpeg(data);
        }
    }

    private static ImageHeader png(DataInputStream data) throws IOException {
        byte[] rest = new byte[PNG.length - 2];
        data.readFully(rest);
        data.readInt();
        if (!Arrays.equals(rest, Arrays.copyOfRange(PNG, 2, PNG.length)) || data.readInt() != IHDR) {
            throw new IOException("no PNG");
        }
        long width = Integer.toUnsignedLong(data.readInt());
        long height = Integer.toUnsignedLong(data.readInt());
        data.skipNBytes(5 + 4);
        return new ImageHeader(width, height, pngDensity(data));
    }

    private static Integer pngDensity(DataInputStream data) throws IOException {
        for (int chunk = 0; chunk < MOST_CHUNKS; chunk++) {
            long length = Integer.toUnsignedLong(data.readInt());
            int type = data.readInt();
            if (type == IDAT) {
                return null;
            }
            if (type == PHYS && length == 9) {
                long perUnit = Integer.toUnsignedLong(data.readInt());
                data.readInt();
                return data.readByte() == 1 ? (int) Math.round(perUnit / INCHES_A_METRE) : null;
            }
            data.skipNBytes(length + 4);
        }
        throw new IOException("a PNG without an image");
    }

    private static ImageHeader jpeg(DataInputStream data) throws IOException {
        Integer density = null;
        while (true) {
            int marker = marker(data);
            int length = data.readUnsignedShort() - 2;
            if (length < 0) {
                throw new IOException("no JPEG");
            }
            if (isFrame(marker)) {
                data.readByte();
                long height = data.readUnsignedShort();
                return new ImageHeader(data.readUnsignedShort(), height, density);
            }
            byte[] segment = new byte[length];
            data.readFully(segment);
            density = marker == 0xE0 ? jfifDensity(segment) : density;
        }
    }

    private static int marker(DataInputStream data) throws IOException {
        int next = data.readUnsignedByte();
        while (next == 0xFF) {
            next = data.readUnsignedByte();
            if (next != 0xFF) {
                return next;
            }
        }
        throw new EOFException("no marker where one must be");
    }

    /** Start of a frame: C0 to CF without the tables (C4, CC) and the reserved C8. */
    private static boolean isFrame(int marker) {
        return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
    }

    private static Integer jfifDensity(byte[] segment) {
        if (segment.length < 12 || segment[0] != 'J' || segment[1] != 'F' || segment[2] != 'I' || segment[3] != 'F') {
            return null;
        }
        int across = (segment[8] & 0xFF) << 8 | segment[9] & 0xFF;
        return switch (segment[7]) {
            case 1 -> across;
            case 2 -> (int) Math.round(across * CENTIMETRES_AN_INCH);
            default -> null;
        };
    }
}
