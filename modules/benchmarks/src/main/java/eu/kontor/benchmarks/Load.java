package eu.kontor.benchmarks;

import eu.kontor.kernel.Digest;
import eu.kontor.kernel.MemberId;
import eu.kontor.kernel.Points;
import eu.kontor.kernel.TenantId;
import eu.kontor.ledger.api.AwardPart;
import eu.kontor.ledger.api.Pocket;
import eu.kontor.ledger.api.Posting;
import eu.kontor.ledger.api.RequestKey;
import eu.kontor.ledger.api.Ticket;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/** Purchases as tills send them: some member, some partner, some points, a key of their own. */
final class Load {

    static final Pocket POCKET = new Pocket(24);

    private static final AtomicLong KEYS = new AtomicLong();
    private static final byte[] DIGEST = Digest.of("the same body");
    private static final int PARTNERS = 20;
    private static final int OUTLETS = 10;
    private static final int MOST_POINTS = 500;

    private final LocalDate day;
    private final Supplier<MemberId> members;
    private final Supplier<TenantId> partners;
    private final RandomGenerator random;

    private Load(LocalDate day, Supplier<MemberId> members, Supplier<TenantId> partners, RandomGenerator random) {
        this.day = day;
        this.members = members;
        this.partners = partners;
        this.random = random;
    }

    /** Every member and partner alike. */
    static Load uniform(LocalDate day, RandomGenerator random) {
        return new Load(day, () -> member(random), () -> partner(random), random);
    }

    /** Every one of the server's members and partners alike. */
    static Load atServer(LocalDate day, int members, int partners, RandomGenerator random) {
        return new Load(
                day,
                () -> new MemberId(1 + random.nextInt(members)),
                () -> new TenantId(1 + random.nextInt(partners)),
                random);
    }

    /** Every purchase at one partner. */
    static Load onePartner(LocalDate day, RandomGenerator random) {
        return new Load(day, () -> member(random), () -> new TenantId(1), random);
    }

    /** Some members come very often, most hardly ever. */
    static Load zipf(LocalDate day, Zipf zipf, RandomGenerator random) {
        return new Load(day, () -> new MemberId(zipf.next(random)), () -> partner(random), random);
    }

    Posting.Earn purchase() {
        TenantId tenant = partners.get();
        String name = "till-" + KEYS.incrementAndGet();
        return new Posting.Earn(
                new RequestKey(name, DIGEST, Optional.of(new Ticket(day, name, DIGEST))),
                members.get(),
                tenant,
                1 + random.nextInt(OUTLETS),
                day,
                award(tenant, Points.of(1 + random.nextInt(MOST_POINTS))),
                1,
                Optional.empty());
    }

    /** Points to redeem, from the first partner. */
    static Posting.Earn opening(LocalDate day, MemberId member, Points points) {
        return new Posting.Earn(
                new RequestKey("opening-" + KEYS.incrementAndGet(), DIGEST),
                member,
                new TenantId(1),
                1,
                day,
                award(new TenantId(1), points),
                1,
                Optional.empty());
    }

    private static List<AwardPart> award(TenantId tenant, Points points) {
        return List.of(new AwardPart(points, POCKET, tenant, "base"));
    }

    List<Posting> batch(int items) {
        return IntStream.range(0, items).<Posting>mapToObj(i -> purchase()).toList();
    }

    private static MemberId member(RandomGenerator random) {
        return new MemberId(1 + random.nextInt(Bench.MEMBERS));
    }

    private static TenantId partner(RandomGenerator random) {
        return new TenantId(1 + random.nextInt(PARTNERS));
    }
}
