package ir.parvaneh.application.screening;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * How much the streams that hold a PDF's own structure become. A parser unpacks them into memory before anybody can ask,
 * so they are unpacked here first, counted and thrown away. They are sought in the bytes of the file, wherever a table
 * of references may point: what a reader could take for such a stream is looked at.
 */
final class PdfStreams {

    private static final byte[] STREAM = "stream".getBytes(StandardCharsets.US_ASCII);
    private static final int HEAD = 4096;
    private static final int PART = 64 * 1024;
    /** A part of the file that is read again and again counts as a part of what it becomes. */
    private static final int READ_OFTEN = 8;

    private static final Pattern ESCAPE = Pattern.compile("#([0-9A-Fa-f]{2})");
    private static final Pattern STRUCTURE = Pattern.compile("/ObjStm|/XRef|/First");
    private static final Pattern FILTER = Pattern.compile("/(FlateDecode|Fl|LZWDecode|LZW|RunLengthDecode|RL)\\b");

    private final MemorySegment file;
    private final long most;
    private final ScreeningPolicy policy;
    private long all;
    private int marks;
    private int numbers;

    /** How much a parser will have to keep in memory. */
    enum Size {
        MODEST,
        /** Tables of references and arrays are lists of numbers: so many that they fill the memory. */
        TOO_MANY_NUMBERS,
        /** They become more than may be, are more than may be, or are packed in a way whose size cannot be told. */
        TOO_LARGE
    }

    private PdfStreams(MemorySegment file, ScreeningPolicy policy) {
        this.file = file;
        this.policy = policy;
        this.most = policy.pdfStructureBytes();
    }

    static Size measure(ScreeningPolicy policy, Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
                Arena arena = Arena.ofConfined()) {
            return new PdfStreams(channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), arena), policy).size();
        }
    }

    private Size size() {
        boolean afterGap = true;
        for (long at = 0; at + STREAM.length < file.byteSize(); at++) {
            byte one = file.get(ValueLayout.JAVA_BYTE, at);
            if (one == 's' && begins(at) && (++marks > policy.pdfObjects() || growsAt(at))) {
                return Size.TOO_LARGE;
            }
            if (afterGap && one >= '0' && one <= '9' && ++numbers > policy.pdfNumbers()) {
                return Size.TOO_MANY_NUMBERS;
            }
            afterGap = one <= ' ' && one >= 0 || one == '[';
        }
        return Size.MODEST;
    }

    private boolean begins(long at) {
        for (int i = 1; i < STREAM.length; i++) {
            if (file.get(ValueLayout.JAVA_BYTE, at + i) != STREAM[i]) {
                return false;
            }
        }
        return at == 0 || file.get(ValueLayout.JAVA_BYTE, at - 1) != 'd';
    }

    private boolean growsAt(long at) {
        String head = head(at);
        if (!STRUCTURE.matcher(head).find()) {
            return false;
        }
        long filters = FILTER.matcher(head.substring(Math.max(0, head.lastIndexOf("/Filter"))))
                .results()
                .count();
        if (filters > 1) {
            return true;
        }
        all += filters == 0 ? 0 : inflated(at + STREAM.length);
        return all > most;
    }

    /** What stands before the data, names as a parser reads them. */
    private String head(long at) {
        long from = Math.max(0, at - HEAD);
        byte[] bytes = file.asSlice(from, at - from).toArray(ValueLayout.JAVA_BYTE);
        Matcher escapes = ESCAPE.matcher(new String(bytes, StandardCharsets.ISO_8859_1));
        return escapes.replaceAll(
                one -> Matcher.quoteReplacement(Character.toString(Integer.parseInt(one.group(1), 16))));
    }

    private long inflated(long after) {
        long begin = after;
        while (begin < file.byteSize() && isLineEnd(file.get(ValueLayout.JAVA_BYTE, begin))) {
            begin++;
        }
        try (Inflater inflater = new Inflater()) {
            return count(inflater, begin);
        }
    }

    private static boolean isLineEnd(byte one) {
        return one == '\r' || one == '\n';
    }

    /** Counts until the data end, are none, or are too much; what was read counts as well, that nobody is made to read it often. */
    private long count(Inflater inflater, long begin) {
        byte[] unpacked = new byte[PART];
        long next = begin;
        long count = 0;
        while (!inflater.finished() && count <= most) {
            if (inflater.needsInput()) {
                byte[] part = part(next);
                if (part.length == 0) {
                    return count;
                }
                inflater.setInput(part);
                next += part.length;
                all += part.length / READ_OFTEN;
            }
            try {
                count += inflater.inflate(unpacked);
            } catch (DataFormatException none) {
                return count;
            }
            if (inflater.needsDictionary()) {
                return count;
            }
        }
        return count;
    }

    private byte[] part(long from) {
        long length = Math.clamp(file.byteSize() - from, 0, PART);
        return file.asSlice(Math.min(from, file.byteSize()), length).toArray(ValueLayout.JAVA_BYTE);
    }
}
