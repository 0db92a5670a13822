package eu.kontor.settlement.domain;

import eu.kontor.kernel.Points;
import eu.kontor.kernel.TenantId;
import eu.kontor.ledger.api.TransferKind;
import eu.kontor.ledger.api.Windows.Position;
import java.util.List;

/**
 * A partner with points in a window that nobody can price: it has no contract, or its first term begins after the points' own month.
 * The window closes without it, and its statement is made once there are terms.
 */
public record PartnerWithoutContract(TenantId partner, long issued, Points redeemed) {

    /** @param positions of this partner in the window */
    public static PartnerWithoutContract of(TenantId partner, List<Position> positions) {
        return new PartnerWithoutContract(
                partner,
                positions.stream()
                        .mapToLong(position ->
                                position.kind().issuedSign() * position.points().value())
                        .sum(),
                positions.stream()
                        .filter(position -> position.kind() == TransferKind.REDEEM)
                        .map(Position::points)
                        .reduce(Points.ZERO, Points::plus));
    }
}
