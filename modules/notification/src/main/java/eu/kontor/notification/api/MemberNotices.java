package eu.kontor.notification.api;

import eu.kontor.kernel.Caller;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.LocalDate;

/** Members are told what will expire: by mail from here, or elsewhere by the operator. Operator only. */
public interface MemberNotices {

    /**
     * Writes to everybody who must be told by today and whom mail can reach: the notice is kept on record in the same
     * transaction as the messages from which the mail is made, so that the mail leaves at least once.
     */
    Sent send(Caller caller);

    /**
     * Lists what must be told as of a day, as CSV: {@code notice,card,name,phone,points,expiry,months,runs_out_on}. The column
     * {@code notice} names what is told; {@link #told} takes the same file back.
     */
    void writeDue(Caller caller, LocalDate day, Audience audience, OutputStream out) throws IOException;

    /**
     * Keeps on record that what the file lists was told on that day, by letter or telephone. Only its column {@code notice} is
     * read, whatever a spreadsheet made of the rest; what is not so any more is left out. Lines before one that is refused
     * may be on record already: the mended file sent again doubles nothing.
     *
     * @throws eu.kontor.kernel.Refusal {@code NOTICE_LIST_LACKS_COLUMN}, {@code NOTICE_LIST_LINE_MALFORMED}, {@code DAY_NOT_COME}
     */
    Told told(Caller caller, LocalDate toldOn, InputStream file) throws IOException;

    /** @param isPossible false when no way for mail is configured: then nobody was told */
    record Sent(long members, long notices, boolean isPossible) {}

    enum Audience {
        EVERYBODY,
        /** Whom mail cannot reach: no e-mail address, or the guest of no brand. */
        WITHOUT_ADDRESS
    }

    /** @param leftOut lines that announce nothing: the day has moved, the points are gone, or they were told before */
    record Told(long recorded, long leftOut) {}
}
