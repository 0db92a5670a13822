package eu.kontor.ledger.domain;

import eu.kontor.kernel.Digest;
import eu.kontor.kernel.TenantId;
import eu.kontor.ledger.api.Posting;
import eu.kontor.ledger.api.Ticket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * How a request is known again: hashes of 64 bits each, because they are in the largest indexes. The migrations V076 and V115 compute the
 * same in SQL.
 */
public final class RequestMark {

    /** How often a ticket may be rung up, each time after it was taken back or corrected: a till that needs more has another fault. */
    public static final int MOST_TIMES = 8;

    /** Eleven years of days; one that comes again after that differs in the hash. */
    private static final long DAYS = 4_095;

    private static final int BITS_BELOW_THE_DAY = 52;

    /** One changed amount in four thousand million is taken for the ticket as it was. */
    private static final long UPPER_HALF = 0xffff_ffff_0000_0000L;

    private final Posting posting;
    private final byte[] tenant;
    private final byte[] name;
    private final Optional<Long> firstTicket;

    private RequestMark(Posting posting) {
        this.posting = posting;
        this.tenant = bytes(posting.tenant());
        this.name = name(tenant, posting.request().key());
        this.firstTicket = posting.request().ticket().map(ticket -> ticketHash(tenant, ticket, 0));
    }

    public static RequestMark of(Posting posting) {
        return new RequestMark(posting);
    }

    long member() {
        return posting.member().value();
    }

    /** By which a request that was posted is found. */
    public static long keyHash(TenantId tenant, String key) {
        return beginning(name(bytes(tenant), key));
    }

    private static byte[] name(byte[] tenant, String key) {
        return Digest.of(tenant, Digest.of(key));
    }

    /** By which a request that was posted is found: of tenant and key. */
    public long keyHash() {
        return beginning(name);
    }

    /**
     * What tells two requests of one key apart, of tenant and content; its upper half what tells two requests for one ticket
     * apart: a till that comes a second time may tell more of it, or less.
     */
    public long fingerprint() {
        long content = fingerprintOfContent();
        return posting.request()
                .ticket()
                .map(ticket -> beginning(Digest.of(tenant, ticket.digest())) & UPPER_HALF | content & ~UPPER_HALF)
                .orElse(content);
    }

    /** The same of a request that is for no ticket. */
    long fingerprintOfContent() {
        return beginning(Digest.of(tenant, posting.request().digest()));
    }

    static boolean areAboutTheSame(long fingerprint, long other) {
        return (fingerprint & UPPER_HALF) == (other & UPPER_HALF);
    }

    /** The fingerprint of until V115: of tenant, key and content. */
    public long keyedFingerprint() {
        return beginning(ofKeyAndContent());
    }

    /** By which a refusal is found: of act, tenant, key and content. */
    public long contentHash() {
        return beginning(Digest.of(new byte[] {(byte) ActKind.of(posting).code()}, ofKeyAndContent()));
    }

    private byte[] ofKeyAndContent() {
        return Digest.of(name, posting.request().digest());
    }

    /**
     * By which a ticket is found: of tenant and name, below the day in the highest bits, so that what is posted today lies together.
     *
     * @param time 0 for the first; it may be rung up anew when that was taken back
     */
    public Optional<Long> ticket(int time) {
        return time == 0 ? firstTicket : posting.request().ticket().map(ticket -> ticketHash(tenant, ticket, time));
    }

    /** The same of a ticket without its request. */
    public static long ticketHash(TenantId tenant, Ticket ticket, int time) {
        return ticketHash(bytes(tenant), ticket, time);
    }

    private static long ticketHash(byte[] tenant, Ticket ticket, int time) {
        long day = (ticket.date().toEpochDay() & DAYS) << BITS_BELOW_THE_DAY;
        long hash = beginning(Digest.of(tenant, name(ticket, time).getBytes(StandardCharsets.UTF_8)));
        return day | hash & (1L << BITS_BELOW_THE_DAY) - 1;
    }

    private static byte[] bytes(TenantId tenant) {
        return ByteBuffer.allocate(Integer.BYTES).putInt(tenant.value()).array();
    }

    /** All that the ticket may have been posted as. */
    public List<Long> tickets() {
        return IntStream.range(0, MOST_TIMES)
                .boxed()
                .flatMap(time -> ticket(time).stream())
                .toList();
    }

    private static String name(Ticket ticket, int time) {
        return time == 0 ? ticket.name() : ticket.name() + '\n' + time;
    }

    private static long beginning(byte[] hash) {
        return ByteBuffer.wrap(hash).getLong();
    }
}
