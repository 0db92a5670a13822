/**
 * Words and numbers in the person's language: texts, how points, money and dates are written, and the own words of Vaadin's fields.
 *
 * <p>Texts live beside the module that brings them ({@link eu.kontor.portalkit.i18n.TextBundles}). Uses the kernel only.
 */
package eu.kontor.portalkit.i18n;
