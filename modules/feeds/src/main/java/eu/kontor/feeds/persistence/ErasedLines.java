package eu.kontor.feeds.persistence;

import eu.kontor.files.api.OwnFiles;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipException;

/** Takes the lines out of a file that name one of these cards; all others stay byte by byte, in their places: an empty line stands where one was. */
final class ErasedLines {

    private static final int BUFFER_BYTES = 1 << 16;

    private final CardDigits cards;

    /** @param cards their digits */
    ErasedLines(Set<String> cards) {
        this.cards = new CardDigits(cards);
    }

    /**
     * @return whether the file was changed, or removed: a workbook, an archive, or what is damaged cannot be had without one of its lines
     * @throws UnreadableFile if nobody can tell whom it names
     */
    boolean takeOutOf(Path file) throws IOException {
        Wrapped wrapped = new Wrapped(cards);
        if (!wrapped.names(file)) {
            return false;
        }
        try {
            takeOutOf(file, wrapped);
        } catch (ZipException | EOFException damaged) {
            // It names a card up to where it is damaged, and nobody can have the rest of it.
            Files.delete(file);
        }
        return true;
    }

    private void takeOutOf(Path file, Wrapped wrapped) throws IOException {
        Wrapped.Kind kind = Wrapped.kind(file);
        if (kind == Wrapped.Kind.ZIP || kind == Wrapped.Kind.GZIP && Wrapped.isWrappedTwice(file)) {
            Files.delete(file);
            return;
        }
        boolean isPacked = kind == Wrapped.Kind.GZIP;
        Path rest = file.resolveSibling(file.getFileName() + Wrapped.ASIDE + FeedFolders.UNFINISHED);
        try {
            try (InputStream in = isPacked
                            ? wrapped.unpack(file)
                            : new BufferedInputStream(Files.newInputStream(file), BUFFER_BYTES);
                    OutputStream plain = OwnFiles.write(rest);
                    OutputStream buffered = new BufferedOutputStream(plain);
                    OutputStream out = isPacked ? new GZIPOutputStream(buffered) : buffered) {
                copyOthers(new WholeLines(in), out);
            }
            Files.setLastModifiedTime(rest, Files.getLastModifiedTime(file));
            Files.move(rest, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(rest);
        }
    }

    private void copyOthers(WholeLines lines, OutputStream out) throws IOException {
        out.write(lines.mark());
        byte[] line = lines.next();
        while (line.length > 0) {
            out.write(cards.areIn(line) ? lines.endOf(line) : line);
            line = lines.next();
        }
    }
}
