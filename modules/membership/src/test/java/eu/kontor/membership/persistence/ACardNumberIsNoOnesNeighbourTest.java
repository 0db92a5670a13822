package eu.kontor.membership.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.kontor.kernel.CardNumber;
import eu.kontor.kernel.TenantId;
import eu.kontor.tenancy.api.Transactions;
import eu.kontor.tenancy.testing.KontorDatabase;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class ACardNumberIsNoOnesNeighbourTest {

    private static final String PREFIX = "972401";

    private final TenantId hotel = KontorDatabase.shared().tenant("numbers-hotel");
    private final Transactions transactions = KontorDatabase.shared().transactions(new MembershipEntities());

    @Test
    void serials_are_random_and_have_their_check_digit() {
        CardLookup lookup = new CardLookup();
        Set<CardNumber> issued = new HashSet<>();
        int neighbours = 0;
        long last = Long.MAX_VALUE / 2;
        for (int i = 0; i < 200; i++) {
            CardNumber number = transactions.asTenant(hotel, unit -> lookup.next(unit, PREFIX));
            issued.add(CardNumber.parse(number.value()));
            neighbours += Math.abs(serial(number) - last) < 1_000 ? 1 : 0;
            last = serial(number);
        }

        assertThat(issued).hasSize(200).allMatch(number -> number.value().startsWith(PREFIX));
        assertThat(neighbours).isLessThan(5);
    }

    @Test
    void one_that_somebody_is_given_at_this_moment_is_given_to_nobody_else() {
        // Both draw the same numbers.
        List<CardNumber> both = transactions.asTenant(
                hotel,
                unit -> List.of(
                        new CardLookup(counting()).next(unit, PREFIX),
                        CompletableFuture.supplyAsync(() -> transactions.asTenant(
                                        hotel, other -> new CardLookup(counting()).next(other, PREFIX)))
                                .join()));

        assertThat(both.get(0)).isNotEqualTo(both.get(1));
    }

    @Test
    void when_all_that_are_drawn_are_taken_it_says_so_and_does_not_go_on_for_ever() {
        CardNumber taken = CardNumber.issue(PREFIX, 77);
        transactions.asOperator(
                unit -> unit.jdbi()
                        .execute(
                                """
                        insert into coalition.member (member_id, given_name, family_name, search_name, language, member_since)
                        values (977000077, 'Ana', 'Reis', ' reis ana', 'es', '2026-01-01') on conflict do nothing"""));
        transactions.asOperator(unit -> unit.jdbi()
                .createUpdate(
                        """
                        insert into coalition.card (card_number, member_id, issued_on)
                        values (:card, 977000077, '2026-01-01') on conflict do nothing""")
                .bind("card", taken)
                .execute());

        assertThatThrownBy(() -> transactions.asTenant(hotel, unit -> new CardLookup(always(77)).next(unit, PREFIX)))
                .hasStackTraceContaining("are taken");
    }

    private static long serial(CardNumber number) {
        return Long.parseLong(number.value(), PREFIX.length(), CardNumber.DIGITS - 1, 10);
    }

    /** One after the other. */
    private static RandomGenerator counting() {
        return new RandomGenerator() {
            private long next = 412_000_000;

            @Override
            public long nextLong() {
                return next++;
            }

            @Override
            public long nextLong(long origin, long bound) {
                return nextLong();
            }
        };
    }

    private static RandomGenerator always(long serial) {
        return new RandomGenerator() {
            @Override
            public long nextLong() {
                return serial;
            }

            @Override
            public long nextLong(long origin, long bound) {
                return serial;
            }
        };
    }
}
