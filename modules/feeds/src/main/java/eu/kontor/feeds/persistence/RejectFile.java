package eu.kontor.feeds.persistence;

import eu.kontor.feeds.domain.Header;
import eu.kontor.files.api.OwnFiles;
import eu.kontor.files.api.TableRecord;
import eu.kontor.kernel.CellText;
import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.RefusalCode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;

/**
 * The refused lines of one file: each as it stood, with its number, the refusal's stable code and the reason appended as further
 * columns. A line whose fields could not be told apart stands as a whole in the first column, so that every line has the header's
 * width and dropping it again posts nothing. Written before the batch's commit, which keeps the new length; what a crash left
 * behind that length is cut off. A cell that a spreadsheet would take for a formula is marked ({@link CellText}); where the file is dropped
 * again, the mark is taken away.
 */
public final class RejectFile {

    private final Path file;
    private final Header header;
    private final int ownFields;
    private final char separator;
    private final Charset encoding;
    private final Locale language;

    public RejectFile(Path file, FilePrePass.Finding finding, Locale language) {
        this.file = file;
        this.header = finding.header();
        this.ownFields = header.ownFields();
        this.separator = finding.separator();
        this.encoding = finding.encoding();
        this.language = language;
    }

    /** One record that was refused. */
    public record Reject(TableRecord record, Refusal refusal) {}

    /**
     * Writes behind the first {@code committedBytes} and cuts off what lay there; durable when it returns.
     *
     * @return the file's length
     */
    public long append(long committedBytes, List<Reject> rejects) throws IOException {
        if (rejects.isEmpty()) {
            return committedBytes;
        }
        StringBuilder text = new StringBuilder();
        if (committedBytes == 0) {
            appendFields(text, header.names().subList(0, ownFields));
            Header.REJECT_COLUMNS.forEach(column -> text.append(separator).append(column));
            text.append("\r\n");
        }
        rejects.forEach(reject -> append(text, reject));
        // A reason in a script that the sender's encoding lacks shows question marks; the code beside it is ASCII.
        ByteBuffer bytes = ByteBuffer.wrap(text.toString().getBytes(encoding));
        try (FileChannel channel = OwnFiles.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            channel.truncate(committedBytes);
            channel.position(committedBytes);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
            return channel.position();
        }
    }

    private void append(StringBuilder text, Reject reject) {
        TableRecord line = reject.record();
        if (line.malformed().isPresent()) {
            text.append(quote(CellText.harmless(original(reject))))
                    .append(String.valueOf(separator).repeat(ownFields - 1));
        } else if (line.fields().size() > ownFields || line.fields().stream().anyMatch(CellText::isLikeAFormula)) {
            appendFields(text, line.fields().subList(0, ownFields));
        } else {
            text.append(line.raw());
        }
        text.append(separator).append(line.lineNumber());
        text.append(separator).append(reject.refusal().code().slug());
        text.append(separator).append(quote(CellText.harmless(reject.refusal().sentence(language))));
        text.append("\r\n");
    }

    /** What came back uncorrected as it stood in the first file: our own columns would pile up otherwise. */
    private String original(Reject reject) {
        TableRecord line = reject.record();
        boolean isUncorrected = reject.refusal().code() == RefusalCode.FEED_LINE_UNCORRECTED;
        return isUncorrected ? header.original(line.fields(), separator) : line.raw();
    }

    private void appendFields(StringBuilder text, List<String> fields) {
        for (int i = 0; i < fields.size(); i++) {
            String field = CellText.harmless(fields.get(i));
            boolean plain = field.indexOf(separator) < 0 && field.indexOf('"') < 0 && field.indexOf('\n') < 0;
            text.append(i == 0 ? "" : separator).append(plain ? field : quote(field));
        }
    }

    private static String quote(String field) {
        return '"' + field.replace("\"", "\"\"") + '"';
    }
}
