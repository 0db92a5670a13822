package eu.kontor.portal.imports;

import static org.assertj.core.api.Assertions.assertThat;

import eu.kontor.feeds.api.Feeds.FeedReceipt;
import eu.kontor.feeds.api.Feeds.State;
import eu.kontor.kernel.Caller;
import eu.kontor.kernel.Role;
import eu.kontor.kernel.TenantId;
import eu.kontor.portal.preview.PreviewDesk;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WhichImportsAreUnderWayTest {

    private final Caller finance =
            new Caller("f", "Pau", Optional.of(new TenantId(3)), Set.of(Role.FINANCE), Locale.ENGLISH);
    private final ImportsPresenter presenter = new ImportsPresenter(new PreviewDesk().feeds());

    @Test
    void anImportIsEitherUnderWayOrPast() {
        assertThat(presenter.unfinished(finance)).extracting(FeedReceipt::state).containsOnly(State.RUNNING);
        assertThat(presenter.finished(finance, Optional.empty(), 50).rows())
                .extracting(FeedReceipt::state)
                .containsOnly(State.DONE, State.REFUSED);
    }

    @Test
    void theRejectsAreNamedAfterTheirFile() {
        FeedReceipt october = presenter.get(finance, 38);

        assertThat(ImportsPresenter.rejectsName(october)).isEqualTo("tickets-2026-10-rejects.csv");
    }
}
