package eu.kontor.membership.application;

import eu.kontor.kernel.CardNumber;
import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.RefusalCode;
import eu.kontor.tenancy.api.Protection;
import eu.kontor.tenancy.api.Service;
import eu.kontor.tenancy.api.Tenants;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** What the coalition says about its cards and its days. */
@Service
public class CardRules {

    private static final DateTimeFormatter AS_WRITTEN = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

    private final Tenants tenants;
    private final Clock clock;

    @Inject
    public CardRules(Tenants tenants, Clock clock) {
        this.tenants = tenants;
        this.clock = clock;
    }

    /** @throws Refusal {@code CARD_OF_ANOTHER_COALITION} when the card does not begin with the coalition's prefix */
    void cardMustBeOurs(CardNumber card) {
        if (!card.value().startsWith(cardPrefix())) {
            throw new Refusal(RefusalCode.CARD_OF_ANOTHER_COALITION, "card", card.value());
        }
    }

    String cardPrefix() {
        return tenants.coalition().cardPrefix();
    }

    /** The date in the coalition's time zone. */
    LocalDate today() {
        return LocalDate.ofInstant(now(), tenants.coalition().zone());
    }

    Protection protection() {
        return tenants.coalition().protection();
    }

    /** A moment as people read it, in the coalition's time zone. */
    String asWritten(Instant moment) {
        return moment.atZone(tenants.coalition().zone()).format(AS_WRITTEN);
    }

    Instant now() {
        return clock.instant();
    }
}
