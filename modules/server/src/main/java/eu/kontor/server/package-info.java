/** Wiring of the deployable: the clock, what happens at start, health, signing out. */
package eu.kontor.server;
