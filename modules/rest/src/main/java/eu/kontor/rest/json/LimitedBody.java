package eu.kontor.rest.json;

import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.RefusalCode;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A body that refuses to be longer than its limit, whatever the header said. */
public final class LimitedBody extends FilterInputStream {

    private final long limitBytes;
    private long read;

    public LimitedBody(InputStream body, long limitBytes) {
        super(body);
        this.limitBytes = limitBytes;
    }

    @Override
    public int read() throws IOException {
        int next = super.read();
        count(next < 0 ? 0 : 1);
        return next;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int count = super.read(buffer, offset, length);
        count(Math.max(count, 0));
        return count;
    }

    private void count(int bytes) {
        read += bytes;
        if (read > limitBytes) {
            throw new Refusal(RefusalCode.BODY_TOO_LARGE, "limit", limitBytes);
        }
    }
}
