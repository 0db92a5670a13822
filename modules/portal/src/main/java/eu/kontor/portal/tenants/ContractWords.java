package eu.kontor.portal.tenants;

import eu.kontor.portalkit.i18n.Texts;
import eu.kontor.portalkit.i18n.Wording;
import eu.kontor.settlement.api.Settlement.Contract;
import eu.kontor.settlement.api.Settlement.Term;
import java.math.BigDecimal;
import java.util.List;

/** A contract's terms in sentences, the newest first: that is the one people ask for. */
final class ContractWords {

    private static final int CENTS = 2;

    private ContractWords() {}

    static List<String> of(Contract contract, Wording wording) {
        return contract.terms().reversed().stream()
                .map(term -> sentence(term, contract, wording))
                .toList();
    }

    private static String sentence(Term term, Contract contract, Wording wording) {
        return Texts.of(
                "tenants.details.contract.term",
                wording.language(),
                wording.formats().month(term.validFrom()),
                price(term.pricePerPointIssued(), contract, wording),
                price(term.valuePerPointRedeemed(), contract, wording));
    }

    /** With the decimals it has, at least those of a cent. */
    private static String price(BigDecimal price, Contract contract, Wording wording) {
        BigDecimal stripped = price.stripTrailingZeros();
        BigDecimal shown = stripped.scale() < CENTS ? stripped.setScale(CENTS) : stripped;
        return wording.formats().money(shown, contract.currency());
    }
}
