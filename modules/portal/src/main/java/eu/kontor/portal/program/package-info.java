/** The brand's program: what guests would read, drafts, plan, approval and publication. */
package eu.kontor.portal.program;
