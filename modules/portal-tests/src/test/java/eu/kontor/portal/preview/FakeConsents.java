package eu.kontor.portal.preview;

import eu.kontor.kernel.Caller;
import eu.kontor.kernel.CardNumber;
import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.RefusalCode;
import eu.kontor.membership.api.ContactConsents;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Every guest agreed once, did not any more, and agreed again. */
@ApplicationScoped
public class FakeConsents implements ContactConsents {

    private static final String TEXT =
            "Café Luna may see my telephone number and mail address to reach me about my visits and my points. I can withdraw this at any desk, at any time.";

    @Override
    public ConsentText text(Caller caller, Locale language) {
        return new ConsentText(CONTACT, "house-1", language, TEXT);
    }

    @Override
    public void agree(Caller caller, CardNumber card, Optional<String> confirmationCode, Shown shown) {
        if (!confirmationCode.equals(Optional.of("2468"))) {
            throw new Refusal(RefusalCode.CONFIRMATION_CODE_MISTYPED);
        }
    }

    @Override
    public void withdraw(Caller caller, CardNumber card) {
        CardNumber.parse(card.value());
    }

    @Override
    public List<Consent> history(Caller caller, CardNumber card) {
        return List.of(
                new Consent(
                        CONTACT,
                        true,
                        PreviewWorld.NOW.minus(Duration.ofDays(3)),
                        "house-1",
                        "en",
                        TEXT,
                        "desk",
                        "Lucía Romero"),
                new Consent(
                        CONTACT,
                        false,
                        PreviewWorld.NOW.minus(Duration.ofDays(40)),
                        "",
                        "",
                        "",
                        "desk",
                        "Lucía Romero"),
                new Consent(CONTACT, true, PreviewWorld.NOW.minus(Duration.ofDays(300)), "", "", "", "before", ""));
    }
}
