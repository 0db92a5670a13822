package eu.kontor.feeds.persistence;

import eu.kontor.files.api.OwnFiles;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipInputStream;

/**
 * Takes the lines out of a file that name one of these cards; all others stay byte by byte, in their places: an empty line stands where one was. Every encoding
 * that feeds come in writes digits as ASCII does, with zeros between them at most.
 */
final class ErasedLines {

    private static final int BUFFER_BYTES = 1 << 16;
    private static final int LONGEST_LINE_BYTES = 1 << 20;

    private final Set<String> cards;

    /** @param cards their digits */
    ErasedLines(Set<String> cards) {
        this.cards = Set.copyOf(cards);
    }

    /** @return whether the file was changed, or removed: a workbook or an archive cannot be had without one of its lines */
    boolean takeOutOf(Path file) throws IOException {
        Form form = form(file);
        if (!names(file, form)) {
            return false;
        }
        if (form == Form.ARCHIVE) {
            Files.delete(file);
            return true;
        }
        Path rest = file.resolveSibling(file.getFileName() + ".erasing" + FeedFolders.UNFINISHED);
        try {
            try (InputStream in = open(file, form);
                    OutputStream plain = OwnFiles.write(rest);
                    OutputStream buffered = new BufferedOutputStream(plain);
                    OutputStream out = form == Form.GZIP ? new GZIPOutputStream(buffered) : buffered) {
                byte[] line = nextLine(in);
                while (line.length > 0) {
                    out.write(names(line) ? end(line) : line);
                    line = nextLine(in);
                }
            }
            Files.setLastModifiedTime(rest, Files.getLastModifiedTime(file));
            Files.move(rest, file, StandardCopyOption.ATOMIC_MOVE);
            return true;
        } finally {
            Files.deleteIfExists(rest);
        }
    }

    private enum Form {
        PLAIN,
        GZIP,
        ARCHIVE
    }

    private static Form form(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] magic = in.readNBytes(2);
            if (magic.length == 2 && magic[0] == 'P' && magic[1] == 'K') {
                return Form.ARCHIVE;
            }
            return magic.length == 2 && magic[0] == 0x1f && magic[1] == (byte) 0x8b ? Form.GZIP : Form.PLAIN;
        }
    }

    private boolean names(Path file, Form form) throws IOException {
        if (form != Form.ARCHIVE) {
            try (InputStream in = open(file, form)) {
                return names(in);
            }
        }
        try (ZipInputStream entries = new ZipInputStream(open(file, Form.PLAIN))) {
            while (entries.getNextEntry() != null) {
                if (names(entries)) {
                    return true;
                }
            }
            return false;
        }
    }

    private boolean names(InputStream in) throws IOException {
        byte[] line = nextLine(in);
        while (line.length > 0) {
            if (names(line)) {
                return true;
            }
            line = nextLine(in);
        }
        return false;
    }

    private static InputStream open(Path file, Form form) throws IOException {
        InputStream raw = new BufferedInputStream(Files.newInputStream(file), BUFFER_BYTES);
        return form == Form.GZIP ? new BufferedInputStream(new GZIPInputStream(raw), BUFFER_BYTES) : raw;
    }

    /** Cards are written with spaces or dashes, too. */
    private boolean names(byte[] line) {
        StringBuilder digits = new StringBuilder();
        for (byte each : line) {
            char c = (char) (each & 0xff);
            if (c >= '0' && c <= '9') {
                digits.append(c);
            } else if (c != ' ' && c != '-' && c != 0) {
                digits.append('|');
            }
        }
        String said = digits.toString();
        return cards.stream().anyMatch(said::contains);
    }

    /**
     * What ends the line. In UTF-16 with the low byte first, a line begins with the zero that belongs to the end of the one before, and the zero of its last
     * character stands in its place.
     */
    private static byte[] end(byte[] line) {
        String ascii = new String(line, StandardCharsets.ISO_8859_1);
        int begin = ascii.length();
        while (begin > 0 && "\r\n\0".indexOf(ascii.charAt(begin - 1)) >= 0) {
            begin--;
        }
        return ascii.substring(begin).getBytes(StandardCharsets.ISO_8859_1);
    }

    /** With its end; empty at the end of the file. */
    private static byte[] nextLine(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        int each = in.read();
        while (each >= 0) {
            line.write(each);
            if (each == '\n' || line.size() >= LONGEST_LINE_BYTES) {
                break;
            }
            each = in.read();
        }
        return line.toByteArray();
    }
}
