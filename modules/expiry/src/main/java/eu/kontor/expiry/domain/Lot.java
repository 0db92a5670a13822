package eu.kontor.expiry.domain;

import java.time.LocalDate;

/**
 * What an earning occupies on the line of points ever earned.
 *
 * @param lineAfter up to where
 * @param latest the latest day on which it, or one in front of it, was issued
 */
public record Lot(long lineAfter, LocalDate latest) {}
