package eu.kontor.ledger.api;

import eu.kontor.kernel.MemberId;
import eu.kontor.kernel.Points;
import eu.kontor.kernel.TenantId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What members have. */
public interface Balances {

    MemberBalance of(MemberId member);

    /** One query for many. Members without any posting have a balance of zero. */
    Map<MemberId, MemberBalance> of(Collection<MemberId> members);

    /**
     * @param pockets in the order in which redemptions draw on them; only those that ever held points
     * @param debt what was taken back but had been spent already; the next earnings repay it first
     * @param lastActivity the last business date that keeps points alive
     * @param waiting points that can be spent later, the soonest first
     */
    record MemberBalance(
            MemberId member,
            List<PocketBalance> pockets,
            Points debt,
            Optional<LocalDate> lastActivity,
            List<PendingPoints> waiting) {

        public MemberBalance {
            waiting = List.copyOf(waiting);
        }

        /** Of which nothing is pending. */
        public MemberBalance(
                MemberId member, List<PocketBalance> pockets, Points debt, Optional<LocalDate> lastActivity) {
            this(member, pockets, debt, lastActivity, List.of());
        }

        /** The same person's under another number. */
        public MemberBalance of(MemberId other) {
            return new MemberBalance(other, pockets, debt, lastActivity, waiting);
        }

        /** With what another account of the same person has. */
        public MemberBalance and(MemberBalance other) {
            SortedMap<Pocket, PocketBalance> both = new TreeMap<>();
            Stream.concat(pockets.stream(), other.pockets.stream())
                    .forEach(each -> both.merge(each.pocket(), each, PocketBalance::and));
            return new MemberBalance(
                    member,
                    List.copyOf(both.values()),
                    debt.plus(other.debt),
                    Stream.concat(lastActivity.stream(), other.lastActivity.stream())
                            .max(LocalDate::compareTo),
                    Stream.concat(waiting.stream(), other.waiting.stream())
                            .sorted(Comparator.comparing(PendingPoints::from))
                            .toList());
        }

        public Points available() {
            return pockets.stream().map(PocketBalance::available).reduce(Points.ZERO, Points::plus);
        }

        /** Of redemptions under way; what is pending waits for nobody's capture. */
        public Points held() {
            long all =
                    pockets.stream().mapToLong(pocket -> pocket.held().value()).sum();
            return Points.of(Math.max(0, all - pending().value()));
        }

        public Points pending() {
            return waiting.stream().map(PendingPoints::points).reduce(Points.ZERO, Points::plus);
        }
    }

    /** @param from when they can be spent */
    record PendingPoints(Instant from, Points points) {}

    /**
     * @param held of redemptions under way, and pending
     * @param next what expires first; empty without available points
     */
    record PocketBalance(Pocket pocket, Points available, Points held, Optional<NextExpiry> next) {

        PocketBalance and(PocketBalance other) {
            return new PocketBalance(
                    pocket, available.plus(other.available), held.plus(other.held), next.or(other::next));
        }
    }

    /** @param on the first day on which they may expire: as announced, or else not before the days of notice from today */
    record NextExpiry(LocalDate on, Points points) {}

    /** Points outstanding over all members: what was issued and neither redeemed, reversed nor expired. */
    Points outstanding();

    /** Whose points are outstanding, by the tenant that issued them (first in, first out). */
    Map<TenantId, Points> outstandingByIssuer();
}
