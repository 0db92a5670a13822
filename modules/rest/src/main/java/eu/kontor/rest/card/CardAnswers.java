package eu.kontor.rest.card;

import eu.kontor.checkout.api.BalanceInquiry.CardBalance;
import eu.kontor.kernel.Caller;
import eu.kontor.kernel.Points;
import eu.kontor.ledger.api.Actor;
import eu.kontor.ledger.api.Balances.MemberBalance;
import eu.kontor.ledger.api.Balances.NextExpiry;
import eu.kontor.ledger.api.Balances.PendingPoints;
import eu.kontor.ledger.api.Balances.PocketBalance;
import eu.kontor.ledger.api.TillNames.TillName;
import eu.kontor.ledger.api.Transfers.TransferRow;
import eu.kontor.membership.api.CardBearer;
import eu.kontor.membership.api.CardHolder;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A card and what is on it, in points; dates are business dates. */
public final class CardAnswers {

    private CardAnswers() {}

    /** Whose card it is and what it can pay. */
    @Schema(name = "Card")
    public record CardAnswer(
            @Schema(examples = "9724010000000013") String number,
            @Schema(description = "a blocked card neither earns nor redeems") boolean blocked,
            @Schema(
                            description =
                                    "how the number ends that stands for this one now, to ask the guest for; absent"
                                            + " unless it was replaced",
                            examples = "39")
                    String replacedByEnding,
            @Schema(description = "whether it can earn and redeem") boolean usable,
            @Schema(description = "whether there is as much on it as can be redeemed at the caller's tenant")
                    boolean canRedeem,
            @Schema(
                            description =
                                    "the least that can be redeemed at the caller's tenant; absent for the operator",
                            examples = "100")
                    Long redeemableFrom,
            Member member,
            @Schema(
                            description =
                                    "what can be redeemed now, over all pockets; this and what follows is absent for a"
                                            + " guest who never was at the caller's tenant",
                            examples = "1840")
                    Long available,
            @Schema(description = "reserved by redemptions that are not captured yet", examples = "0") Long held,
            @Schema(
                            description = "earned, and to be spent later: when the right of return has passed",
                            examples = "120")
                    Long pending,
            @Schema(description = "from when on how many of them can be spent, the soonest first")
                    List<PendingAnswer> pendingUntil,
            @Schema(description = "taken back but spent already; the next earnings repay it first", examples = "0")
                    Long debt,
            @Schema(description = "in the order in which redemptions draw on them") List<PocketAnswer> pockets) {

        static CardAnswer of(CardBalance card) {
            CardBearer bearer = card.bearer();
            CardHolder holder = bearer.holder();
            Optional<MemberBalance> balance = card.balance();
            return new CardAnswer(
                    holder.card().value(),
                    holder.cardBlocked(),
                    holder.replacedByEnding().orElse(null),
                    card.usable(),
                    card.canRedeem(),
                    card.redeemableFrom().map(Points::value).orElse(null),
                    new Member(
                            bearer.name(),
                            holder.enrolled() ? holder.tier() : null,
                            holder.enrolled(),
                            holder.memberActive(),
                            bearer.memberSince().orElse(null),
                            bearer.language().map(Locale::toLanguageTag).orElse(null)),
                    balance.map(has -> has.available().value()).orElse(null),
                    balance.map(has -> has.held().value()).orElse(null),
                    balance.map(has -> has.pending().value()).orElse(null),
                    balance.map(has -> has.waiting().stream()
                                    .map(PendingAnswer::of)
                                    .toList())
                            .orElse(null),
                    balance.map(has -> has.debt().value()).orElse(null),
                    balance.map(has ->
                                    has.pockets().stream().map(PocketAnswer::of).toList())
                            .orElse(null));
        }
    }

    /** Points that can be spent later. */
    @Schema(name = "PendingPoints")
    public record PendingAnswer(
            @Schema(description = "the moment, at the beginning of a day of the brand's outlets") Instant from,
            @Schema(examples = "120") long points) {

        static PendingAnswer of(PendingPoints pending) {
            return new PendingAnswer(pending.from(), pending.points().value());
        }
    }

    /** A card that was issued in place of another one, or beside it. */
    @Schema(name = "IssuedCard")
    public record IssuedCardAnswer(@Schema(examples = "9724010000000039") String number) {}

    /** The member as the caller's tenant may see it. */
    @Schema(name = "CardMember")
    public record Member(
            @Schema(
                            description = "of a guest who never was at the caller's tenant the first name only",
                            examples = "Ana Reis")
                    String name,
            @Schema(description = "at the caller's tenant; absent for a stranger", examples = "member") String tier,
            @Schema(description = "whether the caller's tenant knows the member") boolean enrolledHere,
            boolean active,
            LocalDate memberSince,
            @Schema(examples = "es") String language) {}

    /** A balance with one expiry policy. */
    @Schema(name = "Pocket")
    public record PocketAnswer(
            @Schema(
                            description = "inactivity: expires so many months after the last activity in the coalition;"
                                    + " fixed-term: expires at the end of the month so many months after the"
                                    + " purchase",
                            enumeration = {"inactivity", "fixed-term"},
                            examples = "inactivity")
                    String expiry,
            @Schema(examples = "24") int months,
            @Schema(examples = "1840") long available,
            @Schema(description = "by redemptions, or pending", examples = "0") long held,
            @Schema(
                            description =
                                    "the first day on which points may expire, for inactivity unless there is activity"
                                            + " before; absent without available points",
                            examples = "2028-10-31")
                    LocalDate expires,
            @Schema(description = "how many expire on that day", examples = "1840") long expiring) {

        static PocketAnswer of(PocketBalance balance) {
            return new PocketAnswer(
                    balance.pocket().policy(),
                    balance.pocket().afterMonths(),
                    balance.available().value(),
                    balance.held().value(),
                    balance.next().map(NextExpiry::on).orElse(null),
                    balance.next().map(next -> next.points().value()).orElse(0L));
        }
    }

    /** The member's transfers at the caller's tenant, newest first. */
    @Schema(name = "CardTransfers")
    public record TransfersAnswer(
            List<TransferAnswer> transfers,
            @Schema(description = "the address of the next page; absent on the last one") String next) {}

    /** One posting in the ledger. */
    @Schema(name = "Transfer")
    public record TransferAnswer(
            @Schema(examples = "100234") long number,
            @Schema(description = "the purchase or redemption it belongs to", examples = "1z-4gk2") String posting,
            @Schema(
                            description = "the id that the till was given: of a redemption that of its authorization",
                            examples = "1z-4gk2")
                    String tillId,
            @Schema(
                            description =
                                    "what the till sent; of a reversal that of its purchase; absent where there is"
                                            + " none",
                            examples = "T1-000123")
                    String reference,
            @Schema(
                            enumeration = {
                                "earn",
                                "redeem",
                                "reverse",
                                "repay",
                                "expire",
                                "gift_given",
                                "gift_received",
                                "redemption_returned",
                                "goodwill",
                                "goodwill_taken_back",
                                "operator_goodwill",
                                "operator_goodwill_taken_back"
                            },
                            examples = "earn")
                    String kind,
            @Schema(description = "positive when the member gained", examples = "124") long points,
            @Schema(description = "the outlet's code; absent when none took part", examples = "bar") String outlet,
            @Schema(description = "of a gift: when the points were issued", examples = "2026-10-31")
                    LocalDate businessDate,
            Instant postedAt,
            @Schema(description = "the settlement window", examples = "2026-10") String window,
            @Schema(
                            enumeration = {"inactivity", "fixed-term"},
                            examples = "inactivity")
                    String pocketExpiry,
            @Schema(examples = "24") int pocketMonths,
            @Schema(
                            description =
                                    "who caused it; absent where it was posted before names were kept, and where it"
                                            + " was nobody of the caller's tenant")
                    PostedByAnswer by) {

        public static TransferAnswer of(Caller caller, TransferRow row, String outletCode, TillName name) {
            return new TransferAnswer(
                    row.number(),
                    row.purchase().text(),
                    name.answered().text(),
                    name.reference().isEmpty() ? null : name.reference(),
                    row.kind().name().toLowerCase(Locale.ROOT),
                    row.kind().sign() * row.points().value(),
                    outletCode,
                    row.businessDate(),
                    row.postedAt(),
                    row.window().toString(),
                    row.pocket().policy(),
                    row.pocket().afterMonths(),
                    row.by()
                            .actor()
                            .map(actor -> PostedByAnswer.of(caller, actor))
                            .orElse(null));
        }
    }

    /** Who caused a posting. */
    @Schema(name = "PostedBy")
    public record PostedByAnswer(
            @Schema(
                            description = "the identity provider's stable id; system where nobody asked",
                            examples = "5f0c7a52-8f0e-4a51-9d3b-0f7a4d6f4a11")
                    String subject,
            @Schema(
                            description =
                                    "how people call the subject; absent for machines that ask, and once it was erased",
                            examples = "Ana Reis")
                    String name,
            @Schema(description = "the program that was used", examples = "portal") String client,
            @Schema(examples = "front-desk") String role,
            @Schema(description = "what the client called its till (header Kontor-Till)", examples = "T1") String till,
            @Schema(
                            description = "of a file: its number and name; the rest is who brought it",
                            examples = "17 kasse.csv")
                    String file) {

        static PostedByAnswer of(Caller caller, Actor actor) {
            return new PostedByAnswer(
                    actor.subject(),
                    caller.isMachine() ? null : actor.name().orElse(null),
                    absent(actor.client()),
                    absent(actor.role()),
                    absent(actor.till()),
                    absent(actor.file()));
        }

        private static String absent(String text) {
            return text.isEmpty() ? null : text;
        }
    }
}
