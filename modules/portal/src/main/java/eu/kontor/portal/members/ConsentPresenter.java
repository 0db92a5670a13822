package eu.kontor.portal.members;

import eu.kontor.kernel.Caller;
import eu.kontor.kernel.CardNumber;
import eu.kontor.kernel.Role;
import eu.kontor.membership.api.ContactConsents;
import eu.kontor.membership.api.ContactConsents.Consent;
import eu.kontor.membership.api.ContactConsents.ConsentText;
import eu.kontor.membership.api.ContactConsents.Shown;
import eu.kontor.membership.api.Members;
import eu.kontor.portal.members.MemberPagePresenter.MemberPage;
import eu.kontor.tenancy.api.Service;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a guest agrees to at a brand, at its desk. */
@Service
public class ConsentPresenter {

    private final ContactConsents consents;
    private final Members members;

    @Inject
    public ConsentPresenter(ContactConsents consents, Members members) {
        this.consents = consents;
        this.members = members;
    }

    /** A guest of the brand, whose data were not erased. */
    static boolean mayRecord(Caller caller, MemberPage member) {
        return caller.isAny(Role.ADMIN, Role.FRONT_DESK)
                && caller.tenant().isPresent()
                && member.enrolledHere()
                && member.active()
                && !member.cards().isEmpty();
    }

    ConsentText text(Caller caller, Locale language) {
        return consents.text(caller, language);
    }

    Locale languageOf(Caller caller, MemberPage member) {
        return members.get(caller, member.member()).language();
    }

    List<Consent> history(Caller caller, CardNumber card) {
        return consents.history(caller, card);
    }

    void agree(Caller caller, CardNumber card, String code, ConsentText shown) {
        consents.agree(caller, card, Optional.of(code), new Shown(shown.language(), Optional.of(shown.version())));
    }

    void withdraw(Caller caller, CardNumber card) {
        consents.withdraw(caller, card);
    }
}
