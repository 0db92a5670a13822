package eu.kontor.ledger.domain;

import java.time.LocalDate;

/**
 * What an earning occupies on the line of points ever earned: up to {@code after}.
 *
 * @param latest the latest day on which it, or one in front of it, was issued
 */
public record Lot(int tenant, int outlet, long after, LocalDate latest) {}
