/**
 * Components that every feature shares: page frame, figures, charts, tables, states, side panel.
 *
 * <p>They import nothing of ours: what they say they ask of Vaadin's translations. Their looks are in
 * {@code META-INF/resources/kontor/kontor.css}.
 */
package eu.kontor.portalkit.look;
