/** Dropping transaction files, watching their progress, reading their receipts. */
package eu.kontor.portal.imports;
