package eu.kontor.ledger.domain;

import eu.kontor.kernel.Digest;
import eu.kontor.ledger.api.Posting;
import java.nio.ByteBuffer;

/**
 * How a request is known again. The migration that shortened the hash (V076) computes the same in SQL.
 *
 * @param fingerprint {@value Digest#BYTES} bytes of SHA-256 of tenant, key and content
 */
public record RequestMark(RequestId id, byte[] fingerprint) {

    public static RequestMark of(Posting posting) {
        byte[] tenant = ByteBuffer.allocate(Integer.BYTES)
                .putInt(posting.tenant().value())
                .array();
        byte[] name = Digest.of(tenant, Digest.of(posting.request().key()));
        return new RequestMark(
                new RequestId(posting.member().value(), ByteBuffer.wrap(name).getLong()),
                Digest.of(name, posting.request().digest()));
    }
}
