package eu.kontor.portal.commands;

import eu.kontor.kernel.Caller;
import eu.kontor.portal.places.Places;
import eu.kontor.portal.settlement.SettlementPresenter;
import eu.kontor.portalkit.i18n.Formats;
import eu.kontor.portalkit.i18n.Texts;
import eu.kontor.portalkit.shell.Said;
import eu.kontor.portalkit.shell.Searchable;
import eu.kontor.tenancy.api.Service;
import jakarta.inject.Inject;
import java.util.List;

/** {@code close October}: the one month that can be closed now, with its preview open. */
@Service
public class ClosingAMonth implements Searchable {

    private static final String VERB = "search.do.close.verb";

    private final SettlementPresenter settlement;

    @Inject
    public ClosingAMonth(SettlementPresenter settlement) {
        this.settlement = settlement;
    }

    @Override
    public List<Hit> find(Caller caller, String typed) {
        Said said = new Said(typed, caller.language());
        // Before anything is asked of the ledger: most of what is typed is somebody's name.
        if (!SettlementPresenter.mayClose(caller)
                || !said.means(VERB) && said.after(VERB).isEmpty()) {
            return List.of();
        }
        return SettlementPresenter.nextToClose(settlement.windows(caller)).stream()
                .map(ready -> Formats.in(caller.language()).month(ready.window()))
                .filter(month -> said.means(VERB, month))
                .map(month -> new Hit(
                        "search.action",
                        Texts.of("search.do.close", caller.language(), month),
                        "",
                        Places.SETTLEMENT + "?panel=close"))
                .toList();
    }

    @Override
    public int order() {
        return 0;
    }
}
