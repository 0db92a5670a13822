package eu.kontor.feeds.domain;

import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.RefusalCode;

/**
 * How much one tenant may hand in, so that nobody's mistake fills the disk that all share. Files that lie in an inbox are not counted before
 * they are taken: whoever may write there has been given that place.
 *
 * @param mostWaiting files that are not worked off yet
 * @param mostBytesPerDay of files within the last 24 hours, whatever became of them
 */
public record UploadQuota(int mostWaiting, long mostBytesPerDay) {

    /** Some weeks of a brand with a file per outlet and day. */
    public static final int USUALLY_WAITING = 500;

    /** Five files of the largest size. */
    public static final long USUAL_BYTES_PER_DAY = 10L * 1024 * 1024 * 1024;

    /** What a tenant has used of it. */
    public record Used(long waiting, long bytes) {}

    /**
     * @return how many bytes more are allowed today
     * @throws Refusal {@code FEED_TOO_MANY_WAITING}, {@code FEED_QUOTA_USED}
     */
    public long room(Used used) {
        if (used.waiting() >= mostWaiting) {
            throw new Refusal(RefusalCode.FEED_TOO_MANY_WAITING, "limit", mostWaiting);
        }
        if (used.bytes() >= mostBytesPerDay) {
            throw usedUp();
        }
        return mostBytesPerDay - used.bytes();
    }

    /** For a file that goes on beyond what was left. */
    public Refusal usedUp() {
        return new Refusal(RefusalCode.FEED_QUOTA_USED, "limit", mostBytesPerDay);
    }
}
