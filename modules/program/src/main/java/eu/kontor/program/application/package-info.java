/** Publishes programs from the tenant's configuration and answers from memory which one is valid. */
package eu.kontor.program.application;
