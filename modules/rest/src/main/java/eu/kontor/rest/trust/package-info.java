/** Who did what, and what looks like fraud: for the operator and a brand's admins. */
package eu.kontor.rest.trust;
