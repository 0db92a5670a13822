package eu.kontor.portal.settlement;

import eu.kontor.portal.members.ActivityPresenter;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

/** The presenters that stand behind a statement. */
@Dependent
public class StatementPresenters {

    private final StatementPresenter statements;
    private final ActivityPresenter purchases;
    private final SealPresenter seals;

    @Inject
    public StatementPresenters(StatementPresenter statements, ActivityPresenter purchases, SealPresenter seals) {
        this.statements = statements;
        this.purchases = purchases;
        this.seals = seals;
    }

    StatementPresenter statements() {
        return statements;
    }

    ActivityPresenter purchases() {
        return purchases;
    }

    SealPresenter seals() {
        return seals;
    }
}
