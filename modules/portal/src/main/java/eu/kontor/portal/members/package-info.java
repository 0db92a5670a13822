/**
 * Finding members, a member's page, enrolling.
 *
 * <p>Views show the row records of the presenters, which speak to the contexts' {@code api} packages only.
 */
package eu.kontor.portal.members;
