/**
 * The ledger's SQL: every statement is a file under {@code sql/ledger}, run by a class that knows its columns.
 */
package eu.kontor.ledger.persistence;
