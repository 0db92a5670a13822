package eu.kontor.it.api;

import static eu.kontor.it.api.RunningKontor.CAFE;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The operator's automation: who loses what, who must be told, the letters, the run. Two members without an e-mail address. */
class PointsExpireOnceTheirOwnersWereToldTest {

    private static final String EXPIRY = "/operations/expiry";
    private static final String PREVIEW = EXPIRY + "/preview";
    private static final String NOTICES = EXPIRY + "/notices";
    private static final String TOLD = NOTICES + "/told";
    private static final int NOTICE_DAYS = 30;

    private final RunningKontor kontor = RunningKontor.get();
    private final LocalDate today = kontor.today();
    private final List<String> cards = List.of(kontor.newCard(), kontor.newCard());
    private long points;

    /** Each buys something, and then nobody comes for two years. */
    private void letPointsRunOutToday() throws SQLException {
        for (String card : cards) {
            kontor.call("POST", "/purchases")
                    .as(kontor.token(CAFE))
                    .key("expires-" + card)
                    .json(
                            """
                            {"card": "%s", "outlet": "counter", "amount": 40.00, "currency": "EUR", "businessDate": "%s",
                             "reference": "l of %s"}"""
                                    .formatted(card, today, card))
                    .send()
                    .mustBe(201);
            points += kontor.available(card);
        }
        try (Connection superuser = kontor.system().database().connect("kontor");
                PreparedStatement statement = superuser.prepareStatement(
                        """
                        update coalition.balance
                           set last_activity = ?::date - make_interval(months => pocket)
                         where member_id in (select member_id from coalition.card where card_number = any (?))""")) {
            statement.setObject(1, today);
            statement.setArray(2, superuser.createArrayOf("text", cards.toArray()));
            assertThat(statement.executeUpdate()).isEqualTo(cards.size());
        }
    }

    @Test
    void by_a_list_that_goes_out_as_letters_and_comes_back() throws SQLException {
        letPointsRunOutToday();
        assertThat(run(today).path("points").asLong()).isZero();
        assertThat(preview().path("untold").path("members").asLong()).isEqualTo(cards.size());

        String list = listOfLetters();
        whatIsNoListIsRefused(list);
        String letters = TOLD + "?day=" + today.minusDays(NOTICE_DAYS);
        assertThat(send(letters, "\uFEFF" + list.replace(',', ';'))
                        .mustBe(200)
                        .json()
                        .path("recorded")
                        .asInt())
                .isEqualTo(cards.size());
        assertThat(send(letters, list).mustBe(200).json().path("leftOut").asInt())
                .isEqualTo(cards.size());

        previewsAgree();
        JsonNode expired = run(today);
        assertThat(expired.path("members").asInt()).isEqualTo(cards.size());
        assertThat(expired.path("points").asLong()).isEqualTo(points);
        assertThat(cards).allMatch(card -> kontor.available(card) == 0);
        JsonNode progress = operator("GET", EXPIRY).mustBe(200).json();
        assertThat(progress.path("state").asText()).isEqualTo("ended");
        assertThat(progress.path("asOf").asText()).isEqualTo(today.toString());
        operator("POST", EXPIRY + "/stop").mustBe(204);
        assertThat(run(today).path("points").asLong()).isZero();
    }

    @Test
    void by_nobody_but_the_operator_and_for_no_day_that_is_none() {
        for (String path :
                List.of(PREVIEW + "?asOf=" + today, PREVIEW + "/csv?asOf=" + today, NOTICES + "?day=" + today)) {
            kontor.call("GET", path).as(kontor.token(CAFE)).send().problem(403, "not-permitted");
        }
        kontor.call("POST", TOLD + "?day=" + today)
                .as(kontor.token(CAFE))
                .body("text/csv", "notice\n")
                .send()
                .problem(403, "not-permitted");
        runOn("+999999999-01-01").problem(400, "field-malformed");
        runOn("-999999999-01-01").problem(400, "field-malformed");
        runOn(today.plusDays(1).toString()).problem(422, "day-not-come");
        operator("GET", PREVIEW + "?asOf=%2B999999999-01-01").problem(400, "field-malformed");
        operator("GET", NOTICES + "?day=-999999999-01-01").problem(400, "field-malformed");
    }

    /** With the lines of our members only. */
    private String listOfLetters() {
        RunningKontor.Answer list =
                operator("GET", NOTICES + "?withoutAddress=true&day=" + today).mustBe(200);
        assertThat(list.header("Content-Type")).isEqualTo("text/csv;charset=UTF-8");
        assertThat(list.header("Content-Disposition")).isEqualTo("attachment; filename=\"notices-" + today + ".csv\"");
        List<String> lines = list.text()
                .lines()
                .filter(line -> line.startsWith("notice,") || cards.stream().anyMatch(line::contains))
                .toList();
        assertThat(lines).hasSize(1 + cards.size());
        return lines.stream().collect(Collectors.joining("\r\n", "", "\r\n"));
    }

    private void whatIsNoListIsRefused(String list) {
        send(TOLD + "?day=" + today.plusDays(1), list).problem(422, "day-not-come");
        send(TOLD + "?day=" + today, "card\n1\n").problem(422, "notice-list-lacks-column");
        JsonNode broken = send(TOLD + "?day=" + today, list.lines().findFirst().orElseThrow() + "\n\"1_24\n")
                .problem(422, "notice-list-line-malformed");
        assertThat(broken.path("line").asInt()).isEqualTo(2);
        JsonNode type = kontor.call("POST", TOLD + "?day=" + today)
                .as(kontor.operator())
                .json("{}")
                .send()
                .problem(415, "media-type-not-supported");
        assertThat(type.path("detail").asText()).doesNotContain("Send application/json");
    }

    /** Page by page and as a file. */
    private void previewsAgree() {
        JsonNode first = preview();
        assertThat(first.path("expiring").path("points").asLong()).isEqualTo(points);
        assertThat(first.path("untold").path("members").asLong()).isZero();
        List<String> seen = new ArrayList<>();
        JsonNode page = first;
        while (page.has("next")) {
            page.path("members").forEach(row -> seen.add(row.path("card").asText()));
            page = operator("GET", page.path("next").asText().substring("/api/v1".length()))
                    .mustBe(200)
                    .json();
            assertThat(page.has("runningOut")).as("sums on a further page").isFalse();
        }
        page.path("members").forEach(row -> seen.add(row.path("card").asText()));
        assertThat(seen).containsExactlyInAnyOrderElementsOf(cards);

        List<String> csv = operator("GET", PREVIEW + "/csv?asOf=" + today)
                .mustBe(200)
                .text()
                .lines()
                .toList();
        assertThat(csv).hasSize(1 + cards.size());
        assertThat(csv.getFirst()).startsWith("card,name,points,expiring,expiry,");
        assertThat(csv.getLast()).contains(",inactivity,", "," + today.minusDays(NOTICE_DAYS) + "," + today + ",no");
    }

    private JsonNode preview() {
        return operator("GET", PREVIEW + "?limit=1&asOf=" + today).mustBe(200).json();
    }

    private JsonNode run(LocalDate day) {
        return runOn(day.toString()).mustBe(200).json();
    }

    private RunningKontor.Answer runOn(String day) {
        return kontor.call("POST", EXPIRY)
                .as(kontor.operator())
                .json("{\"asOf\": \"" + day + "\"}")
                .send();
    }

    private RunningKontor.Answer send(String path, String file) {
        return kontor.call("POST", path)
                .as(kontor.operator())
                .body("text/csv", file)
                .send();
    }

    private RunningKontor.Answer operator(String method, String path) {
        return kontor.call(method, path).as(kontor.operator()).send();
    }
}
