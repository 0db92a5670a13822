package eu.kontor.membership.application;

import static eu.kontor.membership.application.MembershipFixture.DATABASE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import eu.kontor.kernel.Caller;
import eu.kontor.kernel.CardNumber;
import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.RefusalCode;
import eu.kontor.kernel.Role;
import eu.kontor.kernel.TenantId;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SomebodySearchesForCardNumbersTest {

    private final MembershipFixture membership = new MembershipFixture();
    private final TenantId shop =
            DATABASE.tenant("search-shop-" + UUID.randomUUID().toString().substring(0, 8));
    private final Caller clerk = new Caller(
            "clerk" + UUID.randomUUID(), "Clerk", Optional.of(shop), Set.of(Role.FRONT_DESK), Locale.ENGLISH);

    @Test
    void numbers_that_follow_each_other_are_told_after_the_fifth() {
        for (int serial = 0; serial < 4; serial++) {
            look(CardNumber.issue("972401", 860_000_000 + 3L * serial));
        }
        assertThat(membership.signals(shop)).isEmpty();

        look(CardNumber.issue("972401", 860_000_001));

        assertThat(membership.signals(shop)).singleElement().asString().startsWith("card-probing person clerk");
    }

    @Test
    void so_are_twenty_that_nobody_holds_in_no_order() {
        for (int i = 0; i < 19; i++) {
            look(CardNumber.issue("972401", 850_000_000 + 7_919L * i));
        }
        assertThat(membership.signals(shop)).isEmpty();

        look(CardNumber.issue("972401", 859_000_000));

        assertThat(membership.signals(shop)).hasSize(1);
    }

    @Test
    void the_same_card_again_and_again_is_a_clerk_who_types_it_wrong() {
        for (int i = 0; i < 30; i++) {
            look(CardNumber.issue("972401", 840_000_000));
        }
        assertThat(membership.signals(shop)).isEmpty();
    }

    private void look(CardNumber card) {
        assertThat(catchThrowableOfType(
                                Refusal.class, () -> membership.members().byCard(clerk, card))
                        .code())
                .isEqualTo(RefusalCode.CARD_UNKNOWN);
    }
}
