package eu.kontor.membership.application;

import static eu.kontor.membership.application.MembershipFixture.DATABASE;
import static eu.kontor.membership.application.MembershipFixture.by;
import static eu.kontor.membership.application.MembershipFixture.frontDesk;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import eu.kontor.kernel.Caller;
import eu.kontor.kernel.CardNumber;
import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.RefusalCode;
import eu.kontor.kernel.Role;
import eu.kontor.kernel.TenantId;
import eu.kontor.membership.api.ContactConsents.Consent;
import eu.kontor.membership.api.ContactConsents.Shown;
import eu.kontor.membership.api.Members.MemberDetails;
import eu.kontor.membership.api.Members.NewMember;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A guest is enrolled at a desk without agreeing, and agrees later. */
class AConsentSaysToWhatTest {

    private static final Locale SPANISH = Locale.forLanguageTag("es");

    private final MembershipFixture membership = new MembershipFixture();
    private final TenantId hotel =
            DATABASE.tenant("consents-" + UUID.randomUUID().toString().substring(0, 8));
    private final Caller desk = frontDesk(hotel);
    private final MemberDetails guest = membership.members().enrol(desk, person(false));
    private final CardNumber card = guest.cards().getFirst().number();

    @Test
    void it_is_the_text_that_was_shown_in_the_language_of_the_guest() {
        assertThat(membership.consents().history(desk, card)).isEmpty();

        agree(desk, Shown.in(SPANISH));

        Consent consent = membership.consents().history(desk, card).getFirst();
        assertThat(consent.given()).isTrue();
        assertThat(consent.purpose()).isEqualTo("contact");
        assertThat(consent.textVersion()).isEqualTo("house-1");
        assertThat(consent.language()).isEqualTo("es");
        assertThat(consent.shown()).contains("puede ver mi teléfono");
        assertThat(consent.channel()).isEqualTo("desk");
        assertThat(consent.by()).isEqualTo(desk.name());
    }

    @Test
    void in_the_brands_own_words_where_it_has_some() {
        say("2026-1", "We write to you.");

        assertThat(membership.consents().text(desk, Locale.ENGLISH).text()).isEqualTo("We write to you.");
        assertThat(membership.consents().text(desk, Locale.FRENCH).language())
                .as("what nobody wrote is shown in English, and recorded as that")
                .isEqualTo(Locale.ENGLISH);
    }

    @Test
    void another_text_is_no_new_consent_and_none_that_ended() {
        say("2026-1", "We write to you.");
        agree(desk, Shown.in(Locale.ENGLISH));
        say("2026-2", "We write to you, and call.");

        assertThat(membership.members().get(desk, guest.member()).contactShown())
                .isTrue();
        agree(desk, Shown.in(Locale.ENGLISH));
        assertThat(membership.consents().history(desk, card))
                .as("who agrees already is not recorded as agreeing to the new one")
                .extracting(Consent::textVersion)
                .containsExactly("2026-1");
    }

    @Test
    void who_was_shown_an_older_text_has_not_agreed_to_this_one() {
        say("2026-2", "We write to you, and call.");

        Refusal refusal = catchThrowableOfType(
                Refusal.class, () -> agree(desk, new Shown(Locale.ENGLISH, Optional.of("2026-1"))));
        assertThat(refusal.code()).isEqualTo(RefusalCode.FIELD_MALFORMED);
        assertThat(refusal.sentence(Locale.ENGLISH)).contains("2026-2");
        assertThat(membership.members().get(desk, guest.member()).contactShown())
                .isFalse();

        agree(desk, new Shown(Locale.ENGLISH, Optional.of("2026-2")));
        assertThat(membership.members().get(desk, guest.member()).contactShown())
                .isTrue();
    }

    @Test
    void it_ends_with_a_row_and_once_more_with_none() {
        agree(by(hotel, Role.MACHINE), Shown.in(SPANISH));
        membership.consents().withdraw(desk, card);
        membership.consents().withdraw(desk, card);

        assertThat(membership.consents().history(desk, card))
                .extracting(Consent::given, Consent::channel)
                .containsExactly(tuple(false, "desk"), tuple(true, "api"));
    }

    @Test
    void what_was_never_given_is_not_withdrawn() {
        membership.consents().withdraw(desk, card);

        assertThat(membership.consents().history(desk, card)).isEmpty();
    }

    @Test
    void whoever_did_it_has_a_name_of_any_length() {
        Caller wordy = new Caller("s".repeat(300), "n".repeat(300), desk.tenant(), desk.roles(), Locale.ENGLISH);

        agree(wordy, Shown.in(SPANISH));

        assertThat(membership.consents().history(desk, card).getFirst().by()).hasSize(200);
    }

    @Test
    void who_agrees_while_being_enrolled_agreed_to_a_text_too() {
        MemberDetails other = membership.members().enrol(desk, person(true));

        assertThat(membership.consents().history(desk, other.cards().getFirst().number()))
                .extracting(Consent::textVersion)
                .containsExactly("house-1");
    }

    @Test
    void another_brand_reads_nothing_of_it() {
        agree(desk, Shown.in(SPANISH));
        TenantId shop = DATABASE.tenant("consents-shop");
        membership.cards().enrol(shop, List.of(guest.member()));

        assertThat(membership.consents().history(frontDesk(shop), card)).isEmpty();
    }

    private void agree(Caller caller, Shown shown) {
        membership.consents().agree(caller, card, Optional.of("471183"), shown);
    }

    private void say(String version, String english) {
        JsonNode section =
                json("{\"contact\": {\"version\": \"" + version + "\", \"text\": {\"en\": \"" + english + "\"}}}");
        membership.transactions().asTenant(hotel, unit -> {
            membership.consentRecords().keepTexts(unit, hotel, section);
            return hotel;
        });
    }

    private static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    private static NewMember person(boolean agrees) {
        return new NewMember(
                "Rosa", "Ferro", Optional.of("+351 930 111 222"), Optional.empty(), SPANISH, "471183", agrees);
    }
}
