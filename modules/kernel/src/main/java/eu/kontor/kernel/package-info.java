/**
 * The words every context shares: points, members, tenants, cards, dates, callers and refusals.
 *
 * <p>Plain Java; uses nothing of ours and no framework.
 */
package eu.kontor.kernel;
