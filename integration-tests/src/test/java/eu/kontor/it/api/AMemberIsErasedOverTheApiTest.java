package eu.kontor.it.api;

import static eu.kontor.it.api.RunningKontor.CAFE;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import eu.kontor.it.whole.Await;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Zuleide Quaresma of the running whole: she bought, brought something back, holds points, and stands in a file; then she asks to be forgotten. */
class AMemberIsErasedOverTheApiTest {

    private static final String LETTER = """
            {"reason": "asked for by letter"}""";

    private static final String HERS = "(select member_id from coalition.card where card_number = '%s')";

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final RunningKontor kontor = RunningKontor.get();
    private final String card = kontor.newCard();

    @Test
    void she_gets_everything_first_and_nobody_finds_her_afterwards() throws Exception {
        rename();
        String sale = purchase("her-bill").mustBe(201).json().at("/id").asText();
        post(
                        "/purchases/" + sale + "/reverse",
                        "{\"amount\": 1.00, \"reason\": \"Zuleide did not like it\"}",
                        "back-" + card)
                .mustBe(200);
        note();
        feed();
        String hold = post(
                        "/redemptions",
                        """
                        {"card": "%s", "outlet": "counter", "points": 300, "currency": "EUR", "reference": "her-hold",
                         "confirmationCode": "4711"}"""
                                .formatted(card),
                        "hold-" + card)
                .mustBe(201)
                .json()
                .path("id")
                .asText();
        untilFiled();

        JsonNode file = operator("GET", "/file", "").mustBe(200).json().path("content");
        assertThat(file.at("/profile/0/familyName").asText()).isEqualTo("Quaresma");
        assertThat(file.at("/purchases/0/reference").asText()).isEqualTo("her-bill");
        assertThat(file.at("/notes/0/note").asText()).contains("Zuleide");
        assertThat(file.path("movements")).isNotEmpty();
        assertThat(operator("GET", "/file/page", "").mustBe(200).text()).contains("<!doctype html>", "Quaresma");
        kontor.call("GET", "/operations/members/" + card + "/file")
                .as(kontor.token(CAFE))
                .send()
                .problem(403, "not-permitted");

        operator("POST", "/erase", "{\"reason\": \"Quaresma wrote\"}").problem(400, "field-malformed");
        JsonNode first = operator("POST", "/erase", LETTER).mustBe(200).json();
        assertThat(first.path("waitsFor").toString()).contains("balances", "files");
        assertThat(first.path("points").asLong()).isPositive();

        post("/redemptions/" + hold + "/void", "", "void-" + card).mustBe(200);
        // A round goes through the files, twice a minute; who asks again has the next one look at it.
        Await.until(
                "the erasure's end",
                PATIENCE.multipliedBy(2),
                () -> operator("POST", "/erase", LETTER).mustBe(200).json().has("doneAt"));
        JsonNode again = operator("POST", "/erase", LETTER).mustBe(200).json();
        assertThat(again.path("waitsFor")).isEmpty();
        assertThat(again.path("askedAt")).isEqualTo(first.path("askedAt"));

        assertThat(kontor.available(card)).isZero();
        purchase("after").problem(409, "card-blocked");
        assertThat(whereHerNameIs()).isEmpty();
        assertThat(operator("GET", "/file", "")
                        .mustBe(200)
                        .json()
                        .at("/content/purchases/0/reference")
                        .asText())
                .as("what was bought stays")
                .isEqualTo("her-bill");
        assertThat(kontor.call("GET", "/operations/erasures")
                        .as(kontor.operator())
                        .send()
                        .mustBe(200)
                        .json()
                        .toString())
                .contains("asked for by letter");
    }

    private List<String> whereHerNameIs() throws SQLException, IOException {
        List<String> places = new ArrayList<>();
        try (Connection superuser = kontor.system().database().connect("kontor");
                Statement statement = superuser.createStatement()) {
            List<String> tables = new ArrayList<>();
            try (ResultSet names = statement.executeQuery(
                    """
                    select distinct c.oid::regclass::text
                      from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid
                     where c.relkind = 'r' and (n.nspname = 'coalition' or n.nspname like 't\\_%')
                       and a.attnum > 0 and a.atttypid in ('text'::regtype, 'jsonb'::regtype, 'text[]'::regtype)""")) {
                while (names.next()) {
                    tables.add(names.getString(1));
                }
            }
            for (String table : tables) {
                try (ResultSet found = statement.executeQuery(
                        "select count(*) from " + table + " as it where it::text ~* 'zuleide|quaresma|930880001'")) {
                    found.next();
                    if (found.getLong(1) > 0) {
                        places.add(table);
                    }
                }
            }
        }
        try (Stream<Path> files = Files.walk(kontor.system().installation().feeds())) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
                if (text.contains("Zuleide")) {
                    places.add(file.toString());
                }
            }
        }
        return places;
    }

    /** Nobody imports such a name by accident. */
    private void rename() throws SQLException {
        sql(
                "update coalition.member set given_name = 'Zuleide', family_name = 'Quaresma', search_name = ' quaresma zuleide',"
                        + " phone = '+351 930 880 001', email = 'zuleide@example.com' where member_id = " + HERS);
    }

    private void note() throws SQLException {
        sql("insert into t_forno_grao.guest_note (member_id, text, author, written_at) select " + HERS
                + ", 'Zuleide likes oat milk', 'A', now()");
    }

    private void sql(String statement) throws SQLException {
        try (Connection superuser = kontor.system().database().connect("kontor");
                Statement run = superuser.createStatement()) {
            run.execute(statement.replace("%s", card));
        }
    }

    /** Two of its lines are refused, and one has her card. */
    private void feed() throws Exception {
        String text = "card,outlet,amount,currency,business_date,reference,guest\n" + card + ",nowhere,4.00,EUR,"
                + kontor.today() + ",file-1,Zuleide Quaresma\n,counter,1.00,EUR," + kontor.today() + ",file-2,\n";
        String feed = kontor.call("POST", "/feeds?fileName=erased-" + card + ".csv")
                .as(kontor.token(CAFE))
                .body("text/csv", text)
                .send()
                .mustBe(202)
                .json()
                .path("id")
                .asText();
        Await.until("the file's end", PATIENCE, () -> kontor.call("GET", "/feeds/" + feed)
                .as(kontor.token(CAFE))
                .send()
                .mustBe(200)
                .json()
                .path("state")
                .asText()
                .equals("done"));
    }

    private void untilFiled() throws Exception {
        Await.until("her purchase and its return", PATIENCE, () -> {
            JsonNode file = operator("GET", "/file", "").mustBe(200).json().path("content");
            return !file.path("purchases").isEmpty() && !file.path("returns").isEmpty();
        });
    }

    private RunningKontor.Answer purchase(String reference) {
        return post(
                "/purchases",
                """
                {"card": "%s", "outlet": "counter", "amount": 500.00, "currency": "EUR", "businessDate": "%s", "reference": "%s"}"""
                        .formatted(card, kontor.today(), reference),
                reference + "-" + card);
    }

    private RunningKontor.Answer post(String path, String body, String key) {
        RunningKontor.Call call =
                kontor.call("POST", path).as(kontor.token(CAFE)).key(key);
        return (body.isEmpty() ? call : call.json(body)).send();
    }

    private RunningKontor.Answer operator(String method, String path, String body) {
        RunningKontor.Call call =
                kontor.call(method, "/operations/members/" + card + path).as(kontor.operator());
        return (body.isEmpty() ? call : call.json(body)).send();
    }
}
