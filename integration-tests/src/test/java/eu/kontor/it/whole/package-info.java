/** The one running Kontor that all tests of the whole share, and what is checked after each of them. */
package eu.kontor.it.whole;
