/** How long each room's tests may take, held over the reports of a run at its end. */
package eu.kontor.it.seconds;
