/** Files as answers. */
package eu.kontor.rest.download;
