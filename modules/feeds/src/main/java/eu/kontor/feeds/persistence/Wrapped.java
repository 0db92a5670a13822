package eu.kontor.feeds.persistence;

import eu.kontor.files.api.OwnFiles;
import eu.kontor.files.api.PlainFile;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * Looks for cards in a file whatever it is wrapped in, within the limits that hold for files that are read. What is taken for an archive is what
 * {@link PlainFile} takes for one.
 */
final class Wrapped {

    enum Kind {
        PLAIN,
        GZIP,
        ZIP
    }

    /** What a program adds to the name of a file while it is looked into. */
    static final String ASIDE = ".erasing";

    /** Two are read; a workbook may hold one more, and what is refused, another. */
    private static final int MOST_WRAPPINGS = 4;

    private static final int BUFFER_BYTES = 1 << 16;
    private static final int MARK_BYTES = 4;
    private static final byte[] GZIP = {0x1F, (byte) 0x8B};
    private static final byte[] ZIP = {'P', 'K', 3, 4};
    private static final byte[] EMPTY_ZIP = {'P', 'K', 5, 6};
    private static final byte[] OLD_OFFICE = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};

    private final CardDigits cards;
    private long unpacked;

    Wrapped(CardDigits cards) {
        this.cards = cards;
    }

    /** @throws UnreadableFile if nobody can tell */
    boolean names(Path file) throws IOException {
        unpacked = 0;
        try {
            return names(file, 0, false);
        } catch (ZipException | EOFException damaged) {
            throw new UnreadableFile(damaged);
        }
    }

    static Kind kind(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return kind(in.readNBytes(MARK_BYTES));
        }
    }

    /** Whether a gz holds another archive: then it cannot be had without one of its lines. */
    static boolean isWrappedTwice(Path gz) throws IOException {
        try (InputStream in = gunzip(gz)) {
            return kind(in.readNBytes(MARK_BYTES)) != Kind.PLAIN;
        }
    }

    /** The text of a gz, as far as it is one. */
    InputStream unpack(Path gz) throws IOException {
        return new BufferedInputStream(new Limited(gunzip(gz), Files.size(gz)), BUFFER_BYTES);
    }

    private static Kind kind(byte[] head) {
        if (startsWith(head, GZIP)) {
            return Kind.GZIP;
        }
        return startsWith(head, ZIP) || startsWith(head, EMPTY_ZIP) ? Kind.ZIP : Kind.PLAIN;
    }

    private static InputStream gunzip(Path gz) throws IOException {
        InputStream raw = new BufferedInputStream(Files.newInputStream(gz), BUFFER_BYTES);
        try {
            return new GZIPInputStream(raw, BUFFER_BYTES);
        } catch (IOException e) {
            raw.close();
            throw e;
        }
    }

    private boolean names(Path file, int wrappings, boolean isOfWorkbook) throws IOException {
        byte[] head = head(file);
        Kind kind = kind(head);
        if (kind == Kind.PLAIN) {
            if (startsWith(head, OLD_OFFICE) && !isOfWorkbook) {
                throw new UnreadableFile("a workbook of old Excel");
            }
            try (InputStream in = new BufferedInputStream(Files.newInputStream(file), BUFFER_BYTES)) {
                return cards.areIn(in);
            }
        }
        if (wrappings == MOST_WRAPPINGS) {
            throw new UnreadableFile("an archive in an archive in an archive");
        }
        if (kind == Kind.GZIP) {
            try (InputStream in = unpack(file)) {
                return inside(in, file, wrappings, isOfWorkbook);
            }
        }
        return startsWith(head, EMPTY_ZIP) ? false : inZip(file, wrappings, isOfWorkbook);
    }

    private boolean inZip(Path file, int wrappings, boolean isOfWorkbook) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            boolean isWorkbook = isOfWorkbook || zip.getEntry("[Content_Types].xml") != null;
            Limit limit = new Limit(Files.size(file));
            for (ZipEntry entry : Collections.list(zip.entries())) {
                try (InputStream raw = zip.getInputStream(entry);
                        InputStream in = new BufferedInputStream(new Limited(raw, limit), BUFFER_BYTES)) {
                    if (!entry.isDirectory() && inside(in, file, wrappings, isWorkbook)) {
                        return true;
                    }
                }
            }
            return false;
        }
    }

    /** What is an archive again is laid aside to be opened; all else is read as it comes. */
    private boolean inside(InputStream in, Path beside, int wrappings, boolean isOfWorkbook) throws IOException {
        in.mark(MARK_BYTES);
        byte[] head = in.readNBytes(MARK_BYTES);
        in.reset();
        if (kind(head) == Kind.PLAIN && !startsWith(head, OLD_OFFICE)) {
            return cards.areIn(in);
        }
        Path aside = beside.resolveSibling(beside.getFileName() + ASIDE + wrappings + FeedFolders.UNFINISHED);
        try {
            try (OutputStream out = OwnFiles.write(aside)) {
                in.transferTo(out);
            }
            return names(aside, wrappings + 1, isOfWorkbook);
        } finally {
            Files.deleteIfExists(aside);
        }
    }

    private static byte[] head(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(MARK_BYTES);
        }
    }

    private static boolean startsWith(byte[] head, byte[] mark) {
        return head.length >= mark.length && Arrays.equals(head, 0, mark.length, mark, 0, mark.length);
    }

    /** What comes out of one archive, in all its parts; and of all archives of a file, however many lie in it. */
    private final class Limit {

        private final long packedBytes;
        private long bytes;

        Limit(long packedBytes) {
            this.packedBytes = packedBytes;
        }

        void count(long more) throws UnreadableFile {
            bytes += more;
            unpacked += more;
            if (PlainFile.isTooLarge(bytes, packedBytes) || unpacked > 2 * PlainFile.MAX_BYTES) {
                throw new UnreadableFile("grows beyond any table when it is unpacked");
            }
        }
    }

    private final class Limited extends FilterInputStream {

        private final Limit limit;

        Limited(InputStream in, long packedBytes) {
            this(in, new Limit(packedBytes));
        }

        Limited(InputStream in, Limit limit) {
            super(in);
            this.limit = limit;
        }

        @Override
        public int read() throws IOException {
            int each = super.read();
            if (each >= 0) {
                limit.count(1);
            }
            return each;
        }

        @Override
        public int read(byte[] buffer, int from, int length) throws IOException {
            int read = super.read(buffer, from, length);
            if (read > 0) {
                limit.count(read);
            }
            return read;
        }
    }
}
