package eu.kontor.launcher.sample;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * A transaction that carries a card: what the sample's redemptions can draw on.
 *
 * @param member index of the member
 * @param amount in the brand's currency
 */
record Earned(SampleTenant brand, int member, LocalDate date, BigDecimal amount) {}
