package eu.kontor.ledger.domain;

/** @param outlet 0 where no outlet took part */
public record Place(int tenant, int outlet) {}
