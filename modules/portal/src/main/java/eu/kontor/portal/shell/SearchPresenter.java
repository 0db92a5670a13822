package eu.kontor.portal.shell;

import eu.kontor.kernel.Caller;
import eu.kontor.kernel.CardNumber;
import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.Role;
import eu.kontor.membership.api.Members;
import eu.kontor.membership.api.Members.MemberDetails;
import eu.kontor.membership.api.Members.MemberRow;
import eu.kontor.portal.i18n.Formats;
import eu.kontor.settlement.api.Settlement;
import eu.kontor.tenancy.api.Tenant;
import eu.kontor.tenancy.api.Tenants;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Finds what a person means by a few letters: views, a card, members, statements by month or partner. */
@Dependent
public class SearchPresenter {

    /** What fits on a screen without scrolling. */
    static final int MAX_MEMBERS = 6;

    static final int MAX_STATEMENTS = 6;

    private final Members members;
    private final Settlement settlement;
    private final Tenants tenants;

    @Inject
    public SearchPresenter(Members members, Settlement settlement, Tenants tenants) {
        this.members = members;
        this.settlement = settlement;
        this.tenants = tenants;
    }

    /**
     * @param groupKey the text that says what kind of thing it is
     * @param title its name
     * @param detail what tells it from its namesakes
     * @param place where choosing it leads
     */
    public record Hit(String groupKey, String title, String detail, String place) {}

    /** Never throws for what was typed: a search that cannot be done finds nothing. */
    public List<Hit> find(Caller caller, String typed) {
        String text = typed.trim();
        List<Hit> hits = new ArrayList<>();
        if (text.length() >= Members.SHORTEST_SEARCH) {
            hits.addAll(members(caller, text));
            hits.addAll(statements(caller, text));
        }
        return hits;
    }

    private List<Hit> members(Caller caller, String text) {
        try {
            Optional<CardNumber> card = card(text);
            if (card.isPresent()) {
                MemberDetails found = members.byCard(caller, card.get());
                return List.of(new Hit(
                        "shell.search.card", found.name(), card.get().grouped(), Places.member(found.member())));
            }
            return members.search(caller, text, Optional.empty(), MAX_MEMBERS).rows().stream()
                    .map(row -> new Hit("shell.search.member", row.name(), detail(row), Places.member(row.member())))
                    .toList();
        } catch (Refusal nothingFound) {
            return List.of();
        }
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

    private List<Hit> statements(Caller caller, String text) {
        if (!caller.isAny(Role.OPERATOR, Role.ADMIN, Role.FINANCE)) {
            return List.of();
        }
        List<Tenant> partners =
                caller.tenant().map(id -> List.of(tenants.get(id))).orElseGet(tenants::all);
        String wanted = text.toLowerCase(caller.language());
        try {
            return settlement.windows(caller).stream()
                    .flatMap(window ->
                            partners.stream().map(partner -> hit(window.window(), partner, caller.language())))
                    .filter(hit -> (hit.title() + ' ' + hit.detail())
                            .toLowerCase(caller.language())
                            .contains(wanted))
                    .limit(MAX_STATEMENTS)
                    .toList();
        } catch (Refusal notAllowed) {
            return List.of();
        }
    }

    private static Hit hit(YearMonth window, Tenant partner, Locale language) {
        return new Hit(
                "shell.search.statement",
                Formats.in(language).month(window),
                partner.name() + " · " + window,
                Places.statement(window, partner.slug()));
    }
}
