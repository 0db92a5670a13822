package eu.kontor.portal.preview;

import eu.kontor.kernel.CardNumber;
import eu.kontor.kernel.MemberId;
import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.RefusalCode;
import eu.kontor.kernel.TenantId;
import eu.kontor.kernel.TenantSlug;
import eu.kontor.tenancy.api.Coalition;
import eu.kontor.tenancy.api.Tenant;
import eu.kontor.tenancy.api.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The invented coalition: four brands in one town, and what time it is there. */
@ApplicationScoped
public class PreviewWorld implements Tenants {

    static final ZoneId MADRID = ZoneId.of("Europe/Madrid");
    static final Currency EUR = Currency.getInstance("EUR");
    static final Currency USD = Currency.getInstance("USD");
    static final TenantId RESORT = new TenantId(1);
    static final TenantId CITY = new TenantId(2);
    static final TenantId CAFE = new TenantId(3);
    static final TenantId SHOP = new TenantId(4);
    static final Instant NOW = Instant.parse("2026-11-22T10:42:17Z");
    static final String PREFIX = "639012";

    private final List<Tenant> tenants = List.of(
            tenant(CAFE, "cafe-lumbre", "Café Lumbre", "#b4532a", EUR, "BAR:Counter", "TER:Terrace"),
            tenant(CITY, "hotel-plaza", "Hotel Plaza", "#6b3fa0", EUR, "FD:Front desk", "BAR:Lobby bar"),
            tenant(
                    RESORT,
                    "hotel-mirador",
                    "Mirador Resort",
                    "#0f6e63",
                    EUR,
                    "FD:Front desk:room",
                    "SPA:Spa:spa",
                    "GRILL:Grill:coffee",
                    "SHOP:Shop"),
            tenant(SHOP, "vinilo", "Vinilo Discos", "#c2185b", USD, "WEB:Web shop"));

    private static Tenant tenant(
            TenantId id, String slug, String name, String colour, Currency currency, String... outlets) {
        List<Tenant.Outlet> places = new java.util.ArrayList<>();
        for (String outlet : outlets) {
            String[] parts = outlet.split(":");
            Optional<String> usual = parts.length > 2 ? Optional.of(parts[2]) : Optional.empty();
            places.add(new Tenant.Outlet(places.size() + 1, parts[0], parts[1], usual, usual.map(List::of)));
        }
        List<Currency> currencies = currency == USD ? List.of(USD, EUR) : List.of(EUR);
        return new Tenant(
                id,
                new TenantSlug(slug),
                name,
                Tenant.State.ACTIVE,
                colour,
                Optional.empty(),
                currencies,
                MADRID,
                Locale.forLanguageTag("es"),
                places);
    }

    /** It is always the same Sunday morning, and time goes on from there. */
    @Produces
    @ApplicationScoped
    Clock clock() {
        return Clock.offset(Clock.system(MADRID), Duration.between(Instant.now(), NOW));
    }

    static LocalDate today() {
        return LocalDate.ofInstant(NOW, MADRID);
    }

    public static CardNumber card(long member) {
        return CardNumber.issue(PREFIX, 410_000 + member);
    }

    static MemberId member(CardNumber card) {
        for (long id = 1; id <= FakeMembers.NAMES.size() + 50; id++) {
            if (card(id).equals(card)) {
                return new MemberId(id);
            }
        }
        throw new Refusal(RefusalCode.CARD_UNKNOWN, "card", card.grouped());
    }

    @Override
    public Coalition coalition() {
        return new Coalition(
                "Ronda",
                Map.of("en", "Ronda points", "es", "puntos Ronda", "zh", "Ronda 积分"),
                MADRID,
                PREFIX,
                YearMonth.of(2025, 1),
                EUR,
                new BigDecimal("0.01"),
                true);
    }

    @Override
    public List<Tenant> all() {
        return tenants;
    }

    @Override
    public Tenant get(TenantId id) {
        return tenants.stream()
                .filter(tenant -> tenant.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new Refusal(RefusalCode.TENANT_UNKNOWN, "tenant", id.value()));
    }

    @Override
    public Tenant get(TenantSlug slug) {
        return tenants.stream()
                .filter(tenant -> tenant.slug().equals(slug))
                .findFirst()
                .orElseThrow(() -> new Refusal(RefusalCode.TENANT_UNKNOWN, "tenant", slug.value()));
    }

    @Override
    public Tenant active(TenantId id) {
        return get(id);
    }
}
