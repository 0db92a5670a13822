/** How what is typed into fields becomes values, and where a mistake is said. */
package eu.kontor.portalkit.forms;
