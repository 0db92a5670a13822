package eu.kontor.ledger.domain;

import eu.kontor.kernel.Digest;
import eu.kontor.ledger.api.Posting;
import java.nio.ByteBuffer;

/** What the ledger finds a request by: member, tenant and the hash of the caller's key, here as two numbers. */
public record RequestId(long member, int tenant, long hashHigh, long hashLow) {

    public static RequestId of(Posting posting) {
        return of(
                posting.member().value(),
                posting.tenant().value(),
                Digest.of(posting.request().key()));
    }

    /** @param keyHash {@value Digest#BYTES} bytes */
    public static RequestId of(long member, int tenant, byte[] keyHash) {
        ByteBuffer bytes = ByteBuffer.wrap(keyHash);
        return new RequestId(member, tenant, bytes.getLong(), bytes.getLong());
    }

    public byte[] keyHash() {
        return ByteBuffer.allocate(Digest.BYTES)
                .putLong(hashHigh)
                .putLong(hashLow)
                .array();
    }
}
