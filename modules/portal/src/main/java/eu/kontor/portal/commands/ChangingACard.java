package eu.kontor.portal.commands;

import eu.kontor.kernel.Caller;
import eu.kontor.kernel.CardNumber;
import eu.kontor.kernel.Refusal;
import eu.kontor.membership.api.Members;
import eu.kontor.membership.api.Members.CardRow;
import eu.kontor.membership.api.Members.MemberDetails;
import eu.kontor.portal.members.MemberPagePresenter;
import eu.kontor.portal.places.Places;
import eu.kontor.portalkit.i18n.Texts;
import eu.kontor.portalkit.shell.Said;
import eu.kontor.portalkit.shell.Searchable;
import eu.kontor.tenancy.api.Service;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** {@code block card 9724 …}: the holder's page, with the question for the reason open. */
@Service
public class ChangingACard implements Searchable {

    private final Members members;

    @Inject
    public ChangingACard(Members members) {
        this.members = members;
    }

    @Override
    public List<Hit> find(Caller caller, String typed) {
        Said said = new Said(typed, caller.language());
        return either(caller, said, "block", MemberPagePresenter::mayBlockCards)
                .or(() -> either(caller, said, "replace", MemberPagePresenter::mayBlockCards))
                .or(() -> either(caller, said, "unblock", MemberPagePresenter::mayUnblockCards))
                .stream()
                .toList();
    }

    private Optional<Hit> either(Caller caller, Said said, String what, Predicate<Caller> allowed) {
        if (!allowed.test(caller)) {
            return Optional.empty();
        }
        return said.after("search.do." + what + ".words")
                .flatMap(ChangingACard::number)
                .flatMap(card -> hit(caller, what, card));
    }

    private Optional<Hit> hit(Caller caller, String what, CardNumber card) {
        MemberDetails holder = members.byCard(caller, card);
        boolean blocked =
                holder.cards().stream().filter(row -> row.number().equals(card)).anyMatch(CardRow::blocked);
        boolean fits = what.equals("replace") || blocked == what.equals("unblock");
        return !fits
                ? Optional.empty()
                : Optional.of(new Hit(
                        "search.action",
                        Texts.of("search.do." + what, caller.language(), card.grouped()),
                        holder.name(),
                        Places.cardOf(holder.member(), card, what)));
    }

    /** All digits: behind the words may stand a word more. */
    private static Optional<CardNumber> number(String text) {
        String digits = text.replaceAll("[^0-9]", "");
        try {
            return digits.length() == CardNumber.DIGITS ? Optional.of(CardNumber.parse(digits)) : Optional.empty();
        } catch (Refusal mistyped) {
            return Optional.empty();
        }
    }

    @Override
    public int order() {
        return 0;
    }
}
