package eu.kontor.checkout.application;

import static eu.kontor.checkout.application.TillStage.answer;
import static eu.kontor.checkout.application.TillStage.purchase;
import static org.assertj.core.api.Assertions.assertThat;

import eu.kontor.checkout.api.Checkout.PurchaseReceipt;
import eu.kontor.checkout.api.Corrections;
import eu.kontor.checkout.api.Corrections.Correction;
import eu.kontor.checkout.api.Corrections.TakingBack;
import eu.kontor.checkout.api.Corrections.Wish;
import eu.kontor.checkout.api.OriginalPurchase;
import eu.kontor.checkout.api.ReturnedGoods;
import eu.kontor.kernel.Caller;
import eu.kontor.kernel.CardNumber;
import eu.kontor.kernel.MemberId;
import eu.kontor.kernel.Origin;
import eu.kontor.kernel.Points;
import eu.kontor.kernel.Role;
import eu.kontor.kernel.TenantId;
import eu.kontor.tenancy.testing.KontorDatabase;
import eu.kontor.trust.application.FraudRounds;
import eu.kontor.trust.application.RaisedSignals;
import eu.kontor.trust.persistence.SignalRows;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What no single posting shows. */
class WhatARoundFindsTest {

    private static final KontorDatabase DATABASE = KontorDatabase.shared();
    private static final TillStage STAGE = new TillStage();
    private static final TenantId CAFE = STAGE.tenant("round-cafe");
    private static final TenantId HOTEL = STAGE.tenant("round-hotel");
    private static final Clock MORNING = Clock.fixed(Instant.parse("2026-03-01T10:00:00Z"), ZoneOffset.UTC);

    private final FraudRounds rounds = new FraudRounds(
            DATABASE.transactions(),
            DATABASE.tenants(),
            new RaisedSignals(DATABASE.transactions(), new SignalRows(), MORNING),
            MORNING);
    private final CardNumber card = STAGE.member(CAFE);
    private final MemberId member = STAGE.memberOf(CAFE, card);
    private final Caller ines = person("ines " + card.value(), "Inês Prado");

    @BeforeEach
    void whatWasPostedBeforeWasLookedAt() throws SQLException {
        change("update coalition.tenant set configuration = '{}' where tenant_id = " + CAFE.value());
        rounds.round();
    }

    @Test
    void somebody_who_gives_points_to_their_own_card_by_the_mail_address() throws SQLException {
        people("ines." + card.value() + "@example.com", "");
        change("update coalition.member set email = 'Ines." + card.value() + "@example.com' where member_id = "
                + member.value());

        answer(STAGE.checkout().purchase(ines, purchase("own", card, "50.00")));
        rounds.round();
        rounds.round();

        assertThat(found(ines.subject())).containsExactly("own-card new 1");
    }

    @Test
    void or_to_the_declared_card_of_a_colleague() throws SQLException {
        people("nobody@example.com", card.value());

        answer(STAGE.checkout().purchase(ines, purchase("colleague", card, "50.00")));
        answer(STAGE.checkout().purchase(TillStage.machine(CAFE), purchase("till", card, "50.00")));
        rounds.round();

        assertThat(found(ines.subject())).containsExactly("colleague-card new 1");
    }

    @Test
    void as_goodwill_no_less_than_for_a_purchase() throws SQLException {
        people("ines." + card.value() + "@example.com", "");
        change("update coalition.member set email = 'ines." + card.value() + "@example.com' where member_id = "
                + member.value());

        goodwill("own goodwill");
        rounds.round();

        assertThat(found(ines.subject())).containsExactly("own-card new 1");
    }

    @Test
    void but_no_guest() throws SQLException {
        people("ines@example.com", "");
        answer(STAGE.checkout().purchase(ines, purchase("guest", card, "50.00")));
        rounds.round();

        assertThat(found(ines.subject())).isEmpty();
    }

    @Test
    void a_purchase_that_is_taken_back_at_night_when_nobody_sells() throws SQLException {
        takenBackAt("2026-03-01 02:30:00+00");
        rounds.round();

        assertThat(found(ines.subject())).containsExactly("correction-after-hours new 1");
    }

    @Test
    void goodwill_that_is_given_at_night_and_taken_back() throws SQLException {
        Correction given = goodwill("at night");
        corrections()
                .takeBack(
                        ines,
                        Optional.empty(),
                        new TakingBack(TillStage.ofCard("back", card), given.id(), "mistake", ""));
        change(
                "update coalition.transfer set posted_at = '2026-03-01 02:30:00+00' where kind in ('W', 'K') and member_id = "
                        + member.value());
        rounds.round();

        assertThat(found(ines.subject())).containsExactly("correction-after-hours new 2");
    }

    @Test
    void and_not_one_by_day() throws SQLException {
        takenBackAt("2026-03-01 12:30:00+00");
        rounds.round();

        assertThat(found(ines.subject())).isEmpty();
    }

    @Test
    void one_card_at_two_brands_at_once_which_is_told_to_the_operator_alone() throws SQLException {
        answer(STAGE.checkout().purchase(ines, purchase("here", card, "5.00")));
        answer(STAGE.checkout().purchase(TillStage.machine(HOTEL), purchase("there", card, "5.00")));
        rounds.round();

        assertThat(found(Long.toString(member.value()))).containsExactly("two-places new 1");
        assertThat(seenBy(CAFE)).isZero();
    }

    @Test
    void many_round_amounts_of_one_person_in_a_day_once() throws SQLException {
        for (int i = 0; i < 8; i++) {
            answer(STAGE.checkout().purchase(ines, purchase("round " + i, card, "20.00")));
        }
        STAGE.deliverMessages();
        rounds.round();
        rounds.round();

        assertThat(found(ines.subject())).containsExactly("round-amounts new 1");
    }

    @Test
    void and_not_what_a_queue_pays() throws SQLException {
        for (int i = 0; i < 8; i++) {
            answer(STAGE.checkout().purchase(ines, purchase("queue " + i, card, "20." + (10 + i))));
        }
        STAGE.deliverMessages();
        rounds.round();

        assertThat(found(ines.subject())).isEmpty();
    }

    private Correction goodwill(String key) {
        return corrections()
                .give(
                        ines,
                        Optional.empty(),
                        new Wish(TillStage.ofCard(key, card), card.value(), Points.of(30), "wait", "", false));
    }

    private static Corrections corrections() {
        return new CorrectionStage(STAGE).corrections();
    }

    /** @param when it was posted, as the database tells it */
    private void takenBackAt(String when) throws SQLException {
        PurchaseReceipt sold = answer(STAGE.checkout().purchase(ines, purchase("sold", card, "5.00")));
        answer(STAGE.checkout()
                .reverse(
                        ines,
                        new OriginalPurchase.ById(sold.id().text()),
                        TillStage.ofCard("back", card),
                        ReturnedGoods.EVERYTHING));
        change("update coalition.transfer set posted_at = '" + when + "' where kind = 'V' and member_id = "
                + member.value());
    }

    private static void people(String email, String colleaguesCard) throws SQLException {
        String colleague = colleaguesCard.isEmpty() ? "" : ", \"card\": \"" + colleaguesCard + "\"";
        change(
                """
                update coalition.tenant
                   set configuration = '{"people": [
                           {"username": "ines", "givenName": "Inês", "familyName": "Prado", "email": "%s"},
                           {"username": "paulo", "givenName": "Paulo", "familyName": "Reis", "email": "paulo@example.com"%s}]}'
                 where tenant_id = %d"""
                        .formatted(email, colleague, CAFE.value()));
    }

    private static List<String> found(String about) throws SQLException {
        List<String> found = new ArrayList<>();
        try (Connection connection = DATABASE.superuser();
                Statement statement = connection.createStatement();
                ResultSet rows =
                        statement.executeQuery("select kind, state, times from coalition.signal where about = '" + about
                                + "' order by signal_id")) {
            while (rows.next()) {
                found.add(rows.getString("kind") + " " + rows.getString("state") + " " + rows.getInt("times"));
            }
        }
        return found;
    }

    private int seenBy(TenantId tenant) {
        return DATABASE.transactions().asTenant(tenant, unit -> unit.jdbi()
                .createQuery("select count(*) from coalition.signal where about = :about")
                .bind("about", Long.toString(member.value()))
                .mapTo(Integer.class)
                .one());
    }

    private static void change(String sql) throws SQLException {
        try (Connection connection = DATABASE.superuser();
                Statement statement = connection.createStatement()) {
            statement.execute("set session_replication_role = replica");
            statement.execute(sql);
        }
    }

    private static Caller person(String subject, String name) {
        return new Caller(
                subject,
                name,
                Optional.of(CAFE),
                Set.of(Role.FRONT_DESK),
                Locale.ENGLISH,
                Origin.of("portal", "192.0.2.4"));
    }
}
