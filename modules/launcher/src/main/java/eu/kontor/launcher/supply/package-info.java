/** What of others ships with Kontor: the list of it, its bill of materials, and whether anything is known against it. */
package eu.kontor.launcher.supply;
