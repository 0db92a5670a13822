/**
 * The portal by itself: a small server with the real views over in-memory data, to look at and to take pictures of. Nothing of it
 * is in the product; the data is invented, the same at every start.
 */
package eu.kontor.portal.preview;
