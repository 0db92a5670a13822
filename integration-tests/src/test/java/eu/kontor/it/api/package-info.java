/** The API of a running Kontor, as tills and the operator's automation call it. */
package eu.kontor.it.api;
