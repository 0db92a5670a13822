package eu.kontor.it.api;

import static eu.kontor.it.api.RunningKontor.CAFE;
import static eu.kontor.it.api.RunningKontor.HOTEL;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import eu.kontor.it.api.AccessTable.Row;
import eu.kontor.it.whole.TheWhole;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Holds {@code access.txt} to the running system: every call, asked by every role and every machine, of both brands. */
class AccessMatrixTest {

    private static final List<String> PEOPLE = List.of("admin", "finance", "front-desk");
    private static final List<String> MACHINES = List.of("till", "feed", "finance-export", "enrol");
    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;

    /** What a caller may, it is answered; a system that is broken shows nothing. */
    private static final int FIRST_FAULT = 500;

    private static final AtomicInteger FRESH = new AtomicInteger();

    private static final RunningKontor KONTOR = RunningKontor.get();
    private static final Map<String, String> VALUES = whatTheCafeHas();

    private final List<Row> table = AccessTable.rows();
    private final List<String> wrong = new ArrayList<>();

    @Test
    void every_call_of_the_document_has_a_line_and_no_other_has_one() {
        Set<String> documented = new TreeSet<>();
        JsonNode document = KONTOR.call("GET", "/openapi?format=json")
                .header("Accept", "application/json")
                .send()
                .mustBe(200)
                .json();
        document.path("paths").properties().forEach(path -> path.getValue()
                .properties()
                .forEach(operation -> documented.add(operation.getKey().toUpperCase(Locale.ROOT)
                        + ' '
                        + path.getKey().substring("/api/v1".length()))));

        assertThat(table).extracting(Row::call).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(documented);
    }

    @Test
    void who_may_is_answered_and_who_may_not_is_refused() {
        Map<String, String> callers = callersOf(CAFE);
        callers.put("operator", KONTOR.operator());
        for (Row row : table) {
            callers.forEach((who, token) -> {
                RunningKontor.Answer answer = ask(row, token, VALUES);
                int status = answer.status();
                boolean isRefused = status == FORBIDDEN && answer.text().contains("/problems/not-permitted");
                boolean isAnswered = status != UNAUTHORIZED && status != FORBIDDEN && status < FIRST_FAULT;
                if (row.lets(who) ? !isAnswered : !isRefused) {
                    note(row, who, row.lets(who) ? "an answer" : "403", answer);
                }
            });
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void who_shows_no_token_is_refused() {
        for (Row row : table) {
            RunningKontor.Answer answer = ask(row, "", VALUES);
            if (answer.status() != UNAUTHORIZED) {
                note(row, "nobody", "401", answer);
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void what_one_brand_has_another_does_not_find() {
        Map<String, String> callers = callersOf(HOTEL);
        for (Row row : table) {
            if (row.foreign().equals("-")) {
                continue;
            }
            callers.forEach((who, token) -> {
                if (row.lets(who)) {
                    RunningKontor.Answer answer = ask(row, token, VALUES);
                    if (!isForeign(row.foreign(), answer)) {
                        note(row, who + " of the other brand", row.foreign(), answer);
                    }
                }
            });
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void a_member_who_never_was_here_is_served_and_not_shown() {
        String till = KONTOR.machine(CAFE, "till");
        String enrol = KONTOR.machine(CAFE, "enrol");
        for (Row row : table) {
            if (row.stranger().equals("-")) {
                continue;
            }
            Map<String, String> values = new LinkedHashMap<>(VALUES);
            String elsewhere = memberOfTheHotel();
            values.put("card", elsewhere);
            values.put("spare", elsewhere);
            String token = row.lets("till") ? till : row.lets("enrol") ? enrol : personOf(CAFE, "admin");
            RunningKontor.Answer answer = ask(row, token, values);
            if (!isOfAStranger(row.stranger(), answer)) {
                note(row, "of a member of the other brand", row.stranger(), answer);
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void a_till_that_is_bound_to_an_outlet_posts_for_no_other() {
        String terrace = KONTOR.machine(CAFE, "terrace-till");
        Row purchase = row("POST /purchases");
        assertThat(KONTOR.call("GET", "/whoami")
                        .as(terrace)
                        .send()
                        .json()
                        .path("outlet")
                        .asText())
                .isEqualTo("terrace");
        for (String call : List.of(
                "POST /purchases", "POST /purchases/calculate", "POST /gifts", "POST /redemptions", "POST /tickets")) {
            ask(row(call), terrace, VALUES).problem(403, "outlet-not-of-this-client");
        }
        Row atHome = new Row(
                purchase.call(),
                purchase.may(),
                "-",
                "-",
                Map.of(),
                "",
                purchase.body().replace("\"counter\"", "\"terrace\""));
        ask(atHome, terrace, VALUES).mustBe(201);
        JsonNode batch =
                ask(row("POST /purchases/batch"), terrace, VALUES).mustBe(200).json();
        assertThat(batch.toString()).contains("outlet-not-of-this-client");
    }

    private Row row(String call) {
        return table.stream().filter(row -> row.call().equals(call)).findFirst().orElseThrow();
    }

    private static boolean isOfAStranger(String expected, RunningKontor.Answer answer) {
        return expected.equals("empty")
                ? answer.status() == 200 && answer.text().contains("[]")
                : answer.status() == Integer.parseInt(expected);
    }

    private static boolean isForeign(String expected, RunningKontor.Answer answer) {
        if (expected.equals("own")) {
            return answer.status() < FIRST_FAULT
                    && answer.status() != UNAUTHORIZED
                    && !answer.text().contains(CAFE)
                    && VALUES.entrySet().stream()
                            .filter(value -> Set.of("purchase", "redemption", "gift", "reversal")
                                    .contains(value.getKey()))
                            .noneMatch(value -> answer.text().contains('"' + value.getValue() + '"'));
        }
        return answer.status() == Integer.parseInt(expected);
    }

    private void note(Row row, String who, String expected, RunningKontor.Answer answer) {
        wrong.add(row.call() + ", " + who + ": expected " + expected + " but was " + answer.status() + " "
                + answer.text().replaceAll("\\s+", " "));
    }

    private static RunningKontor.Answer ask(Row row, String token, Map<String, String> values) {
        String fresh = "access-" + FRESH.incrementAndGet() + "-" + VALUES.get("card");
        RunningKontor.Call call = KONTOR.call(row.verb(), filled(row.address(), values, fresh));
        if (!token.isEmpty()) {
            call.as(token);
        }
        call.key(fresh);
        if (row.isCsv()) {
            call.body("text/csv", filled(row.content(), values, fresh));
        } else if (!row.body().isEmpty()) {
            call.json(filled(row.content(), values, fresh));
        }
        return call.send();
    }

    private static String filled(String text, Map<String, String> values, String fresh) {
        String filled = text.replace("{fresh}", fresh);
        for (Map.Entry<String, String> value : values.entrySet()) {
            filled = filled.replace('{' + value.getKey() + '}', value.getValue());
        }
        return filled;
    }

    private static Map<String, String> callersOf(String brand) {
        Map<String, String> callers = new LinkedHashMap<>();
        PEOPLE.forEach(role -> callers.put(role, personOf(brand, role)));
        callers.put("machine", KONTOR.token(brand));
        MACHINES.forEach(machine -> callers.put(machine, KONTOR.machine(brand, machine)));
        return callers;
    }

    /** As the realm would sign it for a person who asks with an access token of their own. */
    private static String personOf(String brand, String role) {
        return new ForgedTokens(KONTOR.token(brand), KONTOR.system().database()).ofAPerson(brand, role);
    }

    private static Map<String, String> whatTheCafeHas() {
        Map<String, String> values = new LinkedHashMap<>();
        String card = KONTOR.newCard();
        values.put("card", card);
        values.put("friend", KONTOR.newCard());
        values.put("spare", KONTOR.newCard());
        values.put("today", KONTOR.today().toString());
        values.put("now", KONTOR.today().atTime(0, 0) + ":00Z");
        values.put("month", TheWhole.MONTH.toString());
        values.put("purchase-reference", "access-" + card);
        values.put("redemption-reference", "access-r-" + card);
        JsonNode purchase = post("/purchases", "p-" + card, purchase(card, "500.00", "access-" + card));
        values.put("purchase", purchase.path("id").asText());
        post("/purchases", "s-" + card, purchase(values.get("spare"), "5.00", ""));
        values.put(
                "reversal",
                post("/purchases/" + values.get("purchase") + "/reverse", "v-" + card, "{\"amount\": 1.00}")
                        .path("id")
                        .asText());
        values.put(
                "redemption",
                post(
                                "/redemptions",
                                "r-" + card,
                                """
                                {"card": "%s", "outlet": "counter", "points": 100, "currency": "EUR", "confirmationCode": "4711",
                                 "reference": "access-r-%s"}"""
                                        .formatted(card, card))
                        .path("id")
                        .asText());
        values.put(
                "gift",
                post(
                                "/gifts",
                                "g-" + card,
                                """
                                {"card": "%s", "recipientCard": "%s", "outlet": "counter", "points": 10, "confirmationCode": "4711"}"""
                                        .formatted(card, values.get("friend")))
                        .path("id")
                        .asText());
        values.put(
                "feed",
                KONTOR.call("POST", "/feeds?fileName=access-" + card + ".csv")
                        .as(KONTOR.token(CAFE))
                        .body("text/csv", "Date,Time,Transaction,Item,card\n")
                        .send()
                        .mustBe(202)
                        .json()
                        .path("id")
                        .asText());
        return values;
    }

    private static String memberOfTheHotel() {
        String card = KONTOR.newCard();
        KONTOR.call("POST", "/purchases")
                .as(KONTOR.token(HOTEL))
                .key("stranger-" + card)
                .json(purchase(card, "50.00", "").replace("counter", "rooms"))
                .send()
                .mustBe(201);
        return card;
    }

    private static String purchase(String card, String amount, String reference) {
        return """
                {"card": "%s", "outlet": "counter", "amount": %s, "currency": "EUR", "businessDate": "%s", "reference": "%s"}"""
                .formatted(card, amount, KONTOR.today(), reference);
    }

    private static JsonNode post(String path, String key, String body) {
        RunningKontor.Answer answer = KONTOR.call("POST", path)
                .as(KONTOR.token(CAFE))
                .key(key)
                .json(body)
                .send();
        if (answer.status() / 100 != 2) {
            throw new AssertionError(path + " was refused: " + answer.text());
        }
        return answer.json();
    }
}
