package eu.kontor.ledger.persistence;

import eu.kontor.ledger.api.Pocket;

/** A pocket of a member. */
public record MemberPocket(long member, Pocket pocket) {}
