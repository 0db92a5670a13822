package eu.kontor.membership.api;

import java.time.LocalDate;
import java.util.Locale;

/**
 * Who shows a card: what any brand may see of whoever stands before it, so no contact data and no other cards.
 *
 * @param holder whose tier and enrolment are those at the asking tenant
 */
public record CardBearer(CardHolder holder, String name, Locale language, LocalDate memberSince) {}
