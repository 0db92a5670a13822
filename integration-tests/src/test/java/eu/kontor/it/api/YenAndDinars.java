package eu.kontor.it.api;

import com.fasterxml.jackson.databind.JsonNode;
import eu.kontor.it.whole.TheWhole;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;

/**
 * Two more brands of the running whole: one sells in yen, which has no smaller unit, one in dinars, which have a thousand. A guest of each buys,
 * brings a part back and pays with points, once, in the month of the tests.
 */
final class YenAndDinars {

    private static YenAndDinars shared;

    private final RunningKontor kontor = RunningKontor.get();
    private final Map<Brand, Sold> sold = new EnumMap<>(Brand.class);

    /** As they stand in a brand's file. */
    record Prices(String pointsPerUnit, String valuePerPoint, String issuedAt, String redeemedAt) {}

    /** Amounts as they are written in that currency. */
    enum Brand {
        KISSA("kissa-ronda", "JPY", new Prices("0.2", "1.7", "1.63", "1.47"), "5001", "1001"),
        SOUK("souk-ronda", "KWD", new Prices("80", "0.0034", "0.00331", "0.00297"), "12.345", "2.345");

        final String slug;
        final String currency;
        private final Prices prices;
        private final String sale;
        private final String back;

        Brand(String slug, String currency, Prices prices, String sale, String back) {
            this.slug = slug;
            this.currency = currency;
            this.prices = prices;
            this.sale = sale;
            this.back = back;
        }

        private String file() {
            return """
                    name: %1$s
                    accentColour: "#3a6e4b"
                    currencies: [%2$s]
                    zone: Europe/Lisbon
                    language: en
                    outlets:
                      - code: main
                        name: Main
                    people: []
                    program:
                      validFrom: "2024-08-01"
                      pointsPerUnit:
                        %2$s: %3$s
                      rounding: down
                      expiryMonths: 12
                      valuePerPoint:
                        %2$s: %4$s
                      minimumRedemption: 100
                    contract:
                      currency: %2$s
                      terms:
                        - validFrom: 2024-08-01
                          pricePerPointIssued: %5$s
                          valuePerPointRedeemed: %6$s
                    """
                    .formatted(
                            slug,
                            currency,
                            prices.pointsPerUnit(),
                            prices.valuePerPoint(),
                            prices.issuedAt(),
                            prices.redeemedAt());
        }
    }

    /** What the guest's till was answered. */
    record Sold(JsonNode purchase, JsonNode reversal, JsonNode redemption) {}

    private YenAndDinars() {
        Path tenants = kontor.system().installation().tenantConfiguration().resolve("tenants");
        for (Brand brand : Brand.values()) {
            write(tenants.resolve(brand.slug + ".yaml"), brand.file());
        }
        kontor.call("POST", "/operations/configuration")
                .as(kontor.operator())
                .send()
                .mustBe(200);
        for (Brand brand : Brand.values()) {
            sold.put(brand, sell(brand));
        }
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Opened by whoever asks first. */
    static synchronized YenAndDinars get() {
        if (shared == null) {
            shared = new YenAndDinars();
        }
        return shared;
    }

    Sold sold(Brand brand) {
        return sold.get(brand);
    }

    /** Of the closed month; who asks before it is closed, closes it. */
    JsonNode statement(Brand brand) {
        if (!asItIs(brand).path("state").asText().equals("closed")) {
            TheWhole.running().goToThisMonth();
            post("/operations/windows/" + TheWhole.MONTH + "/close", kontor.operator(), "close-yen", "");
        }
        return asItIs(brand);
    }

    private JsonNode asItIs(Brand brand) {
        return kontor.call("GET", "/settlement/windows/" + TheWhole.MONTH + "/statement")
                .as(kontor.token(brand.slug))
                .send()
                .mustBe(200)
                .json();
    }

    private Sold sell(Brand brand) {
        String card = kontor.newCard();
        String till = kontor.token(brand.slug);
        JsonNode purchase = post(
                "/purchases",
                till,
                "sale-" + card,
                """
                {"card": "%s", "outlet": "main", "amount": %s, "currency": "%s", "businessDate": "%s", "reference": "T-1",
                 "lines": [{"id": "1", "amount": %s, "quantity": 1}]}"""
                        .formatted(card, brand.sale, brand.currency, kontor.today(), brand.sale));
        JsonNode reversal = post(
                "/purchases/" + purchase.path("id").asText() + "/reverse",
                till,
                "back-" + card,
                "{\"amount\": %s, \"currency\": \"%s\"}".formatted(brand.back, brand.currency));
        JsonNode held = post(
                "/redemptions",
                till,
                "held-" + card,
                """
                {"card": "%s", "outlet": "main", "points": 300, "currency": "%s", "reference": "R-1", "confirmationCode": "4711"}"""
                        .formatted(card, brand.currency));
        JsonNode redemption =
                post("/redemptions/" + held.path("id").asText() + "/capture", till, "captured-" + card, "{}");
        return new Sold(purchase, reversal, redemption);
    }

    private JsonNode post(String path, String token, String key, String body) {
        RunningKontor.Call call = kontor.call("POST", path).as(token).key(key);
        RunningKontor.Answer answer =
                body.isEmpty() ? call.send() : call.json(body).send();
        if (answer.status() >= 300) {
            throw new AssertionError(path + " was answered " + answer.status() + ": " + answer.text());
        }
        return answer.json();
    }
}
