package eu.kontor.files.api;

import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.RefusalCode;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * A file as text that can be read from any line on: unpacked (gz, zip with one file, xlsx) and, if it is UTF-16, as UTF-8. What is text
 * already is left alone. The same file gives the same text.
 */
public final class PlainFile {

    /** As large as a file may be that comes unpacked. */
    public static final long MAX_BYTES = 2L * 1024 * 1024 * 1024;

    /** An archive in an archive is what exports give; a third one hides something. */
    private static final int MOST_WRAPPINGS = 2;

    /** Tables shrink to a tenth or a thirtieth. What grows more than this beyond {@link #HARMLESS_BYTES} is no table. */
    private static final int MOST_GROWTH = 200;

    private static final long HARMLESS_BYTES = 64L * 1024 * 1024;

    /** Letters of other scripts have a zero in the other half now and then. */
    private static final int CLEARLY_MORE = 5;

    private static final int LOOKED_AT_BYTES = 4 * 1024;
    private static final int BUFFER_BYTES = 128 * 1024;

    private static final byte[] GZIP = {0x1F, (byte) 0x8B};
    private static final byte[] ZIP = {'P', 'K', 3, 4};
    private static final byte[] EMPTY_ZIP = {'P', 'K', 5, 6};
    private static final byte[] OLD_OFFICE = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};

    /** How a file has to be made plain. */
    private enum Wrapping {
        NONE,
        GZIP,
        ZIP,
        XLSX,
        UTF_16LE,
        UTF_16BE
    }

    private final Path file;
    private final String fileName;

    /** @param fileName as the sender calls it */
    public PlainFile(Path file, String fileName) {
        this.file = file;
        this.fileName = fileName;
    }

    /** @param isSheet lines end where their last filled cell does, and numbers have a point whatever the language */
    public record Plain(Path file, boolean isSheet) {}

    /**
     * @param copy where the text goes if the file is not text itself; whole or not at all
     * @throws Refusal {@code FEED_ARCHIVE_UNREADABLE}, {@code FEED_ARCHIVE_TOO_LARGE}, {@code FEED_ARCHIVE_NOT_ONE_FILE},
     *     {@code FEED_OLD_EXCEL}, {@code FEED_ENCODING_WRONG}
     */
    public Plain make(Path copy) throws IOException {
        Path from = file;
        boolean isSheet = false;
        Wrapping wrapping = wrapping(from);
        for (int i = 0; wrapping != Wrapping.NONE; i++) {
            if (i == MOST_WRAPPINGS || isSheet) {
                throw unreadable();
            }
            Path next = copy.resolveSibling(copy.getFileName() + "." + i + ".part");
            unwrap(wrapping, from, next);
            if (from != file) {
                Files.delete(from);
            }
            isSheet = wrapping == Wrapping.XLSX;
            from = next;
            wrapping = wrapping(from);
        }
        if (from == file) {
            return new Plain(file, false);
        }
        Path done = isSheet ? sheet(copy) : copy;
        Files.move(from, done, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        return new Plain(done, isSheet);
    }

    /** What {@link #make} gave before, if it is still there. */
    public Optional<Plain> made(Path copy) {
        if (Files.exists(sheet(copy))) {
            return Optional.of(new Plain(sheet(copy), true));
        }
        return Files.exists(copy) ? Optional.of(new Plain(copy, false)) : Optional.empty();
    }

    public static void discard(Path copy) throws IOException {
        Files.deleteIfExists(copy);
        Files.deleteIfExists(sheet(copy));
        for (int i = 0; i <= MOST_WRAPPINGS; i++) {
            Files.deleteIfExists(copy.resolveSibling(copy.getFileName() + "." + i + ".part"));
        }
    }

    /** Whether what comes out of an archive is no table any more; for whoever else unpacks what a file holds. */
    public static boolean isTooLarge(long bytes, long packedBytes) {
        return bytes > MAX_BYTES || bytes > HARMLESS_BYTES && bytes / MOST_GROWTH > packedBytes;
    }

    /** Whether text that begins so is UTF-16, and which; as files are read. */
    public static Optional<Charset> wideCharset(byte[] head) {
        return switch (wide(head)) {
            case UTF_16LE -> Optional.of(StandardCharsets.UTF_16LE);
            case UTF_16BE -> Optional.of(StandardCharsets.UTF_16BE);
            default -> Optional.empty();
        };
    }

    private static Path sheet(Path copy) {
        return copy.resolveSibling(copy.getFileName() + ".sheet");
    }

    private void unwrap(Wrapping wrapping, Path from, Path to) throws IOException {
        try {
            switch (wrapping) {
                case GZIP -> gunzip(from, to);
                case ZIP -> unzip(from, to);
                case XLSX -> new Workbook(from, fileName).writeFirstSheet(to);
                default ->
                    recode(
                            from,
                            to,
                            wrapping == Wrapping.UTF_16LE ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE);
            }
        } catch (ZipException | EOFException damaged) {
            throw unreadable();
        }
    }

    private Wrapping wrapping(Path of) throws IOException {
        byte[] head = head(of);
        if (startsWith(head, OLD_OFFICE)) {
            throw new Refusal(RefusalCode.FEED_OLD_EXCEL, "file", fileName);
        }
        if (startsWith(head, EMPTY_ZIP)) {
            throw notOneFile(0);
        }
        if (startsWith(head, GZIP)) {
            return Wrapping.GZIP;
        }
        if (startsWith(head, ZIP)) {
            return isWorkbook(of) ? Wrapping.XLSX : Wrapping.ZIP;
        }
        return wide(head);
    }

    /** With its mark, or without it by the zeros that every second byte of Latin text is. */
    private static Wrapping wide(byte[] head) {
        if (head.length >= 2 && head[0] == (byte) 0xFF && head[1] == (byte) 0xFE) {
            return Wrapping.UTF_16LE;
        }
        if (head.length >= 2 && head[0] == (byte) 0xFE && head[1] == (byte) 0xFF) {
            return Wrapping.UTF_16BE;
        }
        int even = 0;
        int odd = 0;
        for (int i = 0; i < head.length; i++) {
            even += head[i] == 0 && i % 2 == 0 ? 1 : 0;
            odd += head[i] == 0 && i % 2 == 1 ? 1 : 0;
        }
        int many = Math.max(2, head.length / 10);
        return odd >= many && odd > CLEARLY_MORE * even
                ? Wrapping.UTF_16LE
                : even >= many && even > CLEARLY_MORE * odd ? Wrapping.UTF_16BE : Wrapping.NONE;
    }

    private void gunzip(Path from, Path to) throws IOException {
        try (InputStream in = new GZIPInputStream(new BufferedInputStream(Files.newInputStream(from)))) {
            copy(in, to, Files.size(from));
        }
    }

    private void unzip(Path from, Path to) throws IOException {
        try (ZipFile zip = new ZipFile(from.toFile())) {
            List<? extends ZipEntry> entries =
                    zip.stream().filter(entry -> !isHousekeeping(entry)).toList();
            if (entries.size() != 1) {
                throw notOneFile(entries.size());
            }
            try (InputStream in = zip.getInputStream(entries.getFirst())) {
                copy(in, to, Files.size(from));
            }
        }
    }

    private boolean isWorkbook(Path of) throws IOException {
        try (ZipFile zip = new ZipFile(of.toFile())) {
            return zip.getEntry("[Content_Types].xml") != null && zip.getEntry("xl/workbook.xml") != null;
        } catch (ZipException damaged) {
            throw unreadable();
        }
    }

    /** What computers of Apple and their users add to archives. */
    private static boolean isHousekeeping(ZipEntry entry) {
        return entry.isDirectory()
                || entry.getName().startsWith("__MACOSX/")
                || entry.getName().endsWith(".DS_Store");
    }

    private void copy(InputStream in, Path to, long packedBytes) throws IOException {
        byte[] buffer = new byte[BUFFER_BYTES];
        long bytes = 0;
        try (OutputStream out = OwnFiles.write(to)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                bytes += read;
                if (isTooLarge(bytes, packedBytes)) {
                    throw new Refusal(RefusalCode.FEED_ARCHIVE_TOO_LARGE, "file", fileName, "limit", MAX_BYTES);
                }
                out.write(buffer, 0, read);
            }
        }
    }

    private void recode(Path from, Path to, Charset wide) throws IOException {
        CharsetDecoder decoder = wide.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer bytes = ByteBuffer.allocate(BUFFER_BYTES);
        CharBuffer text = CharBuffer.allocate(BUFFER_BYTES);
        long line = 1;
        boolean isFirst = true;
        try (InputStream in = Files.newInputStream(from);
                OutputStream out = OwnFiles.write(to)) {
            // Says of itself what it is now, whatever a mapping says of the original.
            out.write("\uFEFF".getBytes(StandardCharsets.UTF_8));
            boolean isEnd = false;
            while (!isEnd) {
                int read = in.read(bytes.array(), bytes.position(), bytes.remaining());
                isEnd = read < 0;
                bytes.position(bytes.position() + Math.max(0, read)).flip();
                CoderResult result = decoder.decode(bytes, text, isEnd);
                bytes.compact();
                text.flip();
                if (isFirst && text.hasRemaining() && text.get(text.position()) == '\uFEFF') {
                    text.get();
                }
                isFirst = false;
                line += text.chars().filter(c -> c == '\n').count();
                out.write(text.toString().getBytes(StandardCharsets.UTF_8));
                text.clear();
                if (result.isError()) {
                    throw new Refusal(
                            RefusalCode.FEED_ENCODING_WRONG, "file", fileName, "encoding", "UTF-16", "line", line);
                }
            }
        }
    }

    private static byte[] head(Path of) throws IOException {
        try (InputStream in = Files.newInputStream(of)) {
            return in.readNBytes(LOOKED_AT_BYTES);
        }
    }

    private static boolean startsWith(byte[] head, byte[] mark) {
        return head.length >= mark.length && Arrays.equals(head, 0, mark.length, mark, 0, mark.length);
    }

    private Refusal unreadable() {
        return new Refusal(RefusalCode.FEED_ARCHIVE_UNREADABLE, "file", fileName);
    }

    private Refusal notOneFile(int count) {
        return new Refusal(RefusalCode.FEED_ARCHIVE_NOT_ONE_FILE, "file", fileName, "count", count);
    }
}
