package eu.kontor.proof.seal;

import eu.kontor.proof.seal.SealHash.PageHead;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.security.MessageDigest;

/** One partner's rows of one window under one seal, fed row by row. */
final class PageInTheMaking {

    /** A row's number and the first four bytes of its hash. */
    static final int FINGERPRINT_BYTES = Long.BYTES + Integer.BYTES;

    private final PageHead before;
    private final MessageDigest digest;
    private final ByteArrayOutputStream fingerprints = new ByteArrayOutputStream();
    private long transfers;

    PageInTheMaking(PageHead before) {
        this.before = before;
        this.digest = SealHash.page(before.hash());
    }

    void add(long number, String sealedText) {
        digest.update(SealHash.text(sealedText));
        digest.update((byte) '\n');
        ByteBuffer fingerprint = ByteBuffer.allocate(FINGERPRINT_BYTES);
        fingerprint.putLong(number).put(SealHash.row(sealedText), 0, Integer.BYTES);
        fingerprints.writeBytes(fingerprint.array());
        transfers++;
    }

    Finished finish() {
        PageHead head = new PageHead(before.page(), before.transfersSoFar() + transfers, digest.digest());
        return new Finished(head, transfers, fingerprints.toByteArray());
    }

    /** @param transfers under this seal alone */
    record Finished(PageHead head, long transfers, byte[] fingerprints) {}
}
