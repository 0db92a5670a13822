package eu.kontor.it.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import eu.kontor.it.whole.TheWhole;
import eu.kontor.kernel.CardNumber;
import eu.kontor.launcher.LocalSystem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * The API of the running whole, as tills and the operator's automation call it, with members of its own. The tests' callers are the
 * café {@code forno-grao} and the hotel {@code quinta-do-mar}.
 */
final class RunningKontor {

    /** Numbers that follow each other would look like a search. */
    private static final int APART = 100;

    static final String CAFE = "forno-grao";
    static final String HOTEL = "quinta-do-mar";
    static final String CARD_PREFIX = "972401";

    private static final String MEMBER_COLUMNS =
            "given_name,family_name,phone,email,language,card_number,confirmation_code,member_since\n";

    private static RunningKontor shared;

    /** A token lasts five minutes; a new one well before that. */
    private static final long TOKEN_LIFE = TimeUnit.MINUTES.toNanos(3);

    private final TheWhole whole = TheWhole.running();
    private final HttpClient http = HttpClient.newHttpClient();
    private final ObjectMapper json = new ObjectMapper();
    private final Map<String, Token> tokens = new TreeMap<>();
    private long nextSerial = 800_000;

    private record Token(String text, long since) {}

    private RunningKontor() {}

    /** Started by whoever asks first. */
    static synchronized RunningKontor get() {
        if (shared == null) {
            shared = new RunningKontor();
        }
        return shared;
    }

    /** The day that the server believes it is. */
    LocalDate today() {
        return whole.today();
    }

    /** Where it listens, without a slash at the end. */
    String address() {
        return whole.address();
    }

    /** Its database and Keycloak. */
    LocalSystem system() {
        return whole.system();
    }

    String operator() {
        return token("", () -> whole.tokens().forOperator());
    }

    String token(String tenant) {
        return token(tenant, () -> whole.tokens().forTenant(tenant));
    }

    /** @param name of one of the tenant's clients, such as {@code till} */
    String machine(String tenant, String name) {
        return token(tenant + '.' + name, () -> whole.tokens().forMachine(tenant, name));
    }

    private synchronized String token(String whose, Supplier<String> fresh) {
        return tokens.compute(
                        whose,
                        (key, known) -> known != null && System.nanoTime() - known.since() < TOKEN_LIFE
                                ? known
                                : new Token(fresh.get(), System.nanoTime()))
                .text();
    }

    /** A new member of the coalition with the confirmation code 4711, enrolled nowhere yet. */
    synchronized String newCard() {
        nextSerial += APART;
        String card = CardNumber.issue(CARD_PREFIX, nextSerial).value();
        call("POST", "/operations/members")
                .as(operator())
                .body("text/csv", MEMBER_COLUMNS + memberLine(card))
                .send()
                .mustBe(200);
        return card;
    }

    /** As it stands in a members' file, with the confirmation code 4711. */
    static String memberLine(String card) {
        return "Ana,Reis,,,es," + card + ",4711,2024-05-01\n";
    }

    /** What the card has to redeem. */
    long available(String card) {
        return call("GET", "/cards/" + card)
                .as(operator())
                .send()
                .mustBe(200)
                .json()
                .path("available")
                .asLong();
    }

    Call call(String method, String path) {
        return new Call(method, path.startsWith("/openapi") || path.startsWith("/metrics") ? path : "/api/v1" + path);
    }

    /** A request in the making. */
    final class Call {
        private final HttpRequest.Builder request;
        private final String method;
        private HttpRequest.BodyPublisher body = HttpRequest.BodyPublishers.noBody();

        private Call(String method, String path) {
            this.method = method;
            this.request = HttpRequest.newBuilder(URI.create(whole.address() + path));
        }

        Call as(String token) {
            request.header("Authorization", "Bearer " + token);
            return this;
        }

        Call header(String name, String value) {
            request.header(name, value);
            return this;
        }

        Call key(String key) {
            return header("Idempotency-Key", key);
        }

        Call json(String text) {
            return body("application/json", text);
        }

        Call body(String type, String text) {
            request.header("Content-Type", type);
            body = HttpRequest.BodyPublishers.ofString(text);
            return this;
        }

        Answer send() {
            try {
                HttpResponse<String> response =
                        http.send(request.method(method, body).build(), HttpResponse.BodyHandlers.ofString());
                return new Answer(response);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }

    /** What came back. */
    final class Answer {
        private final HttpResponse<String> response;

        private Answer(HttpResponse<String> response) {
            this.response = response;
        }

        int status() {
            return response.statusCode();
        }

        String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        String text() {
            return response.body();
        }

        JsonNode json() {
            try {
                return json.readTree(response.body());
            } catch (IOException e) {
                throw new AssertionError("no JSON: " + response.body(), e);
            }
        }

        Answer mustBe(int status) {
            if (response.statusCode() != status) {
                throw new AssertionError(
                        "expected " + status + " but was " + response.statusCode() + ": " + response.body());
            }
            return this;
        }

        /** Holds the answer to be a problem document of this type. */
        JsonNode problem(int status, String slug) {
            mustBe(status);
            JsonNode document = json();
            if (!header("Content-Type").startsWith("application/problem+json")
                    || !document.path("type").asText().equals("https://kontor.eu/problems/" + slug)
                    || document.path("status").asInt() != status
                    || document.path("detail").asText().isBlank()) {
                throw new AssertionError(
                        "expected the problem " + slug + " but was " + header("Content-Type") + " " + text());
            }
            return document;
        }
    }
}
