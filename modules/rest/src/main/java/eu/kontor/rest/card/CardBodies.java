package eu.kontor.rest.card;

import eu.kontor.kernel.CardNumber;
import eu.kontor.membership.api.CardDesk.Addition;
import eu.kontor.membership.api.CardDesk.Replacement;
import eu.kontor.membership.api.CodeDesk.Renewal;
import eu.kontor.membership.api.ContactConsents.Consent;
import eu.kontor.membership.api.ContactConsents.ConsentText;
import eu.kontor.membership.api.ContactConsents.Shown;
import eu.kontor.rest.caller.AcceptedLanguage;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What is asked for about a card. */
public final class CardBodies {

    private CardBodies() {}

    /** Why a card is blocked, or usable again. */
    @Schema(name = "CardReason")
    public record ReasonBody(
            @Schema(
                            description = "kept in the audit trail; at most 200 characters",
                            examples = "lost on 4 October",
                            required = true)
                    String reason) {}

    /** Another number in place of this one. */
    @Schema(name = "CardReplacement")
    public record ReplacementBody(
            @Schema(
                            description = "kept in the audit trail; at most 200 characters",
                            examples = "lost on 4 October",
                            required = true)
                    String reason,
            @Schema(description = "the member's; a machine must show it", examples = "471183")
                    String confirmationCode) {

        Replacement as(String requestKey, CardNumber card) {
            return new Replacement(requestKey, card, reason, Optional.ofNullable(confirmationCode));
        }
    }

    /** One more card beside this one. */
    @Schema(name = "CardAddition")
    public record AdditionBody(
            @Schema(description = "who carries it; at most 40 characters", examples = "Partner") String label,
            @Schema(description = "the member's; a machine must show it", examples = "471183")
                    String confirmationCode) {

        Addition as(String requestKey, CardNumber card) {
            return new Addition(requestKey, card, Optional.ofNullable(label), Optional.ofNullable(confirmationCode));
        }
    }

    /** Who this card's member turned out to be. */
    @Schema(name = "MergeRequest")
    public record MergeBody(
            @Schema(description = "a card of the member who stays", examples = "9724010000000023", required = true)
                    String into,
            @Schema(
                            description = "kept in the audit trail; at most 200 characters",
                            examples = "two sign-ups of one guest, passport seen",
                            required = true)
                    String reason) {}

    /** Another confirmation code of the member. */
    @Schema(name = "NewConfirmationCode")
    public record NewCodeBody(
            @Schema(description = "six digits, not easily guessed", examples = "904613", required = true)
                    String newCode,
            @Schema(description = "that of until now; not needed by an admin and the operator", examples = "471183")
                    String currentCode,
            @Schema(
                            description =
                                    "kept in the audit trail; needed without the current code, at most 200 characters",
                            examples = "forgotten, passport seen")
                    String reason) {

        Renewal as(CardNumber card) {
            return new Renewal(card, newCode, Optional.ofNullable(currentCode), Optional.ofNullable(reason));
        }
    }

    /** Whether the brand may see phone and mail. */
    @Schema(name = "ContactConsent")
    public record ConsentBody(
            @Schema(description = "true: the member agrees; false: does not any more", required = true) Boolean contact,
            @Schema(description = "the member's; needed to agree", examples = "471183") String confirmationCode,
            @Schema(
                            description = "in which the text was shown; the answer's language where it is missing",
                            examples = "es")
                    String language,
            @Schema(
                            description =
                                    "of the text that was shown; another one than the present is refused, where it is missing the present one was shown",
                            examples = "house-1")
                    String textVersion) {

        Shown shown(Locale otherwise) {
            return new Shown(
                    language == null ? otherwise : AcceptedLanguage.of(List.of(Locale.forLanguageTag(language))),
                    Optional.ofNullable(textVersion));
        }
    }

    /** What a guest is asked, and what the guest agreed to. */
    @Schema(name = "ContactConsents")
    public record ConsentsAnswer(
            @Schema(description = "whether the brand sees phone and mail") boolean contact,
            @Schema(description = "what is shown to the guest now") ConsentTextAnswer text,
            @Schema(description = "the latest first") List<ConsentAnswer> history) {

        static ConsentsAnswer of(ConsentText text, List<Consent> history) {
            return new ConsentsAnswer(
                    !history.isEmpty() && history.getFirst().given(),
                    new ConsentTextAnswer(text.version(), text.language().toLanguageTag(), text.text()),
                    history.stream().map(ConsentAnswer::of).toList());
        }
    }

    /** A text to which guests agree. */
    @Schema(name = "ConsentText")
    public record ConsentTextAnswer(
            @Schema(examples = "house-1") String version, @Schema(examples = "es") String language, String text) {}

    /** A consent, or its end. */
    @Schema(name = "Consent")
    public record ConsentAnswer(
            @Schema(description = "for what", examples = "contact") String purpose,
            @Schema(description = "false where it ended") boolean given,
            Instant at,
            @Schema(description = "empty where a consent ended, and of before texts were kept") String textVersion,
            String language,
            @Schema(description = "the text as the guest saw it") String text,
            @Schema(enumeration = {"desk", "api", "before"}) String channel,
            @Schema(description = "who recorded it") String by) {

        static ConsentAnswer of(Consent consent) {
            return new ConsentAnswer(
                    consent.purpose(),
                    consent.given(),
                    consent.at(),
                    consent.textVersion(),
                    consent.language(),
                    consent.shown(),
                    consent.channel(),
                    consent.by());
        }
    }
}
