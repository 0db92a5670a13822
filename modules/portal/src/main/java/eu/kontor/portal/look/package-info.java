/**
 * Components that every feature of the portal shares: page frame, figures, charts, states, side panel.
 *
 * <p>They know texts and formats, but no use case. Their looks are in {@code META-INF/resources/kontor/kontor.css}.
 */
package eu.kontor.portal.look;
