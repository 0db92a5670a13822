/** Does the whole start, answer, stop and start again. */
package eu.kontor.it.start;
