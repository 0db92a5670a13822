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
public record PartnerWithoutContract(TenantId partner, Points issued, Points redeemed) {

    /** @param positions of this partner in the window */
    public static PartnerWithoutContract of(TenantId partner, List<Position> positions) {
        return new PartnerWithoutContract(
                partner, sum(positions, TransferKind.EARN), sum(positions, TransferKind.REDEEM));
    }

    private static Points sum(List<Position> positions, TransferKind kind) {
        return positions.stream()
                .filter(position -> position.kind() == kind)
                .map(Position::points)
                .reduce(Points.ZERO, Points::plus);
    }
}
