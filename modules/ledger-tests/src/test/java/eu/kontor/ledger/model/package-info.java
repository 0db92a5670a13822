/**
 * The ledger against a naive one: random sequences of commands run on the real database and on a model in which every
 * point is an object of its own. The model knows the ledger's api and nothing of its domain, its tables or its SQL.
 */
package eu.kontor.ledger.model;
