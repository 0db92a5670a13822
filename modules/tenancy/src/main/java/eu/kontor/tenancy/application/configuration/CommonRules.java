package eu.kontor.tenancy.application.configuration;

import com.fasterxml.jackson.databind.JsonNode;
import eu.kontor.tenancy.api.TenantAdministration.FileMistake;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Rules that the coalition's file and the tenants' share. */
final class CommonRules {

    private static final Set<String> CURRENCIES = Currency.getAvailableCurrencies().stream()
            .filter(currency -> currency.getDefaultFractionDigits() >= 0)
            .map(Currency::getCurrencyCode)
            .collect(Collectors.toUnmodifiableSet());

    private CommonRules() {}

    static void zone(ConfigurationFile file, String pointer, JsonNode zone, List<FileMistake> mistakes) {
        if (!ZoneId.getAvailableZoneIds().contains(zone.asText())) {
            mistakes.add(file.mistake(pointer, "a time zone such as Europe/Lisbon"));
        }
    }

    static void currency(ConfigurationFile file, String pointer, JsonNode currency, List<FileMistake> mistakes) {
        if (!CURRENCIES.contains(currency.asText())) {
            mistakes.add(file.mistake(pointer, "a currency of ISO 4217 such as EUR"));
        }
    }
}
