package eu.kontor.ledger.domain;

import eu.kontor.ledger.api.Pocket;

/** The points that a hold reserves in one pocket. */
public record HoldPart(Pocket pocket, long points) {}
