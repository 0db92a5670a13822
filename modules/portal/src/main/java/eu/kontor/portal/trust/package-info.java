/** What looks like fraud, and who did what: read by the operator and a brand's admins. */
package eu.kontor.portal.trust;
