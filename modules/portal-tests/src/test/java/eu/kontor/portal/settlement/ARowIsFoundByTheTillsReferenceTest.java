package eu.kontor.portal.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import eu.kontor.kernel.Caller;
import eu.kontor.kernel.Page;
import eu.kontor.kernel.Role;
import eu.kontor.kernel.TenantId;
import eu.kontor.portal.preview.PreviewDesk;
import eu.kontor.portal.settlement.StatementPresenter.StatementPage;
import eu.kontor.portal.settlement.StatementPresenter.TransferLine;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ARowIsFoundByTheTillsReferenceTest {

    private static final TenantId CAFE = new TenantId(3);

    private final Caller finance = new Caller("f", "Ana", Optional.of(CAFE), Set.of(Role.FINANCE), Locale.ENGLISH);
    private final PreviewDesk world = new PreviewDesk();
    private final StatementPresenter statements = world.statements();
    private final StatementPage page = statements.statement(finance, YearMonth.of(2026, 9), CAFE);

    @Test
    void as_it_is_shown_in_the_row() {
        TransferLine some = statements
                .transfers(finance, page, Optional.empty(), Optional.empty(), Page.MAX_ROWS)
                .rows()
                .getLast();

        List<TransferLine> found = statements.called(finance, page, some.till().reference());

        assertThat(found).contains(some).allSatisfy(row -> assertThat(row.till().reference())
                .isEqualTo(some.till().reference()));
    }

    @Test
    void and_nothing_under_one_that_no_till_sent() {
        assertThat(statements.called(finance, page, "no such number")).isEmpty();
    }
}
