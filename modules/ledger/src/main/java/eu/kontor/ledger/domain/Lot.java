package eu.kontor.ledger.domain;

/** What an earning occupies on the line of points ever earned: up to {@code after}. */
public record Lot(int tenant, int outlet, long after) {}
