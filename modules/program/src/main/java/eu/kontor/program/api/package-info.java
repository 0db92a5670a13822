/** A tenant's program as others use it: which version is valid, what a purchase earns and why, what points are worth. */
package eu.kontor.program.api;
