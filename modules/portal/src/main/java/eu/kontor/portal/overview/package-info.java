/** The first view: how the tenant or the coalition is doing, in points, members and money, against the same span before. */
package eu.kontor.portal.overview;
