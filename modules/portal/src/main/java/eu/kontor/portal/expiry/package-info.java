/** Points that expire: whose by which day, who was told, and the run. The operator's. */
package eu.kontor.portal.expiry;
