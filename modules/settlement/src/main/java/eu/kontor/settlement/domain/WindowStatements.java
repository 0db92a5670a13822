package eu.kontor.settlement.domain;

import eu.kontor.kernel.TenantId;
import eu.kontor.ledger.api.Windows.Window;
import java.util.List;
import java.util.Optional;

/**
 * The statements of one window, read once together with the window: what is said about both is of the same moment.
 *
 * @param window as it stood
 * @param withoutContract partners whose statement cannot be made yet
 */
public record WindowStatements(
        Window window, List<PartnerStatement> statements, List<PartnerWithoutContract> withoutContract) {

    public WindowStatements {
        statements = List.copyOf(statements);
        withoutContract = List.copyOf(withoutContract);
    }

    public Optional<PartnerStatement> of(TenantId partner) {
        return statements.stream()
                .filter(statement -> statement.partner().equals(partner))
                .findFirst();
    }
}
