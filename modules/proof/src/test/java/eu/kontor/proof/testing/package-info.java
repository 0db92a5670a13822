/** A ledger, expiry and checks over a real database for the tests of this and other modules; reaches them as the test-jar of proof. */
package eu.kontor.proof.testing;
