/** Guards what Maven's dependencies cannot see: borders between contexts, and the habits of the house. */
package eu.kontor.it.architecture;
