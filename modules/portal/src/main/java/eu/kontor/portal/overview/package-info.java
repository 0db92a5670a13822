/** The first view: how the coalition or the tenant is doing. */
package eu.kontor.portal.overview;
