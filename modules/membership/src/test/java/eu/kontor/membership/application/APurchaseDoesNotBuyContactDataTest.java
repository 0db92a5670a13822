package eu.kontor.membership.application;

import static eu.kontor.membership.application.MembershipFixture.DATABASE;
import static eu.kontor.membership.application.MembershipFixture.by;
import static eu.kontor.membership.application.MembershipFixture.frontDesk;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import eu.kontor.kernel.Caller;
import eu.kontor.kernel.CardNumber;
import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.RefusalCode;
import eu.kontor.kernel.Role;
import eu.kontor.kernel.TenantId;
import eu.kontor.membership.api.ContactConsents.Shown;
import eu.kontor.membership.api.Members.MemberDetails;
import eu.kontor.membership.api.Members.MemberRow;
import eu.kontor.membership.api.Members.NewMember;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The hotel enrolled the guest, who agreed there; the shop knows her by a purchase. */
class APurchaseDoesNotBuyContactDataTest {

    private static final AtomicInteger NEXT = new AtomicInteger(100_000);

    private static final Shown SPANISH = Shown.in(Locale.forLanguageTag("es"));

    private final MembershipFixture membership = new MembershipFixture();
    private final TenantId hotel = DATABASE.tenant("consent-hotel");
    private final TenantId shop = DATABASE.tenant("consent-shop");
    private final Caller hotelDesk = frontDesk(hotel);
    private final Caller shopDesk = frontDesk(shop);
    private final String phone = "+351 930 " + NEXT.incrementAndGet();
    private final MemberDetails guest = membership.members().enrol(hotelDesk, guest(true));
    private final CardNumber card = guest.cards().getFirst().number();

    @BeforeEach
    void she_buys_for_a_cent_at_the_shop() {
        membership.cards().enrol(shop, List.of(guest.member()));
    }

    @Test
    void where_she_agreed_it_is_shown() {
        assertThat(guest.phone()).contains(phone);
        assertThat(guest.contactShown()).isTrue();
        assertThat(found(hotelDesk)).extracting(MemberRow::member).containsExactly(guest.member());
    }

    @Test
    void elsewhere_it_is_neither_shown_nor_does_it_find_her() {
        MemberDetails seen = membership.members().get(shopDesk, guest.member());
        assertThat(seen.enrolledHere()).isTrue();
        assertThat(seen.contactShown()).isFalse();
        assertThat(seen.phone()).isEmpty();
        assertThat(seen.email()).isEmpty();
        assertThat(membership
                        .members()
                        .names(shopDesk, List.of(guest.member()))
                        .get(guest.member())
                        .phone())
                .isEmpty();
        assertThat(membership
                        .members()
                        .search(shopDesk, "Ferro", Optional.empty(), 200)
                        .rows())
                .isNotEmpty()
                .allMatch(row -> row.phone().isEmpty());
        assertThat(found(shopDesk)).isEmpty();
        assertThat(membership
                        .members()
                        .search(shopDesk, "rosa" + phone.substring(9), Optional.empty(), 5)
                        .rows())
                .isEmpty();
    }

    @Test
    void and_not_even_a_mistaken_query_reads_it() {
        assertThatThrownBy(() -> membership.transactions().asTenant(shop, unit -> unit.jdbi()
                        .createQuery("select phone from coalition.member")
                        .mapTo(String.class)
                        .list()))
                .hasStackTraceContaining("permission denied");
    }

    @Test
    void once_she_agrees_with_her_code_it_is_shown_until_she_does_not_any_more() {
        assertThat(refusal(() -> membership.consents().agree(shopDesk, card, Optional.empty(), SPANISH)))
                .isEqualTo(RefusalCode.FIELD_MISSING);
        assertThat(refusal(() ->
                        membership.consents().agree(by(shop, Role.MACHINE), card, Optional.of("000000"), SPANISH)))
                .isEqualTo(RefusalCode.CONFIRMATION_CODE_WRONG);

        membership.consents().agree(shopDesk, card, Optional.of("471183"), SPANISH);
        assertThat(membership.members().get(shopDesk, guest.member()).phone()).contains(phone);
        assertThat(found(shopDesk)).hasSize(1);

        membership.consents().withdraw(by(shop, Role.MACHINE), card);
        assertThat(membership.members().get(shopDesk, guest.member()).phone()).isEmpty();
        assertThat(membership.members().get(hotelDesk, guest.member()).phone())
                .as("her consent at the hotel is the hotel's")
                .contains(phone);
        assertThat(membership.audited(shop, card)).hasSize(2);
    }

    @Test
    void who_is_enrolled_at_a_desk_is_asked_there() {
        MemberDetails silent = membership.members().enrol(hotelDesk, guest(false));

        assertThat(silent.contactShown()).isFalse();
        assertThat(silent.phone()).isEmpty();
    }

    @Test
    void of_a_guest_whom_it_does_not_know_a_brand_records_no_consent() {
        Caller stranger = frontDesk(DATABASE.tenant("consent-stranger"));
        assertThat(refusal(() -> membership.consents().agree(stranger, card, Optional.of("471183"), SPANISH)))
                .isEqualTo(RefusalCode.CARD_UNKNOWN);
        assertThat(refusal(() -> membership.consents().withdraw(stranger, card)))
                .isEqualTo(RefusalCode.CARD_UNKNOWN);
    }

    private List<MemberRow> found(Caller caller) {
        return membership
                .members()
                .search(caller, phone.substring(5), Optional.empty(), 5)
                .rows();
    }

    private NewMember guest(boolean agrees) {
        return new NewMember(
                "Rosa",
                "Ferro",
                Optional.of(phone),
                Optional.of("rosa" + phone.substring(9) + "@example.com"),
                Locale.forLanguageTag("pt"),
                "471183",
                agrees);
    }

    private static RefusalCode refusal(Runnable attempt) {
        return catchThrowableOfType(Refusal.class, attempt::run).code();
    }
}
