package eu.kontor.it.api;

import static eu.kontor.it.api.RunningKontor.CAFE;
import static org.assertj.core.api.Assertions.assertThat;

import eu.kontor.kernel.CardNumber;
import eu.kontor.kernel.Refusal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whatever the running whole was asked by this test and by those before it, its logs hold no card number, mail address or phone. */
class TheLogsNameNobodyTest {

    private static final Pattern DIGITS = Pattern.compile("(?<![0-9])[0-9](?:[ -]?[0-9]){15}(?![0-9])");
    private static final Pattern MAIL = Pattern.compile("[A-Za-z0-9._-]+@example\\.(com|org)");
    private static final String PHONE = "930880777";

    private final RunningKontor kontor = RunningKontor.get();
    private final String card = kontor.newCard();

    @Test
    void after_calls_that_went_well_and_calls_that_went_wrong() throws IOException {
        String body =
                "{\"card\": \"%s\", \"outlet\": \"%s\", \"amount\": %s, \"currency\": \"EUR\", \"businessDate\": \"%s\", \"reference\": \"log\"}";
        post("/purchases", body.formatted(card, "counter", "1.00", kontor.today()), "log-1-" + card);
        post("/purchases", body.formatted(card, "nowhere", "1.00", kontor.today()), "log-2-" + card);
        post("/purchases", body.formatted(card.substring(0, 15) + "x", "counter", "1.00", kontor.today()), "log-3");
        post("/purchases", body.formatted(card, "counter", "1e400", kontor.today()), "log-4-" + card);
        post("/purchases", "{\"card\": \"" + card + "\", \"nonsense\": ", "log-5-" + card);
        post(
                "/cards/" + card + "/block",
                "{\"reason\": \"call +351 " + PHONE + ", wrote from ana.log@example.com\"}",
                "");
        post("/cards/" + card + "/consent", "{\"contact\": true, \"confirmationCode\": \"000000\"}", "");
        post("/cards/" + card + "/nothing", "{}", "");
        kontor.call("GET", "/cards/" + card + "?x=%00").as(kontor.token(CAFE)).send();
        kontor.call("GET", "/cards/" + card).as("no token").send();
        kontor.call("POST", "/operations/members")
                .as(kontor.operator())
                .body(
                        "text/csv",
                        "given_name,family_name,phone,email,language,card_number,confirmation_code,member_since\nAna,Reis,+351 "
                                + PHONE + ",ana.log@example.com,es,123,4711,2024-05-01\n")
                .send();

        List<String> found = new ArrayList<>();
        for (Path log : logs()) {
            Files.readAllLines(log, StandardCharsets.ISO_8859_1).stream()
                    .filter(TheLogsNameNobodyTest::namesSomebody)
                    .map(line -> log.getFileName() + ": " + line)
                    .forEach(found::add);
        }
        assertThat(logs()).as("there are logs").isNotEmpty();
        assertThat(found).isEmpty();
    }

    private static boolean namesSomebody(String line) {
        Matcher digits = DIGITS.matcher(line);
        while (digits.find()) {
            if (isCard(digits.group().replaceAll("[ -]", ""))) {
                return true;
            }
        }
        return MAIL.matcher(line).find() || line.replaceAll("[ -]", "").contains(PHONE);
    }

    private static boolean isCard(String digits) {
        try {
            return digits.startsWith(RunningKontor.CARD_PREFIX)
                    && CardNumber.parse(digits).value().equals(digits);
        } catch (Refusal none) {
            return false;
        }
    }

    /** The server's own; what the identity provider writes down is its. */
    private List<Path> logs() throws IOException {
        Path folder = Path.of("target", "whole", "logs");
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !file.toString().contains("keycloak"))
                    .toList();
        }
    }

    private void post(String path, String body, String key) {
        RunningKontor.Call call =
                kontor.call("POST", path).as(kontor.token(CAFE)).json(body);
        (key.isEmpty() ? call : call.key(key)).send();
    }
}
