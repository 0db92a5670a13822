/** A real database for the tests of every module; reaches them as the test-jar of tenancy. */
package eu.kontor.tenancy.testing;
