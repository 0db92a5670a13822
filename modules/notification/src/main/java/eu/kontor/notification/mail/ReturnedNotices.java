package eu.kontor.notification.mail;

import eu.kontor.expiry.api.ExpiryNotices.Notice;
import eu.kontor.files.api.SentTable;
import eu.kontor.files.api.TableRecord;
import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.RefusalCode;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A list of notices as it comes back, perhaps from a spreadsheet. Only the column {@value #NOTICE} is read. */
final class ReturnedNotices implements Closeable {

    static final String NOTICE = "notice";

    private static final Set<RefusalCode> NO_SUCH_COLUMN =
            Set.of(RefusalCode.FEED_EMPTY, RefusalCode.FEED_HEADER_LACKS_COLUMN);

    private final SentTable table;

    /** @throws Refusal {@code NOTICE_LIST_LACKS_COLUMN}, and those of a file that cannot be unpacked */
    ReturnedNotices(InputStream file) throws IOException {
        try {
            this.table = new SentTable(file, NOTICE, List.of(NOTICE));
        } catch (Refusal refusal) {
            throw NO_SUCH_COLUMN.contains(refusal.code())
                    ? new Refusal(RefusalCode.NOTICE_LIST_LACKS_COLUMN, "column", NOTICE)
                    : refusal;
        }
    }

    /**
     * The next ones, at most so many; none at the end of the file.
     *
     * @throws Refusal {@code NOTICE_LIST_LINE_MALFORMED}
     */
    List<Notice> next(int limit) throws IOException {
        List<Notice> notices = new ArrayList<>();
        while (notices.size() < limit) {
            Optional<TableRecord> line = table.next();
            if (line.isEmpty()) {
                break;
            }
            notices.add(notice(line.get()));
        }
        return notices;
    }

    private Notice notice(TableRecord line) {
        Refusal malformed = new Refusal(RefusalCode.NOTICE_LIST_LINE_MALFORMED, "line", line.lineNumber());
        if (line.malformed().isPresent()) {
            throw malformed;
        }
        return NoticeKey.parse(table.digits(line, NOTICE)).orElseThrow(() -> malformed);
    }

    @Override
    public void close() throws IOException {
        table.close();
    }
}
