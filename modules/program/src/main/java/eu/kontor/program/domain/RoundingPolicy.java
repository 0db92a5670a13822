package eu.kontor.program.domain;

import eu.kontor.kernel.Points;
import eu.kontor.program.api.Program.PointsRounding;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * How a purchase's exact points become whole ones: once, over the whole purchase, so that splitting a sale into more
 * lines neither gains nor loses points. Discounts that outweigh the goods earn nothing; they never take points away.
 */
public final class RoundingPolicy {

    public Points whole(BigDecimal exactPoints, PointsRounding rounding) {
        if (exactPoints.signum() <= 0) {
            return Points.ZERO;
        }
        RoundingMode mode =
                switch (rounding) {
                    case DOWN -> RoundingMode.DOWN;
                    case HALF_UP -> RoundingMode.HALF_UP;
                    case UP -> RoundingMode.UP;
                };
        return Points.of(exactPoints.setScale(0, mode).longValueExact());
    }
}
