/** Signals as rows. */
package eu.kontor.trust.persistence;
