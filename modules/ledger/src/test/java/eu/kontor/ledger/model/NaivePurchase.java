package eu.kontor.ledger.model;

import eu.kontor.ledger.model.NaiveMember.Place;

/** A purchase, and how it was taken back if it was. */
final class NaivePurchase {
    final long member;
    final Place place;
    final int months;
    final int points;
    String reversal = "";

    NaivePurchase(long member, Place place, int months, int points) {
        this.member = member;
        this.place = place;
        this.months = months;
        this.points = points;
    }
}
