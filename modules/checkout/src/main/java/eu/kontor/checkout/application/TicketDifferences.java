package eu.kontor.checkout.application;

import eu.kontor.checkout.domain.CheckedPurchase;
import eu.kontor.checkout.persistence.FiledPurchases;
import eu.kontor.checkout.persistence.FiledPurchases.FiledTicket;
import eu.kontor.kernel.MoneyAmount;
import eu.kontor.kernel.Phrase;
import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.RefusalCode;
import eu.kontor.ledger.api.PostingId;
import eu.kontor.tenancy.api.Service;
import eu.kontor.tenancy.api.Transactions;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What differs, where a ticket comes again with another content: the ledger knows only that it does. */
@Service
public class TicketDifferences {

    private final Transactions transactions;
    private final FiledPurchases filed;

    @Inject
    public TicketDifferences(Transactions transactions, FiledPurchases filed) {
        this.transactions = transactions;
        this.filed = filed;
    }

    /** The refusal as it is, if it is not for a ticket; else with what was posted for it, and what differs. */
    Refusal explain(TillItem item, Refusal refusal) {
        return item instanceof SaleItem sale && refusal.code() == RefusalCode.TICKET_DIFFERS
                ? explain(sale, refusal)
                : refusal;
    }

    private Refusal explain(SaleItem sale, Refusal refusal) {
        String first = (String) refusal.details().get("first");
        PostingId id = PostingId.parse(first, RefusalCode.PURCHASE_UNKNOWN);
        Optional<FiledTicket> posted = transactions.asTenant(sale.tenant(), unit -> filed.ticket(unit, id));
        return new Refusal(
                RefusalCode.TICKET_DIFFERS,
                "reference",
                sale.sale().reference(),
                "date",
                sale.sale().purchase().businessDate(),
                "first",
                first,
                "differs",
                posted.flatMap(before -> differences(before, sale)).orElse(Phrase.of("differs-points")));
    }

    /** Empty where a till's words are the same, and the program gives other points for them. */
    private static Optional<Phrase> differences(FiledTicket before, SaleItem sale) {
        CheckedPurchase now = sale.sale().purchase();
        List<Phrase> differences = new ArrayList<>();
        if (!before.value().equals(now.amount())) {
            differences.add(Phrase.of("differs-amount", text(before.value()), text(now.amount())));
        }
        if (!before.cardNumber().equals(sale.sale().card())) {
            differences.add(Phrase.of(
                    "differs-card",
                    before.cardNumber().value(),
                    sale.sale().card().value()));
        }
        return differences.stream().reduce((one, other) -> Phrase.of("both", one, other));
    }

    private static String text(MoneyAmount money) {
        return money.amount().toPlainString() + ' ' + money.currency().getCurrencyCode();
    }
}
