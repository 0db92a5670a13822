/** Goodwill: what waits for a second person, what was given, and what is taken back of it. */
package eu.kontor.portal.corrections;
