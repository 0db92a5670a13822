package eu.kontor.portal.frontdesk;

import eu.kontor.portal.corrections.CorrectionsPresenter;
import eu.kontor.tenancy.api.Service;
import jakarta.inject.Inject;

/** What can be done for a guest at the counter, and under which keys. */
@Service
public class DeskWork {

    private final TillPresenter till;
    private final TicketsPresenter tickets;
    private final CorrectionsPresenter corrections;
    private final RequestKeys keys;

    @Inject
    public DeskWork(TillPresenter till, TicketsPresenter tickets, CorrectionsPresenter corrections, RequestKeys keys) {
        this.corrections = corrections;
        this.till = till;
        this.tickets = tickets;
        this.keys = keys;
    }

    TillPresenter till() {
        return till;
    }

    TicketsPresenter tickets() {
        return tickets;
    }

    CorrectionsPresenter corrections() {
        return corrections;
    }

    RequestKeys keys() {
        return keys;
    }
}
