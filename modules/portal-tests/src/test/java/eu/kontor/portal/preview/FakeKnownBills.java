package eu.kontor.portal.preview;

import eu.kontor.checkout.api.Checkout.PurchaseReceipt;
import eu.kontor.checkout.api.Checkout.RedemptionReceipt;
import eu.kontor.checkout.api.Checkout.RedemptionRequest;
import eu.kontor.checkout.api.Purchase;
import eu.kontor.kernel.Phrase;
import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.RefusalCode;
import eu.kontor.ledger.api.PostingId;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** Bills by their numbers, as the ledger knows tickets: each counts once. */
final class FakeKnownBills {

    private final Map<List<Object>, Rung> rung = new HashMap<>();
    private final Map<List<Object>, RedemptionReceipt> held = new HashMap<>();
    private final Set<PostingId> captured = new HashSet<>();

    private record Rung(String card, BigDecimal amount, PurchaseReceipt receipt) {}

    /** @throws Refusal {@code TICKET_DIFFERS} */
    PurchaseReceipt once(Purchase purchase, Supplier<PurchaseReceipt> posting) {
        List<Object> ticket = List.of(purchase.outlet(), purchase.businessDate(), purchase.reference());
        Rung first = rung.get(ticket);
        if (first == null) {
            PurchaseReceipt receipt = posting.get();
            rung.put(ticket, new Rung(purchase.card(), purchase.amount(), receipt));
            return receipt;
        }
        if (!first.card().equals(purchase.card()) || first.amount().compareTo(purchase.amount()) != 0) {
            throw new Refusal(
                    RefusalCode.TICKET_DIFFERS,
                    "reference",
                    purchase.reference(),
                    "date",
                    purchase.businessDate(),
                    "first",
                    first.receipt().id().text(),
                    "differs",
                    Phrase.of("differs-amount", first.amount(), purchase.amount()));
        }
        PurchaseReceipt receipt = first.receipt();
        return new PurchaseReceipt(
                receipt.id(),
                receipt.card(),
                receipt.earning(),
                receipt.availableAfter(),
                receipt.debt(),
                receipt.remarks(),
                receipt.returned(),
                true,
                true);
    }

    RedemptionReceipt once(RedemptionRequest request, Supplier<RedemptionReceipt> holding) {
        List<Object> words = List.of(request.card(), request.outlet(), request.reference(), request.points());
        RedemptionReceipt first = held.get(words);
        if (first == null) {
            RedemptionReceipt receipt = holding.get();
            held.put(words, receipt);
            return receipt;
        }
        return new RedemptionReceipt(
                first.hold(),
                first.state(),
                first.points(),
                first.value(),
                first.availableAfter(),
                first.expires(),
                true);
    }

    /** @throws Refusal {@code HOLD_ALREADY_CAPTURED} */
    void capture(RedemptionReceipt hold) {
        if (!captured.add(hold.hold())) {
            throw new Refusal(
                    RefusalCode.HOLD_ALREADY_CAPTURED, "hold", hold.hold().text(), "held", hold.points());
        }
    }
}
