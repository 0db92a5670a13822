/** Long lists: rows that arrive by cursor as a person scrolls, and a grid that opens its rows by keyboard. */
package eu.kontor.portalkit.lists;
