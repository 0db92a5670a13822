/** A brand's program: drafts, versions, and who decides what. */
package eu.kontor.rest.program;
