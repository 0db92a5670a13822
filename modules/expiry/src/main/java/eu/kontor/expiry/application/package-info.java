/** Use cases of expiry, and their transactions. */
package eu.kontor.expiry.application;
