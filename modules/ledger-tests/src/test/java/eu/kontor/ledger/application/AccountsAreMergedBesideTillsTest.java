package eu.kontor.ledger.application;

import static eu.kontor.ledger.testing.TestLedger.newMember;
import static org.assertj.core.api.Assertions.assertThat;

import eu.kontor.kernel.MemberId;
import eu.kontor.kernel.TenantId;
import eu.kontor.ledger.api.ActorId;
import eu.kontor.ledger.api.Balances.MemberBalance;
import eu.kontor.ledger.api.Outcome.Posted;
import eu.kontor.ledger.api.PostingId;
import eu.kontor.proof.testing.CheckedLedger;
import eu.kontor.tenancy.testing.KontorDatabase;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AccountsAreMergedBesideTillsTest {

    private static final KontorDatabase DATABASE = KontorDatabase.shared();
    private static final TenantId HOTEL = DATABASE.tenant("hotel");
    private static final TenantId CAFE = DATABASE.tenant("cafe");
    private static final ActorId BY = ActorId.NONE;

    private final CheckedLedger ledger = new CheckedLedger(DATABASE);
    private final MemberId old = newMember();
    private final MemberId person = newMember();

    @AfterEach
    void coherent() {
        ledger.mustBeCoherent();
    }

    /** Tills do not wait for people at a desk: whoever is merged meanwhile, nothing is lost and nothing doubled. */
    @Test
    void tills_go_on_while_members_are_merged_and_part() throws Exception {
        MemberId third = newMember();
        List<MemberId> all = List.of(old, person, third);
        all.forEach(member -> ledger.earn(member, HOTEL, 1_000));
        long net;
        try (ExecutorService tills = Executors.newFixedThreadPool(3)) {
            List<Callable<Long>> work = List.of(() -> sell(all, 1), () -> sell(all, 2), () -> mergeAndPart(all, 3));
            List<Future<Long>> done = tills.invokeAll(work);
            net = done.get(0).get() + done.get(1).get();
            assertThat(done.get(2).get()).as("merged and parted").isPositive();
        }

        for (MemberId member : all) {
            for (int i = 0; i < all.size() && ledger.merges.samePerson(member).size() > 1; i++) {
                all.forEach(this::partIfPossible);
            }
        }
        assertThat(all.stream().mapToLong(this::has).sum())
                .as("nothing is lost, and nothing doubled")
                .isEqualTo(3_000 + net);
    }

    private long has(MemberId member) {
        MemberBalance balance = ledger.balances.of(member);
        return balance.available().value() - balance.debt().value();
    }

    private void partIfPossible(MemberId member) {
        try {
            ledger.merges.part(BY, member);
        } catch (IllegalStateException impossible) {
            assertThat(impossible).hasMessageContaining("merged");
        }
    }

    /** What it gave and did not take back or redeem. */
    private long sell(List<MemberId> all, int seed) {
        Random random = new Random(seed);
        long net = 0;
        for (int i = 0; i < 25; i++) {
            MemberId member = all.get(random.nextInt(all.size()));
            int points = 1 + random.nextInt(20);
            PostingId sale = ledger.earn(member, HOTEL, points).id();
            net += points;
            if (random.nextBoolean()) {
                ledger.reverse(member, HOTEL, sale);
                net -= points;
            } else if (ledger.post(ledger.authorization(member, CAFE, 10)) instanceof Posted hold) {
                ledger.capture(member, CAFE, hold.id());
                net -= 10;
            }
        }
        return net;
    }

    private long mergeAndPart(List<MemberId> all, int seed) {
        Random random = new Random(seed);
        long merged = 0;
        for (int i = 0; i < 15; i++) {
            MemberId member = all.get(random.nextInt(all.size()));
            MemberId into = all.get(random.nextInt(all.size()));
            try {
                if (random.nextBoolean()) {
                    ledger.merges.merge(BY, member, into);
                } else {
                    ledger.merges.part(BY, member);
                }
                merged++;
            } catch (IllegalStateException impossible) {
                assertThat(impossible).hasMessageContaining("merged");
            }
        }
        return merged;
    }
}
