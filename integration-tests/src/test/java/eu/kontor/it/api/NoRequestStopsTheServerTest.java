package eu.kontor.it.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import eu.kontor.it.api.FuzzedRequests.Request;
import eu.kontor.it.api.FuzzedRequests.World;
import eu.kontor.it.api.OpenApiCalls.Call;
import eu.kontor.it.whole.Await;
import eu.kontor.it.whole.TheWhole;
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
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.assertj.core.api.Condition;
import org.junit.jupiter.api.Test;

/**
 * Requests of any kind by several callers, made from the document of the API. Whatever is sent, it is answered as documented, or by a
 * problem document that names no class; afterwards nothing is stuck, and the ledger is coherent. More of them:
 * {@code -Dkontor.api.fuzz=20000}, others: {@code -Dkontor.api.seed=…}.
 */
class NoRequestStopsTheServerTest {

    private static final int REQUESTS = Integer.getInteger("kontor.api.fuzz", 500);
    private static final long SEED = Long.getLong("kontor.api.seed", 20261127L);
    private static final int CARDS = 4;

    /** Not those of other tests: who sends so much nonsense is locked and slowed down in the end. */
    static final String TILL = "lisboa-central";

    private static final String OTHER_BRAND = "discos-ronda";

    /** A token lasts five minutes. */
    private static final int REQUESTS_PER_TOKEN = 2_000;

    /** These change the installation for all other tests, take minutes, or take this test's cards away: the operator's token is not sent with them. */
    private static final Set<String> NOT_AS_OPERATOR = Set.of(
            "suspendTenant",
            "removeTenant",
            "closeWindow",
            "runExpiry",
            "stopExpiry",
            "sendExpiryNotices",
            "recordExpiryNotices",
            "applyConfiguration",
            "eraseMember",
            "mergeMembers",
            "undoMerge");

    /** Of Java, of the server, of a database's driver; and what a page of the server's own looks like. */
    private static final Pattern INSIDE = Pattern.compile(
            "\\b(?:java|javax|jakarta|eu\\.kontor|com\\.ibm|com\\.fasterxml|org\\.(?:jboss|postgresql|hibernate|jdbi)|io\\.openliberty)\\.[a-z]"
                    + "|Exception\\b|\\bat [a-z]+\\.[A-Za-z.]+\\(|SRVE\\d|CWW[A-Z]{2}\\d|SQLSTATE");

    /** The server's own word for a path that it cannot decode; no application is asked, and it names no class. */
    private static final String UNDECODED = "CWWWC0005I: The request URI has invalid or improperly encoded characters";

    private static final Pattern CARD_NUMBER = Pattern.compile(RunningKontor.CARD_PREFIX + "[0-9]{10}");

    private static final Pattern ID = Pattern.compile("\"id\":\"([0-9a-z]+-[0-9a-z]+)\"");

    private static final RunningKontor KONTOR = RunningKontor.get();
    private static final ObjectMapper JSON = new ObjectMapper();

    private final OpenApiCalls api = new OpenApiCalls(KONTOR);
    private final RawHttp http = new RawHttp(KONTOR.address());
    private final Map<String, Integer> statuses = new TreeMap<>();

    @Test
    void whatever_it_says() throws Exception {
        long logged = Files.size(log());
        List<String> cards = new ArrayList<>();
        for (int i = 0; i < CARDS; i++) {
            cards.add(KONTOR.newCard());
        }
        List<String> ids = new ArrayList<>();
        Random random = new Random(SEED);
        List<Call> calls = api.all();
        List<String> wrong = new ArrayList<>();
        Map<String, String> roles = Map.of();
        for (int i = 0; i < REQUESTS && wrong.size() < 30; i++) {
            if (i % REQUESTS_PER_TOKEN == 0) {
                roles = Map.of(
                        TILL,
                        KONTOR.token(TILL),
                        OTHER_BRAND,
                        KONTOR.token(OTHER_BRAND),
                        "operator",
                        KONTOR.operator(),
                        "",
                        "");
            }
            long seed = random.nextLong();
            World world = new World(roles, cards, KONTOR.today().toString(), TheWhole.MONTH.toString(), ids);
            Call call = calls.get(random.nextInt(calls.size()));
            Request request = new FuzzedRequests(api, world, seed).of(call, whose(call, random));
            RawHttp.Answer answer = http.send(request.method(), request.target(), request.headers(), request.body());
            statuses.merge(Integer.toString(answer.status()), 1, Integer::sum);
            judge(request, answer)
                    .ifPresent(fault -> wrong.add(fault + "\n  " + request + "\n  → " + answer.status() + " "
                            + answer.headers() + " " + shortened(answer.body())));
            Matcher id = ID.matcher(answer.body());
            if (answer.status() / 100 == 2 && id.find() && ids.size() < 200) {
                ids.add(id.group(1));
            }
        }

        assertThat(wrong).as("of seed %d; answers: %s", SEED, statuses).isEmpty();
        assertThat(statuses)
                .as("some come through")
                .containsKeys("200", "400", "401", "403", "404", "405")
                .as("and some change something")
                .hasKeySatisfying(new Condition<>(status -> status.matches("20[14]"), "an answer to a change"));
        nothingIsStuck();
        assertThat(CARD_NUMBER.matcher(logSince(logged)).results().map(MatchResult::group))
                .as("card numbers in the log")
                .isEmpty();
    }

    private static Path log() {
        return KONTOR.system().installation().home().resolve("logs").resolve("server.log");
    }

    private static String logSince(long bytes) throws IOException {
        byte[] all = Files.readAllBytes(log());
        return new String(all, Math.toIntExact(bytes), all.length - Math.toIntExact(bytes), StandardCharsets.UTF_8);
    }

    /** Nobody's, a till's, another brand's, the operator's. */
    private static String whose(Call call, Random random) {
        List<String> whose = call.isOperators() && !NOT_AS_OPERATOR.contains(call.id())
                ? List.of("operator", "operator", "operator", TILL, "")
                : List.of(TILL, TILL, TILL, TILL, OTHER_BRAND, "");
        return whose.get(random.nextInt(whose.size()));
    }

    /** What is wrong with an answer, if anything is. */
    private static Optional<String> judge(Request request, RawHttp.Answer answer) {
        int status = answer.status();
        if (status < 200 || status == 500 || status > 503) {
            return Optional.of("a fault");
        }
        if (status == 400 && answer.body().contains(UNDECODED)) {
            return Optional.empty();
        }
        Matcher inside = INSIDE.matcher(withoutWhatWasSent(answer.body()));
        if (!request.call().id().equals("getSealProgram") && inside.find()) {
            return Optional.of("names the inside: " + inside.group());
        }
        boolean isHead = request.method().equals("HEAD");
        if (status < 300) {
            boolean isDocumented = request.call().statuses().contains(Integer.toString(status));
            boolean isOptions = request.method().equals("OPTIONS");
            return isDocumented
                            || isOptions
                            || isHead
                            || !request.method().equals(request.call().method())
                    ? Optional.empty()
                    : Optional.of("not documented");
        }
        return isHead ? Optional.empty() : problem(answer);
    }

    private static Optional<String> problem(RawHttp.Answer answer) {
        if (!answer.header("content-type").startsWith("application/problem+json")) {
            return Optional.of("no problem document");
        }
        try {
            JsonNode document = JSON.readTree(answer.body());
            boolean isWhole = document.path("type").asText().startsWith("https://kontor.eu/problems/")
                    && document.path("status").asInt() == answer.status()
                    && !document.path("detail").asText().isBlank();
            return isWhole ? Optional.empty() : Optional.of("an incomplete problem document");
        } catch (JsonProcessingException e) {
            return Optional.of("no JSON");
        }
    }

    /** A problem repeats what was wrong. */
    private static String withoutWhatWasSent(String body) {
        return body.replace("${jndi:ldap://localhost/a}", "");
    }

    private static String shortened(String text) {
        return text.length() <= 600 ? text : text.substring(0, 600) + '…';
    }

    private static void nothingIsStuck() throws Exception {
        Await.until(
                "all messages to be handled", Duration.ofSeconds(60), () -> ask("select count(*) from coalition.outbox")
                        .equals("0"));
        JsonNode messages = KONTOR.call("GET", "/operations/messages")
                .as(KONTOR.operator())
                .send()
                .mustBe(200)
                .json();
        assertThat(messages.path("messages")).as("messages that are set aside").isEmpty();
        JsonNode coherence = KONTOR.call("GET", "/operations/ledger/coherence")
                .as(KONTOR.operator())
                .send()
                .mustBe(200)
                .json();
        assertThat(coherence.path("coherent").asBoolean()).as("%s", coherence).isTrue();
    }

    private static String ask(String query) {
        try (Connection connection = KONTOR.system().database().connect("kontor");
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getString(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
