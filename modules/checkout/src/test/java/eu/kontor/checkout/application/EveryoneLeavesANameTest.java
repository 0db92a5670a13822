package eu.kontor.checkout.application;

import static eu.kontor.checkout.application.TillStage.answer;
import static eu.kontor.checkout.application.TillStage.purchase;
import static eu.kontor.checkout.application.TillStage.sale;
import static org.assertj.core.api.Assertions.assertThat;

import eu.kontor.checkout.api.Checkout.GiftRequest;
import eu.kontor.checkout.api.Checkout.MoveRequest;
import eu.kontor.checkout.api.Checkout.PurchaseReceipt;
import eu.kontor.checkout.api.Checkout.RedemptionRequest;
import eu.kontor.checkout.api.Corrections.Correction;
import eu.kontor.checkout.api.Corrections.TakingBack;
import eu.kontor.checkout.api.Corrections.Wish;
import eu.kontor.checkout.api.OriginalPurchase;
import eu.kontor.checkout.api.ReturnedGoods;
import eu.kontor.checkout.api.TillStamp;
import eu.kontor.kernel.Caller;
import eu.kontor.kernel.CardNumber;
import eu.kontor.kernel.MemberId;
import eu.kontor.kernel.Origin;
import eu.kontor.kernel.Points;
import eu.kontor.kernel.Role;
import eu.kontor.kernel.TenantId;
import eu.kontor.ledger.api.ActorId;
import eu.kontor.ledger.api.PostedBy;
import eu.kontor.ledger.api.Transfers.TransferRow;
import eu.kontor.ledger.application.KnownActors;
import eu.kontor.ledger.application.LedgerTransfers;
import eu.kontor.tenancy.testing.KontorDatabase;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Whatever door a posting came in by, it is known who caused it. */
class EveryoneLeavesANameTest {

    private static final KontorDatabase DATABASE = KontorDatabase.shared();
    private static final TillStage STAGE = new TillStage();
    private static final TenantId CAFE = STAGE.tenant("names-cafe");
    private static final TenantId HOTEL = STAGE.tenant("names-hotel");

    private final LedgerTransfers transfers = new LedgerTransfers(DATABASE.transactions());
    private final CardNumber card = STAGE.member(CAFE);
    private final MemberId member = STAGE.memberOf(CAFE, card);
    private final Caller ines = person(CAFE, "ines", "Inês Prado");
    private final Caller till = new Caller(
            "svc",
            "service-account-svc-cafe",
            Optional.of(CAFE),
            Set.of(Role.MACHINE),
            Locale.ENGLISH,
            new Origin(Optional.of("svc-cafe"), Optional.of("10.0.0.7"), Optional.of("T2")));

    @Test
    void a_sale_at_the_desk_and_one_at_a_till() {
        answer(STAGE.checkout().purchase(ines, purchase("desk", card, "1.00")));
        answer(STAGE.checkout().purchase(till, purchase("till", card, "2.00")));

        assertThat(who()).containsExactly("svc-cafe machine T2 ", "portal front-desk  ");
        assertThat(newest().actor().orElseThrow().name()).hasValue("service-account-svc-cafe");
    }

    @Test
    void also_where_it_earned_nothing() {
        PurchaseReceipt nothing = answer(STAGE.checkout().purchase(ines, purchase("small", card, "0.01")));

        assertThat(nothing.earning().points().isZero()).isTrue();
        assertThat(transfers.postedBy(ines, nothing.id()).actor().orElseThrow().subject())
                .isEqualTo("ines");
    }

    @Test
    void a_batch_and_a_return() {
        STAGE.checkout().purchases(till, List.of(purchase("batch", card, "30.00")));
        assertThat(who().getFirst()).startsWith("svc-cafe");
        PurchaseReceipt first = answer(STAGE.checkout().purchase(till, purchase("first", card, "5.00")));
        answer(STAGE.checkout()
                .reverse(
                        ines,
                        new OriginalPurchase.ById(first.id().text()),
                        TillStage.ofCard("back", card),
                        ReturnedGoods.EVERYTHING));
        assertThat(who().getFirst()).startsWith("portal");
    }

    @Test
    void a_move_to_the_right_card() {
        CardNumber right = STAGE.member(CAFE);
        PurchaseReceipt wrong = answer(STAGE.checkout().purchase(till, purchase("wrong", card, "5.00")));
        STAGE.deliverMessages();
        answer(STAGE.checkout()
                .move(
                        ines,
                        new MoveRequest(
                                TillStage.ofCard("move", card), wrong.id().text(), right.value())));
        assertThat(who().getFirst()).startsWith("portal");
        assertThat(actorsOf(right)).allSatisfy(by -> assertThat(by.isKnown()).isTrue());
    }

    @Test
    void goodwill_and_its_taking_back() {
        Correction given = new CorrectionStage(STAGE)
                .corrections()
                .give(
                        ines,
                        Optional.empty(),
                        new Wish(TillStage.ofCard("good", card), card.value(), Points.of(30), "wait", "", false));
        assertThat(who().getFirst()).startsWith("portal front-desk");
        new CorrectionStage(STAGE)
                .corrections()
                .takeBack(
                        ines,
                        Optional.empty(),
                        new TakingBack(TillStage.ofCard("mistake", card), given.id(), "mistake", ""));
        assertThat(who().getFirst()).startsWith("portal front-desk");
    }

    @Test
    void a_redemption_and_a_gift() {
        CardNumber friend = STAGE.member(CAFE);
        answer(STAGE.checkout().purchase(till, purchase("rich", card, "50.00")));
        String hold = answer(STAGE.checkout()
                        .authorize(
                                ines,
                                new RedemptionRequest(
                                        TillStage.ofCard("hold", card),
                                        card.value(),
                                        "main",
                                        Points.of(100),
                                        "EUR",
                                        Optional.of("471183"),
                                        "bill")))
                .hold()
                .text();
        answer(STAGE.checkout()
                .capture(ines, hold, TillStage.ofCard("capture", card), Optional.empty(), TillStamp.NONE));
        assertThat(who().getFirst()).startsWith("portal");

        answer(STAGE.checkout()
                .give(
                        till,
                        new GiftRequest(
                                TillStage.ofCard("gift", card),
                                card.value(),
                                friend.value(),
                                "main",
                                Points.of(10),
                                Optional.of("471183"))));
        assertThat(who().getFirst()).startsWith("svc-cafe");
        assertThat(actorsOf(friend)).hasSize(1).allSatisfy(by -> assertThat(by.isKnown())
                .isTrue());
    }

    @Test
    void a_file_and_who_brought_it() {
        ActorId by = STAGE.actors.bringing(CAFE, STAGE.actors.idOf(ines), 17, "kasse.csv");
        STAGE.batches
                .prepare(by, CAFE, List.of(sale("line", card, "3.00")))
                .post((unit, outcomes) -> {}, TwoBatchesOfAFileTest.FIRST);

        assertThat(who()).containsExactly("portal front-desk  17 kasse.csv");
        assertThat(newest().actor().orElseThrow().name()).hasValue("Inês Prado");
    }

    @Test
    void and_the_inbox_where_nobody_is_known() {
        ActorId by = STAGE.actors.bringing(CAFE, ActorId.NONE, 18, "kasse.csv");
        STAGE.batches
                .prepare(by, CAFE, List.of(sale("inbox", card, "3.00")))
                .post((unit, outcomes) -> {}, TwoBatchesOfAFileTest.FIRST);

        assertThat(who()).containsExactly("inbox system  18 kasse.csv");
    }

    @Test
    void which_no_other_brand_is_told() {
        answer(STAGE.checkout().purchase(ines, purchase("here", card, "1.00")));
        Caller elsewhere = person(HOTEL, "olga", "Olga");
        answer(STAGE.checkout().purchase(elsewhere, purchase("there", card, "1.00")));

        assertThat(transfers.ofMember(elsewhere, member, Optional.empty(), 5).rows())
                .extracting(row -> row.by().actor().orElseThrow().subject())
                .containsExactly("olga");
        int seen = DATABASE.transactions().asTenant(HOTEL, unit -> unit.jdbi()
                .createQuery("select count(*) from coalition.actor where subject = 'ines'")
                .mapTo(Integer.class)
                .one());
        assertThat(seen).isZero();
    }

    @Test
    void whose_name_is_erased_and_nothing_else() {
        answer(STAGE.checkout().purchase(person(CAFE, "leaver", "Vera Lima"), purchase("left", card, "1.00")));
        Caller admin = new Caller("boss", "Boss", Optional.of(CAFE), Set.of(Role.ADMIN), Locale.ENGLISH);

        assertThat(STAGE.actors.eraseName(person(HOTEL, "x", "X", Role.ADMIN), "leaver"))
                .isZero();
        assertThat(STAGE.actors.eraseName(admin, "leaver")).isPositive();

        assertThat(newest().actor().orElseThrow().name()).isEmpty();
        assertThat(newest().actor().orElseThrow().subject()).isEqualTo("leaver");
    }

    @Test
    void the_same_for_every_server() {
        KnownActors other = new KnownActors(DATABASE.transactions(), (unit, caller, action, subject, details) -> {});
        Caller fresh = person(CAFE, "fresh " + card.value(), "Fresh");

        assertThat(other.idOf(fresh)).isEqualTo(STAGE.actors.idOf(fresh));
    }

    private List<String> who() {
        return transfers.ofMember(ines, member, Optional.empty(), 10).rows().stream()
                .map(TransferRow::by)
                .map(by -> by.actor().orElseThrow())
                .map(actor -> String.join(" ", actor.client(), actor.role(), actor.till(), actor.file()))
                .toList();
    }

    private List<PostedBy> actorsOf(CardNumber other) {
        return transfers.ofMember(ines, STAGE.memberOf(CAFE, other), Optional.empty(), 5).rows().stream()
                .map(TransferRow::by)
                .toList();
    }

    private PostedBy newest() {
        return transfers
                .ofMember(ines, member, Optional.empty(), 1)
                .rows()
                .getFirst()
                .by();
    }

    private static Caller person(TenantId tenant, String subject, String name) {
        return person(tenant, subject, name, Role.FRONT_DESK);
    }

    private static Caller person(TenantId tenant, String subject, String name, Role role) {
        return new Caller(
                subject, name, Optional.of(tenant), Set.of(role), Locale.ENGLISH, Origin.of("portal", "192.0.2.4"));
    }
}
