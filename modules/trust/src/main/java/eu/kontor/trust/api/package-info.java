/** What looks like fraud: raised by whoever meets it, looked at and closed by people. */
package eu.kontor.trust.api;
