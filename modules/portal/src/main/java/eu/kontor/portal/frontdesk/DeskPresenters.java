package eu.kontor.portal.frontdesk;

import eu.kontor.portal.members.MemberPagePresenter;
import eu.kontor.portal.members.MembersPresenter;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

/** The presenters that stand behind the counter. */
@Dependent
public class DeskPresenters {

    private final GuestPresenter guests;
    private final TillPresenter till;
    private final RequestKeys keys;
    private final MembersPresenter members;
    private final MemberPagePresenter memberPage;

    @Inject
    public DeskPresenters(
            GuestPresenter guests,
            TillPresenter till,
            RequestKeys keys,
            MembersPresenter members,
            MemberPagePresenter memberPage) {
        this.guests = guests;
        this.till = till;
        this.keys = keys;
        this.members = members;
        this.memberPage = memberPage;
    }

    GuestPresenter guests() {
        return guests;
    }

    TillPresenter till() {
        return till;
    }

    RequestKeys keys() {
        return keys;
    }

    MembersPresenter members() {
        return members;
    }

    MemberPagePresenter memberPage() {
        return memberPage;
    }
}
