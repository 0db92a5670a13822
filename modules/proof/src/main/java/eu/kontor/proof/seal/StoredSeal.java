package eu.kontor.proof.seal;

import eu.kontor.proof.api.Seals.Seal;
import java.time.Instant;

/** A seal as it is stored: it covers the transactions from {@code fromXid} until before {@code untilXid}. */
record StoredSeal(
        long number, long fromXid, long untilXid, long transfers, Instant sealedAt, byte[] root, byte[] hash) {

    /** What the first one follows. */
    static StoredSeal none() {
        return new StoredSeal(0, 0, 0, 0, Instant.EPOCH, SealHash.nothing(), SealHash.nothing());
    }

    /** Follows another one. */
    static StoredSeal after(StoredSeal before, long untilXid, long transfers, Instant now, byte[] root) {
        StoredSeal open = new StoredSeal(before.number + 1, before.untilXid, untilXid, transfers, now, root, root);
        byte[] hash = SealHash.seal(before.hash, open.header(), root);
        return new StoredSeal(open.number, open.fromXid, untilXid, transfers, now, root, hash);
    }

    /** Part of what is hashed. */
    String header() {
        return number + "|" + fromXid + "|" + untilXid + "|" + transfers + "|" + sealedAt + "\n";
    }

    Seal shown() {
        return new Seal(number, sealedAt, transfers, SealHash.hex(hash));
    }
}
