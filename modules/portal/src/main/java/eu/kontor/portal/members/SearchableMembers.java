package eu.kontor.portal.members;

import eu.kontor.kernel.Caller;
import eu.kontor.kernel.CardNumber;
import eu.kontor.kernel.Refusal;
import eu.kontor.membership.api.Members;
import eu.kontor.membership.api.Members.MemberDetails;
import eu.kontor.membership.api.Members.MemberRow;
import eu.kontor.portal.places.Places;
import eu.kontor.portalkit.shell.Searchable;
import eu.kontor.tenancy.api.Service;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** Finds the holder of a card, or members by name and phone number. */
@Service
public class SearchableMembers implements Searchable {

    /** What fits on a screen without scrolling. */
    private static final int MOST = 6;

    private final Members members;

    @Inject
    public SearchableMembers(Members members) {
        this.members = members;
    }

    @Override
    public List<Hit> find(Caller caller, String typed) {
        Optional<CardNumber> card = card(typed);
        if (card.isPresent()) {
            MemberDetails found = members.byCard(caller, card.get());
            String place = found.enrolledHere() ? Places.member(found.member()) : Places.frontDeskOf(card.get());
            return List.of(new Hit("search.card", found.name(), card.get().grouped(), place));
        }
        return members.search(caller, typed, Optional.empty(), MOST).rows().stream()
                .map(row -> new Hit("search.member", row.name(), detail(row), Places.member(row.member())))
                .toList();
    }

    @Override
    public int order() {
        return 1;
    }

    private static String detail(MemberRow row) {
        return row.card().grouped() + row.phone().map(phone -> " · " + phone).orElse("");
    }

    private static Optional<CardNumber> card(String text) {
        try {
            return Optional.of(CardNumber.parse(text));
        } catch (Refusal notACard) {
            return Optional.empty();
        }
    }
}
