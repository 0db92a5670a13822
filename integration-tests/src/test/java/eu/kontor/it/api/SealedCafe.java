package eu.kontor.it.api;

import static eu.kontor.it.api.RunningKontor.CAFE;
import static org.assertj.core.api.Assertions.assertThat;

import eu.kontor.it.whole.Await;
import eu.kontor.it.whole.TheWhole;
import java.time.Duration;
import java.util.List;

/** The café's statement of the tests' month, with its seals. */
final class SealedCafe {

    static final String STATEMENT = "/settlement/windows/" + TheWhole.MONTH + "/statement";

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final RunningKontor kontor = RunningKontor.get();
    private final String card = kontor.newCard();

    /** Somebody buys something. */
    SealedCafe purchase(String reference) {
        kontor.call("POST", "/purchases")
                .as(token())
                .key(reference + "-" + card)
                .json(
                        """
                        {"card": "%s", "outlet": "counter", "amount": 40.00, "currency": "EUR", "businessDate": "%s",
                         "reference": "%s"}"""
                                .formatted(card, kontor.today(), reference))
                .send()
                .mustBe(201);
        return this;
    }

    /** Waits until everything on the statement is under a seal, and gives that seal, number and hash, as the API does. */
    String seal() throws Exception {
        Await.until("a seal", PATIENCE, this::isSealed);
        return get("/seals/latest").mustBe(200).json().path("seal").asText();
    }

    private boolean isSealed() {
        RunningKontor.Answer evidence = get(STATEMENT + "/evidence");
        return evidence.status() == 200
                && evidence.text().contains("\ntransfers " + transfers().size() + "\n");
    }

    /** The numbers of the statement's transfers, by business date and number. */
    List<Long> transfers() {
        return csv().lines()
                .skip(1)
                .map(line -> Long.parseLong(line.substring(0, line.indexOf(','))))
                .toList();
    }

    String csv() {
        return get(STATEMENT + "/csv").mustBe(200).text();
    }

    /** The evidence that leads to a seal, given as number and hash. */
    String evidence(String seal) {
        RunningKontor.Answer evidence =
                get(STATEMENT + "/evidence?seal=" + seal.split(":")[0]).mustBe(200);
        assertThat(evidence.header("Content-Type")).isEqualTo("text/plain;charset=UTF-8");
        return evidence.text();
    }

    RunningKontor.Answer get(String path) {
        return kontor.call("GET", path).as(token()).send();
    }

    private String token() {
        return kontor.token(CAFE);
    }
}
