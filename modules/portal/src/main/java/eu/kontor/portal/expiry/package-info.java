/** Points that lapse: who loses what on the first, who was told, and the run. The operator's. */
package eu.kontor.portal.expiry;
