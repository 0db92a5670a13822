/** A ledger over a real database for the tests of this and other modules; reaches them as the test-jar of ledger. */
package eu.kontor.ledger.testing;
