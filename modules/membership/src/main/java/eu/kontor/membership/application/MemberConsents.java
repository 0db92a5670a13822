package eu.kontor.membership.application;

import eu.kontor.kernel.Caller;
import eu.kontor.kernel.CardNumber;
import eu.kontor.kernel.MemberId;
import eu.kontor.kernel.Phrase;
import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.RefusalCode;
import eu.kontor.kernel.Role;
import eu.kontor.membership.api.ConfirmationCodes;
import eu.kontor.membership.api.ContactConsents;
import eu.kontor.membership.api.Members;
import eu.kontor.membership.api.Members.MemberDetails;
import eu.kontor.tenancy.api.Audit;
import eu.kontor.tenancy.api.Service;
import eu.kontor.tenancy.api.Transactions;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Who may record a guest's consent; each change leaves an entry in the audit trail, and a row that says to what the guest agreed. */
@Service
public class MemberConsents implements ContactConsents {

    private static final Role[] WHO_RECORD = {Role.ADMIN, Role.FRONT_DESK, Role.TILL, Role.ENROL};

    private final Transactions transactions;
    private final Members members;
    private final ConfirmationCodes codes;
    private final ConsentBook book;
    private final CardRules rules;
    private final Audit audit;

    @Inject
    public MemberConsents(
            Transactions transactions,
            Members members,
            ConfirmationCodes codes,
            ConsentBook book,
            CardRules rules,
            Audit audit) {
        this.transactions = transactions;
        this.members = members;
        this.codes = codes;
        this.book = book;
        this.rules = rules;
        this.audit = audit;
    }

    @Override
    public ConsentText text(Caller caller, Locale language) {
        caller.mustBe(WHO_RECORD);
        return transactions.asTenant(
                caller.tenantOrRefuse(), unit -> book.text(unit, caller.tenantOrRefuse(), CONTACT, language));
    }

    @Override
    public void agree(Caller caller, CardNumber card, Optional<String> confirmationCode, Shown shown) {
        caller.mustBe(WHO_RECORD);
        MemberId guest = guest(caller, card);
        ConsentText text = text(caller, shown.language());
        shown.version().filter(version -> !version.equals(text.version())).ifPresent(version -> {
            throw new Refusal(
                    RefusalCode.FIELD_MALFORMED,
                    "field",
                    "textVersion",
                    "value",
                    version,
                    "expected",
                    Phrase.of("version", text.version()));
        });
        String code = confirmationCode
                .filter(typed -> !typed.isBlank())
                .orElseThrow(() -> new Refusal(RefusalCode.FIELD_MISSING, "field", "confirmationCode"));
        codes.verify(caller, guest, code);
        record(caller, card, guest, Optional.of(text), "agree-to-contact");
    }

    @Override
    public void withdraw(Caller caller, CardNumber card) {
        caller.mustBe(WHO_RECORD);
        rules.cardMustBeOurs(card);
        record(caller, card, guest(caller, card), Optional.empty(), "withdraw-contact");
    }

    @Override
    public List<Consent> history(Caller caller, CardNumber card) {
        caller.mustBe(WHO_RECORD);
        MemberId guest = guest(caller, card);
        return transactions.asTenant(caller.tenantOrRefuse(), unit -> book.history(unit, guest));
    }

    private void record(Caller caller, CardNumber card, MemberId guest, Optional<ConsentText> agreedTo, String action) {
        transactions.asTenant(caller.tenantOrRefuse(), unit -> {
            if (!book.record(unit, caller, guest, agreedTo)) {
                throw unknown(card);
            }
            audit.record(
                    unit,
                    caller,
                    action,
                    "card " + card.value(),
                    agreedTo.map(text -> Map.of("text-version", text.version())).orElse(Map.of()));
            return card;
        });
    }

    private MemberId guest(Caller caller, CardNumber card) {
        MemberDetails guest = members.byCard(caller, card);
        if (!guest.enrolledHere()) {
            throw unknown(card);
        }
        return guest.member();
    }

    private static Refusal unknown(CardNumber card) {
        return new Refusal(RefusalCode.CARD_UNKNOWN, "card", card.value());
    }
}
