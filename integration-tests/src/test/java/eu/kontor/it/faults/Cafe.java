package eu.kontor.it.faults;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import eu.kontor.it.whole.Await;
import eu.kontor.it.whole.TheWhole;
import eu.kontor.kernel.CardNumber;
import eu.kontor.launcher.LauncherFailure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** The café's tills at the API of the whole: many calls at once, and calls that get no answer. */
final class Cafe {

    /** Ten euro; the café's program gives the same points for each. */
    private static final String PURCHASE =
            """
            {"card": "%s", "outlet": "counter", "amount": 10.00, "currency": "EUR", "businessDate": "%s", "reference": "%s"}""";

    private static final String MEMBER_COLUMNS =
            "given_name,family_name,phone,email,language,card_number,confirmation_code,member_since\n";

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int SIGN_INS_IN_A_ROW = 5;
    private static final int IMPORTS_AGAIN = 10;
    private static final ObjectMapper JSON = new ObjectMapper();
    private static long nextSerial = 500_000;
    private static long nextKey;

    private final TheWhole whole = TheWhole.running();
    private final String server;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    /** Who buys again and again until the café can serve. */
    private String regular;

    private final String token = whole.tokens().forTenant("forno-grao");

    Cafe() {
        this.server = whole.address();
    }

    /** The café whose tills ask that server. */
    Cafe(String server) {
        this.server = server;
    }

    TheWhole whole() {
        return whole;
    }

    /** One purchase of one card, with a key of its own. */
    record Purchase(String key, String card) {}

    /** @param status 0 when no answer came */
    record Answer(int status, JsonNode body, Optional<String> retryAfter) {

        boolean isPosted() {
            return status == 200 || status == 201;
        }

        boolean isReplayed() {
            return status == 200 && body.path("replayed").asBoolean();
        }

        /** A problem that says when to come back. */
        boolean asksToComeBack(String slug) {
            return status == 503
                    && body.path("type").asText().endsWith("/" + slug)
                    && retryAfter
                            .filter(seconds -> seconds.matches("[1-9]\\d?"))
                            .isPresent();
        }

        /** What a till prints: it must be the same however often it asks. */
        String receipt() {
            return body.path("id").asText() + " " + body.at("/earning/points").asText() + " "
                    + body.path("availableAfter").asText();
        }
    }

    /** New members' cards, who are guests of the café already: each made one purchase. */
    synchronized List<String> guests(int count) {
        List<String> cards = new ArrayList<>();
        StringBuilder file = new StringBuilder(MEMBER_COLUMNS);
        for (int i = 0; i <= count; i++) {
            String card = CardNumber.issue("972401", nextSerial++).value();
            cards.add(card);
            file.append("Ana,Reis,,,es,").append(card).append(",4711,2024-05-01\n");
        }
        Answer imported = importMembers(file.toString());
        List<Answer> first = cards.stream().map(card -> send(purchase(card))).toList().stream()
                .map(CompletableFuture::join)
                .toList();
        if (imported.status() != 200 || !first.stream().allMatch(Answer::isPosted)) {
            throw new AssertionError("no guests: " + imported + ", " + first);
        }
        regular = cards.removeLast();
        return cards;
    }

    /** Again while told to come back: a connection that died in the test before may be found dead only now. */
    private Answer importMembers(String file) {
        Answer imported = sendMembers(file);
        for (int again = 0; again < IMPORTS_AGAIN && imported.asksToComeBack("unavailable"); again++) {
            LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(1));
            imported = sendMembers(file);
        }
        return imported;
    }

    private Answer sendMembers(String file) {
        return send(HttpRequest.newBuilder(address("/operations/members"))
                        .header("Authorization", "Bearer " + whole.tokens().forOperator())
                        .header("Content-Type", "text/csv")
                        .POST(HttpRequest.BodyPublishers.ofString(file)))
                .join();
    }

    synchronized Purchase purchase(String card) {
        return new Purchase("faults-" + nextKey++, card);
    }

    /** Completes normally whatever happens. */
    CompletableFuture<Answer> send(Purchase purchase) {
        return send(HttpRequest.newBuilder(address("/purchases"))
                .header("Authorization", "Bearer " + token)
                .header("Idempotency-Key", purchase.key())
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(
                        PURCHASE.formatted(purchase.card(), whole.today(), purchase.key()))));
    }

    /** Costs the server hardly more than its place in the queue, and is answered with 404 in the end. */
    CompletableFuture<Answer> sendBallast() {
        return send(HttpRequest.newBuilder(address("/redemptions/1-1/void"))
                .header("Authorization", "Bearer " + token)
                .header("Idempotency-Key", purchase("").key())
                .POST(HttpRequest.BodyPublishers.noBody()));
    }

    /** As tills do: again and again until one purchase goes through. */
    void awaitPosting() throws Exception {
        Purchase probe = purchase(regular);
        Await.until(
                "a purchase to go through", PATIENCE, () -> send(probe).join().isPosted());
    }

    /** Keycloak keeps connections that died with the database until it has tried each of them once. */
    void awaitSignIn() throws Exception {
        Await.until("Keycloak to sign in " + SIGN_INS_IN_A_ROW + " times in a row", PATIENCE, this::signsIn);
    }

    private boolean signsIn() {
        try {
            for (int i = 0; i < SIGN_INS_IN_A_ROW; i++) {
                whole.tokens().forOperator();
            }
            return true;
        } catch (LauncherFailure e) {
            return false;
        }
    }

    /**
     * What the card has now.
     *
     * @throws AssertionError when it is not told, or the card has nothing: every guest has bought something
     */
    long available(String card) {
        Answer answer = send(HttpRequest.newBuilder(address("/cards/" + card))
                        .header("Authorization", "Bearer " + token))
                .join();
        long available = answer.body().path("available").asLong();
        if (answer.status() != 200 || available <= 0) {
            throw new AssertionError("no balance of a guest: " + answer);
        }
        return available;
    }

    private CompletableFuture<Answer> send(HttpRequest.Builder request) {
        return http.sendAsync(request.timeout(PATIENCE).build(), HttpResponse.BodyHandlers.ofString())
                .handle((response, failure) -> failure == null
                        ? new Answer(
                                response.statusCode(),
                                json(response.body()),
                                response.headers().firstValue("Retry-After"))
                        : new Answer(0, JSON.createObjectNode(), Optional.empty()));
    }

    private URI address(String path) {
        return URI.create(server + "/api/v1" + path);
    }

    private static JsonNode json(String body) {
        try {
            return JSON.readTree(body);
        } catch (IOException e) {
            throw new UncheckedIOException("no JSON: " + body, e);
        }
    }
}
