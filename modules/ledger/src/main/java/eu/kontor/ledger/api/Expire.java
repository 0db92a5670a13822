package eu.kontor.ledger.api;

import eu.kontor.kernel.MemberId;
import java.time.LocalDate;

/**
 * A posting that nobody asks for: points of a pocket expire, from the oldest on, up to a place on its line. Who decides up to
 * where, and after which notice, stands above the ledger. It has no key, and needs none: a line only grows, and what expired up to a
 * place does not expire again.
 *
 * @param businessDate the day on which they expire
 * @param through the place on the line of points ever earned; what is held or lies behind it stays
 */
public record Expire(MemberId member, Pocket pocket, LocalDate businessDate, long through) {}
