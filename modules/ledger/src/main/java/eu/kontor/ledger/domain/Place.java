package eu.kontor.ledger.domain;

/** @param outlet 0 where no outlet took part */
record Place(int tenant, int outlet) {}
