/** The chain of seals on a real database, and what it says when somebody changes history. */
package eu.kontor.proof.seal;
