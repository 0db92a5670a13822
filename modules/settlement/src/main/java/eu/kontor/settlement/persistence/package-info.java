/** Contract terms and frozen statements in the schema {@code coalition}. */
package eu.kontor.settlement.persistence;
