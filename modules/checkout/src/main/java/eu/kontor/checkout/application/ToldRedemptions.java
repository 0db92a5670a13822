package eu.kontor.checkout.application;

import eu.kontor.checkout.application.RedemptionItem.CheckedRedemption;
import eu.kontor.checkout.domain.TicketPolicy;
import eu.kontor.checkout.persistence.FiledAnswers;
import eu.kontor.checkout.persistence.FiledAnswers.ToldRedemption;
import eu.kontor.checkout.persistence.FiledAnswers.Words;
import eu.kontor.kernel.MemberId;
import eu.kontor.kernel.Points;
import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.RefusalCode;
import eu.kontor.kernel.TenantId;
import eu.kontor.ledger.api.Ledger;
import eu.kontor.ledger.api.PostingId;
import eu.kontor.ledger.api.Ticket;
import eu.kontor.tenancy.api.Service;
import eu.kontor.tenancy.api.Transactions;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Redemptions of a file that a till has told over the API. Those have no ticket in the ledger, because a bill may be paid from several
 * cards: they are known by outlet, date, reference and card, filed or still waiting to be. What the till captured with these points is
 * known; what it held and never captured is captured; what it captured with other points is corrected.
 */
@Service
public class ToldRedemptions {

    /** What was begun before the question may be committed after it. */
    private static final Duration STILL_BEING_WRITTEN = Duration.ofSeconds(30);

    private final Transactions transactions;
    private final FiledAnswers filed;
    private final Ledger ledger;
    private final TillContext till;

    @Inject
    public ToldRedemptions(Transactions transactions, FiledAnswers filed, Ledger ledger, TillContext till) {
        this.transactions = transactions;
        this.filed = filed;
        this.ledger = ledger;
        this.till = till;
    }

    /** The batch, with what is known in place of what reports it. */
    List<TillItem> among(TenantId tenant, List<TillItem> batch) {
        Map<TillItem, Words> words = new IdentityHashMap<>();
        batch.stream().filter(TillItem::isAlive).forEach(item -> words(item).ifPresent(said -> words.put(item, said)));
        if (words.isEmpty()) {
            return batch;
        }
        Map<Words, List<ToldRedemption>> told =
                transactions.asTenant(tenant, unit -> filed.told(unit, List.copyOf(words.values())));
        return batch.stream()
                .map(item ->
                        words.containsKey(item) ? among(item, told.getOrDefault(words.get(item), List.of())) : item)
                .toList();
    }

    /**
     * What was held or captured for these items' members since tills were asked what they told. Under the members' locks: then nothing more
     * comes before the batch, and what this says nothing of was asked in time.
     *
     * @param asked when
     */
    Set<PostingId> since(TenantId tenant, List<TillItem> items, Instant asked) {
        Set<MemberId> members = items.stream()
                .filter(TillItem::isAlive)
                .filter(RedemptionItem.class::isInstance)
                .flatMap(item -> item.members().stream())
                .collect(Collectors.toSet());
        return members.isEmpty()
                ? Set.of()
                : ledger.redemptionsSince(tenant, members, asked.minus(STILL_BEING_WRITTEN));
    }

    /**
     * What a till asks for that it asked for before under another key: the same points of the same card under the same words, held still, or
     * captured and not all back. A bill that is paid in parts has parts that differ; of what was voided or has expired, it may be tried again.
     */
    Optional<ToldRedemption> standing(TenantId tenant, CheckedRedemption asked) {
        if (asked.reference().isEmpty()) {
            return Optional.empty();
        }
        Words words = new Words(asked.outlet(), asked.businessDate(), asked.reference());
        return transactions
                .asTenant(tenant, unit -> filed.told(unit, List.of(words)))
                .getOrDefault(words, List.of())
                .stream()
                .filter(told ->
                        told.cardNumber().equals(asked.card()) && told.points().equals(asked.points()))
                .filter(told -> told.isOpen(till.now()) || told.isCaptured() && !told.isAllBack())
                .findFirst();
    }

    private static Optional<Words> words(TillItem item) {
        return switch (item) {
            case RedemptionItem redemption ->
                Optional.of(new Words(
                        redemption.redemption().outlet(),
                        redemption.redemption().businessDate(),
                        redemption.redemption().reference()));
            case CalledOffItem call
            when call.isOfRedemption() ->
                Optional.of(new Words(
                        call.call().outlet(),
                        call.call().businessDate(),
                        call.call().reference()));
            default -> Optional.empty();
        };
    }

    private TillItem among(TillItem item, List<ToldRedemption> told) {
        if (item instanceof RedemptionItem redemption) {
            return among(redemption, told);
        }
        // With two of them nobody can say which one was called off.
        List<ToldRedemption> standing = told.stream()
                .filter(each -> each.isCaptured() && !each.isAllBack())
                .toList();
        if (standing.size() == 1) {
            ((CalledOffItem) item).callsOff(standing.getFirst().id());
        }
        return item;
    }

    private TillItem among(RedemptionItem item, List<ToldRedemption> told) {
        item.forgetsWhatWasTold();
        CheckedRedemption now = item.redemption();
        List<ToldRedemption> ofCard = told.stream()
                .filter(each -> each.cardNumber().equals(now.card()))
                .toList();
        List<ToldRedemption> captured =
                ofCard.stream().filter(ToldRedemption::isCaptured).toList();
        Optional<ToldRedemption> same = captured.stream()
                .filter(each -> each.taken().equals(now.points()))
                .findFirst();
        if (same.isPresent()) {
            return known(item.tenant(), same.get(), now.points());
        }
        if (captured.isEmpty()) {
            ofCard.stream()
                    .filter(each -> each.isOpen(till.now()) && each.points().compareTo(now.points()) >= 0)
                    .findFirst()
                    .ifPresent(open -> item.captures(open.id()));
            return item;
        }
        if (isInTheLedger(item)) {
            return item;
        }
        List<ToldRedemption> standing =
                captured.stream().filter(each -> !each.isAllBack()).toList();
        long sum = standing.stream().mapToLong(each -> each.taken().value()).sum();
        if (sum == now.points().value()) {
            return known(item.tenant(), standing.getLast(), now.points());
        }
        if (standing.size() > 1) {
            return new RefusedItem(
                    item.tenant(),
                    new Refusal(
                            RefusalCode.TICKET_LINE_DIFFERS,
                            "reference",
                            now.reference(),
                            "date",
                            now.businessDate(),
                            "first",
                            standing.getFirst().id().text()));
        }
        standing.forEach(each -> item.corrects(each.id()));
        return item;
    }

    /** A file has reported it before, and the ledger knows all of its versions. */
    private boolean isInTheLedger(RedemptionItem item) {
        CheckedRedemption now = item.redemption();
        List<Ticket> ticket = TicketPolicy.namedRedemption(now.outlet(), now.businessDate(), now.reference()).stream()
                .toList();
        return !ledger.standing(item.tenant(), ticket).isEmpty();
    }

    private static KnownItem known(TenantId tenant, ToldRedemption told, Points points) {
        return new KnownItem(tenant, told.id(), points, told.availableAfter());
    }
}
