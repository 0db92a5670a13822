/** The addresses of the views, by which features lead to each other. */
package eu.kontor.portal.places;
