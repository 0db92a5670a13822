/**
 * The portal's words and numbers in the person's language: texts, and how points, money and dates are written.
 *
 * <p>Texts live in {@code eu/kontor/portal/i18n/<feature>*.properties}, one bundle per feature; every key begins with its feature's
 * name. Uses the kernel only.
 */
package eu.kontor.portal.i18n;
